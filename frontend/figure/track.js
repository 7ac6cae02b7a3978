/** A moving figure's joints: worked out once at fine steps, read between them ever after. */

import { solve } from "./pose.js";
import { along, complete, span } from "./poses.js";

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./types.d.ts").Joints} Joints
 */

/** To a position of 1. Key poses lie on steps, so that they are shown exactly. */
const STEPS = 200;
/** A jump's round is mostly standing still: its flight is a small part and needs finer ones. */
const JUMP_STEPS = 1000;

/**
 * `solve` for every frame of a set. What it answers is written over by the next call: a frame that
 * makes nothing leaves nothing to be cleared away.
 * @param {Figure} figure
 * @returns {(position: number) => Joints}
 */
export function track(figure) {
  const poses = complete(figure);
  const steps = figure.loop ? JUMP_STEPS : STEPS, last = span(figure) * steps;
  /** @type {Joints[]} */
  const known = [];
  const joints = solve(figure, 0, poses);
  const names = Object.keys(joints);
  const step = (/** @type {number} */ i) => known[i] ??= solve(figure, i / steps, poses);
  return (position) => {
    const at = along(figure, position) * steps;
    const i = Math.min(Math.floor(at), last - 1);
    const [a, b, t] = [step(i), step(i + 1), at - i];
    for (const name of names) {
      const [from, to, now] = [a[name], b[name], joints[name]];
      now[0] = from[0] + (to[0] - from[0]) * t;
      now[1] = from[1] + (to[1] - from[1]) * t;
    }
    return joints;
  };
}
