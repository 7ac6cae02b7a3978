/** How the ring of a set moves, as keyframes a browser runs by itself. Pure. */

/** @typedef {import("./tempo.js").Timeline} Timeline */

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
 * The bright part of one arc: grows while the head passes it, and goes with the end of the rep.
 * @param {Timeline} timeline
 * @param {{from: number, length: number}} arc in units of a ring `around` long
 * @param {number} around
 * @returns {{offset: number, opacity: number, strokeDasharray: string}[]}
 */
export function litFrames(timeline, { from, length }, around) {
  const frame = (
    /** @type {number} */ t_s,
    /** @type {number} */ opacity,
    /** @type {number} */ lit,
  ) => {
    return { offset: offset(timeline, t_s), opacity, strokeDasharray: `${lit} ${around}` };
  };
  const grown = rounds(timeline).flatMap(([begin_s, end_s]) => {
    const passes = (/** @type {number} */ way) => begin_s + (end_s - begin_s) * (way / around);
    const [reached_s, passed_s] = [passes(from), passes(from + length)];
    return [
      ...[frame(begin_s, 0, 0), frame(reached_s, 0, 0), frame(reached_s, 1, 0)],
      ...[frame(passed_s, 1, length), frame(end_s, 1, length)],
    ];
  });
  return [frame(-timeline.ready_s, 0, 0), ...grown];
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
