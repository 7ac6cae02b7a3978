/// <reference lib="deno.ns" />
/** A session under way fitted to less time or another place, by the rules that planned it. */
import { replan } from "../../../frontend/player/replan.js";
import { minutesLeft } from "../../../frontend/player/steps.js";
import { prescribe } from "../../../frontend/training/prescribe.js";
import { equal, ok } from "./expect.js";
import { play, session } from "./workouts.js";

/** @typedef {import("../../../frontend/player/types.d.ts").Active} Active */

const shared = JSON.parse(
  Deno.readTextFileSync(new URL("../../vectors/shared.json", import.meta.url)),
);
const [home, gym] = [shared["ladders:dumbbell_set"], shared["ladders:gym"]];
const ladders = Object.fromEntries(
  Object.keys(home).map((slot) => [slot, {
    home: home[slot].home,
    gym: gym[slot]?.gym ?? gym[slot]?.home,
  }]),
);
const template = shared["template:strength-squat"];
const pack = {
  templates: { [template.slug]: template },
  slots: shared.slots,
  ladders,
  exercises: shared.exercises,
  policy: shared.policy,
  plan: { sessions: [] },
  closed: {},
  symmetry: { state: "unknown", results: [], reasons: [] },
};
const today = {
  day: "2026-03-02",
  positions: {},
  readiness: { level: "go", sets_dropped: 0, rir_added: 0, blocked: [], reasons: [] },
};
let made = 0;
const newRecord = () => `fresh-${++made}`;

/** The session as it was planned for 45 minutes at home. */
function planned() {
  const asked = {
    template,
    program_slots: pack.slots,
    ladders,
    positions: {},
    exercises: pack.exercises,
    place: "home",
    minutes: 45,
    readiness: today.readiness,
    policy: pack.policy,
    day: today.day,
  };
  const { items } = prescribe(/** @type {any} */ (asked));
  const state = session(/** @type {any} */ (items));
  return play({ ...state, workout: { ...state.workout, template: template.slug } });
}

/** @param {Active} state @param {{place?: "home"|"gym", minutes?: number}} wanted */
function asked(state, wanted) {
  const action = replan(state, { pack, today, newRecord, ...wanted });
  ok(action !== null);
  return /** @type {NonNullable<typeof action>} */ (action);
}

/** @param {Active} state */
const open = (state) => state.sequence.map((item) => state.workout.items[item].slot);

Deno.test("the rest is fitted to ten minutes, and what is done stays", () => {
  const phone = planned().set();
  const before = open(phone.state);
  const [first] = before;
  phone.do(asked(phone.state, { minutes: 10 }));
  ok(open(phone.state).includes(first));
  ok(open(phone.state).length < before.length);
  const tolerated = 10 * (1 + pack.policy.session.over_budget) + 2;
  ok(minutesLeft(phone.state) <= tolerated);
  equal(phone.state.workout.minutes, 10);
});

Deno.test("more time after all brings back what less time took", () => {
  const phone = planned().set();
  const before = open(phone.state).toSorted();
  phone.do(asked(phone.state, { minutes: 5 })).do(asked(phone.state, { minutes: 60 }));
  equal(open(phone.state).toSorted(), before);
});

Deno.test("at the gym the rest is done with what is there, and no more of it", () => {
  const phone = planned().set().do("rest_done", 90);
  const sets = new Map(phone.state.workout.items.map((item) => [item.slot, item.sets]));
  const action = asked(phone.state, { place: "gym" });
  ok(action.items.every(({ slot, sets: now }) => now <= (sets.get(slot) ?? 0)));
  ok(action.items.every((item) => item.slot !== phone.state.workout.items[0].slot));
  for (const { slot, rung, load_g } of action.items) {
    equal(ladders[slot].gym.rungs[rung].load_g, load_g);
  }
  phone.do(action);
  equal(phone.state.place, "gym");
  equal(phone.state.workout.items[phone.state.at.item].place, "gym");
});

Deno.test("a session whose rules are not here is left as it is", () => {
  const { state } = planned();
  equal(replan(state, { pack: null, today, newRecord, minutes: 10 }), null);
  const other = { ...state, workout: { ...state.workout, template: "elsewhere" } };
  equal(replan(other, { pack, today, newRecord, minutes: 10 }), null);
});
