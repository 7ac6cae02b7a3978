/** What a screen reader says: every turn of a session, and nothing twice. */
import { phaseSpoken, setSpoken } from "../../../frontend/player/screen/spoken.js";
import { resume } from "../../../frontend/player/session.js";
import { timelineOf } from "../../../frontend/player/steps.js";
import { at } from "../../../frontend/player/tempo.js";
import { equal } from "./expect.js";
import { bridge, circuit, plank, play, session, split_squat } from "./workouts.js";

/** @typedef {import("./workouts.js").Active} Active */

/** @param {ReturnType<typeof play>} phone @param {import("./workouts.js").Action["type"]} action */
function said(phone, action) {
  const before = phone.state;
  return phaseSpoken(phone.do(action, 1).state, "it", before, phone.now_ms);
}

/** What is said of a set at its second `t_s`. @param {Active} state @param {number} t_s */
function saidAt(state, t_s, begins = false) {
  const timeline = timelineOf(state);
  const told = { name: "it", rep_s: timeline.rep_s, begins };
  return setSpoken(state, at(timeline, t_s), told);
}

Deno.test("the end of a session is said, whichever it is", () => {
  const phone = play(session([{ ...bridge, sets: 1 }])).do("start").whole();
  equal(said(phone, "log"), "Last set done. How hard was it, all in all?");
  equal(said(phone, "discard"), "Session thrown away. You can still take it back.");
  phone.do("undo_discard");
  equal(said(phone, "finish"), "Saved.");
  const early = play(session([bridge])).do("start");
  equal(said(early, "end_early"), "Ended early. How hard was it, all in all?");
});

Deno.test("a pause is said, and that it is over", () => {
  const phone = play(session([bridge])).do("start");
  equal([said(phone, "pause"), said(phone, "resume")], ["Paused.", "Resumed."]);
});

Deno.test("what must be known is said first, also by a page just opened", () => {
  const { state } = play(session([bridge])).do("start");
  const now_ms = state.started_at + 600_000, found = resume(state, now_ms);
  const left = "You left during set 1. Log what you did, or do it again.";
  equal(phaseSpoken(found, "it", null, now_ms), left);
  equal(phaseSpoken(found, "it", state, now_ms), `${left} Set 1 of 2 done. Log it.`);
  equal(phaseSpoken(found, "it", found, now_ms), "Set 1 of 2 done. Log it.");
});

Deno.test("a hold is said with its length, then in tens", () => {
  const { state } = play(session([{ ...plank, hold_s: 25 }])).do("start");
  equal(saidAt(state, 3, true), "Hold, 25 seconds");
  equal([4, 8, 9].map((t_s) => saidAt(state, t_s)), ["", "20 seconds", ""]);
});

Deno.test("before a side it is said which", () => {
  const phone = play(session([split_squat])).do("start");
  equal(saidAt(phone.state, 0), "Left side. Get ready");
  equal(saidAt(phone.whole().state, 0), "To the right. Get ready");
});

Deno.test("what a circuit goes on with is named", () => {
  const phone = play(session(circuit)).do("start");
  equal(saidAt(phone.state, 0), "Get ready");
  phone.whole().do("rest_done", 7);
  equal([phone.state.phase, saidAt(phone.state, 0)], ["work", "it. Get ready"]);
});

Deno.test("reps are told one by one, the first by its phases", () => {
  const { state } = play(session([split_squat])).do("start");
  equal([3, 8, 38].map((t_s) => saidAt(state, t_s)), ["Lower", "Rep 2", "Last rep"]);
});
