/** The runner's body as it is drawn: segments from joint to joint, and where muscles are tinted. */

import { LENGTH, RADIUS } from "./pose.js";

/**
 * `shape` is a row of circles [x, y, radius]: x from the upper joint on, y to the front (trunk: to
 * the back; front view: to the picture's right, muscles to the outer side).
 * @typedef {import("./outline.js").Row} Row
 * @typedef {{part: string, from: string, to: string, length: number, shape: Row, closed?: boolean,
 *   tone?: string}} Segment
 */

const { thigh, shank, heel, foot, trunk, upper, fore, palm } = LENGTH;
const { hip, knee, ankle, ball, elbow, wrist } = RADIUS;

const ARM = [
  segment("upper", "shoulder", "elbow", upper, [[0, 0, 0.034], [0.05, 0, 0.033], [
    upper,
    0,
    elbow,
  ]]),
  segment("fore", "elbow", "palm", fore + palm, [
    [0, 0, elbow],
    [fore - 0.01, 0, wrist],
    [fore + palm, 0, RADIUS.palm],
  ]),
];

const SIDE_LEG = [
  segment("thigh", "hip", "knee", thigh, [[0, 0, hip], [0.1, 0.004, 0.053], [thigh, 0, knee]]),
  segment("shank", "knee", "ankle", shank, [
    [0, 0, knee],
    [0.075, -0.009, 0.0385],
    [0.16, -0.003, 0.026],
    [shank, 0, ankle],
  ]),
  segment("foot", "heel", "ball", heel + foot, [
    [0, 0, RADIUS.heel],
    [heel, 0.018, ankle],
    [heel + foot, 0, ball],
  ]),
  segment("toe", "ball", "toe", LENGTH.toe, [[0, 0, ball], [LENGTH.toe, 0, RADIUS.toe]]),
];

const FRONT_LEG = [
  segment("thigh", "hip", "knee", thigh, [[0, 0, 0.056], [0.1, 0.003, 0.05], [thigh, 0, 0.037]]),
  segment("shank", "knee", "ankle", shank, [[0, 0, 0.037], [0.08, 0.002, 0.037], [
    shank,
    0,
    ankle,
  ]]),
  segment("foot", "ankle", "ball", 0.04, [[0, 0, ankle], [0.04, 0, ankle]]),
];

const NECK = segment("neck", "shoulder", "head", LENGTH.head, [[0.02, 0, 0.03], [
  LENGTH.head,
  0,
  0.027,
]]);
const HEAD = segment(
  "head",
  "shoulder",
  "head",
  LENGTH.head,
  [[LENGTH.head, 0, RADIUS.head]],
  "near",
);
/** The nose says which way the runner faces. */
const NOSE = { ...HEAD, part: "nose", shape: [[0.106, -0.034, 0.026], [0.103, -0.0585, 0.01]] };

/**
 * Segments of each limb, by view.
 * @type {Record<"side" | "front", Record<string, Segment[]>>}
 */
export const BODY = {
  side: {
    trunk: [
      segment("trunk", "hip", "shoulder", trunk, [
        [0, 0.004, 0.055],
        [0.09, -0.004, 0.05],
        [0.2, -0.003, 0.062],
        [trunk - 0.01, 0, 0.053],
      ]),
      NECK,
      HEAD,
      NOSE,
    ],
    leg: SIDE_LEG,
    arm: ARM,
  },
  front: {
    trunk: [
      {
        ...segment("trunk", "hip", "shoulder", trunk, [
          [0.04, -0.03, 0.055],
          [0.04, 0.03, 0.055],
          [0.12, 0.03, 0.052],
          [0.27, 0.085, 0.045],
          [0.27, -0.085, 0.045],
          [0.12, -0.03, 0.052],
        ]),
        closed: true,
      },
      NECK,
      HEAD,
    ],
    pelvis: [
      segment("pelvis", "near_hip", "far_hip", 0.104, [[0, 0.012, hip], [0.104, 0.012, hip]]),
    ],
    leg: FRONT_LEG,
    arm: ARM,
  },
};

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
  },
  front: {
    quads: { thigh: [[0.06, 0, 0.04], [0.22, 0, 0.03]] },
    abductors: { thigh: [[-0.03, 0.031, 0.024], [0.08, 0.031, 0.019]] },
    glutes: { thigh: [[-0.03, 0.031, 0.024], [0.05, 0.033, 0.02]] },
    adductors: { thigh: [[0.05, -0.02, 0.026], [0.18, -0.01, 0.022]] },
    calf: { shank: [[0.05, 0.02, 0.018], [0.1, 0.017, 0.018], [0.19, 0.01, 0.01]] },
    abs: { trunk: [[0.05, 0, 0.036], [0.18, 0, 0.04]] },
    obliques: { trunk: [[0.03, 0.062, 0.028], [0.13, 0.048, 0.026], [0.19, 0.06, 0.024]] },
    far_obliques: { trunk: [[0.03, -0.062, 0.028], [0.13, -0.048, 0.026], [0.19, -0.06, 0.024]] },
  },
};

/**
 * @param {string} part
 * @param {string} from
 * @param {string} to
 * @param {number} length
 * @param {Row} shape
 * @param {string} [tone]
 * @returns {Segment}
 */
function segment(part, from, to, length, shape, tone) {
  return { part, from, to, length, shape, tone };
}
