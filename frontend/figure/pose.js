/** The drawn runner's joints: pose data and a position in the rep in, points out. */

import { complete, poseAt } from "./poses.js";

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./types.d.ts").Pose} Pose
 * @typedef {import("./types.d.ts").Leg} Leg
 * @typedef {import("./types.d.ts").Arm} Arm
 * @typedef {import("./types.d.ts").Point} Point
 * @typedef {import("./types.d.ts").Joints} Joints
 */

/** Segment lengths, in body heights; `head` runs from the shoulder to the middle of the head. */
export const LENGTH = {
  thigh: 0.245,
  shank: 0.246,
  heel: 0.03,
  foot: 0.085,
  toe: 0.04,
  trunk: 0.29,
  head: 0.115,
  upper: 0.17,
  fore: 0.15,
  palm: 0.03,
};

/** How far the body reaches around each joint: a joint at rest on the floor is this high. */
export const RADIUS = {
  hip: 0.058,
  knee: 0.04,
  ankle: 0.022,
  heel: 0.018,
  ball: 0.014,
  toe: 0.012,
  shoulder: 0.06,
  head: 0.06,
  elbow: 0.024,
  wrist: 0.017,
  palm: 0.019,
};

const SIDES = /** @type {const} */ (["near", "far"]);
/** The names of each side's joints. */
const NAMES = { near: names("near"), far: names("far") };

/** Half the distance between the hips and between the shoulders, seen from the front. */
const HALF = { hip: 0.052, shoulder: 0.098 };
const FRONT_FOOT = 0.04;
/** How far a domed foot draws in and lifts its ankle. */
const [DRAW, LIFT] = [0.014, 0.007];
const RAD = Math.PI / 180;

/**
 * The runner's joints at a position of the rep: 0 is the top or start, 1 the bottom or end. Of a
 * jump each whole number is a landing, however many there have been.
 * @param {Figure} figure
 * @param {number} position
 * @param {Pose[]} [poses] from `complete`, when many positions are asked for
 * @returns {Joints}
 */
export function solve(figure, position, poses = complete(figure)) {
  const pose = poseAt(figure, position, poses);
  const root = figure.root ?? "near_ball";
  const own = SIDES.filter((side) => root.startsWith(side));
  const from = build(figure.view, pose, [0, 0], own)[root];
  const [x, y] = pose.at ?? [0, 0];
  return build(figure.view, pose, [x - from[0], y + radius(root) - from[1]]);
}

/**
 * @param {string} joint such as `near_knee` or `hip`
 * @returns {number}
 */
export function radius(joint) {
  const part = joint.slice(joint.indexOf("_") + 1);
  return RADIUS[/** @type {keyof typeof RADIUS} */ (part)];
}

/**
 * The joints for a hip (in the side view both, in the front view their middle) at `hip`, of all
 * limbs or of those of one side. It runs hundreds of times before a set: no more is made than what
 * is told.
 * @param {import("./types.d.ts").View} view
 * @param {Pose} pose
 * @param {Point} hip
 * @param {readonly ("near" | "far")[]} [sides]
 * @returns {Joints}
 */
function build(view, pose, hip, sides = SIDES) {
  const front = view === "front";
  const trunk = pose.trunk ?? 0;
  const shoulder = go(hip, 180 - trunk, LENGTH.trunk);
  const head = go(shoulder, 180 - (pose.head ?? trunk), LENGTH.head);
  /** @type {Joints} */
  const joints = { hip, shoulder, head };
  for (const side of sides) {
    const names = NAMES[side];
    const out = front && side === "near" ? -1 : 1;
    const wide = front ? out : 0;
    const hipAt = go(hip, 90 - (pose.pelvis ?? trunk), HALF.hip * wide);
    const shoulderAt = go(shoulder, 90 - trunk, HALF.shoulder * wide);
    const leg = pose[`${side}_leg`] ?? pose.near_leg ?? {};
    const arm = pose[`${side}_arm`] ?? pose.near_arm ?? {};
    const { knee, ankle, heel, ball, toe } = legJoints(leg, hipAt, out, front);
    const { elbow, wrist, palm } = armJoints(arm, shoulderAt, out);
    joints[names.hip] = hipAt;
    joints[names.knee] = knee;
    joints[names.ankle] = ankle;
    joints[names.heel] = heel;
    joints[names.ball] = ball;
    joints[names.toe] = toe;
    joints[names.shoulder] = shoulderAt;
    joints[names.elbow] = elbow;
    joints[names.wrist] = wrist;
    joints[names.palm] = palm;
  }
  return joints;
}

/**
 * @param {Leg} leg
 * @param {Point} hip
 * @param {number} out
 * @param {boolean} front
 * @returns {Record<"knee" | "ankle" | "heel" | "ball" | "toe", Point>}
 */
function legJoints(leg, hip, out, front) {
  const foot = leg.foot ?? (front ? 12 : 90);
  const thigh = LENGTH.thigh * shrink(leg.thigh_depth);
  const shank = LENGTH.shank * shrink(leg.shank_depth);
  const toe = leg.toe ?? (front ? foot : 90);
  const sole = footFrom([0, 0], foot, toe, out, front, leg.dome);
  let knee = go(hip, (leg.thigh ?? 0) * out, thigh);
  let ankle = go(knee, (leg.shank ?? 0) * out, shank);
  if (leg.plant) {
    const on = leg.on ?? "ball";
    ankle = [leg.plant[0] - sole[on][0], leg.plant[1] + RADIUS[on] - sole[on][1]];
    knee = bend(hip, ankle, thigh, shank, out * (leg.bend ?? 1));
  }
  return { knee, ankle, ...footFrom(ankle, foot, toe, out, front, leg.dome) };
}

/**
 * Heel, ball and toe of a foot; seen from the front it is one short piece.
 * @param {Point} ankle
 * @param {number} foot
 * @param {number} toe
 * @param {number} out
 * @param {boolean} front
 * @param {number} [dome] 1 draws the ball toward the heel and lifts the arch
 */
function footFrom(ankle, foot, toe, out, front, dome = 0) {
  if (front) {
    const ball = go(ankle, foot * out, FRONT_FOOT);
    return { heel: ankle, ball, toe: ball };
  }
  const heel = go(go(ankle, foot, -LENGTH.heel), foot - 90, RADIUS.heel + LIFT * dome);
  const ball = go(
    go(ankle, foot, LENGTH.foot - DRAW * dome),
    foot - 90,
    RADIUS.ankle + LIFT * dome,
  );
  return { heel, ball, toe: go(ball, toe, LENGTH.toe) };
}

/**
 * @param {Arm} arm
 * @param {Point} shoulder
 * @param {number} out
 * @returns {Record<"elbow" | "wrist" | "palm", Point>}
 */
function armJoints(arm, shoulder, out) {
  const upper = LENGTH.upper * shrink(arm.upper_depth);
  const fore = LENGTH.fore * shrink(arm.fore_depth);
  const hand = LENGTH.palm * shrink(arm.fore_depth);
  let elbow = go(shoulder, (arm.upper ?? 0) * out, upper);
  let palm = go(elbow, (arm.fore ?? 0) * out, fore + hand);
  if (arm.plant) {
    palm = arm.plant;
    elbow = bend(shoulder, palm, upper, fore + hand, -out * (arm.bend ?? 1));
  }
  const along = fore / (fore + hand || 1);
  return { elbow, wrist: mix(elbow, palm, along), palm };
}

/**
 * The middle joint of two segments that reach from `a` to `b` (two-bone inverse kinematics).
 * @param {Point} a
 * @param {Point} b
 * @param {number} first
 * @param {number} second
 * @param {number} way 1 bends to the left of a→b (a knee, seen facing right), -1 to the right
 * @returns {Point}
 */
function bend(a, b, first, second, way) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const far = Math.hypot(dx, dy) || 1e-9;
  const along = (far * far + first * first - second * second) / (2 * far);
  const aside = Math.sqrt(Math.max(0, first * first - along * along)) * way;
  return [a[0] + (dx * along - dy * aside) / far, a[1] + (dy * along + dx * aside) / far];
}

/**
 * The point `length` away from `from`, at an angle from straight down.
 * @param {Point} from
 * @param {number} angle
 * @param {number} length
 * @returns {Point}
 */
function go(from, angle, length) {
  return [from[0] + Math.sin(angle * RAD) * length, from[1] - Math.cos(angle * RAD) * length];
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {number} t
 * @returns {Point}
 */
function mix(a, b, t) {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** @param {string} side */
function names(side) {
  return /** @type {Record<keyof typeof RADIUS, string>} */ (
    Object.fromEntries(Object.keys(RADIUS).map((joint) => [joint, `${side}_${joint}`]))
  );
}

/** @param {number} [depth] */
function shrink(depth = 0) {
  return Math.cos(depth * RAD);
}
