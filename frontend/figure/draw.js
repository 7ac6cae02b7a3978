/** The drawn runner on a page: moving, as a thumbnail, or start and end side by side. */

import { eased, endOf_s, keyframes, rounds } from "./motion.js";
import { solve } from "./pose.js";
import { complete, span } from "./poses.js";
import { element, scene } from "./scene.js";

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./part.js").Part} Part
 * @typedef {import("./scene.js").Box} Box
 * @typedef {{
 *   set: (position: number, side?: string) => void,
 *   play: (cycles: import("./motion.js").Cycle[], zero_ms: number) => void,
 *   destroy: () => void,
 * }} Living `zero_ms` is the `performance.now` of the movement's second 0
 */

/** A picture is this many drawing units square; a body height is 100. */
const FRAME = 120;
const MARGIN = 5;
/** Lying and sitting runners are hardly larger than standing ones: it is the same runner. */
const MAX_SCALE = 1.15;
/** In a list the pose has to be read at 54 px: there a low one may be larger. */
const MAX_THUMB_SCALE = 1.4;

/**
 * A living figure inside `host`. `set` stands it still: position 0 is the top or start of the rep, 1
 * the bottom or end, 2 the start again; a jump's position counts its landings on and on. Figures are
 * made for the right side, `"left"` mirrors them. `play` lays out a whole movement, which the browser
 * then shows by itself.
 * @param {Element} host
 * @param {Figure} figure
 * @param {{size?: number}} [options] width and height in CSS pixels; without it the host decides
 * @returns {Living}
 */
export function mountFigure(host, figure, { size } = {}) {
  const svg = canvas(1, size);
  const { world, parts, box } = scene(figure, [0, span(figure)]);
  const poses = complete(figure);
  /** @type {Animation[]} */
  let laid = [];
  let facing = "right";
  const rest = () => laid.forEach((one) => one.cancel());
  /** @param {number} position @param {string} [side] */
  const set = (position, side = facing) => {
    rest();
    if (side !== facing) place(world, figure, box, side === "left");
    facing = side;
    const at = eased(figure, Math.max(0, figure.loop ? position : Math.min(2, position)));
    pose(parts, solve(figure, at, poses), at);
  };
  /** @type {Living["play"]} */
  const play = (cycles, zero_ms) => {
    rest();
    const left = cycles.filter((cycle) => zero_ms + endOf_s(cycle) * 1000 > performance.now());
    laid = left.flatMap((cycle, i) => lay(figure, parts, cycle, zero_ms, i === 0));
    // A browser moves by itself only what has a single animation: one pace after the other.
    if (left.length > 1) laid[0]?.finished.then(() => play(left, zero_ms), () => {});
  };
  place(world, figure, box);
  set(0);
  svg.append(framed(world));
  host.append(svg);
  return {
    set,
    play,
    // What is laid out for parts that are gone would be kept, and moved, for as long as the page lives.
    destroy() {
      rest();
      svg.remove();
    },
  };
}

/**
 * The one pose that tells the exercise, for a list.
 * @param {Figure} figure
 * @returns {SVGSVGElement}
 */
export function thumb(figure) {
  const svg = canvas(1);
  const telling = figure.thumb ?? 1;
  svg.append(framed(still(figure, telling, [telling], "right", MAX_THUMB_SCALE)));
  return svg;
}

/**
 * Start and end side by side, for reduced motion; a hold has only the one.
 * @param {Figure} figure
 * @param {string} [side]
 * @returns {SVGSVGElement}
 */
export function pair(figure, side) {
  const ends = figure.still ?? (figure.poses.length > 1 ? [0, 1] : [0]);
  const svg = canvas(ends.length);
  ends.forEach((position, i) => svg.append(framed(still(figure, position, ends, side), i)));
  return svg;
}

/**
 * @param {Figure} figure
 * @param {number} position
 * @param {number[]} shown
 * @param {string} [side]
 * @param {number} [most]
 */
function still(figure, position, shown, side = "right", most = MAX_SCALE) {
  const { world, parts, box } = scene(figure, shown);
  pose(parts, solve(figure, position), position);
  place(world, figure, box, side === "left", most);
  return world;
}

/**
 * @param {Part[]} parts
 * @param {import("./types.d.ts").Joints} joints
 * @param {number} position
 */
function pose(parts, joints, position) {
  for (const { drawn, kind, read } of parts) {
    const [name, value] = kind.attribute(read(joints, position));
    for (const one of drawn) one.setAttribute(name, value);
  }
}

/**
 * One cycle of a movement laid out on every part; only the first is there before it begins, the
 * others come when it is their turn.
 * @param {Figure} figure
 * @param {Part[]} parts
 * @param {import("./motion.js").Cycle} cycle
 * @param {number} zero_ms
 * @param {boolean} first
 * @returns {Animation[]}
 */
function lay(figure, parts, cycle, zero_ms, first) {
  const { round_s, times, start } = rounds(figure, cycle);
  /** @type {KeyframeAnimationOptions} */
  const timing = {
    duration: round_s * 1000,
    iterations: times,
    iterationStart: start,
    fill: first ? "both" : "forwards",
  };
  return keyframes(figure, parts, cycle).flatMap(({ part: { drawn, kind }, rows }) => {
    if (rows.length === 1) {
      drawn.forEach((one) => one.setAttribute(...kind.attribute(rows[0].row)));
      return [];
    }
    const frames = rows.map(({ offset, row }) => ({ offset, ...kind.frame(row) }));
    return drawn.map((one) => {
      const laid = one.animate(frames, timing);
      laid.startTime = zero_ms + cycle.begin_s * 1000;
      return laid;
    });
  });
}

/**
 * An inner picture, so that a detail is cut at its own edge whatever the shape of the outer one.
 * @param {SVGElement} world
 * @param {number} [place]
 */
function framed(world, place = 0) {
  const [x, side] = [String(place * FRAME), String(FRAME)];
  const frame = element("svg", { x, width: side, height: side });
  frame.append(world);
  return frame;
}

/**
 * Put what is in `box` into the middle of the frame, y up.
 * @param {SVGElement} world
 * @param {Figure} figure
 * @param {Box} box
 * @param {boolean} [mirrored]
 * @param {number} [most] how much larger than usual at most
 */
function place(world, figure, [left, bottom, right, top], mirrored = false, most = MAX_SCALE) {
  const size = Math.max(right - left, top - bottom);
  const scale = figure.focus ? FRAME / size : Math.min(most, (FRAME - 2 * MARGIN) / size);
  const flip = mirrored ? -scale : scale;
  const x = FRAME / 2 - (flip * (left + right)) / 2;
  const y = FRAME / 2 + (scale * (bottom + top)) / 2;
  world.setAttribute("transform", `matrix(${flip} 0 0 ${-scale} ${x} ${y})`);
}

/**
 * @param {number} frames
 * @param {number} [size]
 * @returns {SVGSVGElement}
 */
function canvas(frames, size) {
  const viewBox = `0 0 ${FRAME * frames} ${FRAME}`;
  const sized = size ? { width: String(size * frames), height: String(size) } : null;
  const svg = element("svg", { class: "figure", viewBox, "aria-hidden": "true", ...sized });
  return /** @type {SVGSVGElement} */ (svg);
}
