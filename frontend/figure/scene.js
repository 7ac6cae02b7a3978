/** One figure's SVG parts, made once, and where each of them is at a position of the rep. */

import { BELLIES, BODY } from "./body.js";
import { carried, furniture, rope } from "./gear.js";
import { path } from "./outline.js";
import { along, OPACITY, PLACE, TALL } from "./part.js";
import { solve } from "./pose.js";
import { complete, seen } from "./poses.js";

/**
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./types.d.ts").Gear} Gear
 * @typedef {import("./part.js").Part} Part
 * @typedef {[left: number, bottom: number, right: number, top: number]} Box in drawing units
 */

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
 * @returns {{world: SVGElement, parts: Part[], box: Box}}
 */
export function scene(figure, shown) {
  const world = element("g");
  const box = extent(figure, shown);
  /** @type {Part[]} */
  const parts = [];
  const [standing, behind, ahead] = [element("g"), element("g"), element("g")];
  if (figure.view !== "top") {
    standing.append(element("path", { class: "floor", d: `M${box[0]} -.6H${box[2]}` }));
  }
  for (const gear of figure.gear ?? []) {
    if (gear.kind === "rope") parts.push(...turn(figure, gear, behind, ahead));
    else if (gear.at) parts.push(attach(gear, gear.layer === "back" ? behind : ahead));
    else standing.append(stand(gear));
  }
  const front = figure.view === "front";
  const runner = element("g");
  runner.append(behind);
  world.append(standing, runner);
  for (const name of ORDER[front ? figure.nearest ?? "arms" : "side"]) {
    const shifted = !front && name.startsWith("far");
    const limb = element("g", shifted ? { transform: FAR_SHIFT } : {});
    parts.push(...grow(figure, name, limb));
    runner.append(limb);
  }
  runner.append(ahead);
  const poses = complete(figure);
  if (poses.some((pose) => pose.cut)) {
    parts.push({
      drawn: [runner],
      kind: OPACITY,
      read: (_, position) => [seen(figure, position, poses)],
    });
  }
  return { world, parts, box };
}

/**
 * A limb's segments in `group`: all outlines first, then all fills, so that joints show no seam.
 * @param {Figure} figure
 * @param {string} name `trunk`, `pelvis`, or side and limb
 * @param {SVGElement} group
 * @returns {Part[]}
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
    const domed = part === "foot" && view === "side";
    return {
      drawn: [edge, flesh],
      kind: PLACE,
      read: (joints) => along(joints[a], joints[b], length, domed),
    };
  });
}

/** @param {Gear} gear */
function stand(gear) {
  return element("path", { class: gear.kind === "mat" ? "mat" : "gear", d: furniture(gear) });
}

/**
 * @param {Gear} gear
 * @param {SVGElement} layer
 * @returns {Part}
 */
function attach(gear, layer) {
  const { shape, length = 1, from = String(gear.at), to, ...attributes } = carried(gear);
  const drawn = element("path", { ...attributes, d: shape });
  layer.append(drawn);
  const [dx, dy] = gear.offset ?? [0, 0];
  return {
    drawn: [drawn],
    kind: PLACE,
    read(joints) {
      const [x, y] = [joints[from][0] + dx, joints[from][1] + dy];
      return along([x, y], to ? joints[to] ?? [gear.x, gear.y] : [x + 1, y], length);
    },
  };
}

/**
 * A rope that turns once a contact and is under the feet as they are highest: drawn behind the body
 * and before it, and seen where it is.
 * @param {Figure} figure
 * @param {Gear} gear
 * @param {SVGElement} behind
 * @param {SVGElement} ahead
 * @returns {Part[]}
 */
function turn(figure, { at = "", to = "", height = 0 }, behind, ahead) {
  const low = figure.poses.find((pose) => pose.flight)?.position ?? 0;
  const hands = solve(figure, 0);
  const width = Math.hypot(hands[to][0] - hands[at][0], hands[to][1] - hands[at][1]);
  const drawn = [behind, ahead].map((layer) => {
    const path = element("path", { class: "band", d: rope(width, height) });
    layer.append(path);
    return path;
  });
  const turned = (/** @type {number} */ position) => 2 * Math.PI * (position - low);
  return [
    {
      drawn,
      kind: PLACE,
      read(joints, position) {
        const [x, y, angle, long] = along(joints[at], joints[to], width);
        return [x, y, angle, long, Math.cos(turned(position))];
      },
    },
    ...drawn.map((one, i) => ({
      drawn: [one],
      kind: OPACITY,
      // It comes up behind and down in front.
      read: (/** @type {unknown} */ _, /** @type {number} */ position) => [
        Number(Number(Math.sin(turned(position)) < 0) === i),
      ],
    })),
  ];
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
