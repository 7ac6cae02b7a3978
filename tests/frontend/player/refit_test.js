/** Other items under way: a swap in the middle of a slot, another place, less time. */
import { progress } from "../../../frontend/player/order.js";
import { mannerOf, recordsFor } from "../../../frontend/player/session.js";
import { timelineOf } from "../../../frontend/player/steps.js";
import { changes } from "../../../frontend/player/summary.js";
import { canSwap } from "../../../frontend/player/swap.js";
import { noticeWords, setWord } from "../../../frontend/player/words.js";
import { outcomes } from "../../../frontend/training/outcome.js";
import { equal, ok } from "./expect.js";
import { bridge, exercises, plank, play, pogo, session, spare, split_squat } from "./workouts.js";

/** @typedef {import("../../../frontend/player/types.d.ts").Item} Item */

const side_plank = { ...plank, exercise: "side-plank", sides: /** @type {const} */ ("each") };
const step_up = { ...split_squat, exercise: "step-up", load_g: 8000, sets: 9 };
const hold = mannerOf({ measure: "hold" });
const reps = mannerOf({ measure: "reps" });

/** @param {Item[]} items */
const fitted = (items) => ({
  type: /** @type {const} */ ("refit"),
  items,
  manners: items.map((item) => mannerOf(exercises[item.exercise] ?? { measure: "reps" })),
  records: spare(items.reduce((sum, { sets }) => sum + sets, 0)),
});
/** @param {import("./workouts.js").Active} state */
const here = (state) =>
  `${state.workout.items[state.at.item].exercise} ${state.at.set + 1} ${state.phase}`;

Deno.test("what hurts after one set is swapped for the sets still to come", () => {
  const phone = play(session([split_squat, bridge])).set();
  phone.do({ type: "swap", item: step_up, manner: reps, why: "pain", records: spare(2) });
  equal([here(phone.state), setWord(phone.state)], ["step-up 1 rest", "Set\u00a02 of\u00a03"]);
  equal(progress(phone.state).map(({ sets }) => sets), [["done"], ["now", "next"], [
    "next",
    "next",
  ]]);
  phone.do("rest_done", 90).set().do("rest_done", 90).set();
  equal(phone.sets().map(({ exercise, slot, index }) => `${exercise} ${slot} ${index}`), [
    "split-squat lunge 1",
    "split-squat lunge 1",
    "step-up lunge 2",
    "step-up lunge 2",
    "step-up lunge 3",
    "step-up lunge 3",
  ]);
  equal(here(phone.state), "bridge 1 rest");
});

Deno.test("the rules are given what was prescribed and what was done of it", () => {
  const phone = play(session([split_squat, bridge])).set();
  phone.do({ type: "swap", item: step_up, manner: reps, why: "pain", records: spare(2) });
  phone.do("rest_done", 90).set();
  const { items } = /** @type {any} */ (phone.records().get("record-1")).set;
  const sets = phone.sets().map((set, i) => /** @type {any} */ ({ ...set, record: `${i}` }));
  const { lunge } = outcomes({ items, sets, day: "2026-11-24" });
  equal([lunge.prescribed.exercise, lunge.sets.length, lunge.swapped ?? false], [
    "split-squat",
    2,
    false,
  ]);
});

Deno.test("a swap in the middle asks for records, and never comes while the set is open", () => {
  const phone = play(session([split_squat])).set();
  const { state } = phone;
  const swap = { type: /** @type {const} */ ("swap"), item: step_up, manner: reps };
  equal(phone.do({ ...swap, records: spare(1) }).state, state);
  phone.do("rest_done", 90).do("start").whole().whole();
  equal(phone.do({ ...swap, records: spare(2) }).state.workout.items.length, 1);
});

Deno.test("a swapped exercise can be swapped back, and the log before it taken back", () => {
  const phone = play(session([split_squat])).set();
  phone.do({ type: "swap", item: step_up, manner: reps, records: spare(2) });
  phone.do({ type: "swap", item: { ...split_squat, sets: 1 }, manner: reps });
  equal([here(phone.state), phone.state.workout.items[1].sets], ["split-squat 1 rest", 2]);
  phone.do("back").do("log", 3);
  equal([here(phone.state), phone.sets().length], ["split-squat 1 rest", 2]);
});

Deno.test("slower was meant for the exercise that stood there before", () => {
  const slower = { type: /** @type {const} */ ("pace"), s: /** @type {const} */ (1) };
  const swapped = play(session([split_squat])).do(slower)
    .do({ type: "swap", item: step_up, manner: reps });
  equal(timelineOf(swapped.state).rep_s, 5);
  const moved = play(session([split_squat])).do(slower).do({ ...fitted([step_up]), place: "gym" });
  equal(timelineOf(moved.state).rep_s, 5);
});

Deno.test("one more set of the weaker side stays with its exercise, and it is known why", () => {
  const extra = { side: /** @type {const} */ ("right"), sets: /** @type {const} */ (1) };
  const phone = play(session([{ ...split_squat, sets: 1, extra }]));
  ok(canSwap(phone.state, 0));
  const { state } = phone.set();
  ok(!canSwap(state, 0));
  equal(phone.do({ type: "swap", item: step_up, manner: reps, records: spare(2) }).state, state);
});

Deno.test("gone after a swap: the words count the sets as the heading does", () => {
  const phone = play(session([bridge])).set();
  const item = { ...bridge, exercise: "long-bridge" };
  phone.do({ type: "swap", item, manner: reps, records: spare(2) });
  phone.do("rest_done", 60).do("start").do("returned", 600);
  equal(setWord(phone.state), "Set\u00a02 of\u00a02");
  ok(noticeWords(phone.state)?.strong.startsWith("You left during set 2."));
});

Deno.test("an exercise that has not begun is swapped from the overview, with its reason", () => {
  const phone = play(session([bridge, plank])).do("start");
  phone.do({ type: "swap", item: side_plank, manner: hold, of: 1, why: "harder" });
  phone.whole().do("log").do("rest_done", 60).set().do("rest_done", 60).set().do("rest_done", 40)
    .set().do("finish");
  const { set } = /** @type {any} */ (phone.records().get("record-1"));
  equal([set.items[1].exercise, set.swap_reasons], ["plank", { trunk: "harder" }]);
  equal(phone.sets().slice(2).map(({ exercise, side }) => `${exercise} ${side}`), [
    "side-plank left",
    "side-plank right",
    "side-plank left",
    "side-plank right",
  ]);
});

Deno.test("a record logged again as another exercise holds nothing of the first", () => {
  const phone = play(session([bridge])).do("start").whole();
  phone.do({
    type: "edit",
    side: "both",
    fields: { pain: 2, pain_region: "knee", note: "stiff", quality: 3 },
  }).do("log").do("back").do("back");
  phone.do({ type: "swap", item: { ...plank }, manner: hold }).set();
  const { set } = /** @type {any} */ (phone.records().get("record-2"));
  const said = Object.keys(set).filter((field) => set[field] !== null);
  const gone = ["reps", "rir", "pain_region", "note", "quality"];
  equal(said.filter((field) => gone.includes(field)), []);
  equal([set.hold_s, set.exercise, set.pain], [30, "plank", 0]);
});

Deno.test("only twenty minutes: what has begun is finished, the rest gives way", () => {
  const phone = play(session([split_squat, bridge, plank, pogo])).set();
  phone.do({ ...fitted([split_squat, { ...plank, sets: 1 }]), place: "home", minutes: 20 });
  equal([here(phone.state), phone.state.workout.minutes], ["split-squat 2 rest", 20]);
  equal(progress(phone.state).map(({ item, sets }) => [item, sets.length]), [[0, 3], [2, 1]]);
  phone.do("rest_done", 90).set().do("rest_done", 90).set().do("rest_done", 90).set();
  phone.do("finish");
  const { set } = /** @type {any} */ (phone.records().get("record-1"));
  equal(set.items.map((/** @type {Item} */ { slot, sets }) => [slot, sets]), [["lunge", 3], [
    "trunk",
    1,
  ]]);
  equal([set.skipped, set.skip_reasons], [["hinge", "plyo"], { hinge: "time", plyo: "time" }]);
});

Deno.test("there is time after all: what had given way is back", () => {
  const phone = play(session([split_squat, bridge])).set();
  phone.do({ ...fitted([]), place: "home", minutes: 5 });
  equal(progress(phone.state).length, 1);
  phone.do({ ...fitted([bridge]), place: "home", minutes: 30 });
  equal([progress(phone.state).length, phone.state.closed, phone.state.skip_reasons], [2, {}, {}]);
});

Deno.test("to the gym in the middle: every item says where it is done", () => {
  const phone = play(session([bridge, split_squat])).set();
  const barbell = { ...split_squat, load: "barbell", load_g: 30_000 };
  phone.do({ ...fitted([barbell]), place: "gym" });
  const { set } = /** @type {any} */ (phone.records().get("record-1"));
  equal([set.place, phone.state.place], ["home", "gym"]);
  equal(set.items.map((/** @type {Item} */ { slot, place, load }) => `${slot} ${place} ${load}`), [
    "hinge home body",
    "lunge gym barbell",
  ]);
});

Deno.test("what changes next time is asked of the ladder of each item's own place", () => {
  const phone = play(session([bridge, split_squat])).set();
  phone.do({ ...fitted([split_squat]), place: "gym" });
  phone.do("rest_done", 60).set().do("rest_done", 60).set();
  /** @type {string[]} */
  const asked = [];
  const rungs = [bridge];
  const ladder = (/** @type {string} */ place) => ({ place, chain: [], first_rung: 0, rungs });
  const both = { home: ladder("home"), gym: ladder("gym") };
  changes({
    state: phone.state,
    day: "2026-11-24",
    checkin: null,
    units: "kg",
    positions: {},
    pack: { ladders: { hinge: both, lunge: both }, policy: {}, exercises },
    outcomes,
    advance: (/** @type {any} */ position, /** @type {any} */ outcome, /** @type {any} */ on) => {
      asked.push(`${outcome.prescribed.slot} ${on.place}`);
      return { position, reasons: [{ rule: "hold" }] };
    },
    explain: () => ({ text: "", source: "" }),
  });
  equal(asked, ["hinge home", "lunge gym"]);
});

Deno.test("another place before the first set is a session there, and nothing is written", () => {
  const phone = play(session([bridge, split_squat]));
  phone.do({ ...fitted([split_squat]), place: "gym" });
  equal([phone.journal.length, here(phone.state)], [0, "split-squat 1 ready"]);
  phone.set();
  const { set } = /** @type {any} */ (phone.records().get("record-1"));
  equal([set.place, set.items.length, set.items[0].place ?? null], ["gym", 1, null]);
});

Deno.test("with nothing left to fit in, the session is at its end", () => {
  const phone = play(session([pogo, bridge])).set();
  equal(phone.do({ ...fitted([]), place: "home", minutes: 5 }).state.phase, "finish");
});

Deno.test("a refit without enough records changes nothing", () => {
  const phone = play(session([bridge])).set();
  const { state } = phone;
  const action = { ...fitted([{ ...plank, slot: "new" }]), place: /** @type {const} */ ("gym") };
  equal(phone.do({ ...action, records: [] }).state, state);
  equal(phone.do(action).state.workout.items.length, 2);
  equal(recordsFor([{ sets: 2, extra: {} }], () => "one").length, 3);
});

Deno.test("a set that becomes one of each side before it begins is done on both sides", () => {
  const phone = play(session([plank]));
  equal(phone.state.at.side, "both");
  phone.do({ ...fitted([side_plank]), place: "gym" });
  equal([phone.state.at.side, here(phone.state)], ["left", "side-plank 1 ready"]);
  phone.do({ ...fitted([plank]), place: "home" });
  equal(phone.state.at.side, "both");
});
