/** Slower, faster and more than asked: what is done is counted, and logged as done. */
import { slowed, tempoDone } from "../../../frontend/player/pace.js";
import { ringShape } from "../../../frontend/player/ring_shape.js";
import { timelineOf } from "../../../frontend/player/steps.js";
import { at, compile } from "../../../frontend/player/tempo.js";
import { setWord } from "../../../frontend/player/words.js";
import { close, equal, ok } from "./expect.js";
import { bridge, plank, play, pogo, session, spare, split_squat, walk } from "./workouts.js";

const slower = /** @type {const} */ ({ type: "pace", s: 1 });
const faster = /** @type {const} */ ({ type: "pace", s: -1 });

Deno.test("a step slower is one second of lowering, and never less than a second is left", () => {
  equal(slowed("3-1-1-0", 1), "4-1-1-0");
  equal(slowed("3-1-1-0", -5), "1-1-1-0");
  equal(slowed("X-0-X-0", 1), "1-0-X-0");
  equal(slowed("X", -1), "X-0-X-0");
  equal(slowed("0-0-2-1", 1), "0-0-3-1");
});

Deno.test("slower before the set is slower on both sides, and not in the next", () => {
  const phone = play(session([split_squat])).do(slower).do("start");
  equal(timelineOf(phone.state).duration_s, 3 + 8 * 6);
  phone.whole().whole().do("log");
  equal(phone.sets().map(({ tempo }) => tempo), ["4-1-1-0", "4-1-1-0"]);
  equal(phone.sets()[1].tension_s, { lower: 32, pause_low: 8, lift: 8 });
  phone.do("rest_done", 90).do("start");
  equal(timelineOf(phone.state).duration_s, 3 + 8 * 5);
});

Deno.test("slower in the middle begins with the next rep; the tempo of most reps is logged", () => {
  const phone = play(session([split_squat])).do("start").do(slower, 3 + 7);
  const { rep_starts_s, events } = timelineOf(phone.state);
  equal(rep_starts_s.slice(0, 4), [0, 5, 10, 16]);
  equal(events.filter(({ type }) => type === "lower").map(({ duration_s }) => duration_s), [
    3,
    3,
    4,
    4,
    4,
    4,
    4,
    4,
  ]);
  phone.whole();
  equal(timelineOf(phone.state).rep_starts_s[1], 6);
  phone.whole().do("log");
  equal(phone.sets().map(({ tempo, reps }) => [tempo, reps]), [["4-1-1-0", 8], ["4-1-1-0", 8]]);
  equal(tempoDone("3-1-1-0", [{ rep: 7, s: 1 }], 8), "3-1-1-0");
});

Deno.test("where the set stands does not jump when its pace changes", () => {
  const phone = play(session([bridge])).do("start").do("minus_rep", 0);
  const t_s = 3 + 12.5;
  const before = at(timelineOf(phone.state), t_s);
  phone.do(slower, t_s);
  const { left_s: _, ...now } = at(timelineOf(phone.state), t_s);
  equal({ ...now, left_s: before.left_s }, before);
});

Deno.test("a rep taken back leads into the rep before, however long each was", () => {
  const phone = play(session([bridge])).do("start").do(slower, 3 + 1);
  phone.do("minus_rep", 5 + 5.5).do("finish_set", 0);
  equal(phone.state.performed.both?.done, 1);
});

Deno.test("a hold is five seconds longer or shorter, never shorter than it has been", () => {
  const phone = play(session([plank])).do(slower).do("start");
  equal(timelineOf(phone.state).total, 35);
  phone.do(faster, 3 + 28);
  equal(timelineOf(phone.state).total, 30);
  equal(phone.do(faster, 1).state, phone.state);
  phone.whole().do("log");
  equal(phone.sets()[0].hold_s, 30);
});

Deno.test("hops come a tenth further apart, and nobody is hurried along a distance", () => {
  const phone = play(session([pogo, walk])).do(slower).do("start");
  close(timelineOf(phone.state).duration_s, 3 + 20 * 0.55, 1e-6);
  phone.whole().do("log").do("rest_done", 60);
  const { state } = phone;
  equal(phone.do(slower).state, state);
});

Deno.test("one rep more is counted, called as the last one, and logged", () => {
  const phone = play(session([bridge])).do("start").do("extra_rep", 3 + 47);
  const { events, total } = timelineOf(phone.state);
  const called = events.filter(({ type }) => type === "last_rep").map(({ rep }) => rep);
  equal([total, called], [11, [11]]);
  phone.whole();
  equal(phone.state.draft.both?.amount, 11);
  equal(phone.do("extra_rep").state.draft.both?.amount, 12);
  phone.do("log").do("rest_done", 60).do("start");
  equal(timelineOf(phone.state).total, 10);
});

Deno.test("a rep more on the left asks nothing of the right", () => {
  const phone = play(session([split_squat])).do("start").do("extra_rep", 10).whole();
  equal(timelineOf(phone.state).total, 8);
  phone.whole().do({ type: "extra_rep", side: "left" }).do("extra_rep").do("log");
  equal(phone.sets().map(({ reps }) => reps), [10, 9]);
});

Deno.test("a set more than asked is made while the card is open, or right after", () => {
  const phone = play(session([bridge, plank])).do("start").whole();
  phone.do({ type: "extra_set", records: spare(1) }).do("log");
  equal(setWord(phone.state), "Set\u00a02 of\u00a03");
  phone.do("rest_done", 60).set().do("rest_done", 60).set();
  const logged = phone.sets().map(({ slot, index }) => `${slot} ${index}`);
  equal(logged, ["hinge 1", "hinge 2", "hinge 3"]);
  equal([phone.state.phase, phone.state.at.item], ["rest", 1]);
  phone.do({ type: "extra_set", records: spare(1) });
  equal([phone.state.phase, phone.state.at], ["rest", { item: 0, set: 3, side: "both" }]);
});

Deno.test("after the last set of all, one more can still be asked for", () => {
  const phone = play(session([pogo])).set();
  equal(phone.state.phase, "finish");
  phone.do({ type: "extra_set", records: spare(1) });
  equal([phone.state.phase, phone.state.at.set], ["ready", 1]);
  phone.set().do("finish");
  equal(phone.sets().map(({ index }) => index), [1, 2]);
});

Deno.test("whoever ended early and then does one more set has not ended early", () => {
  const phone = play(session([bridge, plank])).set().do("end_early");
  phone.do({ type: "extra_set", records: spare(1) });
  equal([phone.state.phase, phone.state.ended_early], ["ready", false]);
});

Deno.test("no set is added to what has not begun, and none without records", () => {
  const phone = play(session([bridge, plank]));
  equal(phone.do({ type: "extra_set", records: spare(1) }).state.added, {});
  phone.set();
  equal(phone.do({ type: "extra_set", records: [] }).state.added, {});
  equal(phone.do({ type: "extra_set", item: 1, records: spare(1) }).state.added, {});
});

Deno.test("the get-ready has the chosen length, the turn at least eight seconds", () => {
  const phone = play(session([split_squat])).do({ type: "get_ready", s: 10 }).do("start");
  equal(timelineOf(phone.state).ready_s, 10);
  equal(timelineOf(phone.whole().state).ready_s, 10);
  const short = play(session([split_squat])).do({ type: "get_ready", s: 5 }).do("start").whole();
  equal(timelineOf(short.state).ready_s, 8);
});

Deno.test("the ring of a slower rep is as long as that rep", () => {
  const plan = { measure: /** @type {const} */ ("reps"), reps: 3, tempo: "3-1-1-0" };
  const timeline = compile({ ...plan, paces: [{ rep: 2, s: 5 }] });
  equal(ringShape(timeline, 1).arcs[0].to, 0.6);
  equal(ringShape(timeline, 2).arcs[0].to, 0.8);
  ok(ringShape(timeline, 2).dots.length > ringShape(timeline, 1).dots.length);
});
