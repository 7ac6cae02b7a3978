/** How a figure moves through a set: its reps as stretches between positions. Pure. */

import { position, STRIDE_S } from "./tempo.js";

/** @typedef {import("./tempo.js").Timeline} Timeline */
/** @typedef {import("../figure/motion.js").Cycle} Cycle */
/** @typedef {import("../figure/motion.js").Stretch} Stretch */

/** Before a set its movement is shown rep after rep, with a breath between. */
const BREATH_S = 1;

/**
 * The cycles of a set, one for every pace it has; none of a hold.
 * @param {Timeline} timeline
 * @returns {Cycle[]}
 */
export function movement(timeline) {
  const { measure, total, ready_s, rep_starts_s } = timeline;
  if (measure === "hold") return [];
  if (measure === "distance") return [endless(walk(), ready_s)];
  /** @type {Cycle[]} */
  const cycles = [];
  for (let rep = 1; rep <= total; rep++) {
    const stretches = stretchesOf(timeline, rep);
    const last = cycles.at(-1);
    if (last && same(last.stretches, stretches)) last.times++;
    else {
      const begin_s = ready_s + rep_starts_s[rep - 1];
      cycles.push({ begin_s, first: rep - 1, times: 1, stretches });
    }
  }
  return cycles;
}

/**
 * Its first rep again and again, for who has not begun.
 * @param {Timeline} timeline
 * @returns {Cycle[]}
 */
export function demonstration(timeline) {
  if (timeline.measure === "hold") return [];
  if (timeline.measure === "distance") return [endless(walk())];
  const stretches = stretchesOf(timeline, 1);
  if (timeline.measure === "contacts") return [endless(stretches)];
  const { to } = stretches[stretches.length - 1];
  return [endless([...stretches, { s: BREATH_S, from: to, to }])];
}

/** @param {Stretch[]} stretches @param {number} [begin_s] @returns {Cycle} */
function endless(stretches, begin_s = 0) {
  return { begin_s, first: 0, times: Infinity, stretches };
}

/** @returns {Stretch[]} */
function walk() {
  return [{ s: STRIDE_S / 2, from: 0, to: 1 }, { s: STRIDE_S / 2, from: 1, to: 2 }];
}

/** @param {Timeline} timeline @param {number} rep @returns {Stretch[]} */
function stretchesOf(timeline, rep) {
  // A jump's round is the same wherever it begins.
  const before = timeline.measure === "contacts" ? rep - 1 : 0;
  return timeline.events
    .filter((event) => event.rep === rep && event.duration_s > 0)
    .map((event) => ({
      s: event.duration_s,
      from: position(timeline, event, 0) - before,
      to: position(timeline, event, 1) - before,
    }));
}

/** @param {Stretch[]} one @param {Stretch[]} other */
function same(one, other) {
  return one.length === other.length && one.every(({ s }, i) => s === other[i].s);
}
