/// <reference lib="deno.ns" />
/** Every drawn exercise, over its whole rep, moves as a body can and stands as a body must. */

import { radius, solve } from "../../../frontend/figure/pose.js";
import { complete, seen, span } from "../../../frontend/figure/poses.js";
import figures from "../../vectors/figures.json" with { type: "json" };
import {
  angle,
  base,
  centerOfMass,
  distance,
  flies,
  jointAngles,
  limbs,
  SIDES,
} from "./measure.js";

/**
 * @typedef {import("../../../frontend/figure/types.d.ts").Figure} Figure
 * @typedef {import("../../../frontend/figure/types.d.ts").Joints} Joints
 * @typedef {{slug: string, figure: Figure, position: number, joints: Joints}} Frame
 */

const all = /** @type {[string, Figure][]} */ (/** @type {unknown} */ (Object.entries(figures)));
const STEPS = 40;
/** A jump is over in a fraction of its round. */
const JUMP_STEPS = 400;
/** How far a joint may dip into what it rests on: flesh gives. */
const GIVE = 0.012;
/** Walking is falling from foot to foot: there the mass may leave the one foot that stands. */
const WALKING = ["suitcase-carry", "lateral-band-walk", "lateral-lunge", "walking-lunge"];
/** So is bounding: these land ahead of the mass and leave the floor behind it. */
const TRAVELING = ["alternate-bounding", "single-leg-hop-forward", "skater-bound"];
/** Ankles held down let the body lean out over its knees. */
const HELD = ["band-assisted-nordic", "nordic-lower"];

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
      for (const position of positions(figure)) {
        const moved = distance(start, solve(figure, position)[joint]);
        check(moved < 1e-9, slug, position, `${joint} slid by ${moved}`);
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
    if (figure.view === "top" || [...WALKING, ...TRAVELING, ...HELD].includes(slug)) return;
    if (flies(figure, position)) return;
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

Deno.test("a runner leaves the floor where a pose says so, and nowhere else", () => {
  everyFrame(({ slug, figure, position, joints }) => {
    if (!figure.loop) return;
    const lifted = base(figure, joints)[0] === Infinity;
    check(!lifted || flies(figure, position), slug, position, "is in the air without a flight");
    const top = figure.poses.some((pose) => pose.flight && pose.position === position);
    check(!top || lifted, slug, position, "touches something at the top of a flight");
  });
});

Deno.test("a body in the air slows on its way up and gathers speed on its way down", () => {
  for (const [slug, figure] of all) {
    const poses = complete(figure);
    poses.forEach(({ flight }, i) => {
      if (!flight) return;
      const [from, to] = [poses[i - 1].position, poses[i + 1].position];
      const heights = Array.from({ length: 25 }, (_, n) => {
        const joints = solve(figure, from + ((to - from) * n) / 24, poses);
        return centerOfMass(figure, joints, 1);
      });
      const top = heights.indexOf(Math.max(...heights));
      check(top > 2 && top < 22, slug, from, "does not rise and fall");
      for (let n = 2; n < 25; n++) {
        const pushed = heights[n] - 2 * heights[n - 1] + heights[n - 2];
        check(pushed < 0.001, slug, from, `is pushed up in the air by ${pushed.toFixed(4)}`);
      }
    });
  }
});

Deno.test("a bound that is stuck is held over the foot", () => {
  const figure = named("skater-bound");
  const stuck = figure.still?.[0] ?? 0;
  const joints = solve(figure, stuck);
  const [left, right] = base(figure, joints);
  const x = centerOfMass(figure, joints);
  check(x > left && x < right, "skater-bound", stuck, `mass ${x}, foot ${left} to ${right}`);
});

Deno.test("a barbell travels over the middle of the foot", () => {
  for (const slug of ["barbell-squat", "deadlift"]) {
    const figure = named(slug);
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
  const joints = solve(named("goblet-squat"), 1);
  const lean = -angle(joints.shoulder, joints.hip);
  const shin = -angle(joints.near_knee, joints.near_ankle);
  check(
    Math.abs(lean - shin) < 6,
    "goblet-squat",
    1,
    `trunk ${lean.toFixed(0)}°, shin ${shin.toFixed(0)}°`,
  );
});

Deno.test("position 0 is the top of the movement and 1 the bottom", () => {
  /** @type {Record<string, string[]>} */
  const higher = {
    near_heel: ["double-calf-raise", "single-leg-calf-raise", "seated-calf-raise"],
    near_knee: ["clamshell", "side-lying-hip-abduction", "hip-flexor-march", "supine-march"],
    near_toe: ["tibialis-raise"],
    far_hip: ["hip-hitch"],
    shoulder: [
      "dowel-hip-hinge",
      "romanian-deadlift",
      "kickstand-romanian-deadlift",
      "single-leg-romanian-deadlift",
      "deadlift",
      "kettlebell-swing",
      "sit-to-stand",
      "goblet-squat",
      "barbell-squat",
      "split-squat",
      "step-up",
    ],
    hip: [
      "glute-bridge",
      "single-leg-glute-bridge",
      "hamstring-bridge",
      "single-leg-hamstring-bridge",
      "hip-thrust",
      "single-leg-hip-thrust",
      "slider-curl",
      "eccentric-slider-curl",
      "single-leg-slider-curl",
      "band-assisted-nordic",
      "nordic-lower",
    ],
    near_ankle: ["leg-curl"],
  };
  for (const [joint, slugs] of Object.entries(higher)) {
    for (const slug of slugs) {
      const figure = named(slug);
      const [top, bottom] = [solve(figure, 0)[joint][1], solve(figure, 1)[joint][1]];
      check(top > bottom + 0.02, slug, 0, `${joint} is at ${top.toFixed(3)}, then ${bottom}`);
    }
  }
});

Deno.test("the picture moves in small steps from start to end", () => {
  for (const [slug, figure] of all) {
    const poses = complete(figure);
    let before = solve(figure, 0, poses);
    for (const position of positions(figure)) {
      const joints = solve(figure, position, poses);
      const walked = seen(figure, position, poses) < 0.2;
      for (const name in joints) {
        const jump = distance(before[name], joints[name]);
        check(jump < 0.06 || walked, slug, position, `${name} jumps by ${jump.toFixed(3)}`);
      }
      before = joints;
    }
  }
});

Deno.test("a hold is the same at every position, a repetition is not", () => {
  for (const [slug, figure] of all) {
    const [first, last] = [solve(figure, 0), solve(figure, figure.loop ? 0.5 : 1)];
    const moved = JSON.stringify(first) !== JSON.stringify(last);
    check(moved === figure.poses.length > 1, slug, 1, moved ? "moves" : "does not move");
  }
});

/** @param {string} slug @returns {Figure} */
function named(slug) {
  const found = all.find(([name]) => name === slug);
  if (!found) throw new Error(`${slug} is not drawn`);
  return found[1];
}

/** @param {(frame: Frame) => void} look */
function everyFrame(look) {
  for (const [slug, figure] of all) {
    const poses = complete(figure);
    for (const position of positions(figure)) {
      look({ slug, figure, position, joints: solve(figure, position, poses) });
    }
  }
}

/** All the positions to look at, in order. @param {Figure} figure */
function positions(figure) {
  const moves = figure.poses.length > 1;
  const steps = span(figure) * (figure.loop ? JUMP_STEPS : moves ? STEPS : 0);
  const even = Array.from({ length: steps + 1 }, (_, i) => (i * span(figure)) / (steps || 1));
  return [...even, ...complete(figure).map((pose) => pose.position)].sort((a, b) => a - b);
}

/** @param {unknown[]} values */
function still(values) {
  return values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
}

/** @param {boolean} ok @param {string} slug @param {number} position @param {string} says */
function check(ok, slug, position, says) {
  if (!ok) throw new Error(`${slug} at ${position.toFixed(2)}: ${says}`);
}
