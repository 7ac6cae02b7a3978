/**
 * Short vibrations for those who cannot look or listen; silently nothing where the phone has none.
 */

/** @typedef {import("./tempo.js").Standing} Standing */

/**
 * Milliseconds on, off, on: as different as a pocket can tell.
 * @type {Record<string, number | number[]>}
 */
const PATTERNS = {
  ready: 30,
  lower: 40,
  pause_low: [20, 60, 20],
  pause_high: [20, 60, 20],
  lift: 90,
  hold: 90,
  carry: 90,
  count: 30,
  last_rep: [60, 50, 60],
  switch: [120, 80, 120, 80, 120],
  done: [250, 100, 250],
  rest_soon: [60, 80, 60],
  rest_over: [150, 100, 150, 100, 300],
};
/** The last seconds of a get-ready and of a hold are felt one by one. */
const COUNTED_S = { ready: 3, hold: 5 };

/** @param {string} event a phase or call @param {boolean} wanted */
export function buzz(event, wanted) {
  const pattern = PATTERNS[event];
  if (wanted && pattern && "vibrate" in navigator) navigator.vibrate(pattern);
}

/**
 * What is felt when a set comes from one standing to the next; null when nothing has changed that a
 * pocket should know. The end of a set is felt when it is acted on.
 * @param {Standing|null} before null at the begin of a set
 * @param {Standing} now
 * @returns {string|null}
 */
export function felt(before, now) {
  const { type, index, rep, of, count, over } = now;
  if (over) return null;
  if (index === before?.index) {
    const counted = COUNTED_S[/** @type {"ready"|"hold"} */ (type)] ?? 0;
    return count < before.count && count <= counted ? "count" : null;
  }
  const working = before !== null && before.type !== "ready";
  if (type !== "contact" && working && rep === of && rep !== before.rep) return "last_rep";
  return type;
}
