/** What a headset's button does in each phase, and what a lock screen says. */
import { described, pressed } from "../../../frontend/player/media_session.js";
import { equal } from "./expect.js";
import { session, split_squat } from "./workouts.js";

const active = session([split_squat]);
/** @typedef {import("../../../frontend/player/types.d.ts").Active} Active */
/** @param {Partial<Active>} change */
const standing = (change) => ({ ...active, ...change });
const work = standing({ phase: "work" });

Deno.test("one button starts, pauses, goes on, logs and ends the rest", () => {
  const type = (/** @type {Active} */ state, /** @type {"play"|"pause"} */ button) =>
    pressed(state, button, false)?.type ?? null;
  equal(type(standing({ phase: "ready" }), "play"), "start");
  equal(type(work, "pause"), "pause");
  equal(type({ ...work, paused_at: 5 }, "play"), "resume");
  equal(type(standing({ phase: "log" }), "play"), "log");
  equal(type(standing({ phase: "rest" }), "play"), "rest_done");
  equal(type(standing({ phase: "finish" }), "play"), null);
  equal(type(standing({ phase: "log" }), "pause"), null);
});

Deno.test("next ends the set, never before its first rep; back takes one rep", () => {
  equal(pressed(work, "nexttrack", true), { type: "go" });
  equal(pressed(work, "nexttrack", false), { type: "finish_set" });
  equal(pressed(work, "previoustrack", false), { type: "minus_rep" });
  equal(pressed({ ...work, paused_at: 5 }, "previoustrack", false), null);
});

Deno.test("the lock screen says exercise, set and side", () => {
  const { title, artist } = described(work, "Split squat");
  equal([title, artist], ["Split squat", "Set 1 of 3 · Left"]);
  equal(described(standing({ phase: "rest" }), "").artist, "Rest · next: Set 1 of 3 · Left");
});
