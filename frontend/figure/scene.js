/** One figure's SVG parts, made once, and how each follows its joints. */

import { BELLIES, BODY } from "./body.js";
import { carried, furniture, rope } from "./gear.js";
import { path } from "./outline.js";
import { solve } from "./pose.js";
import { complete, seen } from "./poses.js";

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./types.d.ts").Gear} Gear
 * @typedef {import("./types.d.ts").Joints} Joints
 * @typedef {import("./types.d.ts").Point} Point
 * @typedef {(joints: Joints, position: number) => void} Mover moves one part to where its joints are
 * @typedef {[left: number, bottom: number, right: number, top: number]} Box in drawing units
 */

/** One body height, in drawing units. */
const TALL = 100;
/** In body heights. */
const UNSEEN = 1e-4;
/** The far side lies a little aside and higher, so that it is seen behind the near one. */
const FAR_SHIFT = "translate(2.2 .9)";
const ORDER = {
  side: ["far_arm", "far_leg", "trunk", "near_leg", "near_arm"],
  arms: ["trunk", "pelvis", "far_leg", "near_leg", "far_arm", "near_arm"],
  legs: ["far_arm", "near_arm", "trunk", "pelvis", "far_leg", "near_leg"],
};
const SVG = "http://www.w3.org/2000/svg";

/**
 * All parts of a figure over the stretch of the rep that the picture shows.
 * @param {Figure} figure
 * @param {number[]} shown its first and last position
 * @returns {{world: SVGElement, move: Mover, box: Box}}
 */
export function scene(figure, shown) {
  const world = element("g");
  const box = extent(figure, shown);
  /** @type {Mover[]} */
  const movers = [];
  const [standing, behind, ahead] = [element("g"), element("g"), element("g")];
  if (figure.view !== "top") {
    standing.append(element("path", { class: "floor", d: `M${box[0]} -.6H${box[2]}` }));
  }
  for (const gear of figure.gear ?? []) {
    if (gear.kind === "rope") movers.push(turn(figure, gear, behind, ahead));
    else if (gear.at) movers.push(attach(gear, gear.layer === "back" ? behind : ahead));
    else standing.append(stand(gear));
  }
  const front = figure.view === "front";
  const runner = element("g");
  runner.append(behind);
  world.append(standing, runner);
  for (const name of ORDER[front ? figure.nearest ?? "arms" : "side"]) {
    const shifted = !front && name.startsWith("far");
    const limb = element("g", shifted ? { transform: FAR_SHIFT } : {});
    movers.push(...grow(figure, name, limb));
    runner.append(limb);
  }
  runner.append(ahead);
  const poses = complete(figure);
  if (poses.some((pose) => pose.cut)) {
    movers.push((_, position) => fade(runner, seen(figure, position, poses)));
  }
  return {
    world,
    box,
    move: (joints, position) => movers.forEach((mover) => mover(joints, position)),
  };
}

/**
 * A limb's segments in `group`: all outlines first, then all fills, so that joints show no seam.
 * @param {Figure} figure
 * @param {string} name `trunk`, `pelvis`, or side and limb
 * @param {SVGElement} group
 * @returns {Mover[]}
 */
function grow(figure, name, group) {
  const view = figure.view === "front" ? "front" : "side";
  const [side, limb] = name.includes("_") ? name.split("_") : ["", name];
  const dim = side === "far" && (view === "side" || (limb === "leg" && !figure.both));
  const [edges, fills] = [element("g", { class: "edge" }), element("g")];
  fills.setAttribute("class", side === "" ? "torso" : dim ? "far" : "near");
  group.append(edges, fills);
  return BODY[view][limb].map(({ part, from, to, length, shape, closed, tone }) => {
    const d = path(shape, closed);
    const edge = element("path", { d });
    const flesh = element("g");
    flesh.append(element("path", tone ? { d, class: tone } : { d }));
    edges.append(edge);
    fills.append(flesh);
    for (const muscle of figure.muscles ?? []) {
      const belly = BELLIES[view][muscle]?.[part];
      if (!belly || (side === "far" && !figure.both)) continue;
      const inward = view === "front" && side === "near";
      const row = inward ? belly.map(([x, y, r]) => [x, -y, r]) : belly;
      flesh.append(element("path", { class: "muscle", d: path(row) }));
    }
    const [a, b] = side ? [`${side}_${from}`, `${side}_${to}`] : [from, to];
    const lay = laid([edge, flesh], length, part === "foot" && view === "side");
    return (joints) => lay(joints[a], joints[b]);
  });
}

/** @param {Gear} gear */
function stand(gear) {
  return element("path", { class: gear.kind === "mat" ? "mat" : "gear", d: furniture(gear) });
}

/**
 * @param {Gear} gear
 * @param {SVGElement} layer
 * @returns {Mover}
 */
function attach(gear, layer) {
  const { shape, length, from = String(gear.at), to, ...attributes } = carried(gear);
  const drawn = element("path", { ...attributes, d: shape });
  layer.append(drawn);
  const [dx, dy] = gear.offset ?? [0, 0];
  const lay = laid([drawn], length ?? 1);
  /** @type {Point} */
  const a = [0, 0];
  /** @type {Point} */
  const beside = [0, 0];
  return (joints) => {
    [a[0], a[1]] = [joints[from][0] + dx, joints[from][1] + dy];
    [beside[0], beside[1]] = [a[0] + 1, a[1]];
    const b = to ? joints[to] ?? [gear.x, gear.y] : beside;
    if (length || !to) lay(a, b);
    else drawn.setAttribute("d", `M${a.map(units)}L${b.map(units)}`);
  };
}

/**
 * A rope that turns once a contact and is under the feet as they are highest.
 * @param {Figure} figure
 * @param {Gear} gear
 * @param {SVGElement} behind
 * @param {SVGElement} ahead
 * @returns {Mover}
 */
function turn(figure, { at = "", to = "", height = 0 }, behind, ahead) {
  const low = figure.poses.find((pose) => pose.flight)?.position ?? 0;
  const drawn = [behind, ahead].map((layer) => {
    const path = element("path", { class: "band" });
    layer.append(path);
    return path;
  });
  return (joints, position) => {
    const now = rope(joints[at], joints[to], height, position - low);
    const [hidden, shown] = now.ahead ? drawn : drawn.toReversed();
    hidden.setAttribute("d", "");
    shown.setAttribute("d", now.d);
  };
}

/** @param {SVGElement} runner @param {number} opacity */
function fade(runner, opacity) {
  runner.setAttribute("opacity", opacity.toFixed(2));
}

/**
 * Parts drawn along x, to be laid from one point to another; a segment turned out of the picture is
 * seen shorter. A matrix that is only written over costs a frame half of what a text costs.
 * @param {SVGElement[]} parts
 * @param {number} length
 * @param {boolean} [domed] a foot that gets shorter rises instead
 * @returns {(a: Point, b: Point) => void}
 */
function laid(parts, length, domed = false) {
  const svg = /** @type {SVGSVGElement} */ (element("svg"));
  const [turned, matrix] = [svg.createSVGTransform(), svg.createSVGMatrix()];
  const own = /** @type {SVGGraphicsElement[]} */ (parts)
    .map((part) => part.transform.baseVal.initialize(turned));
  const before = [NaN, NaN, NaN, NaN];
  return (a, b) => {
    // A limb that stands still costs a frame nothing.
    if (near(a, before[0], before[1]) && near(b, before[2], before[3])) return;
    [before[0], before[1], before[2], before[3]] = [a[0], a[1], b[0], b[1]];
    const [x, y] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const short = Math.hypot(x, y) || 1;
    const thick = (domed ? short ** -2 : 1) / short;
    [matrix.a, matrix.b] = [x, y];
    [matrix.c, matrix.d] = [-y * thick, x * thick];
    [matrix.e, matrix.f] = [a[0] * TALL, a[1] * TALL];
    for (const one of own) one.setMatrix(matrix);
  };
}

/** Whether nobody could see the difference. @param {Point} a @param {number} x @param {number} y */
function near(a, x, y) {
  return Math.abs(a[0] - x) < UNSEEN && Math.abs(a[1] - y) < UNSEEN;
}

/**
 * What the picture has to hold.
 * @param {Figure} figure
 * @param {number[]} shown
 * @returns {Box}
 */
function extent(figure, shown) {
  if (figure.focus) {
    const [x, y, size] = figure.focus;
    return [units(x), units(y), units(x + size), units(y + size)];
  }
  const poses = complete(figure);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  const [xs, ys] = [/** @type {number[]} */ ([]), figure.view === "top" ? [] : [0]];
  const even = Array.from({ length: 9 }, (_, i) => first + ((last - first) * i) / 8);
  const keys = poses.map((pose) => pose.position).filter((at) => at > first && at < last);
  for (const position of [...even, ...keys]) {
    const joints = solve(figure, position, poses);
    for (const [name, [x, y]] of Object.entries(joints)) {
      const reach = name === "head" ? 0.06 : 0.03;
      xs.push(x - reach, x + reach);
      ys.push(y + reach, figure.view === "top" ? y - reach : 0);
    }
  }
  for (const { kind, at, x = 0, y = 0, width = 0, height = 0 } of figure.gear ?? []) {
    if (kind === "rope") ys.push(solve(figure, first, poses)[at ?? ""][1] + height + 0.03);
    if (at) continue;
    xs.push(x - width / 2, x + width / 2);
    ys.push(y, y + height);
  }
  const aside = figure.view === "top" ? 0 : 0.05;
  const [left, right] = [Math.min(...xs) - aside, Math.max(...xs) + aside];
  return [units(left), units(Math.min(...ys)), units(right), units(Math.max(...ys))];
}

/** @param {number | undefined} value */
function units(value = 0) {
  return Math.round(value * TALL * 100) / 100;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @returns {SVGElement}
 */
export function element(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return /** @type {SVGElement} */ (made);
}
