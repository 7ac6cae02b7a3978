/**
 * A part of the drawn figure: what it looks like at a position, as numbers that can be put on it now
 * or laid out ahead.
 */

/**
 * @typedef {import("./types.d.ts").Joints} Joints
 * @typedef {import("./types.d.ts").Point} Point
 * @typedef {{
 *   least: number[],
 *   frame: (row: number[]) => Record<string, string>,
 *   attribute: (row: number[]) => [string, string],
 *   angle?: number,
 * }} Kind of what its numbers say: a difference below `least` is not seen, which one is an angle
 * @typedef {{drawn: SVGElement[], kind: Kind, read: (joints: Joints, position: number) => number[]}}
 *   Part
 */

/** One body height, in drawing units. */
export const TALL = 100;

/**
 * Where it is: x and y in drawing units, its angle in degrees, its size along and across. One matrix
 * would say the same, but a browser that moves it by itself would not know how large it gets.
 * @type {Kind}
 */
export const PLACE = {
  least: [0.08, 0.08, 0.25, 0.004, 0.01],
  angle: 2,
  frame: ([x, y, angle, ...size]) => ({
    transform: `translate(${x}px, ${y}px) rotate(${angle}deg) scale(${size})`,
  }),
  attribute: ([x, y, angle, ...size]) => [
    "transform",
    `translate(${x} ${y}) rotate(${angle}) scale(${size})`,
  ],
};

/** How much of it is seen, 0 to 1. @type {Kind} */
export const OPACITY = {
  least: [0.02],
  frame: ([seen]) => ({ opacity: String(seen) }),
  attribute: ([seen]) => ["opacity", String(seen)],
};

/**
 * The place of a part drawn along x, laid from one point to another; a segment turned out of the
 * picture is seen shorter.
 * @param {Point} a
 * @param {Point} b
 * @param {number} length how long it is drawn
 * @param {boolean} [domed] a foot that gets shorter rises instead
 * @returns {number[]} of a `PLACE`
 */
export function along(a, b, length, domed = false) {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(x, y) / length;
  const thick = domed && long ? long ** -2 : 1;
  return [a[0] * TALL, a[1] * TALL, (Math.atan2(y, x) * 180) / Math.PI, long, thick].map(short);
}

/** @param {number} value */
function short(value) {
  return Math.round(value * 1e4) / 1e4;
}
