/** What a test's clock shows at a moment: the get-ready, the seconds, the reps at a pace. Pure. */

export const READY_S = 3;

/** @typedef {{most: number, unit: string, pace_s?: number, window_s?: number}} Timed */
/**
 * `big` is the numeral to read from the floor, `word` what to do, `value` what counts so far;
 * `beat` names a moment that sounds once, `over` ends the clock by itself.
 * @typedef {{big: string, word: string, value: number, beat: string, over: boolean}} Face
 */

/** Whether a test is taken by the clock at all. @param {Timed} test */
export function isTimed({ unit, pace_s, window_s }) {
  return unit === "s" || pace_s !== undefined || window_s !== undefined;
}

/**
 * The face of the clock so many seconds after it was started.
 * @param {Timed} test
 * @param {number} elapsed_s
 * @returns {Face}
 */
export function face(test, elapsed_s) {
  if (elapsed_s < READY_S) {
    const left = Math.ceil(READY_S - elapsed_s);
    return { big: String(left), word: "Ready", value: 0, beat: `ready ${left}`, over: false };
  }
  const run_s = elapsed_s - READY_S;
  if (test.pace_s !== undefined) return paced(test.most, test.pace_s, run_s);
  if (test.window_s !== undefined) return windowed(test.window_s, run_s);
  const value = Math.min(test.most, Math.floor(run_s));
  const over = run_s >= test.most;
  return {
    big: String(value),
    word: over ? "Done" : "Hold",
    value,
    beat: beatOf(value, over),
    over,
  };
}

/** @param {number} most @param {number} pace_s @param {number} run_s @returns {Face} */
function paced(most, pace_s, run_s) {
  const phase = Math.floor(run_s / pace_s);
  const value = Math.min(most, Math.floor(phase / 2));
  const over = value >= most;
  const word = over ? "Done" : phase % 2 ? "Lower" : "Rise";
  return { big: String(value), word, value, beat: over ? "over" : `${word} ${phase}`, over };
}

/**
 * What is counted within it is typed afterwards.
 * @param {number} window_s
 * @param {number} run_s
 * @returns {Face}
 */
function windowed(window_s, run_s) {
  const left = Math.max(0, Math.ceil(window_s - run_s));
  const over = run_s >= window_s;
  return {
    big: String(left),
    word: over ? "Stop" : "Go",
    value: 0,
    beat: beatOf(left, over),
    over,
  };
}

/**
 * Only the start, each tenth second and the end sound.
 * @param {number} value
 * @param {boolean} over
 */
function beatOf(value, over) {
  return over ? "over" : value === 0 || value % 10 === 0 ? `mark ${value}` : "";
}
