/** The ring that a browser turns by itself, against what the tempo clock says. */
import { headFrames, litFrames } from "../../../frontend/player/ring_frames.js";
import { ringShape } from "../../../frontend/player/ring_shape.js";
import { at, compile } from "../../../frontend/player/tempo.js";
import { equal, ok } from "./expect.js";
import { SETS } from "./sets.js";

const AROUND = 900;
const STEP_S = 0.037;

Deno.test("at every moment of a set the head is where the rep is", () => {
  for (const timeline of SETS.map(compile)) {
    const frames = headFrames(timeline);
    for (let t_s = 0; t_s < timeline.duration_s; t_s += STEP_S) {
      const { type, turn } = at(timeline, t_s);
      const [degrees] = between(frames, t_s / timeline.duration_s, ({ transform }) => transform);
      near((degrees / 360) % 1, (type === "ready" ? 0 : turn) % 1, `${timeline.measure} ${t_s}`);
    }
  }
});

Deno.test("an arc is bright as far as the head has come, and dark before it does", () => {
  for (const timeline of SETS.map(compile)) {
    for (let rep = 1; rep <= (timeline.measure === "reps" ? timeline.total : 1); rep++) {
      for (const { from, to } of ringShape(timeline, rep).arcs) {
        const arc = { from: from * AROUND + 9, length: (to - from) * AROUND - 18 };
        const frames = litFrames(timeline, arc, AROUND);
        for (const { t_s, turn } of moments(timeline, rep)) {
          const x = t_s / timeline.duration_s;
          const [lit] = between(frames, x, ({ strokeDasharray }) => strokeDasharray);
          const [opacity] = between(frames, x, (frame) => String(frame.opacity));
          const passed = Math.min(arc.length, Math.max(0, turn * AROUND - arc.from));
          near(lit / AROUND, passed / AROUND, `${timeline.measure} ${t_s}`);
          equal(opacity, Number(passed > 0));
        }
      }
    }
  }
});

Deno.test("frames are in order and leave nothing open, so that a browser asks the page for nothing", () => {
  for (const timeline of SETS.map(compile)) {
    for (const frames of [headFrames(timeline), litFrames(timeline, { from: 0, length: 9 }, 900)]) {
      const offsets = frames.map(({ offset }) => offset);
      equal(offsets, offsets.toSorted((a, b) => a - b));
      equal([offsets[0], offsets[offsets.length - 1]], [0, 1]);
    }
  }
});

/**
 * The moments of one rep, less those on which two frames meet.
 * @param {import("../../../frontend/player/tempo.js").Timeline} timeline
 * @param {number} rep
 */
function moments(timeline, rep) {
  const found = [];
  for (let t_s = STEP_S / 3; t_s < timeline.duration_s; t_s += STEP_S) {
    const standing = at(timeline, t_s);
    const { type, turn } = standing;
    if (type !== "ready" && (timeline.measure !== "reps" || standing.rep === rep)) {
      found.push({ t_s, turn });
    }
  }
  return found;
}

/**
 * What a browser makes of the numbers in two frames.
 * @template {{offset: number}} T
 * @param {T[]} frames
 * @param {number} x
 * @param {(frame: T) => string} value
 */
function between(frames, x, value) {
  const last = frames.findLastIndex(({ offset }) => offset <= x);
  const [a, b] = [frames[last], frames[Math.min(last + 1, frames.length - 1)]];
  const t = b.offset > a.offset ? (x - a.offset) / (b.offset - a.offset) : 0;
  const [from, to] = [a, b].map((frame) => value(frame).match(/[\d.]+/g)?.map(Number) ?? []);
  return from.map((number, i) => number + (to[i] - number) * t);
}

/** @param {number} is @param {number} expected @param {string} about */
function near(is, expected, about) {
  const apart = Math.abs(is - expected);
  ok(Math.min(apart, 1 - apart) < 0.002, `${about}: is ${is}, expected ${expected}`);
}
