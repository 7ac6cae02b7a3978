/** The words that a browser shows by itself, against what the tempo clock says. */
import { phaseFrames } from "../../../frontend/player/phase_frames.js";
import { at, compile } from "../../../frontend/player/tempo.js";
import { phaseOf } from "../../../frontend/player/words.js";
import { equal, ok } from "./expect.js";
import { SETS } from "./sets.js";

/**
 * What a browser makes of frames that hold until the next.
 * @param {import("../../../frontend/player/phase_frames.js").Frame[]} frames
 * @param {number} x
 */
const opacity = (frames, x) => frames.findLast(({ offset }) => offset <= x)?.opacity;

/** @param {import("../../../frontend/player/tempo.js").EventType} type */
const named = (type) => phaseOf(type, { lower: "Slide out" });

Deno.test("at every moment of a set the one word that is seen is that of its phase", () => {
  for (const plan of SETS) {
    const timeline = compile(plan);
    const words = phaseFrames(timeline, named);
    for (let t_s = 0.01; t_s < timeline.duration_s; t_s += 0.09) {
      const seen = words.filter(({ frames }) => opacity(frames, t_s / timeline.duration_s) === 1);
      equal(seen.map(({ word }) => word), [named(at(timeline, t_s).type).word]);
    }
  }
});

Deno.test("the last word stays until the set is logged", () => {
  for (const plan of SETS) {
    const words = phaseFrames(compile(plan), named);
    equal(words.filter(({ frames }) => opacity(frames, 1) === 1).length, 1);
  }
});

Deno.test("each begins and ends in frames of its own and goes only forward", () => {
  for (const { frames } of SETS.flatMap((plan) => phaseFrames(compile(plan), named))) {
    equal([frames[0].offset, frames[frames.length - 1].offset], [0, 1]);
    ok(frames.every(({ offset }, i) => i === 0 || offset >= frames[i - 1].offset));
  }
});

Deno.test("jumps one after the other are one word all along", () => {
  const words = phaseFrames(compile({ measure: "contacts", contacts: 60 }), named);
  const jump = words.find(({ word }) => word === "Jump");
  equal(jump?.frames.length, 4);
  equal(jump?.most_s, 60);
});
