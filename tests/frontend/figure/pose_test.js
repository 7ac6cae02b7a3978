/// <reference lib="deno.ns" />
/** Every drawn exercise, over its whole rep, moves as a body can and stands as a body must. */

import { complete, LENGTH, radius, solve } from "../../../frontend/figure/pose.js";
import figures from "../../vectors/figures.json" with { type: "json" };

/**
 * @typedef {import("../../../frontend/figure/pose.js").Figure} Figure
 * @typedef {import("../../../frontend/figure/pose.js").Joints} Joints
 * @typedef {import("../../../frontend/figure/pose.js").Point} Point
 * @typedef {{slug: string, figure: Figure, position: number, joints: Joints}} Frame
 */

const all = /** @type {[string, Figure][]} */ (/** @type {unknown} */ (Object.entries(figures)));
const STEPS = 40;
const SIDES = ["near", "far"];
/** How far a joint may dip into what it rests on: flesh gives. */
const GIVE = 0.012;

/** Share of body mass and where along the segment it lies (Winter). @type {[number, string, string, number][]} */
const MASSES = [
  [0.081, "shoulder", "head", 1],
  [0.497, "hip", "shoulder", 0.5],
  ...SIDES.flatMap((side) => /** @type {[number, string, string, number][]} */ ([
    [0.028, `${side}_shoulder`, `${side}_elbow`, 0.436],
    [0.022, `${side}_elbow`, `${side}_palm`, 0.6],
    [0.1, `${side}_hip`, `${side}_knee`, 0.433],
    [0.0465, `${side}_knee`, `${side}_ankle`, 0.433],
    [0.0145, `${side}_ankle`, `${side}_ball`, 0.5],
  ])),
];
/** Walking is falling from foot to foot: there the mass may leave the one foot that stands. */
const WALKING = ["suitcase-carry", "lateral-band-walk"];
const FOOT_HALF_WIDTH = 0.03;
/** Mass of gear carried, in body masses. @type {Record<string, number>} */
const CARRIED = { dumbbell: 0.1, goblet: 0.15, kettlebell: 0.2, barbell: 0.5 };

Deno.test("limbs keep their length", () => {
  everyFrame(({ slug, figure, position, joints }) => {
    for (const side of SIDES) {
      for (const [from, to, length, depth] of limbs(figure, position, side)) {
        const long = distance(joints[from], joints[to]);
        check(Math.abs(long - length * depth) < 1e-6, slug, position, `${from}–${to} is ${long}`);
      }
    }
  });
});

Deno.test("no joint bends further than a joint can", () => {
  everyFrame(({ slug, figure, position, joints }) => {
    if (figure.view !== "side") return;
    for (const side of SIDES) {
      for (const [name, angle, least, most] of jointAngles(figure, position, joints, side)) {
        check(
          angle >= least && angle <= most,
          slug,
          position,
          `${side} ${name} ${angle.toFixed(1)}°`,
        );
      }
    }
  });
});

Deno.test("what is planted stays planted", () => {
  for (const [slug, figure] of all) {
    const poses = complete(figure);
    const held = [...(still(poses.map((pose) => pose.at)) ? [figure.root ?? "near_ball"] : [])];
    for (const side of SIDES) {
      for (const [limb, end] of [["leg", "ball"], ["arm", "palm"]]) {
        const parts = poses.map((pose) => /** @type {any} */ (pose)[`${side}_${limb}`]);
        if (!parts[0]?.plant || !still(parts.map((part) => part.plant))) continue;
        held.push(`${side}_${parts[0].on ?? end}`);
      }
    }
    for (const joint of held) {
      const start = solve(figure, 0)[joint];
      for (let i = 0; i <= STEPS; i++) {
        const moved = distance(start, solve(figure, i / STEPS)[joint]);
        check(moved < 1e-9, slug, i / STEPS, `${joint} slid by ${moved}`);
      }
    }
  }
});

Deno.test("nothing sinks into the floor or into the gear", () => {
  everyFrame(({ slug, figure, position, joints }) => {
    if (figure.view === "top") return;
    for (const [name, [x, y]] of Object.entries(joints)) {
      if (name.endsWith("shoulder") || (name.endsWith("hip") && figure.view === "front")) continue;
      const bottom = y - radius(name);
      check(bottom >= -GIVE, slug, position, `${name} is ${(-bottom).toFixed(3)} below the floor`);
      for (const box of figure.gear ?? []) {
        const inside = box.x !== undefined && Math.abs(x - box.x) < (box.width ?? 0) / 2 - GIVE &&
          y < (box.height ?? 0) - GIVE && y > (box.kind === "chair" ? (box.height ?? 0) - 0.03 : 0);
        check(!inside || box.kind === "mat", slug, position, `${name} is inside the ${box.kind}`);
      }
    }
  });
});

Deno.test("the center of mass, with what is carried, stays over the base", () => {
  everyFrame(({ slug, figure, position, joints }) => {
    if (figure.view === "top" || WALKING.includes(slug)) return;
    const [left, right] = base(figure, joints);
    const x = centerOfMass(figure, joints);
    check(
      x > left && x < right,
      slug,
      position,
      `mass at ${x.toFixed(3)}, base ${left.toFixed(3)} to ${right.toFixed(3)}`,
    );
  });
});

Deno.test("a barbell travels over the middle of the foot", () => {
  for (const slug of ["barbell-squat", "deadlift"]) {
    const figure = all.find(([name]) => name === slug)?.[1];
    if (!figure) throw new Error(`${slug} is not drawn`);
    const bar = figure.gear?.find((gear) => gear.kind === "barbell");
    for (let i = 0; i <= STEPS; i++) {
      const joints = solve(figure, i / STEPS);
      const x = joints[bar?.at ?? ""][0] + (bar?.offset?.[0] ?? 0);
      const middle = (joints.near_heel[0] + joints.near_toe[0]) / 2;
      check(Math.abs(x - middle) < 0.05, slug, i / STEPS, `bar ${(x - middle).toFixed(3)} off`);
    }
  }
});

Deno.test("a squat's trunk leans no further than its shins, give or take", () => {
  const figure = all.find(([name]) => name === "goblet-squat")?.[1];
  if (!figure) throw new Error("the goblet squat is not drawn");
  const joints = solve(figure, 1);
  const lean = -angle(joints.shoulder, joints.hip);
  const shin = -angle(joints.near_knee, joints.near_ankle);
  check(
    Math.abs(lean - shin) < 6,
    "goblet-squat",
    1,
    `trunk ${lean.toFixed(0)}°, shin ${shin.toFixed(0)}°`,
  );
});

Deno.test("the picture moves in small steps from start to end", () => {
  for (const [slug, figure] of all) {
    let before = solve(figure, 0);
    for (let i = 1; i <= STEPS; i++) {
      const joints = solve(figure, i / STEPS);
      for (const name in joints) {
        const jump = distance(before[name], joints[name]);
        check(jump < 0.06, slug, i / STEPS, `${name} jumps by ${jump.toFixed(3)}`);
      }
      before = joints;
    }
  }
});

Deno.test("a hold is the same at every position, a repetition is not", () => {
  for (const [slug, figure] of all) {
    const moved = JSON.stringify(solve(figure, 0)) !== JSON.stringify(solve(figure, 1));
    check(moved === figure.poses.length > 1, slug, 1, moved ? "moves" : "does not move");
  }
});

/** @param {(frame: Frame) => void} look */
function everyFrame(look) {
  for (const [slug, figure] of all) {
    const poses = complete(figure);
    const steps = figure.poses.length > 1 ? STEPS : 0;
    for (let i = 0; i <= steps; i++) {
      const position = i / (steps || 1);
      look({ slug, figure, position, joints: solve(figure, position, poses) });
    }
  }
}

/**
 * Segments of one side with their length and how much of it is seen at this position.
 * @param {Figure} figure
 * @param {number} position
 * @param {string} side
 * @returns {[string, string, number, number][]}
 */
function limbs(figure, position, side) {
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
function jointAngles(figure, position, joints, side) {
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
 * Left and right end of all that holds the body up: joints on the floor or on gear, hands that hold.
 * @param {Figure} figure
 * @param {Joints} joints
 */
function base(figure, joints) {
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

/** @param {Figure} figure @param {Joints} joints */
function centerOfMass(figure, joints) {
  let [moment, mass] = [0, 0];
  /** @param {number} m @param {number} x */
  const add = (m, x) => [moment, mass] = [moment + m * x, mass + m];
  for (const [m, from, to, t] of MASSES) {
    add(m, joints[from][0] + (joints[to][0] - joints[from][0]) * t);
  }
  for (const { kind, at, offset } of figure.gear ?? []) {
    if (at && kind in CARRIED) add(CARRIED[kind], joints[at][0] + (offset?.[0] ?? 0));
  }
  return moment / mass;
}

/** The angle of a→b from straight down, forward positive. @param {Point} a @param {Point} b */
function angle(a, b) {
  return (Math.atan2(b[0] - a[0], a[1] - b[1]) * 180) / Math.PI;
}

/** `degrees` as the same angle in least … least + 360. @param {number} degrees @param {number} least */
function turn(degrees, least) {
  return ((((degrees - least) % 360) + 360) % 360) + least;
}

/** @param {Point} a @param {Point} b */
function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** @param {unknown[]} values */
function still(values) {
  return values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
}

/** @param {boolean} ok @param {string} slug @param {number} position @param {string} says */
function check(ok, slug, position, says) {
  if (!ok) throw new Error(`${slug} at ${position.toFixed(2)}: ${says}`);
}
