/** A session played through: what is logged, what survives a reload, and what no tap can break. */
import { hasWork, next, resume } from "../../../frontend/player/session.js";
import { minutesLeft, progress, timelineOf } from "../../../frontend/player/steps.js";
import { chance, equal, ok } from "./expect.js";
import { bridge, plank, play, session, split_squat, T0, walk } from "./workouts.js";

Deno.test("two sides: the switch is called, there is time to turn, each is logged apart", () => {
  const phone = play().do("start");
  equal(timelineOf(phone.state).events.at(-1)?.type, "switch");
  phone.whole();
  equal([phone.state.phase, phone.state.at.side, timelineOf(phone.state).ready_s], [
    "work",
    "right",
    8,
  ]);
  phone.whole();
  equal(phone.state.phase, "log");
  phone.do({ type: "edit", side: "right", fields: { amount: 6, rir: 0 } }).do("log", 10);
  const [left, right] = phone.sets();
  equal([left.side, left.reps, left.rir, left.index], ["left", 8, 2, 1]);
  equal([right.side, right.reps, right.rir, right.under_tension_s], ["right", 6, 0, 40]);
  equal(left.tension_s, { lower: 24, pause_low: 8, lift: 8 });
  equal(left.ended_at - left.started_at, 43000);
});

Deno.test("nothing is written before the first set starts, then the frozen items", () => {
  const phone = play();
  equal([phone.journal.length, hasWork(phone.state)], [0, false]);
  phone.do("start");
  const [opened] = phone.journal;
  equal([opened.kind, opened.record, opened.set.template], ["session", "record-1", "strength-a"]);
  equal(opened.set.items.length, 5);
});

Deno.test("a clock with parts of milliseconds writes whole ones", () => {
  const phone = play();
  phone.now_ms += 0.4375;
  phone.do("start", 1.00017).whole().do("end_early", 7.12345).do("finish", 3.00089);
  const times = [...phone.records().values()]
    .flatMap(({ set }) => [set.started_at, set.ended_at]).filter((time) => time !== undefined);
  ok(times.length >= 4);
  equal(times.filter((time) => !Number.isInteger(time)), []);
});

Deno.test("the rest clock starts when the set ends and runs while the card is open", () => {
  const phone = play().do("start").whole().whole();
  const ended = phone.now_ms;
  equal(phone.state.rest, { from: ended, until: ended + 90000 });
  equal(phone.do("log", 40).state.phase, "rest");
  equal(phone.state.rest?.until, ended + 90000);
});

Deno.test("a card logged after the rest goes straight to the next set", () => {
  equal(play().do("start").whole().whole().do("log", 100).state.phase, "ready");
});

Deno.test("a rest made longer ends later, also when it was already over", () => {
  const phone = play().do("start").whole().whole().do("log", 5);
  const { until } = /** @type {{until: number}} */ (phone.state.rest);
  equal(phone.do("extend_rest").state.rest?.until, until + 30000);
});

Deno.test("a pause stops the timeline and not a rep is lost or won", () => {
  const phone = play(session([bridge])).do("start").do("pause", 13).do("resume", 300);
  equal(phone.whole().state.performed.both?.done, 10);
  equal(phone.do("log").sets()[0].under_tension_s, 50);
});

Deno.test("minus one rep goes back by one rep, never before the first", () => {
  const phone = play(session([bridge])).do("start").do("minus_rep", 3 + 12);
  equal(phone.do("finish_set").state.performed.both?.done, 1);
  const early = play(session([bridge])).do("start").do("minus_rep", 4).do("minus_rep", 0);
  equal(early.do("finish_set", 5).state.performed.both?.done, 1);
});

Deno.test("a set ended early counts its whole reps and presets the card with them", () => {
  const phone = play(session([bridge])).do("start").do("finish_set", 3 + 5 * 6 + 2);
  equal(phone.state.draft.both, { amount: 6, load_g: 0, rir: 3, pain: 0 });
});

Deno.test("a hold and a distance are logged in seconds and meters", () => {
  const phone = play(session([plank, walk])).set().do("rest_done", 40).set().do("rest_done", 40);
  phone.do("start").do("finish_set", 20).do("finish_set", 25).do("log");
  equal(phone.sets().map((set) => set.hold_s ?? `${set.distance_m} m band ${set.band}`), [
    30,
    30,
    "10 m band 2",
    "10 m band 2",
  ]);
});

Deno.test("the get-ready can be skipped", () => {
  const phone = play().do("start").whole().do("go", 2);
  equal(phone.do("finish_set", 10).state.performed.right?.done, 2);
});

Deno.test("pain of five ends the exercise, keeps the log, and goes on with the next one", () => {
  const phone = play().do("start").whole().whole();
  phone.do({ type: "edit", side: "left", fields: { pain: 5 } }).do("log", 5);
  equal(phone.state.at, { item: 1, set: 0, side: "both" });
  equal([phone.state.notice, phone.sets()[0].pain], [{ key: "pain", item: 0 }, 5]);
  equal(progress(phone.state)[0].sets, ["done", "left_out", "left_out"]);
});

Deno.test("a log taken back opens its card as it was; logged again it is one set", () => {
  const phone = play().do("start").whole().whole();
  phone.do({ type: "edit", side: "left", fields: { amount: 5, pain: 6 } }).do("log", 5).do(
    "back",
    2,
  );
  equal([phone.state.phase, phone.state.draft.left?.amount, phone.sets().length], ["log", 5, 0]);
  equal([phone.state.at.item, phone.state.closed], [0, {}]);
  phone.do({ type: "edit", side: "left", fields: { amount: 7, pain: 0 } }).do("log", 5);
  equal(phone.sets().map((set) => set.reps), [7, 8]);
});

Deno.test("a skipped side leaves the other one on the card", () => {
  const phone = play().do("start").whole().do("skip", 2).do("log", 2);
  equal(phone.sets().map((set) => set.side), ["left"]);
});

Deno.test("a skipped exercise is left out and named at the end", () => {
  const phone = play(session([split_squat, plank])).do({ type: "skip", what: "exercise" });
  equal(phone.state.at.item, 1);
  phone.set().do("rest_done", 60).set().do({ type: "rate", rpe: 6, note: " fine " }).do("finish");
  const end = phone.records().get("record-1")?.set;
  equal([end?.rpe, end?.note, end?.skipped, end?.ended_early], [6, "fine", ["lunge"], false]);
});

Deno.test("ending early in the middle of a set keeps its whole reps and invents no answer", () => {
  const phone = play(session([bridge])).set().do("rest_done", 70).do("start").do(
    "end_early",
    3 + 5 * 4 + 1,
  );
  equal([phone.state.phase, phone.state.ended_early], ["finish", true]);
  equal(phone.sets().map(({ reps, rir, pain }) => [reps, rir ?? null, pain ?? null]), [[10, 3, 0], [
    4,
    null,
    null,
  ]]);
});

Deno.test("ending early with an open card logs the card as it stands", () => {
  equal(play(session([bridge])).do("start").whole().do("end_early").sets()[0].pain, 0);
});

Deno.test("a discarded session withdraws everything, and undo brings everything back", () => {
  const phone = play().set().do("rest_done", 100).do("discard");
  ok([...phone.records().values()].every(({ deleted }) => deleted));
  phone.do("undo_discard", 5);
  equal([phone.state.phase, phone.sets().length], ["ready", 2]);
  ok([...phone.records().values()].every(({ deleted }) => !deleted));
});

Deno.test("ending early is taken back as easily as it was chosen", () => {
  const phone = play().set().do("rest_done", 100).do("end_early").do("back", 3);
  equal([phone.state.phase, phone.state.at.set, phone.state.ended_early, phone.sets().length], [
    "ready",
    1,
    false,
    2,
  ]);
  const open = play(session([bridge])).do("start").whole().do("end_early").do("back", 3);
  equal([open.state.phase, open.state.ended_early, open.sets().length], ["log", false, 0]);
});

Deno.test("after a reload a running set goes on by the wall clock", () => {
  const { state } = play().do("start");
  equal(resume(state, T0 + 20000), state);
});

Deno.test("a set that ran out while the page was gone is asked about, not assumed", () => {
  const { state } = play(session([bridge])).do("start");
  const back = resume(state, T0 + 600000);
  equal([back.phase, back.notice, back.draft.both?.amount], ["log", { key: "left", set: 0 }, 10]);
  equal(back.rest?.until, T0 + 53000 + 60000);
  equal(next(back, { type: "back" }, T0 + 600000).state.phase, "ready");
});

Deno.test("gone during the left side, the right one waits for the runner", () => {
  const back = resume(play().do("start").state, T0 + 600000);
  equal([back.phase, back.at.side, back.performed.left?.done], ["ready", "right", 8]);
});

Deno.test("a paused set is still paused after a night, a rest is over", () => {
  const paused = play().do("start").do("pause", 10).state;
  equal(resume(paused, T0 + 3e7), paused);
  equal(resume(play().set().state, T0 + 3e7).phase, "ready");
});

Deno.test("minutes left only fall while the session goes on", () => {
  const phone = play();
  let before = minutesLeft(phone.state);
  ok(before > 5);
  while (phone.state.phase !== "finish") {
    phone.set();
    if (phone.state.phase === "rest") phone.do("rest_done", 60);
    ok(minutesLeft(phone.state) <= before);
    before = minutesLeft(phone.state);
  }
  equal(before, 0);
});

/** Any taps at any time, also nonsense ones. @param {number} seed */
function tapAround(seed) {
  const dice = chance(seed);
  const phone = play();
  /** @type {import("./workouts.js").Action[]} */
  const taps = [
    { type: "start" },
    { type: "start" },
    { type: "finish_set" },
    { type: "finish_set" },
    { type: "log" },
    { type: "log" },
    { type: "pause" },
    { type: "resume" },
    { type: "go" },
    { type: "minus_rep" },
    { type: "rest_done" },
    { type: "extend_rest" },
    { type: "back" },
    { type: "skip" },
    { type: "edit", side: "left", fields: { amount: 4 } },
    { type: "edit", side: "both", fields: { pain: 7 } },
  ];
  const rare = /** @type {import("./workouts.js").Action[]} */ ([
    { type: "skip", what: "exercise" },
    { type: "end_early" },
    { type: "discard" },
    { type: "undo_discard" },
    { type: "rate", rpe: 5 },
    { type: "finish" },
  ]);
  return {
    phone,
    dice,
    tap: () => phone.do(dice(25) === 0 ? rare[dice(6)] : taps[dice(16)], dice(40)),
  };
}

Deno.test("no order of taps loses a logged set or logs one twice", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { phone, tap } = tapAround(seed);
    for (let i = 0; i < 120; i++) {
      tap();
      const counted = phone.state.phase === "discarded" ? [] : phone.state.logged;
      const shown = counted.map(({ item, set, side }) =>
        `${phone.state.workout.items[item].slot} ${set + 1} ${side}`
      ).sort();
      const stored = phone.sets().map(({ slot, index, side }) => `${slot} ${index} ${side}`).sort();
      equal(stored, shown);
      equal(new Set(stored).size, stored.length);
    }
  }
});

Deno.test("a reload between any two taps changes nothing but the waiting", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { phone, tap } = tapAround(seed);
    for (let i = 0; i < 80; i++) {
      tap();
      phone.state = JSON.parse(JSON.stringify(phone.state));
      const back = resume(phone.state, phone.now_ms);
      equal(back.logged, phone.state.logged);
      if (phone.state.phase !== "work" && phone.state.phase !== "rest") equal(back, phone.state);
    }
  }
});

Deno.test("a tap never changes the state it was given", () => {
  const { phone, tap } = tapAround(7);
  for (let i = 0; i < 200; i++) {
    const before = phone.state;
    const text = JSON.stringify(before);
    tap();
    equal(JSON.stringify(before), text);
  }
});

Deno.test("a crash between writing and saving logs the same record again, not another", () => {
  const phone = play().do("start").whole().whole();
  const card = phone.state;
  phone.do("log");
  phone.state = card;
  phone.do("log");
  equal(phone.sets().length, 2);
});
