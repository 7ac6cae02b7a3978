/** Random walks through sessions: whatever is tapped, swapped or reloaded, nothing is lost. */
import { order, toDo } from "../../../frontend/player/order.js";
import { mannerOf, next, resume } from "../../../frontend/player/session.js";
import { chance, equal, ok } from "./expect.js";
import {
  bridge,
  circuit,
  plank,
  play,
  pogo,
  session,
  spare,
  split_squat,
  T0,
  walk,
} from "./workouts.js";

/** @typedef {import("./workouts.js").Action} Action */
/** @typedef {import("./workouts.js").Active} Active */
/** @typedef {ReturnType<typeof play>} Phone */
/** @typedef {(n: number) => number} Dice */

const WALKS = 500;
const STEPS = 70;

const right_first = {
  ...split_squat,
  slot: "step",
  first: /** @type {const} */ ("right"),
  extra: { side: /** @type {const} */ ("left"), sets: /** @type {const} */ (1) },
};
const WORKOUTS = [
  [split_squat, bridge, plank, pogo, walk],
  [right_first, ...circuit, walk],
  [
    { ...bridge, group: "pair", rest_s: 15 },
    { ...right_first, group: "pair", sets: 2 },
    ...circuit,
    plank,
  ],
];
const hold = mannerOf({ measure: "hold" });
const reps = mannerOf({ measure: "reps" });

/** The one tap that leads on. @param {Active} state @returns {Action} */
function bigButton({ phase, paused_at }) {
  const type = /** @type {const} */ ({
    ready: "start",
    work: paused_at === null ? "finish_set" : "resume",
    log: "log",
    rest: "rest_done",
    finish: "finish",
    discarded: "undo_discard",
    over: "finish",
  })[phase];
  return { type };
}

/**
 * Mostly what leads on, sometimes anything.
 * @param {Active} state
 * @param {Dice} dice
 * @returns {Action}
 */
function anyTap(state, dice) {
  const { workout: { items }, phase } = state;
  const item = dice(items.length + 1);
  if (dice(2) === 0 && phase !== "finish") return bigButton(state);
  const usual = /** @type {Action[]} */ ([
    ...["start", "finish_set", "log", "pause", "resume", "go", "minus_rep", "rest_done"]
      .map((type) => ({ type })),
    ...["extend_rest", "extra_rep", "back", "skip"].map((type) => ({ type })),
    { type: "pace", s: dice(2) === 0 ? 1 : -1 },
    { type: "edit", side: "left", fields: { amount: dice(9), quality: dice(5) } },
    { type: "edit", side: "both", fields: { quality: dice(3) } },
    { type: "edit", side: "both", fields: { pain: dice(7), pain_region: "knee", rir: null } },
  ]);
  const rare = /** @type {Action[]} */ ([
    { type: "skip", what: "exercise", reason: "equipment" },
    { type: "skip", what: "exercise", item, reason: "pain" },
    { type: "end_early" },
    { type: dice(3) === 0 ? "discard" : "undo_discard" },
    { type: "rate", rpe: 5 },
    { type: "returned" },
    { type: "get_ready", s: [3, 5, 10][dice(3)] },
    { type: "extra_set", records: spare(1) },
    { type: "extra_set", item, records: spare(1) },
    { type: "reorder", from: dice(5), to: dice(5) },
    { type: "jump", item },
    {
      type: "swap",
      item: { ...plank, exercise: "side-plank" },
      manner: hold,
      why: "pain",
      ...(dice(2) ? { of: item } : {}),
      records: spare(dice(5)),
    },
    {
      type: "refit",
      items: [split_squat, { ...plank, slot: "new" }, right_first, bridge].slice(dice(4)),
      manners: [reps, hold, reps, reps].slice(-4),
      place: dice(2) ? "gym" : "home",
      ...(dice(2) ? { minutes: 20 } : {}),
      records: spare(dice(14)),
    },
  ]);
  return dice(4) === 0 ? rare[dice(rare.length)] : usual[dice(usual.length)];
}

/** The journal says what the state says, and the state is plain. @param {Phone} phone */
function kept(phone) {
  const { state } = phone;
  const { items } = state.workout;
  const named = (/** @type {any} */ { slot, index, side }) => `${slot} ${index} ${side}`;
  const shown = state.phase === "discarded" ? [] : state.logged.map(({ item, set, side }) =>
    named({ slot: items[item].slot, index: (state.after[item] ?? 0) + set + 1, side })
  );
  const stored = phone.sets().map(named);
  equal(stored.toSorted(), shown.toSorted());
  equal(new Set(stored).size, stored.length);
  const records = Object.values(state.records).flat();
  equal(new Set(records).size, records.length);
  ok(records.every((record) => typeof record === "string"));
  equal(JSON.parse(JSON.stringify(state)), state);
}

/** Every set has its place in the order, once. @param {Active} state */
function ordered(state) {
  const turns = order(state).map(({ item, set }) => `${item}.${set}`);
  equal(new Set(turns).size, turns.length);
  ok(turns.every((key) => key in state.records), "every set has its records");
  equal(new Set(state.sequence).size, state.sequence.length);
  const { at } = state;
  if (["ready", "work", "log", "rest"].includes(state.phase)) {
    ok(turns.includes(`${at.item}.${at.set}`), "the present set is one of the session");
    const done = state.logged.some(({ item, set }) => item === at.item && set === at.set);
    ok(!done, "the present set is not done yet");
  }
}

/** From here to the end by the big button alone. @param {Active} from @param {number} now_ms */
function toTheEnd(from, now_ms) {
  let state = from;
  const most = 6 * (toDo(state).length + 2);
  for (let i = 0; i < most && state.phase !== "over"; i++) {
    now_ms += 45_000;
    state = next(state, bigButton(state), now_ms).state;
  }
  return state;
}

Deno.test("no order of taps, reloads and refits loses a set, doubles one, or has no end", () => {
  for (let seed = 1; seed <= WALKS; seed++) {
    const dice = chance(seed);
    const phone = play(session(WORKOUTS[seed % WORKOUTS.length]));
    const taps = [];
    try {
      for (let i = 0; i < STEPS; i++) {
        const jump_s = dice(12) === 0 ? dice(4000) : dice(45);
        const tap = anyTap(phone.state, dice);
        taps.push({ jump_s, tap });
        phone.do(tap, jump_s);
        ordered(phone.state);
        if (dice(8) === 0) {
          kept(phone);
          taps.push({ tap: "reload" });
          phone.state = resume(JSON.parse(JSON.stringify(phone.state)), phone.now_ms);
          ordered(phone.state);
        }
        if (i % 30 === 29) {
          const end = toTheEnd(phone.state, phone.now_ms);
          equal(end.phase, "over");
          const at_end = new Set(end.logged.map(({ record }) => record));
          const there = phone.state.logged.every(({ record }) => at_end.has(record));
          ok(there, "what was logged is there at the end");
        }
      }
      kept(phone);
    } catch (error) {
      const last = taps.slice(-6).map((tap) => JSON.stringify(tap)).join("\n");
      throw new Error(`seed ${seed}: ${last}`, { cause: error });
    }
  }
});

Deno.test("a session played by the big button alone does every set of every workout", () => {
  for (const items of WORKOUTS) {
    const end = toTheEnd(session(items), T0);
    equal(new Set(end.logged.map(({ item, set }) => `${item}.${set}`)).size, order(end).length);
  }
});
