/** The ring that a browser turns by itself, against what the tempo clock says. */
import { headFrames, veilFrames } from "../../../frontend/player/ring_frames.js";
import { at, compile } from "../../../frontend/player/tempo.js";
import { equal, ok } from "./expect.js";
import { SETS } from "./sets.js";

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

Deno.test("what the head has passed is bright, and what is still to come lies under the veil", () => {
  for (const timeline of SETS.map(compile)) {
    const halves = [0, 1].map((half) => veilFrames(timeline, /** @type {0|1} */ (half)));
    for (let t_s = STEP_S / 3; t_s < timeline.duration_s; t_s += STEP_S) {
      const { type, turn } = at(timeline, t_s);
      const passed = type === "ready" ? 0 : turn;
      for (const place of [0.1, 0.3, 0.49, 0.51, 0.7, 0.9]) {
        if (Math.abs(place - passed) < 0.005) continue;
        const half = place < 0.5 ? 0 : 1;
        const x = t_s / timeline.duration_s;
        const [degrees] = between(halves[half], x, ({ transform }) => transform);
        const [opacity] = between(halves[half], x, (frame) => String(frame.opacity));
        // Each half lies on its own half of the ring and has turned so far.
        const from = half / 2 + degrees / 360;
        equal(opacity === 1 && place > from && place < from + 0.5, place > passed);
      }
    }
  }
});

Deno.test("frames are in order and leave nothing open, so that a browser asks the page for nothing", () => {
  for (const timeline of SETS.map(compile)) {
    for (const frames of [headFrames(timeline), veilFrames(timeline, 0), veilFrames(timeline, 1)]) {
      const offsets = frames.map(({ offset }) => offset);
      equal(offsets, offsets.toSorted((a, b) => a - b));
      equal([offsets[0], offsets[offsets.length - 1]], [0, 1]);
    }
  }
});

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
