/** The choices of the log card against what the journal keeps of them. */
import { chosen, reserveChoices } from "../../../frontend/player/reserve.js";
import { equal } from "./expect.js";

/** @typedef {import("../../../frontend/player/reserve.js").Choice[]} Choices */

const values = (/** @type {Choices} */ choices) => choices.map(({ value }) => value);
const labels = (/** @type {Choices} */ choices) => choices.map(({ label }) => label);

Deno.test("every number of reps in reserve falls under one choice, and none says more than was", () => {
  const choices = reserveChoices({ reps: 8, rir: 2 }, 12);
  equal(labels(choices), ["0", "1", "2", "3", "4–5", "6+"]);
  equal([0, 3, 4, 5, 6, 10].map((rir) => chosen(choices, rir)?.value), [0, 3, 4, 4, 6, 6]);
});

Deno.test("a set too long to tell to the rep is told in three levels", () => {
  equal(labels(reserveChoices({ reps: 12, rir: 2 }, 12)).length, 6);
  equal(labels(reserveChoices({ reps: 13, rir: 2 }, 12)), ["0–1", "2–3", "4+"]);
});

Deno.test("in a novice's first weeks every set is told in levels", () => {
  equal(labels(reserveChoices({ reps: 5, rir: 2 }, 0)), ["0–1", "2–3", "4+"]);
});

Deno.test("the level that holds what was asked is logged as what was asked", () => {
  equal(values(reserveChoices({ reps: 15, rir: 3 }, 12)), [0, 3, 4]);
  equal(values(reserveChoices({ reps: 15, rir: 1 }, 12)), [1, 2, 4]);
  equal(values(reserveChoices({ reps: 15, rir: 5 }, 12)), [0, 2, 5]);
  equal(chosen(reserveChoices({ reps: 15, rir: 3 }, 12), 3)?.label, "2–3");
});

Deno.test("a session begun before there were levels goes on to the rep", () => {
  equal(labels(reserveChoices({ reps: 20, rir: 2 }, undefined)).length, 6);
});
