/** A session found again: after a reload, out of sight, or saved by an earlier version. */
import { order, progress, toDo } from "../../../frontend/player/order.js";
import { next, resume } from "../../../frontend/player/session.js";
import { minutesLeft, timelineOf } from "../../../frontend/player/steps.js";
import { noticeWords } from "../../../frontend/player/words.js";
import { equal, ok } from "./expect.js";
import { bridge, circuit, plank, play, session, split_squat, T0 } from "./workouts.js";

/** @typedef {import("./workouts.js").Active} Active */

const NEWER = [
  "sequence",
  "added",
  "after",
  "left_out",
  "pace",
  "ready_s",
  "rolling",
  "plus",
  "skip_reasons",
  "swap_reasons",
];

/** As the version before this one saved it. @param {Active} state @returns {Active} */
function older(state) {
  const fields = Object.entries(JSON.parse(JSON.stringify(state)));
  return /** @type {any} */ (Object.fromEntries(fields.filter(([key]) => !NEWER.includes(key))));
}

Deno.test("a session saved by the version before goes on where it was, to its end", () => {
  const phone = play(session([split_squat, bridge, plank])).set().do("rest_done", 90);
  phone.do("start", 5);
  const found = resume(older(phone.state), phone.now_ms);
  equal(found, phone.state);
  phone.state = found;
  phone.whole().whole().do("log").do("rest_done", 90).set();
  while (phone.state.phase !== "finish") phone.do("rest_done", 90).set();
  phone.do("finish");
  equal(phone.sets().length, 10);
});

Deno.test("what the version before had skipped is left out, what it had done is done", () => {
  const { state } = play(session([split_squat, bridge, plank])).set();
  const skipping = { ...state, at: { item: 1, set: 1, side: /** @type {const} */ ("both") } };
  const found = resume(older({ ...skipping, phase: "ready", rest: null }), T0 + 1e6);
  equal(progress(found).map(({ sets }) => sets), [["done", "left_out", "left_out"], [
    "left_out",
    "now",
  ], ["next", "next"]]);
  equal(toDo(found).length, 3);
  ok(minutesLeft(found) > 0);
});

Deno.test("a paused set of the version before is still paused, at the same second", () => {
  const { state } = play(session([bridge])).do("start").do("pause", 20);
  const found = resume(older(state), T0 + 9e6);
  equal([found.phase, found.paused_at], ["work", T0 + 20_000]);
  equal(next(found, { type: "resume" }, T0 + 9e6).state.paused_ms, 9e6 - 20_000);
});

Deno.test("out of sight and closed are the same: the page asks about what ran out", () => {
  for (const items of [[bridge], [split_squat], circuit]) {
    const { state } = play(session(items)).do("start");
    const closed = resume(JSON.parse(JSON.stringify(state)), T0 + 600_000);
    const hidden = next(state, { type: "returned" }, T0 + 600_000).state;
    equal(hidden, closed);
    equal(closed.notice, { key: "left", set: 0 });
    equal(closed.logged, []);
  }
});

Deno.test("a set still running when the page returns goes on", () => {
  const { state } = play(session([bridge])).do("start");
  equal(next(state, { type: "returned" }, T0 + 20_000).state, state);
});

Deno.test("a circuit waits for who was gone during its rest", () => {
  const phone = play(session(circuit)).do("start").whole();
  equal(phone.state.phase, "rest");
  phone.do("returned", 60);
  equal([phone.state.phase, phone.state.at.item], ["ready", 1]);
  phone.do("start");
  equal(timelineOf(phone.state).ready_s, 3);
});

Deno.test("a timer that was fast asleep begins nothing that nobody hears", () => {
  const phone = play(session(circuit)).do("start").whole().do("rest_done", 7 + 3);
  equal(phone.state.phase, "ready");
});

Deno.test("with the clock of the phone set back nobody waits for an hour to come again", () => {
  const hour_ms = 3_600_000;
  const { state } = play(session([bridge])).do("start");
  const working = resume(state, T0 - hour_ms);
  equal([working.phase, working.notice?.key], ["ready", "clock"]);
  ok(noticeWords(working)?.strong.includes("clock"));
  const rested = resume(play(session([bridge])).set().state, T0 - hour_ms);
  equal([rested.phase, rested.rest, rested.notice?.key], ["ready", null, "clock"]);
  const asked = resume(play(session([bridge])).do("start").whole().state, T0 - hour_ms);
  equal([asked.phase, asked.rest], ["log", null]);
});

Deno.test("a set tapped a blink ago has not been begun by another clock", () => {
  const { state } = play(session([bridge])).do("start");
  equal(resume(state, T0 - 500), state);
});

Deno.test("a slower set asked about later is as long as it was", () => {
  const { state } = play(session([bridge])).do({ type: "pace", s: 1 }).do("start");
  const found = resume(JSON.parse(JSON.stringify(state)), T0 + 600_000);
  equal(found.rest?.until, T0 + (3 + 60 + 60) * 1000);
  equal(found.performed.both?.tempo, "2-2-1-0".replace("2-2", "3-2"));
});

Deno.test("gone on the second side that comes first: the words name the side that is next", () => {
  const { state } = play(session([{ ...split_squat, first: "right" }])).do("start");
  const found = resume(state, T0 + 600_000);
  equal([found.phase, found.at.side, order(found)[0].side], ["ready", "left", "right"]);
  ok(noticeWords(found)?.strong.includes("the left one is next"));
});
