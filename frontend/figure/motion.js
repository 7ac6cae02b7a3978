/** A figure's movement through a set as keyframes that a browser plays by itself. Pure. */

import { solve } from "./pose.js";
import { complete, span } from "./poses.js";

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./part.js").Part} Part
 * @typedef {{s: number, from: number, to: number}} Stretch seconds between two positions
 * @typedef {{begin_s: number, first: number, times: number, stretches: Stretch[]}} Cycle a rep or
 *   contact that comes `times` times in a row, `first` others having been before it
 * @typedef {{offset: number, position: number}} Moment
 * @typedef {{offset: number, row: number[]}} Row
 */

/** Looks at each moving stretch of a rep, before they are thinned; a pause needs only its ends. */
const LOOKS = 96;
/** Between two key poses of a jump. */
const JUMP_LOOKS = 24;

/**
 * Limbs gather speed and lose it again; a jump's figure has its own flight between landings.
 * @param {Figure} figure
 * @param {number} position
 */
export function eased({ loop }, position) {
  return loop ? position : soft(position);
}

/**
 * How long one round of a cycle lasts, how many there are and where in the round the first begins:
 * a jump from side to side is a whole round only with its second landing.
 * @param {Figure} figure
 * @param {Cycle} cycle
 */
export function rounds(figure, { first, times, stretches }) {
  const each = figure.loop ? span(figure) : 1;
  return {
    round_s: each * lasting_s(stretches),
    times: times / each,
    start: (first % each) / each,
  };
}

/** When a cycle is over, in seconds of the movement. @param {Cycle} cycle */
export function endOf_s({ begin_s, times, stretches }) {
  return begin_s + times * lasting_s(stretches);
}

/**
 * The keyframes of every part for one round of a cycle: none of a part that stands still, and no
 * more than it takes to see no difference.
 * @param {Figure} figure
 * @param {Part[]} parts
 * @param {Cycle} cycle
 * @returns {{part: Part, rows: Row[]}[]}
 */
export function keyframes(figure, parts, { stretches }) {
  const poses = complete(figure);
  const moments = figure.loop ? jumped(figure, poses) : paced(stretches);
  const joints = moments.map(({ position }) => solve(figure, position, poses));
  return parts.map((part) => {
    const rows = moments.map(({ offset, position }, i) => {
      return { offset, row: part.read(joints[i], position) };
    });
    return { part, rows: thinned(unwound(part, rows), part.kind.least) };
  });
}

/** @param {Stretch[]} stretches */
function lasting_s(stretches) {
  return stretches.reduce((sum, { s }) => sum + s, 0);
}

/** @param {number} position */
function soft(position) {
  const whole = Math.floor(position), x = position - whole;
  return whole + 0.5 * x + 0.5 * x * x * (3 - 2 * x);
}

/** @param {Stretch[]} stretches @returns {Moment[]} */
function paced(stretches) {
  const round_s = lasting_s(stretches);
  let gone_s = 0;
  return stretches.flatMap(({ s, from, to }) => {
    const looks = from === to ? 1 : LOOKS;
    const begun_s = gone_s;
    gone_s += s;
    return Array.from({ length: looks + 1 }, (_, i) => ({
      // The last one is 1 to the bit: what is left open, a browser asks the page for.
      offset: (begun_s + s * (i / looks)) / round_s,
      position: soft(from + ((to - from) * i) / looks),
    }));
  });
}

/**
 * A jump is looked at around its key poses, however short its flight; where it is cut, right before
 * and right after.
 * @param {Figure} figure
 * @param {import("./types.d.ts").Pose[]} poses
 * @returns {Moment[]}
 */
function jumped(figure, poses) {
  const round = span(figure);
  const moments = poses.slice(1).flatMap(({ position: to, cut }, i) => {
    const from = poses[i].position;
    const looks = Array.from({ length: JUMP_LOOKS }, (_, n) => n / JUMP_LOOKS);
    const seen = cut ? [...looks, 0.5 - 1e-6].sort((a, b) => a - b) : looks;
    return seen.map((t) => from + (to - from) * t);
  });
  return [...moments, round].map((position) => ({ offset: position / round, position }));
}

/**
 * A part's angles told on and on, so that none goes the long way round.
 * @param {Part} part
 * @param {Row[]} rows
 */
function unwound({ kind: { angle } }, rows) {
  if (angle === undefined) return rows;
  let before = rows[0].row[angle];
  return rows.map(({ offset, row }) => {
    before += (((row[angle] - before + 180) % 360) + 360) % 360 - 180;
    return { offset, row: row.with(angle, before) };
  });
}

/**
 * The fewest rows between which nothing is seen to be amiss; the first one alone where nothing moves.
 * @param {Row[]} rows
 * @param {number[]} least what is not seen
 */
function thinned(rows, least) {
  const kept = [rows[0]];
  /** @param {number} first @param {number} last */
  const split = (first, last) => {
    const at = worst(rows, first, last, least);
    if (at === 0) return kept.push(rows[last]);
    split(first, at);
    split(at, last);
  };
  split(0, rows.length - 1);
  const moves = kept.some(({ row }) => row.some((v, n) => Math.abs(v - rows[0].row[n]) > least[n]));
  return moves ? kept : rows.slice(0, 1);
}

/**
 * Which row between two is farthest from the straight way; 0 where none is seen to be off it. It
 * looks at tens of thousands before a set, and makes nothing.
 * @param {Row[]} rows
 * @param {number} first
 * @param {number} last
 * @param {number[]} least
 */
function worst(rows, first, last, least) {
  const [a, b] = [rows[first], rows[last]];
  let most = 1, at = 0;
  for (let i = first + 1; i < last; i++) {
    const t = (rows[i].offset - a.offset) / (b.offset - a.offset || 1);
    for (let n = 0; n < least.length; n++) {
      const straight = a.row[n] + (b.row[n] - a.row[n]) * t;
      const off = Math.abs(rows[i].row[n] - straight) / least[n];
      if (off > most) [most, at] = [off, i];
    }
  }
  return at;
}
