/**
 * Around the card: what it may put an end to, loads that exist, exercises to swap to, and what the
 * session changes next time.
 */
import { loadChoices, nextLoad } from "../../../frontend/player/loads.js";
import { changes } from "../../../frontend/player/summary.js";
import { lastResults, swapChoices, swapGroups } from "../../../frontend/player/swaps.js";
import { noticeWords } from "../../../frontend/player/words.js";
import { equal, ok } from "./expect.js";
import { bridge, exercises, play, session, split_squat } from "./workouts.js";

const home = {
  dumbbells_g: [4000, 8000, 10000],
  kettlebells_g: [16000],
  backpack_g: [5000, 10000],
};

Deno.test("the stepper stops only at loads that exist: pairs of dumbbells, not kilograms", () => {
  const choices = loadChoices(split_squat, home, [], "kg");
  equal(choices, [8000, 16000, 20000]);
  equal([nextLoad(choices, 16000, 1), nextLoad(choices, 20000, 1), nextLoad(choices, 16000, -1)], [
    20000,
    20000,
    8000,
  ]);
});

Deno.test("a barbell's loads come from the ladder, which has worked out the plates", () => {
  const item = { ...split_squat, load: "barbell", load_g: 30000 };
  const rungs = [20000, 25000, 30000, 35000].map((load_g) => ({ load: "barbell", load_g }));
  equal(loadChoices(item, home, rungs, "kg"), [20000, 25000, 30000, 35000]);
});

Deno.test("one kettlebell is one load, and no kilograms are made up around it", () => {
  const item = { ...split_squat, load: "kettlebell", load_g: 16000 };
  equal(loadChoices(item, home, [], "kg"), [16000]);
});

Deno.test("plates are put together without a ladder, and a stack is its own machine's", () => {
  const gym = {
    barbell: { bar_g: 20000, plates_g: [5000, 10000] },
    stack_g: { machine_leg_press: [20000, 40000], machine_leg_curl: [5000] },
  };
  const bar = { ...split_squat, load: "barbell", load_g: 20000 };
  equal(loadChoices(bar, gym, [], "kg"), [20000, 30000, 40000, 50000]);
  const press = { ...split_squat, load: "stack", load_g: 40000 };
  equal(loadChoices(press, gym, [], "kg", ["machine_leg_press"]), [20000, 40000]);
});

Deno.test("without any list the stepper goes by kilograms, and body weight has none", () => {
  const choices = loadChoices({ ...split_squat, load: "stack", load_g: 40000 }, {}, [], "kg");
  equal([nextLoad(choices, 40000, 1), nextLoad(choices, 40000, -1)], [41000, 39000]);
  ok(choices.every((load_g) => load_g >= 0));
  equal(loadChoices(bridge, home, [], "kg"), []);
});

Deno.test("swaps offer the ladder's other exercises, each at the nearest rung", () => {
  const rungs = [
    { exercise: "bridge", reps: 10, load: "body", load_g: 0 },
    { exercise: "bridge", reps: 12, load: "body", load_g: 0 },
    { exercise: "split-squat", reps: 8, load: "dumbbells", load_g: 16000 },
  ];
  const known = { bridge: { laterality: "bilateral", tempo: "2-2-1-0" } };
  const [only, ...more] = swapChoices({ ...split_squat, rung: 2 }, rungs, known);
  equal(more, []);
  equal([only.exercise, only.reps, only.sides, only.tempo, only.slot, only.sets, only.rung], [
    "bridge",
    12,
    "both",
    "2-2-1-0",
    "lunge",
    3,
    1,
  ]);
});

const catalog = {
  "split-squat": {
    measure: "reps",
    pattern: "lunge",
    laterality: "unilateral",
    regions: ["knee", "quads"],
    stages: [2, 3],
    easier: ["sit-to-stand"],
    harder: ["lunge-jump"],
  },
  bridge: { measure: "reps", pattern: "hinge", regions: ["hamstrings"], stages: [1, 2] },
  "step-up": {
    measure: "reps",
    pattern: "lunge",
    laterality: "unilateral",
    regions: ["knee"],
    stages: [3],
    equipment: [
      { needs: ["barbell"], load: "barbell" },
      { needs: ["dumbbells"], load: "dumbbells" },
    ],
  },
  "sit-to-stand": {
    measure: "reps",
    pattern: "squat",
    regions: ["quads"],
    stages: [1],
    equipment: [{ needs: ["chair"], load: "body" }],
  },
  "lunge-jump": {
    measure: "contacts",
    pattern: "plyo_high",
    regions: ["knee"],
    stages: [7],
    equipment: [{ needs: [], load: "body" }],
  },
  "lunge-matrix": {
    measure: "reps",
    pattern: "lunge",
    regions: ["hip"],
    stages: [6],
    equipment: [{ needs: [], load: "body" }],
  },
};
const rungs = [
  { exercise: "bridge", reps: 12, load: "body", load_g: 0 },
  { exercise: "split-squat", reps: 8, load: "dumbbells", load_g: 16000 },
];
const place = { ...home, items: ["chair"] };

/** @param {import("../../../frontend/player/swaps.js").Group[]} groups */
const named = (groups) =>
  Object.fromEntries(groups.map(({ why, choices }) => [
    why,
    choices.map(({ item }) => item.exercise),
  ]));

Deno.test("swaps are grouped by the reason to ask for one, with what is really there", () => {
  const item = { ...split_squat, rung: 1 };
  const groups = swapGroups({ item, rungs, exercises: catalog, place, sore: ["knee"] });
  equal(named(groups), {
    same: ["step-up"],
    easier: ["bridge", "sit-to-stand"],
    equipment: ["bridge", "sit-to-stand"],
    pain: ["bridge", "sit-to-stand"],
  });
  const [step_up] = groups[0].choices;
  const { load, load_g, reps, sets, sides } = step_up.item;
  equal([load, load_g, reps, sets, sides], ["dumbbells", 16000, 8, 3, "each"]);
});

Deno.test("with every exercise on the sore region only leaving it out is left", () => {
  const item = { ...split_squat, rung: 1 };
  const sore = ["knee", "quads", "hamstrings"];
  equal(named(swapGroups({ item, rungs, exercises: catalog, place, sore })).pain, []);
  equal(named(swapGroups({ item, rungs, exercises: catalog, place, avoid: sore })), { pain: [] });
});

Deno.test("a choice shows what was done of it last time, the best set of that day", () => {
  const set = (/** @type {number} */ reps) => ({ exercise: "bridge", reps, load_g: 0 });
  const last = lastResults([
    { day: "2026-11-01", set: set(15) },
    { day: "2026-11-10", set: set(10) },
    { day: "2026-11-10", set: set(12) },
    { day: "2026-11-10", set: set(11) },
  ]);
  const item = { ...split_squat, rung: 1 };
  const groups = swapGroups({ item, rungs, exercises: catalog, place, last });
  const easier = groups.find(({ why }) => why === "easier");
  equal(easier?.choices[0].last, { day: "2026-11-10", set: set(12) });
});

Deno.test("sharp pain ends the exercise whatever its number, and says so", () => {
  const phone = play(session([split_squat, bridge])).do("start").whole().whole();
  phone.do({
    type: "edit",
    side: "right",
    fields: { pain: 2, pain_region: "knee", sharp: true, note: " a stab " },
  }).do("log");
  equal([phone.state.notice, phone.state.at.item], [{ key: "pain", item: 0 }, 1]);
  const { pain, pain_region, sharp, note } = phone.sets()[1];
  equal([pain, pain_region, sharp, note], [2, "knee", true, "a stab"]);
  ok(noticeWords(phone.state)?.strong.includes("lunge"));
});

Deno.test("form lost in two sets ends the exercise; one bad set does not", () => {
  const phone = play(session([split_squat, bridge]));
  for (const quality of [1, 0]) {
    phone.do("start").whole().whole();
    phone.do({ type: "edit", side: "left", fields: { quality } }).do("log");
    if (quality === 1) equal(phone.do("rest_done", 90).state.at.item, 0);
  }
  equal([phone.state.notice?.key, phone.state.at.item], ["form", 1]);
  ok(noticeWords(phone.state)?.more.includes("Form lost"));
});

Deno.test("an answer is taken back, and without pain nothing hurts anywhere", () => {
  const phone = play(session([bridge])).do("start").whole();
  const answer = (/** @type {object} */ fields) =>
    phone.do({ type: "edit", side: "both", fields }).state.draft.both;
  answer({ pain: 3, pain_region: "knee", sharp: false, quality: 2, rir: null });
  equal(answer({ quality: null }), {
    amount: 10,
    load_g: 0,
    pain: 3,
    pain_region: "knee",
    sharp: false,
  });
  equal(answer({ pain: 0 }), { amount: 10, load_g: 0, pain: 0 });
});

Deno.test("a swap leaves the prescription in the journal as it was", () => {
  const phone = play(session([split_squat]));
  phone.do({
    type: "swap",
    item: { ...bridge, slot: "other" },
    manner: { measure: "reps", starts: "bottom", contact_s: 1 },
  });
  phone.set();
  equal(phone.records().get("record-1")?.set.items[0].exercise, "split-squat");
  equal([phone.sets()[0].exercise, phone.sets()[0].slot], ["bridge", "lunge"]);
});

Deno.test("the summary puts what was logged through the rules, by earlier positions", () => {
  const phone = play(session([split_squat])).set();
  /** @type {any} */
  let seen;
  const rungs = [6, 8, 10].map((reps) => ({
    exercise: "split-squat",
    reps,
    load: "dumbbells",
    load_g: 16000,
  }));
  const told = changes({
    state: phone.state,
    day: "2026-11-24",
    checkin: null,
    units: "kg",
    positions: { lunge: { home: { rung: 1, streak: 1, misses: 0, exposures: 4 } } },
    pack: {
      ladders: { lunge: { home: { rungs } } },
      policy: {},
      exercises: { ...exercises, "split-squat": { name: "Split squat" } },
    },
    outcomes: (/** @type {any} */ given) => {
      seen = given;
      return { lunge: { sets: given.sets } };
    },
    advance: (/** @type {any} */ position) => ({
      position: { ...position, rung: 2 },
      reasons: [{ rule: "reps_up" }],
    }),
    explain: (/** @type {any} */ { rule }) => ({ text: rule, source: "science" }),
  });
  equal(seen.sets.map((/** @type {any} */ set) => [set.side, set.reps, set.index, set.rir]), [[
    "left",
    8,
    1,
    2,
  ], ["right", 8, 1, 2]]);
  equal(told[0], {
    slot: "lunge",
    name: "Split squat",
    from: "8\u00a0reps · 2\u00a0×\u00a08\u00a0kg",
    to: "10\u00a0reps · 2\u00a0×\u00a08\u00a0kg",
    moved: "up",
    text: "reps_up",
    source: "science",
  });
});

Deno.test("a slot met for the first time is judged from where it was prescribed", () => {
  const phone = play(session([split_squat])).set();
  const { load, load_g } = split_squat;
  const rungs = [6, 8, 10].map((reps) => ({ exercise: "split-squat", reps, load, load_g }));
  /** @type {any} */
  let before;
  changes({
    state: phone.state,
    day: "2026-11-24",
    checkin: null,
    units: "kg",
    positions: {},
    pack: { ladders: { lunge: { home: { rungs, first_rung: 0 } } }, policy: {}, exercises },
    outcomes: () => ({}),
    advance: (/** @type {any} */ position) => {
      before = position;
      return { position, reasons: [{ rule: "skipped" }] };
    },
    explain: () => ({ text: "", source: "" }),
  });
  equal(before, { rung: 1, streak: 0, misses: 0, exposures: 0 });
});
