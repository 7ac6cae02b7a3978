/// <reference lib="deno.ns" />
/** The clock of a self-test: get ready, then seconds, reps at a pace, or a window that closes. */
import { face, isTimed, READY_S } from "../../../frontend/ui/test_clock.js";
import { equal } from "./expect.js";

const balance = { unit: "s", most: 60 };
const raises = { unit: "reps", most: 3, pace_s: 1 };
const pogos = { unit: "reps", most: 80, window_s: 20 };

/** @param {import("../../../frontend/ui/test_clock.js").Timed} test @param {number} s */
const at = (test, s) => face(test, READY_S + s);

Deno.test("only what goes by the clock has one", () => {
  equal([balance, raises, pogos, { unit: "mm", most: 250 }].map(isTimed), [
    true,
    true,
    true,
    false,
  ]);
});

Deno.test("three, two, one, and nothing counts yet", () => {
  equal([0, 1, 2.9].map((s) => face(balance, s).big), ["3", "2", "1"]);
  equal(face(balance, 2.9).value, 0);
});

Deno.test("whole seconds count, and at the most the clock ends by itself", () => {
  equal([at(balance, 29.9).value, at(balance, 30).value], [29, 30]);
  equal([at(balance, 59.9).over, at(balance, 60).over, at(balance, 61).value], [false, true, 60]);
});

Deno.test("a rep is up and down at the pace and counts when it is whole", () => {
  equal([0, 1, 2, 3.5].map((s) => at(raises, s).word), ["Rise", "Lower", "Rise", "Lower"]);
  equal([at(raises, 1.9).value, at(raises, 2).value], [0, 1]);
  equal([at(raises, 6).over, at(raises, 6).value], [true, 3]);
});

Deno.test("each turn of the pace sounds once", () => {
  const beats = [0, 0.5, 1, 1.5, 2].map((s) => at(raises, s).beat);
  equal(new Set(beats).size, 3);
});

Deno.test("a window counts down and closes", () => {
  equal([at(pogos, 0).big, at(pogos, 19.5).big, at(pogos, 20).over], ["20", "1", true]);
});
