/** What a physiotherapist would measure on a drawn runner: lengths, angles, base and balance. */

import { LENGTH, radius } from "../../../frontend/figure/pose.js";
import { complete } from "../../../frontend/figure/poses.js";

/**
 * @typedef {import("../../../frontend/figure/types.d.ts").Figure} Figure
 * @typedef {import("../../../frontend/figure/types.d.ts").Joints} Joints
 * @typedef {import("../../../frontend/figure/types.d.ts").Point} Point
 */

/** @typedef {[share: number, from: string, to: string, along: number]} Mass of body mass */

export const SIDES = ["near", "far"];
/** Where the body's mass lies along its segments (Winter). @type {Mass[]} */
const MASSES = [
  [0.081, "shoulder", "head", 1],
  [0.497, "hip", "shoulder", 0.5],
  ...SIDES.flatMap((side) => /** @type {Mass[]} */ ([
    [0.028, `${side}_shoulder`, `${side}_elbow`, 0.436],
    [0.022, `${side}_elbow`, `${side}_palm`, 0.6],
    [0.1, `${side}_hip`, `${side}_knee`, 0.433],
    [0.0465, `${side}_knee`, `${side}_ankle`, 0.433],
    [0.0145, `${side}_ankle`, `${side}_ball`, 0.5],
  ])),
];
/** Mass of gear carried, in body masses. @type {Record<string, number>} */
const CARRIED = { dumbbell: 0.1, goblet: 0.15, kettlebell: 0.2, barbell: 0.5 };
const FOOT_HALF_WIDTH = 0.03;

/**
 * Segments of one side with their length and how much of it is seen at this position.
 * @param {Figure} figure
 * @param {number} position
 * @param {string} side
 * @returns {[string, string, number, number][]}
 */
export function limbs(figure, position, side) {
  /** @param {string} limb @param {string} key */
  const seen = (limb, key) => {
    const poses = complete(figure).map((pose) => {
      const any = /** @type {any} */ (pose);
      return [pose.position, (any[`${side}_${limb}`] ?? any[`near_${limb}`])?.[key] ?? 0];
    });
    const next = poses.findIndex(([at]) => at >= position);
    const [a, b] = [poses[Math.max(0, next - 1)], poses[next]];
    const t = a[0] === b[0] ? 0 : (position - a[0]) / (b[0] - a[0]);
    return Math.abs(Math.cos(((a[1] + (b[1] - a[1]) * t) * Math.PI) / 180));
  };
  return [
    [`${side}_hip`, `${side}_knee`, LENGTH.thigh, seen("leg", "thigh_depth")],
    [`${side}_knee`, `${side}_ankle`, LENGTH.shank, seen("leg", "shank_depth")],
    [`${side}_shoulder`, `${side}_elbow`, LENGTH.upper, seen("arm", "upper_depth")],
    [`${side}_elbow`, `${side}_palm`, LENGTH.fore + LENGTH.palm, seen("arm", "fore_depth")],
  ];
}

/**
 * Flexion angles seen from the side, each with its least and most; an arm turned out of the
 * picture shows none.
 * @param {Figure} figure
 * @param {number} position
 * @param {Joints} joints
 * @param {string} side
 * @returns {[string, number, number, number][]}
 */
export function jointAngles(figure, position, joints, side) {
  /** @param {string} name */
  const at = (name) => joints[`${side}_${name}`];
  const trunk = angle(joints.shoulder, joints.hip);
  const thigh = angle(at("hip"), at("knee"));
  const shank = angle(at("knee"), at("ankle"));
  const foot = angle(at("heel"), at("ball"));
  const upper = angle(at("shoulder"), at("elbow"));
  const fore = angle(at("elbow"), at("palm"));
  const flat = limbs(figure, position, side).slice(2).every(([, , , depth]) => depth > 0.95);
  return [
    ["hip flexion, the lower back's share with it", turn(thigh - trunk, -60), -30, 135],
    ["knee flexion", turn(thigh - shank, -60), -5, 150],
    ["ankle dorsiflexion", turn(foot - shank - 90, -180), -60, 40],
    ["toe extension", turn(angle(at("ball"), at("toe")) - foot, -180), -15, 88],
    ["neck extension", turn(angle(joints.head, joints.shoulder) - trunk, -180), -45, 45],
    ...(flat
      ? /** @type {[string, number, number, number][]} */ ([
        ["shoulder flexion", turn(upper - trunk, -90), -65, 200],
        ["elbow flexion", turn(fore - upper, -60), -5, 152],
      ])
      : []),
  ];
}

/**
 * Left and right end of all that holds the body up: joints on the floor or on gear, hands that
 * lean on a wall.
 * @param {Figure} figure
 * @param {Joints} joints
 */
export function base(figure, joints) {
  const tops = [{ top: 0, left: -9, right: 9 }];
  for (const { kind, x, width = 0, height = 0 } of figure.gear ?? []) {
    if (x === undefined || kind === "wall") continue;
    tops.push({ top: height, left: x - width / 2 - 0.06, right: x + width / 2 + 0.06 });
  }
  const walls = (figure.gear ?? []).filter((gear) => gear.kind === "wall");
  const xs = [];
  for (const [name, [x, y]] of Object.entries(joints)) {
    const reach = Math.max(radius(name), figure.view === "front" ? FOOT_HALF_WIDTH : 0);
    const rests = tops.some(({ top, left, right }) =>
      x > left && x < right && Math.abs(y - radius(name) - top) < 0.02
    );
    const leans = walls.some((wall) => Math.abs(x - (wall.x ?? 0)) < reach + 0.045);
    if (rests || leans) xs.push(x - reach, x + reach);
  }
  return [Math.min(...xs), Math.max(...xs)];
}

/**
 * Whether the runner is in the air at this position by what the poses say, and may be.
 * @param {Figure} figure
 * @param {number} position
 */
export function flies(figure, position) {
  const poses = complete(figure);
  return poses.some((pose, i) =>
    pose.flight && position > poses[i - 1].position && position < poses[i + 1].position
  );
}

/**
 * Where the center of mass is: along the floor (axis 0) or how high (axis 1).
 * @param {Figure} figure
 * @param {Joints} joints
 * @param {0 | 1} [axis]
 */
export function centerOfMass(figure, joints, axis = 0) {
  let [moment, mass] = [0, 0];
  /** @param {number} m @param {number} x */
  const add = (m, x) => [moment, mass] = [moment + m * x, mass + m];
  for (const [m, from, to, t] of MASSES) {
    add(m, joints[from][axis] + (joints[to][axis] - joints[from][axis]) * t);
  }
  for (const { kind, at, offset } of figure.gear ?? []) {
    if (at && kind in CARRIED) add(CARRIED[kind], joints[at][axis] + (offset?.[axis] ?? 0));
  }
  return moment / mass;
}

/** The angle of a→b from straight down, forward positive. @param {Point} a @param {Point} b */
export function angle(a, b) {
  return (Math.atan2(b[0] - a[0], a[1] - b[1]) * 180) / Math.PI;
}

/** @param {Point} a @param {Point} b */
export function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/**
 * The same angle, between least and least + 360.
 * @param {number} degrees
 * @param {number} least
 */
function turn(degrees, least) {
  return ((((degrees - least) % 360) + 360) % 360) + least;
}
