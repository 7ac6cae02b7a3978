/** The shapes the runner is drawn with: body segments, muscle bellies and gear, in body heights. */

import { LENGTH, RADIUS } from "./pose.js";

/**
 * A row of circles [x, y, radius] along a segment (x from its upper joint, y to its front, in the
 * front view to its outer side); the shape is their common outline.
 * @typedef {number[][]} Row
 * @typedef {{part: string, joints: [string, string], length: number, shape: Row,
 *   closed?: boolean, class?: string}} Segment
 */

const { hip, knee, ankle, elbow, wrist, palm, ball, toe, heel } = RADIUS;

/** @type {Segment} */
const THIGH = {
  part: "thigh",
  joints: ["hip", "knee"],
  length: LENGTH.thigh,
  shape: [[0, 0, hip], [0.1, 0.004, 0.053], [LENGTH.thigh, 0, knee]],
};

/** @type {Segment} */
const SHANK = {
  part: "shank",
  joints: ["knee", "ankle"],
  length: LENGTH.shank,
  shape: [[0, 0, knee], [0.075, -0.009, 0.0385], [0.16, -0.003, 0.026], [LENGTH.shank, 0, ankle]],
};

const ARM = [
  {
    part: "upper",
    joints: ["shoulder", "elbow"],
    length: LENGTH.upper,
    shape: [[0, 0, 0.034], [0.05, 0, 0.033], [LENGTH.upper, 0, elbow]],
  },
  {
    part: "fore",
    joints: ["elbow", "palm"],
    length: LENGTH.fore + LENGTH.palm,
    shape: [[0, 0, elbow], [LENGTH.fore - 0.01, 0, wrist], [LENGTH.fore + LENGTH.palm, 0, palm]],
  },
];

const SIDE_LEG = [
  THIGH,
  SHANK,
  {
    part: "foot",
    joints: ["heel", "ball"],
    length: LENGTH.heel + LENGTH.foot,
    shape: [[0, 0, heel], [0.03, 0.018, ankle], [0.115, 0, ball]],
  },
  {
    part: "toe",
    joints: ["ball", "toe"],
    length: LENGTH.toe,
    shape: [[0, 0, ball], [0.04, 0, toe]],
  },
];

const FRONT_LEG = [
  { ...THIGH, shape: [[0, 0, 0.056], [0.1, 0.003, 0.05], [LENGTH.thigh, 0, 0.037]] },
  { ...SHANK, shape: [[0, 0, 0.037], [0.08, 0.002, 0.037], [LENGTH.shank, 0, ankle]] },
  {
    part: "foot",
    joints: ["ankle", "ball"],
    length: 0.04,
    shape: [[0, 0, ankle], [0.04, 0, 0.022]],
  },
];

const HEAD = {
  part: "head",
  joints: ["shoulder", "head"],
  length: LENGTH.head,
  shape: [[LENGTH.head, 0, RADIUS.head]],
  class: "near",
};
/** The nose says which way the runner faces. */
const NOSE = { ...HEAD, part: "nose", shape: [[0.104, -0.03, 0.03], [0.1, -0.06, 0.011]] };
const NECK = {
  ...HEAD,
  part: "neck",
  shape: [[0.02, 0, 0.03], [LENGTH.head, 0, 0.027]],
  class: "torso",
};

/** @type {Record<"side" | "front", Record<string, Segment[]>>} */
export const SEGMENTS = /** @type {any} */ ({
  side: {
    trunk: [
      {
        part: "trunk",
        joints: ["hip", "shoulder"],
        length: LENGTH.trunk,
        shape: [[0, 0.004, 0.055], [0.09, -0.004, 0.05], [0.2, -0.003, 0.062], [
          LENGTH.trunk - 0.01,
          0,
          0.053,
        ]],
      },
      NECK,
      HEAD,
      NOSE,
    ],
    near_leg: SIDE_LEG,
    far_leg: SIDE_LEG,
    near_arm: ARM,
    far_arm: ARM,
  },
  front: {
    trunk: [
      {
        part: "trunk",
        joints: ["hip", "shoulder"],
        length: LENGTH.trunk,
        shape: [
          [0.04, -0.03, 0.055],
          [0.04, 0.03, 0.055],
          [0.12, 0.03, 0.052],
          [0.27, 0.085, 0.045],
          [0.27, -0.085, 0.045],
          [0.12, -0.03, 0.052],
        ],
        closed: true,
      },
      NECK,
      HEAD,
    ],
    pelvis: [
      {
        part: "pelvis",
        joints: ["near_hip", "far_hip"],
        length: 0.104,
        shape: [[-0.002, 0.012, 0.056], [0.106, 0.012, 0.056]],
      },
    ],
    near_leg: FRONT_LEG,
    far_leg: FRONT_LEG,
    near_arm: ARM,
    far_arm: ARM,
  },
});

/**
 * Where a working muscle is tinted, by view, muscle and segment.
 * @type {Record<"side" | "front", Record<string, Record<string, Row>>>}
 */
export const BELLIES = {
  side: {
    quads: { thigh: [[0.035, 0.026, 0.03], [0.12, 0.026, 0.03], [0.23, 0.014, 0.024]] },
    hamstrings: { thigh: [[0.07, -0.024, 0.028], [0.14, -0.02, 0.028], [0.235, -0.014, 0.02]] },
    glutes: { thigh: [[-0.02, -0.024, 0.034], [0.045, -0.03, 0.032]] },
    hip_flexors: { thigh: [[-0.03, 0.026, 0.026], [0.1, 0.028, 0.024]] },
    adductors: { thigh: [[0.03, 0, 0.03], [0.16, 0, 0.024]] },
    abductors: { thigh: [[-0.035, 0, 0.03], [0.03, 0, 0.034]] },
    calf: {
      shank: [[0.03, -0.02, 0.018], [0.08, -0.02, 0.026], [0.15, -0.012, 0.016], [
        0.23,
        -0.012,
        0.009,
      ]],
    },
    soleus: { shank: [[0.09, -0.014, 0.022], [0.16, -0.01, 0.018], [0.235, -0.012, 0.009]] },
    shin: { shank: [[0.03, 0.02, 0.016], [0.1, 0.01, 0.017], [0.22, 0.008, 0.012]] },
    foot: { foot: [[0.012, -0.002, 0.014], [0.112, -0.002, 0.012]] },
    abs: { trunk: [[0.03, -0.03, 0.022], [0.1, -0.03, 0.022], [0.18, -0.036, 0.024]] },
    back: { trunk: [[0.03, 0.03, 0.024], [0.1, 0.024, 0.02], [0.2, 0.034, 0.022]] },
    chest: { trunk: [[0.18, -0.03, 0.03], [0.25, -0.024, 0.026]] },
    obliques: { trunk: [[0.05, 0, 0.034], [0.13, 0, 0.034]] },
    shoulders: { upper: [[0, 0, 0.032], [0.06, 0, 0.026]] },
  },
  front: {
    quads: { thigh: [[0.06, 0, 0.04], [0.22, 0, 0.03]] },
    abductors: { thigh: [[-0.035, 0.022, 0.028], [0.06, 0.026, 0.026]] },
    glutes: { thigh: [[-0.02, 0.024, 0.03], [0.05, 0.026, 0.028]] },
    adductors: { thigh: [[0.05, -0.02, 0.026], [0.18, -0.01, 0.022]] },
    shin: { shank: [[0.04, 0, 0.024], [0.18, 0, 0.016]] },
    obliques: { trunk: [[0.03, 0.062, 0.028], [0.13, 0.048, 0.026], [0.19, 0.06, 0.024]] },
    far_obliques: { trunk: [[0.03, -0.062, 0.028], [0.13, -0.048, 0.026], [0.19, -0.06, 0.024]] },
    abs: { trunk: [[0.03, 0, 0.036], [0.18, 0, 0.04]] },
    hip_flexors: { thigh: [[-0.02, 0, 0.034], [0.07, 0, 0.034]] },
  },
};

/** Gear that stays where it is. @param {import("./pose.js").Gear} gear @returns {string} */
export function furniture({ kind, x = 0, y = 0, width = 0, height = 0 }) {
  if (x === undefined) return "";
  const [left, right] = [x - width / 2, x + width / 2];
  if (kind === "wall") return rect(left, 0, right, height);
  if (kind === "step" || kind === "box") return rect(left, y, right, y + height, 0.012);
  if (kind === "mat") return rect(left, y, right, y + height, 0.03);
  if (kind !== "chair") return "";
  const seat = rect(left, height - 0.03, right, height, 0.012);
  return `${seat}${rect(left + 0.02, 0, left + 0.042, height - 0.02)}${
    rect(right - 0.042, 0, right - 0.02, height - 0.02)
  }`;
}

/**
 * Gear that goes with the body: its shape, the class it is drawn with and the joints it follows.
 * @param {import("./pose.js").Gear} gear
 * @returns {{shape: string, kind: string, length?: number, from?: string, to?: string}}
 */
export function ATTACHED({ kind, at, to }) {
  switch (kind) {
    case "dumbbell":
      return { kind: "gear", shape: bell(0.055) };
    case "dumbbell_end":
      return { kind: "gear", shape: circle(0, 0, 0.034) };
    case "goblet":
      return {
        kind: "gear",
        shape: `${rect(-0.035, 0.02, 0.035, 0.06, 0.01)}${rect(-0.012, -0.05, 0.012, 0.03)}${
          rect(-0.035, -0.08, 0.035, -0.04, 0.01)
        }`,
      };
    case "kettlebell":
      return {
        kind: "gear",
        shape: `${circle(0, -0.07, 0.046)}${rect(-0.03, -0.045, -0.018, 0.01)}${
          rect(0.018, -0.045, 0.03, 0.01)
        }${rect(-0.03, 0, 0.03, 0.012)}`,
      };
    case "barbell":
      return { kind: "plate", shape: `${circle(0, 0, 0.128)}${circle(0, 0, 0.018)}` };
    case "backpack":
      return {
        kind: "gear",
        shape: rect(0.06, 0.03, 0.27, 0.135, 0.04),
        length: LENGTH.trunk,
        from: "hip",
        to: "shoulder",
      };
    case "dowel":
      return {
        kind: "gear",
        shape: rect(-0.05, 0.056, 0.46, 0.072),
        length: LENGTH.trunk,
        from: "hip",
        to: "shoulder",
      };
    case "towel":
      return { kind: "gear", shape: rect(-0.045, -0.024, 0.055, -0.012, 0.006) };
    default:
      return { kind: "band", shape: "", from: at, to: to ?? "none" };
  }
}

/**
 * The outline of a row of circles, as path data in hundredths of a body height.
 * @param {Row} row
 * @param {boolean} [closed] the row is a ring around something filled
 */
export function path(row, closed = false) {
  if (row.length < 2) return circle(row[0][0], row[0][1], row[0][2]);
  const pairs = row.slice(1).map((to, i) => capsule(row[i], to));
  if (!closed) return pairs.join("");
  const middle = row.map(([x, y]) => at(x, y)).join("L");
  return `${pairs.join("")}${capsule(row[row.length - 1], row[0])}M${middle}z`;
}

/**
 * Two circles and their outer tangents.
 * @param {number[]} a
 * @param {number[]} b
 */
function capsule([ax, ay, ar], [bx, by, br]) {
  const turn = Math.atan2(by - ay, bx - ax);
  const open = Math.acos((ar - br) / Math.hypot(bx - ax, by - ay));
  /** @param {number} angle @param {number} x @param {number} y @param {number} r */
  const on = (angle, x, y, r) => at(x + Math.cos(angle) * r, y + Math.sin(angle) * r);
  const [up, down] = [turn + open, turn - open];
  const [first, last] = [open < Math.PI / 2 ? 1 : 0, open > Math.PI / 2 ? 1 : 0];
  return `M${on(up, ax, ay, ar)}L${on(up, bx, by, br)}${arc(br, last)}${on(down, bx, by, br)}` +
    `L${on(down, ax, ay, ar)}${arc(ar, first)}${on(up, ax, ay, ar)}z`;
}

/** @param {number} r @param {number} large */
function arc(r, large) {
  return `A${hundredths(r)} ${hundredths(r)} 0 ${large} 0 `;
}

/** @param {number} x @param {number} y @param {number} r */
function circle(x, y, r) {
  return `M${at(x + r, y)}${arc(r, 1)}${at(x - r, y)}${arc(r, 1)}${at(x + r, y)}z`;
}

/** @param {number} left @param {number} bottom @param {number} right @param {number} top @param {number} [round] */
function rect(left, bottom, right, top, round = 0.006) {
  const [l, b, r, t] = [left + round, bottom + round, right - round, top - round];
  return path([[l, b, round], [l, t, round], [r, t, round], [r, b, round]], true);
}

/** A dumbbell along x. @param {number} half */
function bell(half) {
  return `${rect(-half, -0.008, half, 0.008)}${
    rect(-half - 0.012, -0.034, -half + 0.016, 0.034, 0.01)
  }` +
    rect(half - 0.016, -0.034, half + 0.012, 0.034, 0.01);
}

/** @param {number} x @param {number} y */
function at(x, y) {
  return `${hundredths(x)} ${hundredths(y)}`;
}

/** @param {number} value */
function hundredths(value) {
  return Math.round(value * 1e4) / 100;
}
