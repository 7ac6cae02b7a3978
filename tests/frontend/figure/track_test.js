/// <reference lib="deno.ns" />
/** What is drawn between fine steps is what the pose says, for every exercise. */

import { solve } from "../../../frontend/figure/pose.js";
import { complete, span } from "../../../frontend/figure/poses.js";
import { track } from "../../../frontend/figure/track.js";
import figures from "../../vectors/figures.json" with { type: "json" };

/** @typedef {import("../../../frontend/figure/types.d.ts").Figure} Figure */

const all = /** @type {[string, Figure][]} */ (/** @type {unknown} */ (Object.entries(figures)));
/** In body heights: of a runner drawn 300 px tall about a pixel, where a leg snaps straight. */
const UNSEEN = 0.004;

Deno.test("no joint is drawn elsewhere than its pose puts it", () => {
  for (const [slug, figure] of all) {
    const poses = complete(figure), joints = track(figure);
    const jumps = cuts(figure);
    for (let position = 0; position <= 2; position += 0.0037) {
      if (jumps.some((at) => beside(position, at, span(figure)))) continue;
      const drawn = joints(position);
      for (const [name, [x, y]] of Object.entries(solve(figure, position, poses))) {
        const off = Math.hypot(drawn[name][0] - x, drawn[name][1] - y);
        if (!(off < UNSEEN)) throw new Error(`${slug} at ${position}: ${name} is ${off} off`);
      }
    }
  }
});

Deno.test("a foot that is planted is drawn planted", () => {
  for (const [slug, figure] of all) {
    const joints = track(figure), root = figure.root ?? "near_ball";
    if (figure.poses.some(({ at, flight, cut }) => at || flight || cut)) continue;
    const [x, y] = solve(figure, 0)[root];
    for (let position = 0; position <= 2; position += 0.013) {
      const off = Math.hypot(joints(position)[root][0] - x, joints(position)[root][1] - y);
      if (!(off < 1e-9)) throw new Error(`${slug} at ${position}: ${root} slides by ${off}`);
    }
  }
});

Deno.test("of a jump any number of landings are the same", () => {
  for (const [, figure] of all.filter(([, { loop }]) => loop)) {
    const joints = track(figure);
    const first = structuredClone(joints(0.31));
    const later = structuredClone(joints(0.31 + 6));
    for (const [name, [x, y]] of Object.entries(first)) {
      if (Math.hypot(later[name][0] - x, later[name][1] - y) > 1e-9) throw new Error(name);
    }
  }
});

/** Whether a step away, in any round. @param {number} position @param {number} at @param {number} round */
function beside(position, at, round) {
  const apart = Math.abs(position - at) % round;
  return Math.min(apart, round - apart) < 0.006;
}

/** Where a picture is cut, unseen: half-way to a pose that says so. @param {Figure} figure */
function cuts(figure) {
  const poses = complete(figure);
  return poses.flatMap((pose, i) => {
    const before = poses[i - 1]?.position ?? 0;
    return pose.cut ? (before + pose.position) / 2 : [];
  });
}
