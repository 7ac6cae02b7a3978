/** The drawn runner in SVG: shapes are made once, a frame only moves them. */

import { complete, solve } from "./pose.js";
import { ATTACHED, BELLIES, furniture, path, SEGMENTS } from "./shapes.js";

/**
 * @typedef {import("./pose.js").Figure} Figure
 * @typedef {import("./pose.js").Joints} Joints
 * @typedef {import("./pose.js").Point} Point
 * @typedef {(joints: Joints) => void} Mover moves one drawn part to where its joints are
 */

/** One body height in drawing units; a picture is FRAME units square. */
const BODY = 100;
const FRAME = 120;
const MARGIN = 5;
/** Lying and sitting figures are hardly larger than standing ones: it is the same runner. */
const MAX_SCALE = 1.15;
const FAR_SHIFT = [2.2, 0.9];
const SIDE_ORDER = ["far_arm", "far_leg", "trunk", "near_leg", "near_arm"];
const FRONT_ORDER = {
  arms: ["trunk", "pelvis", "far_leg", "near_leg", "far_arm", "near_arm"],
  legs: ["far_arm", "near_arm", "trunk", "pelvis", "far_leg", "near_leg"],
};
const SVG = "http://www.w3.org/2000/svg";

/**
 * A living figure inside `host`. `set` moves it: position 0 is the top or start of the rep, 1 the
 * bottom or end; figures are made for the right side, `"left"` mirrors them.
 * @param {Element} host
 * @param {Figure} figure
 * @param {{size?: number}} [options] width and height in CSS pixels; without it the host decides
 * @returns {{set: (position: number, side?: "left" | "right" | "both") => void, destroy: () => void}}
 */
export function mountFigure(host, figure, { size } = {}) {
  const svg = canvas(1, size);
  const { world, move, place } = actor(figure, [0, 1]);
  svg.append(world);
  host.append(svg);
  const poses = complete(figure);
  let mirrored = false;
  place(mirrored);
  /** @param {number} position */
  const show = (position) => move(solve(figure, Math.min(1, Math.max(0, position)), poses));
  show(0);
  return {
    set(position, side) {
      show(position);
      if (side === undefined || mirrored === (side === "left")) return;
      mirrored = !mirrored;
      place(mirrored);
    },
    destroy: () => svg.remove(),
  };
}

/**
 * The one pose that tells the exercise, for a list.
 * @param {Figure} figure
 * @returns {SVGSVGElement}
 */
export function thumb(figure) {
  const svg = canvas(1);
  svg.append(still(figure, figure.thumb ?? 1, [figure.thumb ?? 1]));
  return svg;
}

/**
 * Start and end side by side, for reduced motion; a hold has only the one.
 * @param {Figure} figure
 * @returns {SVGSVGElement}
 */
export function pair(figure) {
  const ends = figure.poses.length > 1 ? [0, 1] : [0];
  const svg = canvas(ends.length);
  ends.forEach((position, i) => {
    const place = element("g", { transform: `translate(${i * FRAME} 0)` });
    place.append(still(figure, position, ends));
    svg.append(place);
  });
  return svg;
}

/**
 * @param {Figure} figure
 * @param {number} position
 * @param {number[]} framed
 */
function still(figure, position, framed) {
  const { world, move, place } = actor(figure, framed);
  move(solve(figure, position));
  place(false);
  return world;
}

/**
 * All parts of one figure, and what moves them.
 * @param {Figure} figure
 * @param {number[]} framed the positions the picture has to hold
 * @returns {{world: SVGElement, move: Mover, place: (mirrored: boolean) => void}}
 */
function actor(figure, framed) {
  const world = element("g", {});
  /** @type {Mover[]} */
  const movers = [];
  const { view, gear = [] } = figure;
  const front = view === "front";
  const box = extent(figure, framed);

  if (view !== "top") {
    world.append(element("path", { class: "floor", d: `M${box[0]} -.6H${box[2]}` }));
  }
  for (const item of gear) {
    const shape = furniture(item);
    if (shape) {
      world.append(element("path", { class: item.kind === "mat" ? "mat" : "gear", d: shape }));
    }
  }
  const far = element("g", front ? {} : { transform: `translate(${FAR_SHIFT})` });
  const [behind, ahead] = [element("g", {}), element("g", {})];
  const order = front ? FRONT_ORDER[figure.nearest ?? "arms"] : SIDE_ORDER;
  world.append(behind, far);
  for (const name of order) limb(!front && name.startsWith("far") ? far : world, name);
  world.append(ahead);
  for (const item of gear) if (item.at) attach(item);

  /**
   * A chain of segments: first all outlines, then all fills, so that joints show no seam.
   * @param {SVGElement} parent
   * @param {string} name
   */
  function limb(parent, name) {
    const limbed = name.includes("_");
    const isFar = name.startsWith("far") && (!front || (name === "far_leg" && !figure.both));
    const tone = !limbed ? "torso" : isFar ? "far" : "near";
    const [edges, fills] = [element("g", { class: "edge" }), element("g", { class: tone })];
    for (const segment of SEGMENTS[front ? "front" : "side"][name]) {
      const d = path(segment.shape, segment.closed);
      const side = name.split("_")[0];
      const domed = segment.part === "foot" && !front;
      const [from, to] = segment.joints.map((joint) => (limbed ? `${side}_${joint}` : joint));
      const parts = [
        element("path", { d }),
        element("path", { d, ...(segment.class && { class: segment.class }) }),
      ];
      edges.append(parts[0]);
      fills.append(parts[1]);
      for (const muscle of figure.muscles ?? []) {
        const belly = BELLIES[front ? "front" : "side"][muscle]?.[segment.part];
        if (!belly || (side === "far" && !figure.both)) continue;
        const turned = front && side === "near" ? belly.map(([x, y, r]) => [x, -y, r]) : belly;
        const drawn = element("path", { class: "muscle", d: path(turned) });
        fills.append(drawn);
        parts.push(drawn);
      }
      movers.push((joints) => along(parts, joints[from], joints[to], segment.length, domed));
    }
    parent.append(edges, fills);
  }

  /** @param {import("./pose.js").Gear} item */
  function attach(item) {
    const { shape, kind, length, from = item.at, to } = ATTACHED(item);
    const drawn = element("path", { class: kind, d: shape });
    (item.layer === "back" ? behind : ahead).append(drawn);
    const [dx, dy] = item.offset ?? [0, 0];
    movers.push((joints) => {
      const a = joints[String(from)];
      const at = /** @type {Point} */ ([a[0] + dx, a[1] + dy]);
      if (!to) drawn.setAttribute("transform", `translate(${at.map(units)})`);
      else if (length) along([drawn], at, joints[to], length);
      else {drawn.setAttribute(
          "d",
          `M${a.map(units)}L${(joints[to] ?? [item.x, item.y]).map(units)}`,
        );}
    });
  }

  return {
    world,
    move: (joints) => movers.forEach((mover) => mover(joints)),
    place: (mirrored) => {
      const [left, bottom, right, top] = box;
      const room = FRAME - (figure.focus ? 0 : 2 * MARGIN);
      const fit = room / Math.max(right - left, top - bottom);
      const scale = figure.focus ? fit : Math.min(MAX_SCALE, fit);
      const flip = mirrored ? -scale : scale;
      const x = FRAME / 2 - (flip * (left + right)) / 2;
      const y = FRAME / 2 + (scale * (bottom + top)) / 2;
      world.setAttribute("transform", `matrix(${flip} 0 0 ${-scale} ${x} ${y})`);
    },
  };
}

/**
 * Left, bottom, right and top of all that is drawn, over the framed stretch of the rep.
 * @param {Figure} figure
 * @param {number[]} framed
 */
function extent(figure, framed) {
  if (figure.focus) {
    const [x, y, size] = figure.focus;
    return [x, y, x + size, y + size].map(units);
  }
  const poses = complete(figure);
  const [first, last] = [framed[0], framed[framed.length - 1]];
  const [xs, ys] = [/** @type {number[]} */ ([]), figure.view === "top" ? [] : [0]];
  for (let i = 0; i <= 8; i++) {
    const joints = solve(figure, first + ((last - first) * i) / 8, poses);
    for (const [name, [x, y]] of Object.entries(joints)) {
      const reach = name === "head" ? 0.06 : 0.03;
      xs.push(x - reach, x + reach);
      ys.push(y + reach, figure.view === "top" ? y - reach : 0);
    }
  }
  for (const { kind, x, width = 0, height = 0 } of figure.gear ?? []) {
    if (x === undefined || kind === "band") continue;
    xs.push(x - width / 2, x + width / 2);
    ys.push(height);
  }
  const aside = figure.view === "top" ? 0 : 0.05;
  return [Math.min(...xs) - aside, Math.min(...ys), Math.max(...xs) + aside, Math.max(...ys)].map(
    units,
  );
}

/**
 * Lay parts drawn along x from `a` to `b`; a segment turned out of the picture gets shorter.
 * @param {SVGElement[]} parts
 * @param {Point} a
 * @param {Point} b
 * @param {number} length
 * @param {boolean} [domed] a foot made shorter rises
 */
function along(parts, a, b, length, domed = false) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  const short = Math.hypot(dx, dy) / length;
  const stretch = short < 0.99
    ? ` scale(${short.toFixed(3)} ${(domed ? 1 / short ** 2 : 1).toFixed(3)})`
    : "";
  const transform = `translate(${a.map(units)}) rotate(${turn.toFixed(2)})${stretch}`;
  for (const part of parts) part.setAttribute("transform", transform);
}

/** @param {number | undefined} value */
function units(value = 0) {
  return Math.round(value * BODY * 100) / 100;
}

/**
 * @param {number} frames
 * @param {number} [size]
 * @returns {SVGSVGElement}
 */
function canvas(frames, size) {
  const viewBox = `0 0 ${FRAME * frames} ${FRAME}`;
  const svg = element("svg", { class: "figure", viewBox, "aria-hidden": "true" });
  if (size) svg.setAttribute("width", String(size * frames));
  if (size) svg.setAttribute("height", String(size));
  return /** @type {SVGSVGElement} */ (svg);
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return /** @type {SVGElement} */ (made);
}
