/** The gear the runner trains with: what stands in the picture and what goes with the body. */

import { circle, path, rect } from "./outline.js";
import { LENGTH } from "./pose.js";

/**
 * @typedef {import("./types.d.ts").Gear} Gear
 */

const SOLE = { length: LENGTH.heel + LENGTH.foot, from: "near_heel", to: "near_ball" };
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
  if (kind === "seat") {
    const back = path([[left + 0.015, height - 0.015, 0.018], [
      left - 0.15,
      height + 0.25,
      0.018,
    ]]);
    return rect(left, height - 0.035, right, height, 0.012) + back +
      rect(x - 0.025, 0, x + 0.025, height - 0.02);
  }
  if (kind !== "chair") return "";
  /** @param {number} at */
  const leg = (at) => rect(at, 0, at + 0.022, height - 0.02);
  return `${rect(left, height - 0.03, right, height, 0.012)}${leg(left + 0.02)}${
    leg(right - 0.042)
  }`;
}

/**
 * Gear that goes with the body: its path data, the class it is drawn with and the joints it
 * follows. What reaches from one to another lies along them like a limb; a band's line is as long as
 * a body and stretched.
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
    case "kettlebell": {
      if (to === "nowhere") return { class: "gear", shape: bell(rect, circle(0, -0.07, 0.046)) };
      /** @type {typeof rect} swung, it lies along the arm */
      const turned = (left, bottom, right, top) => rect(bottom, left, top, right);
      const shape = bell(turned, circle(-0.07, 0, 0.046));
      return { class: "gear", shape, length: LENGTH.fore + LENGTH.palm, from: at, to };
    }
    case "barbell":
      return { class: "plate", shape: circle(0, 0, 0.128) + circle(0, 0, 0.018) };
    case "backpack":
      return { class: "gear", shape: rect(0.06, 0.03, 0.27, 0.135, 0.04), ...SPINE };
    case "sled":
      return { class: "gear", shape: rect(-0.19, -0.044, 0.17, -0.018, 0.01), ...SOLE };
    case "dowel":
      return { class: "gear", shape: rect(-0.05, 0.056, 0.46, 0.072), ...SPINE };
    case "towel":
      return { class: "gear", shape: rect(-0.045, -0.026, 0.055, -0.012) };
    default:
      return { class: "band", shape: "M0 0H100", length: 1, from: at, to };
  }
}

/**
 * A rope hanging from one hand to the other, seen from the front.
 * @param {number} width between the hands
 * @param {number} height how far it hangs down
 */
export function rope(width, height) {
  const [x, aside, y] = [width, width * 0.12, (-height * 4) / 3].map((v) => Math.round(v * 1e4) / 100);
  return `M0 0C${-aside} ${y} ${x + aside} ${y} ${x} 0`;
}

/**
 * A kettlebell hanging from the hand.
 * @param {typeof rect} bar
 * @param {string} weight
 */
function bell(bar, weight) {
  return weight + bar(-0.03, -0.045, -0.016, 0.01) + bar(0.016, -0.045, 0.03, 0.01) +
    bar(-0.03, -0.002, 0.03, 0.012);
}

/** Both ends of a dumbbell. @param {number} x */
function plates(x) {
  const half = 0.014;
  return rect(-x - half, -0.034, -x + half, 0.034, 0.01) +
    rect(x - half, -0.034, x + half, 0.034, 0.01);
}
