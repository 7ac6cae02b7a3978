/** Which set comes when: rounds, sides, the weaker side, what is moved and what is left out. */
import { blocks, circuitOf, order, progress } from "../../../frontend/player/order.js";
import { intervals, minutesLeft } from "../../../frontend/player/steps.js";
import { setWord } from "../../../frontend/player/words.js";
import { equal, ok } from "./expect.js";
import { bridge, circuit, plank, play, session, spare, split_squat } from "./workouts.js";

/** @typedef {import("./workouts.js").Active} Active */

const extra = { side: /** @type {const} */ ("right"), sets: /** @type {const} */ (1) };
const pair = [
  { ...bridge, group: "pair", rest_s: 15 },
  { ...split_squat, group: "pair" },
];

/** "hinge 1" … @param {Active} state */
const turns = (state) =>
  order(state).map(({ item, round }) => `${state.workout.items[item].slot} ${round + 1}`);
/** @param {Active} state */
const here = (state) => `${state.workout.items[state.at.item].slot} ${state.at.set + 1}`;

Deno.test("a group goes in rounds, and the longer one of a pair ends alone", () => {
  equal(turns(session([...pair, plank])), [
    "hinge 1",
    "lunge 1",
    "hinge 2",
    "lunge 2",
    "lunge 3",
    "trunk 1",
    "trunk 2",
  ]);
});

Deno.test("a superset rests as its items say and asks for every set", () => {
  const phone = play(session(pair)).set();
  equal([phone.state.phase, here(phone.state)], ["rest", "lunge 1"]);
  equal(circuitOf(phone.state), null);
  phone.do("rest_done", 15).set();
  equal([here(phone.state), phone.state.rest?.until], ["hinge 2", phone.now_ms + 85_000]);
});

Deno.test("the side to begin with is the prescribed one, in the log as well", () => {
  const phone = play(session([{ ...split_squat, first: "right" }])).do("start");
  equal(phone.state.at.side, "right");
  phone.whole();
  equal(phone.state.at.side, "left");
  phone.whole().do("log", 5);
  equal(phone.sets().map(({ side }) => side), ["right", "left"]);
  const records = phone.state.logged.map(({ record }) => record);
  equal(records, phone.state.records["0.0"].toReversed());
});

Deno.test("the weaker side has its own set after the others, and it is logged alone", () => {
  const phone = play(session([{ ...split_squat, sets: 1, extra }])).set();
  equal(setWord(phone.state), "Set\u00a02 of\u00a02");
  equal(order(phone.state)[1].beyond, "weaker");
  phone.do("rest_done", 90).set();
  const last = phone.sets().at(-1);
  equal([last?.side, last?.index, phone.state.phase], ["right", 2, "finish"]);
});

Deno.test("an exercise is moved earlier before it begins, and the segments follow", () => {
  const phone = play(session([split_squat, bridge, plank])).do({ type: "reorder", from: 2, to: 0 });
  equal([here(phone.state), phone.state.phase], ["trunk 1", "ready"]);
  equal(progress(phone.state).map(({ item }) => item), [2, 0, 1]);
  phone.set();
  equal(phone.sets()[0].slot, "trunk");
});

Deno.test("a circuit is moved as one", () => {
  const phone = play(session([plank, ...circuit])).do({ type: "reorder", from: 1, to: 0 });
  equal(blocks(phone.state), [[1, 2, 3], [0]]);
  equal(here(phone.state), "round-a 1");
});

Deno.test("a busy machine: the exercise is left after one set, and taken up later", () => {
  const phone = play(session([split_squat, bridge, plank])).set();
  phone.do({ type: "jump", item: 1 });
  equal([phone.state.phase, here(phone.state)], ["rest", "hinge 1"]);
  phone.do("rest_done", 5).set().do("rest_done", 60).set();
  equal(here(phone.state), "lunge 2");
});

Deno.test("in the middle of a set nobody is moved: the choice comes next", () => {
  const phone = play(session([split_squat, bridge, plank])).do("start");
  phone.do({ type: "jump", item: 2 }, 4);
  equal([phone.state.phase, here(phone.state)], ["work", "lunge 1"]);
  phone.whole().whole().do("log", 5);
  equal(here(phone.state), "trunk 1");
});

Deno.test("an exercise left out is on again when it is chosen, also at the end", () => {
  const phone = play(session([split_squat, bridge]));
  phone.do({ type: "skip", what: "exercise", reason: "equipment" });
  phone.set().do("rest_done", 60).set();
  equal(phone.state.phase, "finish");
  phone.do({ type: "jump", item: 0 });
  equal([phone.state.phase, here(phone.state), phone.state.skip_reasons], ["ready", "lunge 1", {}]);
});

Deno.test("after pain nothing leads back to an exercise but taking the log back", () => {
  const phone = play(session([split_squat, bridge])).do("start").whole().whole();
  phone.do({ type: "edit", side: "left", fields: { pain: 6 } }).do("log");
  const { state } = phone;
  equal(phone.do({ type: "jump", item: 0 }).state, state);
  equal(phone.do({ type: "extra_set", item: 0, records: spare(1) }).state, state);
  equal(here(phone.do("back").state), "lunge 1");
});

Deno.test("a skipped set is asked again when the log before it is taken back", () => {
  const phone = play(session([bridge])).set().do("rest_done", 60).do("skip");
  equal(phone.state.phase, "finish");
  phone.do("back").do("log");
  equal(here(phone.state), "hinge 2");
});

Deno.test("another exercise is skipped from the overview, and this one goes on", () => {
  const phone = play(session([bridge, plank])).do("start");
  phone.do({ type: "skip", what: "exercise", item: 1, reason: "time" }, 5);
  equal(phone.state.phase, "work");
  phone.whole().do("log").do("rest_done", 60).set();
  phone.do("finish");
  const { set } = /** @type {any} */ (phone.records().get("record-1"));
  equal([set.skipped, set.skip_reasons], [["trunk"], { trunk: "time" }]);
});

Deno.test("what comes next is left out during a rest, which goes on", () => {
  const phone = play(session([bridge, plank, split_squat])).set().do("rest_done", 60).set();
  const { rest } = phone.state;
  phone.do({ type: "skip", what: "exercise" }, 5);
  equal([phone.state.phase, here(phone.state), phone.state.rest], ["rest", "lunge 1", rest]);
  phone.do({ type: "skip", what: "exercise" }, 5);
  equal([phone.state.phase, phone.state.rest], ["finish", null]);
});

Deno.test("a set that is not logged is not rested from", () => {
  const phone = play(session([bridge, plank])).do("start").whole().do("skip", 5);
  equal([phone.state.phase, phone.state.rest], ["ready", null]);
});

Deno.test("a circuit shows what still goes round, not what was swapped or left out", () => {
  const phone = play(session(circuit)).do("start").whole().do("rest_done", 7).whole();
  const shown = () =>
    intervals(phone.state).map(({ item }) => phone.state.workout.items[item].exercise);
  const item = { ...circuit[1], exercise: "side-plank" };
  phone.do({ type: "swap", item, of: 1, manner: phone.state.manners[1], records: spare(1) });
  equal(shown(), ["bridge", "side-plank", "pogo"]);
  phone.do({ type: "skip", what: "exercise", item: 0 });
  equal(shown(), ["side-plank", "pogo"]);
});

Deno.test("a circuit goes round by the clock: logged as done, rested, begun without a tap", () => {
  const phone = play(session([...circuit, split_squat])).do("start");
  equal(circuitOf(phone.state), { items: [0, 1, 2], round: 1, rounds: 2 });
  equal(intervals(phone.state).map(({ work_s, rest_s }) => [work_s, rest_s]), [
    [50, 10],
    [30, 10],
    [10, 10],
  ]);
  phone.whole();
  // Ten seconds of rest, the last three of which get the runner ready.
  equal([phone.state.phase, here(phone.state)], ["rest", "round-b 1"]);
  equal(phone.state.rest?.until, phone.now_ms + 7000);
  const set = phone.sets()[0];
  equal([set.reps, "pain" in set, "rir" in set], [10, false, false]);
  phone.do("rest_done", 7.004);
  equal([phone.state.phase, phone.state.phase_started_at % 1000], ["work", 0]);
  phone.whole().do("rest_done", 7).whole().do("rest_done", 7);
  equal([phone.state.phase, here(phone.state)], ["work", "round-a 2"]);
  phone.whole().do("rest_done", 7).whole().do("rest_done", 7).whole();
  equal([phone.state.phase, phone.sets().length], ["log", 5]);
  phone.do("log", 4);
  equal(here(phone.state), "lunge 1");
});

Deno.test("an answer to a set of a circuit is given by going back to its card", () => {
  const phone = play(session(circuit)).do("start").whole().do("back", 2);
  equal(phone.state.phase, "log");
  phone.do({ type: "edit", side: "both", fields: { pain: 5 } }).do("log", 3);
  equal([phone.sets()[0].pain, phone.state.closed], [5, { 0: "pain" }]);
  equal(here(phone.state), "round-b 1");
});

Deno.test("the minutes left count rounds, sides and what was added", () => {
  const phone = play(session([split_squat, bridge])).set();
  const before = minutesLeft(phone.state);
  phone.do({ type: "extra_set", records: spare(1) });
  ok(minutesLeft(phone.state) > before);
  phone.do({ type: "skip", what: "exercise", item: 1 });
  ok(minutesLeft(phone.state) < before + 2);
});
