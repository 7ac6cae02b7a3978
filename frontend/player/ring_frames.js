/** How the ring of a set moves, as keyframes a browser runs by itself. Pure. */

/** @typedef {import("./tempo.js").Timeline} Timeline */

/** So far, in turns, beyond its half that no edge of it is left to be seen. */
const GONE = 0.004;

/**
 * The head's way from the top: once round with every rep, else once with the whole set; it waits
 * while the runner gets ready.
 * @param {Timeline} timeline
 * @returns {{offset: number, transform: string}[]}
 */
export function headFrames(timeline) {
  const frame = (/** @type {number} */ t_s, /** @type {number} */ rounds) => {
    return { offset: offset(timeline, t_s), transform: `rotate(${360 * rounds}deg)` };
  };
  const ends = rounds(timeline).map(([, end_s], done) => frame(end_s, done + 1));
  return [frame(-timeline.ready_s, 0), frame(0, 0), ...ends];
}

/**
 * How far one half of the veil over what is still to come has gone: it lies on its half of the ring
 * and follows the head off it.
 * @param {Timeline} timeline
 * @param {0|1} half the first, right one or the second
 * @returns {{offset: number, transform: string}[]}
 */
export function veilFrames(timeline, half) {
  const frame = (/** @type {number} */ t_s, /** @type {number} */ turn) => {
    return { offset: offset(timeline, t_s), transform: `rotate(${360 * veiled(turn, half)}deg)` };
  };
  const rounded = rounds(timeline).flatMap(([begin_s, end_s]) => {
    const half_s = (begin_s + end_s) / 2;
    return [frame(begin_s, 0), frame(half_s, 0.5), frame(half_s, 0.5 + GONE), frame(end_s, 1)];
  });
  return [frame(-timeline.ready_s, 0), ...rounded];
}

/**
 * The turn of one half of the veil at a turn of the head.
 * @param {number} turn
 * @param {0|1} half
 */
export function veiled(turn, half) {
  if (half === 1) return Math.max(0, turn - 0.5);
  return turn > 0.5 ? 0.5 + GONE : turn;
}

/**
 * When the head begins and ends each of its rounds, in seconds of work.
 * @param {Timeline} timeline
 * @returns {[number, number][]}
 */
function rounds({ measure, rep_starts_s }) {
  const begins = measure === "reps" ? rep_starts_s : [0, rep_starts_s[rep_starts_s.length - 1]];
  return begins.slice(1).map((end_s, i) => [begins[i], end_s]);
}

/** @param {Timeline} timeline @param {number} worked_s */
function offset({ ready_s, duration_s }, worked_s) {
  return Math.min(1, (ready_s + worked_s) / duration_s);
}
