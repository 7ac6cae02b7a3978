/** Which words are said in a set and in a rest, and that they never fall on each other. */
import { restCalls, setCalls } from "../../../frontend/player/calls.js";
import { CLIPS } from "../../../frontend/player/clips.js";
import { setSounds } from "../../../frontend/player/sounds.js";
import { compile } from "../../../frontend/player/tempo.js";
import { clip_s } from "../../../frontend/player/voice.js";
import { equal, ok } from "./expect.js";

/** @typedef {import("../../../frontend/player/sounds.js").Sound} Sound */

/** @param {Sound[]} calls */
const said = (calls) => calls.map(({ at_s, after_s = 0, word }) => `${at_s + after_s} ${word}`);

Deno.test("reps are counted as they begin, the last one by its name", () => {
  const timeline = compile({ measure: "reps", reps: 4, tempo: "3-1-1-0" });
  equal(said(setCalls(timeline)), [
    "0 3",
    "1 2",
    "2 1",
    "3 go",
    "6 pause",
    "7 lift",
    "8 2",
    "13 3",
    "18 last_rep",
    "23.75 done",
  ]);
});

Deno.test("the first rep names its phases in the exercise's own words", () => {
  const timeline = compile({ measure: "reps", reps: 2, tempo: "3-1-1-0", ready_s: 0 });
  const own = { phase_words: { lower: "Slide out", pause_low: "Touch", lift: "Wiggle" } };
  const words = setCalls(timeline, 0, own).map(({ word }) => word);
  equal(words, ["slide_out", "touch", "last_rep", "done"]);
});

Deno.test("the side is said first; in a short get-ready in the place of three", () => {
  const reps = { measure: /** @type {const} */ ("reps"), reps: 1, tempo: "2-0-2-0" };
  const short = setCalls(compile(reps), 0, { side: "left" });
  equal(said(short).slice(0, 4), ["0 left", "1 2", "2 1", "3 go"]);
  const long = setCalls(compile({ ...reps, ready_s: 5 }), 0, { side: "right" });
  equal(said(long).slice(0, 3), ["0 right", "2 3", "3 2"]);
});

Deno.test("after the first side the other one is called when the chime has rung out", () => {
  const timeline = compile({ measure: "hold", hold_s: 10, ready_s: 8 });
  equal(said(setCalls(timeline, 0, { side: "right", turned: true }))[0], "0.7 switch_right");
  const first = compile({ measure: "hold", hold_s: 10, ends: "switch" });
  ok(!setCalls(first, 0, { side: "left" }).some(({ word }) => word === "done"));
});

Deno.test("a hold has a middle and its last five seconds counted", () => {
  const timeline = compile({ measure: "hold", hold_s: 30, ready_s: 0 });
  equal(said(setCalls(timeline)), [
    "15 halfway",
    "25 5",
    "26 4",
    "27 3",
    "28 2",
    "29 1",
    "30.75 done",
  ]);
});

Deno.test("fast contacts are told in fives, slow ones one by one", () => {
  const fast = compile({ measure: "contacts", contacts: 12, contact_s: 0.5, ready_s: 0 });
  equal(setCalls(fast).map(({ word }) => word), ["5", "10", "done"]);
  const slow = compile({ measure: "contacts", contacts: 3, contact_s: 2, ready_s: 0 });
  equal(setCalls(slow).map(({ word }) => word), ["2", "last_rep", "done"]);
});

Deno.test("a distance ends when the runner says so, not when the coach does", () => {
  const walk = compile({ measure: "distance", distance_m: 20 });
  equal(setCalls(walk).map(({ word }) => word), ["3", "2", "1", "go"]);
});

Deno.test("a rest says its last ten seconds and its end, after their tones", () => {
  equal(said(restCalls(60)), ["50.3 ten_seconds", "61.1 rest_over"]);
  equal(said(restCalls(60, 55)), ["61.1 rest_over"]);
  equal(restCalls(0), []);
});

Deno.test("no two words ever fall on each other, whatever the tempo, and all have a clip", () => {
  for (const tempo of ["3-1-1-0", "X", "1-0-1-0", "2-0-X-1", "5-2-5-2"]) {
    for (const reps of [1, 12, 30, 31]) {
      for (const ready_s of [0, 3, 5, 10]) {
        const timeline = compile({ measure: "reps", reps, tempo, ready_s });
        let free_s = 0;
        for (const { at_s, after_s = 0, word = "" } of setCalls(timeline, 0, { side: "left" })) {
          ok(word in CLIPS, word);
          ok(at_s + after_s >= free_s, `${word} at ${at_s} of ${tempo}`);
          free_s = at_s + after_s + clip_s(word);
        }
      }
    }
  }
});

Deno.test("every rep after the first has its number or its name, even at the fastest tempo", () => {
  const timeline = compile({ measure: "reps", reps: 30, tempo: "X" });
  const words = setCalls(timeline).map(({ word }) => word);
  for (let rep = 2; rep < 30; rep++) ok(words.includes(String(rep)), String(rep));
  ok(words.includes("last_rep"));
});

Deno.test("a set taken up midway says only what is still to come", () => {
  const timeline = compile({ measure: "reps", reps: 8, tempo: "3-1-1-0" });
  const later = setCalls(timeline, 20);
  ok(later.every(({ at_s }) => at_s >= 20));
  equal(later, setCalls(timeline).filter(({ at_s }) => at_s >= 20));
});

Deno.test("tones are the same with and without words", () => {
  ok(setSounds(compile({ measure: "hold", hold_s: 40 })).every(({ kind }) => kind !== "say"));
});
