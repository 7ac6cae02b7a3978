/// <reference lib="deno.ns" />
/** What a browser makes of a figure's keyframes is what its poses say, for every exercise. */

import { eased, keyframes, rounds } from "../../../frontend/figure/motion.js";
import { along, PLACE } from "../../../frontend/figure/part.js";
import { LENGTH, solve } from "../../../frontend/figure/pose.js";
import { complete, span } from "../../../frontend/figure/poses.js";
import { equal } from "../player/expect.js";
import figures from "../../vectors/figures.json" with { type: "json" };

/** @typedef {import("../../../frontend/figure/types.d.ts").Figure} Figure */
/** @typedef {import("../../../frontend/figure/motion.js").Row} Row */

const all = /** @type {[string, Figure][]} */ (/** @type {unknown} */ (Object.entries(figures)));
/** In drawing units: of a runner drawn 300 px tall about a pixel. */
const UNSEEN = 0.4;
const SEGMENTS = /** @type {[string, string, number][]} */ ([
  ["hip", "shoulder", LENGTH.trunk],
  ...["near", "far"].flatMap((side) => [
    [`${side}_hip`, `${side}_knee`, LENGTH.thigh],
    [`${side}_knee`, `${side}_ankle`, LENGTH.shank],
    [`${side}_heel`, `${side}_ball`, LENGTH.heel + LENGTH.foot],
    [`${side}_shoulder`, `${side}_elbow`, LENGTH.upper],
    [`${side}_elbow`, `${side}_palm`, LENGTH.fore + LENGTH.palm],
  ]),
]);
const REP = {
  begin_s: 0,
  first: 0,
  times: 1,
  stretches: [{ s: 3, from: 0, to: 1 }, { s: 1, from: 1, to: 1 }, { s: 1, from: 1, to: 2 }],
};

Deno.test("both ends of every limb are drawn where the pose puts them", () => {
  for (const [slug, figure] of all) {
    const poses = complete(figure), cuts = hidden(figure);
    const laid = keyframes(figure, parts(), REP);
    for (let x = 0.0003; x < 1; x += 0.0037) {
      const position = positionAt(figure, x);
      if (cuts.some((cut) => Math.abs(position - cut) < 0.001)) continue;
      const joints = solve(figure, position, poses);
      laid.forEach(({ rows }, i) => {
        const [from, to, length] = SEGMENTS[i];
        const [a, b] = ends(between(rows, x), length);
        near(a, joints[from], `${slug} at ${position}: ${from}`);
        near(b, joints[to], `${slug} at ${position}: ${to} of ${from}`);
      });
    }
  }
});

Deno.test("a foot that is planted is not moved at all", () => {
  for (const [slug, figure] of all) {
    const root = figure.root ?? "near_ball";
    if (!root.endsWith("ball") || figure.poses.some(({ at, flight, cut }) => at || flight || cut)) {
      continue;
    }
    const foot = { drawn: [], kind: PLACE, read: (/** @type {any} */ j) => along(j[root], j[root], 1) };
    const [{ rows }] = keyframes(figure, [foot], REP);
    if (rows.length !== 1) throw new Error(`${slug}: ${root} has ${rows.length} frames`);
  }
});

Deno.test("whatever the tempo, frames leave nothing open at the begin or the end of a rep", () => {
  const [, squat] = all.find(([slug]) => slug === "goblet-squat") ?? [];
  if (!squat) throw new Error("no squat");
  for (const [lower, pause, lift] of [[3, 1, 1], [2, 0.6, 0.6], [0.6, 0.1, 0.7], [9, 9, 0.3]]) {
    const stretches = [
      { s: lower, from: 0, to: 1 },
      { s: pause, from: 1, to: 1 },
      { s: lift, from: 1, to: 2 },
    ];
    for (const { rows } of keyframes(squat, parts(), { ...REP, stretches })) {
      equal([rows[0].offset, rows.length > 1 ? rows[rows.length - 1].offset : 1], [0, 1]);
    }
  }
});

Deno.test("no part takes more frames than it needs", () => {
  for (const [slug, figure] of all) {
    const most = Math.max(...keyframes(figure, parts(), REP).map(({ rows }) => rows.length));
    if (most > 120) throw new Error(`${slug}: ${most}`);
    if (figure.poses.length === 1 && most !== 1) throw new Error(`${slug} holds and is moved`);
  }
});

Deno.test("a jump from side to side begins its second contact in the middle of the round", () => {
  const [, bound] = all.find(([slug]) => slug === "skater-bound") ?? [];
  const [, pogo] = all.find(([slug]) => slug === "double-pogo") ?? [];
  const contacts = { begin_s: 0, first: 3, times: 5, stretches: [{ s: 2, from: 0, to: 1 }] };
  equal(bound && rounds(bound, contacts), { round_s: 4, times: 2.5, start: 0.5 });
  equal(pogo && rounds(pogo, contacts), { round_s: 2, times: 5, start: 0 });
});

function parts() {
  return SEGMENTS.map(([from, to, length]) => ({
    drawn: [],
    kind: PLACE,
    read: (/** @type {import("../../../frontend/figure/types.d.ts").Joints} */ joints) =>
      along(joints[from], joints[to], length),
  }));
}

/** The position at a part of the round. @param {Figure} figure @param {number} x */
function positionAt(figure, x) {
  if (figure.loop) return x * span(figure);
  return eased(figure, x < 0.6 ? x / 0.6 : x < 0.8 ? 1 : 1 + (x - 0.8) / 0.2);
}

/** What a browser makes of two frames. @param {Row[]} rows @param {number} x */
function between(rows, x) {
  const last = Math.min(rows.findLastIndex(({ offset }) => offset <= x), rows.length - 2);
  if (last < 0) return rows[0].row;
  const [a, b] = rows.slice(last, last + 2);
  const t = (x - a.offset) / (b.offset - a.offset);
  return a.row.map((value, i) => value + (b.row[i] - value) * t);
}

/** Both ends of a part so placed. @param {number[]} place @param {number} length @returns {number[][]} */
function ends([x, y, angle, long], length) {
  const reach = long * length * 100, turn = (angle * Math.PI) / 180;
  return [[x, y], [x + reach * Math.cos(turn), y + reach * Math.sin(turn)]];
}

/** @param {number[]} drawn @param {number[]} joint @param {string} about */
function near([x, y], joint, about) {
  const off = Math.hypot(x - joint[0] * 100, y - joint[1] * 100);
  if (!(off < UNSEEN)) throw new Error(`${about} is ${off} off`);
}

/** Where a picture is cut, unseen: half-way to a pose that says so. @param {Figure} figure */
function hidden(figure) {
  const poses = complete(figure);
  return poses.flatMap((pose, i) => {
    return pose.cut ? (poses[i - 1].position + pose.position) / 2 : [];
  });
}
