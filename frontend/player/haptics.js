/**
 * Short vibrations for those who cannot look or listen; silently nothing where the phone has none.
 */

/**
 * Milliseconds on, off, on: as different as a pocket can tell.
 * @type {Record<string, number | number[]>}
 */
const PATTERNS = {
  lower: 40,
  pause_low: [20, 60, 20],
  pause_high: [20, 60, 20],
  lift: 90,
  hold: 90,
  contact: 0,
  ready: 30,
  switch: [120, 80, 120, 80, 120],
  done: [250, 100, 250],
  rest_over: [150, 100, 150, 100, 300],
};

/** @param {string} event a phase or call @param {boolean} wanted */
export function buzz(event, wanted) {
  const pattern = PATTERNS[event];
  if (wanted && pattern && "vibrate" in navigator) navigator.vibrate(pattern);
}
