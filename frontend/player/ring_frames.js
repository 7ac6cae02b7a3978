/** How the ring of a set moves, as keyframes a browser runs by itself. Pure. */

/** @typedef {import("./tempo.js").Timeline} Timeline */

/** A turn just after another. */
const NEXT = 1e-6;

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
 * One half of the veil over what is still to come: it lies on its half of the ring and follows the
 * head off it.
 * @param {Timeline} timeline
 * @param {0|1} half the first, right one or the second
 * @returns {{offset: number, transform: string, opacity: number}[]}
 */
export function veilFrames(timeline, half) {
  const frame = (/** @type {number} */ t_s, /** @type {number} */ turn) => {
    return { offset: offset(timeline, t_s), ...veiled(turn, half) };
  };
  const rounded = rounds(timeline).flatMap(([begin_s, end_s]) => {
    const half_s = (begin_s + end_s) / 2;
    return [frame(begin_s, 0), frame(half_s, 0.5), frame(half_s, 0.5 + NEXT), frame(end_s, 1)];
  });
  return [frame(-timeline.ready_s, 0), ...rounded];
}

/**
 * One half of the veil at a turn of the head: the first goes when all of it has been passed.
 * @param {number} turn
 * @param {0|1} half
 */
export function veiled(turn, half) {
  const passed = half === 0 ? Math.min(0.5, turn) : Math.max(0, turn - 0.5);
  return { transform: `rotate(${360 * passed}deg)`, opacity: half === 0 && turn > 0.5 ? 0 : 1 };
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

/**
 * In whole milliseconds, so that the end is 1 to the bit: what is left open, a browser asks the page
 * for.
 * @param {Timeline} timeline
 * @param {number} worked_s
 */
function offset({ ready_s, duration_s }, worked_s) {
  return Math.round((ready_s + worked_s) * 1000) / Math.round(duration_s * 1000);
}
