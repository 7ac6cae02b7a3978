/** The gear the runner trains with: what stands in the picture and what goes with the body. */

import { circle, rect } from "./outline.js";
import { LENGTH } from "./pose.js";

/** @typedef {import("./types.d.ts").Gear} Gear */

const SPINE = { length: LENGTH.trunk, from: "hip", to: "shoulder" };

/**
 * Gear that stays where it is, as path data; nothing for gear that is carried.
 * @param {Gear} gear
 */
export function furniture({ kind, x = 0, y = 0, width = 0, height = 0 }) {
  const [left, right] = [x - width / 2, x + width / 2];
  if (kind === "wall") return rect(left, 0, right, height);
  if (kind === "step" || kind === "box") return rect(left, y, right, y + height, 0.012);
  if (kind === "mat") return rect(left, y, right, y + height, 0.03);
  if (kind !== "chair") return "";
  /** @param {number} at */
  const leg = (at) => rect(at, 0, at + 0.022, height - 0.02);
  return `${rect(left, height - 0.03, right, height, 0.012)}${leg(left + 0.02)}${
    leg(right - 0.042)
  }`;
}

/**
 * Gear that goes with the body: its path data, the class it is drawn with and the joints it
 * follows. With a `length` it lies along them like a limb, without one it is a line between them.
 * @param {Gear} gear
 * @returns {{shape: string, class: string, length?: number, from?: string, to?: string}}
 */
export function carried({ kind, at, to = "nowhere" }) {
  switch (kind) {
    case "dumbbell":
      return { class: "gear", shape: rect(-0.055, -0.008, 0.055, 0.008) + plates(0.053) };
    case "goblet":
      return {
        class: "gear",
        shape: rect(-0.042, 0.03, 0.042, 0.07, 0.01) + rect(-0.013, -0.05, 0.013, 0.04) +
          rect(-0.042, -0.09, 0.042, -0.05, 0.01),
      };
    case "kettlebell":
      return {
        class: "gear",
        shape: circle(0, -0.07, 0.046) + rect(-0.03, -0.045, -0.016, 0.01) +
          rect(0.016, -0.045, 0.03, 0.01) + rect(-0.03, -0.002, 0.03, 0.012),
      };
    case "barbell":
      return { class: "plate", shape: circle(0, 0, 0.128) + circle(0, 0, 0.018) };
    case "backpack":
      return { class: "gear", shape: rect(0.06, 0.03, 0.27, 0.135, 0.04), ...SPINE };
    case "dowel":
      return { class: "gear", shape: rect(-0.05, 0.056, 0.46, 0.072), ...SPINE };
    case "towel":
      return { class: "gear", shape: rect(-0.045, -0.026, 0.055, -0.012) };
    default:
      return { class: "band", shape: "", from: at, to };
  }
}

/** Both ends of a dumbbell. @param {number} x */
function plates(x) {
  const half = 0.014;
  return rect(-x - half, -0.034, -x + half, 0.034, 0.01) +
    rect(x - half, -0.034, x + half, 0.034, 0.01);
}
