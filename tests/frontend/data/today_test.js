/** Today as the phone computes it from a pack and from what was trained since. */
import { addDays } from "../../../frontend/data/day.js";
import { today } from "../../../frontend/data/today.js";
import { compared } from "../../../frontend/training/rungs.js";
import { equal, ok } from "./expect.js";

const shared = read("shared");
const DAY = "2026-01-06";
const SESSION = "00000000-0000-7000-8000-00000000000a";

Deno.test("the day the plan says is a session, with its workout at the chosen place", () => {
  const now = today(known({}));
  equal([now.kind, now.next.session?.template], ["session", "strength-squat"]);
  equal([now.workout?.template, now.workout?.place], ["strength-squat", "home"]);
  ok(now.workout?.items.length, "the workout has items");
});

Deno.test("a rest day has the next session's workout, for whoever wants it earlier", () => {
  const now = today(known({ day: "2026-01-05" }));
  equal([now.kind, now.workout?.template], ["rest", "strength-squat"]);
});

Deno.test("a red flag stops the day, whatever the plan says", () => {
  const now = today(known({ checkin: { red_flags: ["chest_pain"] } }));
  equal([now.kind, now.workout], ["stop", null]);
  equal(now.reasons, now.readiness.reasons);
});

Deno.test("after a session the day is done and the queue has moved on", () => {
  const now = today(known(trained()));
  equal([now.kind, now.workout], ["done", null]);
  equal(now.next.session?.template, "strength-hinge");
  equal(now.done.length, 1);
});

Deno.test("what was trained since the pack moves the positions, session by session", () => {
  const before = today(known({})).workout?.items[0];
  const now = today(known(trained()));
  equal(now.positions[before?.slot ?? ""].home.exposures, 1);
  equal(now.positions[before?.slot ?? ""].home.last_day, DAY);
});

Deno.test("an item done at the gym moves the position there, whatever the session began at", () => {
  const { sessions, sets } = trained();
  const [{ set }] = sessions;
  const [moved, ...others] = set.items;
  sessions[0].set = { ...set, items: [{ ...moved, place: "gym" }, ...others] };
  const pack = packed();
  const { [moved.slot]: { home } } = pack.ladders;
  const ladders = { ...pack.ladders, [moved.slot]: { home, gym: { ...home, place: "gym" } } };
  const { positions } = today(known({ sessions, sets, pack: { ...pack, ladders } }));
  equal(Object.keys(positions[moved.slot]), ["gym"]);
  equal(positions[others[0].slot].home.exposures, 1);
});

Deno.test("pain on the morning after counts against the session before", () => {
  const { sessions, sets } = trained();
  const morning = {
    ...record("checkin", { pain_morning: { knee: 9, ankle: 9, hip: 9, hamstrings: 9, calf: 9 } }),
    day: "2026-01-07",
  };
  const hurt = today(known({ sessions, sets, checkins: [morning] })).positions;
  const well = today(known({ sessions, sets })).positions;
  ok(JSON.stringify(hurt) !== JSON.stringify(well), "the morning changed nothing");
});

Deno.test("a session that the pack has folded is not counted again", () => {
  const pack = { ...packed(), folded: [SESSION], done: [], positions: {} };
  const now = today(known({ ...trained(), pack }));
  equal([now.positions, now.done], [{}, []]);
});

Deno.test("how much of the plan was done decides whether a plateau is one, also without a network", () => {
  const { sessions, sets } = trained();
  const item = sessions[0].set.items.find((/** @type {any} */ it) => it.reps && it.block === "main");
  const { slot, rung } = item;
  sets.forEach(({ set }) => set.quality = 2);
  const recent = [21, 14, 7].map((back) => {
    return { day: addDays(DAY, -back), of: compared(item), value: 999_999, rir: 3 };
  });
  const at = { rung, streak: 0, misses: 0, exposures: 3, recent };
  const folded = recent.map(({ day }) => day);
  const done = folded.map((day) => ({ session: day, day, template: "", ended_at: 0, heavy: true }));
  const pack = { ...packed(), positions: { [slot]: { home: at } }, folded, done };
  const told = (/** @type {number|undefined} */ per_week) => {
    sessions[0].set.per_week = per_week;
    const { why } = today(known({ sessions, sets, pack })).positions[slot].home;
    return (why ?? []).flatMap((/** @type {{rule: string}} */ { rule }) =>
      rule.startsWith("plateau") ? rule : []
    );
  };
  equal(told(1), ["plateau", "plateau_recovery"]);
  equal(told(2), ["plateau_missed"]);
  equal(told(undefined), ["plateau", "plateau_recovery"]);
});

Deno.test("a session says how many the plan has in a week", () => {
  const { per_week } = packed().plan;
  equal(today(known({})).per_week, per_week.strength + per_week.light);
});

Deno.test("a session that was begun and not ended changes nothing yet", () => {
  const { sessions, sets } = trained();
  delete sessions[0].set.ended_at;
  const now = today(known({ sessions, sets }));
  equal([now.kind, now.positions, now.done], ["session", {}, []]);
});

Deno.test("six weeks on, when the plan has run out, it says so instead of failing", () => {
  const pack = packed();
  pack.plan = { ...pack.plan, sessions: [] };
  equal(today(known({ pack })).kind, "none");
});

Deno.test("a niggle rests its region from the moment it is said, and until its last day", () => {
  const niggle = record("plan_change", { change: "niggle", region: "knee", from: DAY });
  const regions = (/** @type {any} */ now) =>
    now.workout.items.filter((/** @type {any} */ it) => it.block === "main")
      .flatMap((/** @type {any} */ it) => it.regions);
  ok(regions(today(known({}))).includes("knee"), "the session loads knees");
  const now = today(known({ changes: [niggle] }));
  ok(!regions(now).includes("knee"), "nothing loads it");
  equal(now.readiness.reasons[0], { rule: "ready_niggle", values: { region: "knee" } });
  ok(now.workout?.items.length, "the rest goes on");
  niggle.set.to = "2026-01-05";
  niggle.set.from = "2026-01-01";
  equal(today(known({ changes: [niggle] })).readiness.blocked, []);
});

Deno.test("three bad days in a row make a light day, from this phone's own check-ins", () => {
  const checkins = Array.from({ length: 20 }, (_, back) => {
    const tired = back < 3 ? 5 : 2;
    const day = new Date(Date.parse(DAY) - back * 86_400_000).toISOString().slice(0, 10);
    return { ...record("checkin", { sleep: tired, fatigue: tired, stress: tired }), day };
  });
  const now = today(known({ checkins, checkin: checkins[0].set }));
  equal([now.readiness.level, now.readiness.reasons[0].rule], ["lighter", "ready_light"]);
  const [full, light] = [today(known({})), now].map(({ workout }) =>
    (workout?.items ?? []).reduce((sum, item) => sum + item.sets, 0)
  );
  ok(light < full * 0.75, "about half the sets");
});

Deno.test("slots that are not open are left out for the reasons in the pack", () => {
  const [{ slot }] = today(known({})).workout?.items ?? [];
  const closed = { [slot]: [{ rule: "slot_closed", values: { what: "x", value: 0, need: 1 } }] };
  const now = today(known({ pack: { ...packed(), closed } }));
  equal(now.workout?.dropped.find((one) => one.slot === slot)?.reasons, closed[slot]);
});

Deno.test("the weaker side goes first, and gets its set more as long as the pack says", () => {
  const symmetry = {
    ...{ state: "acts", results: [], reasons: [], side: "right", since: "2025-12-01" },
    ...{ patterns: ["lunge", "step", "calf", "hinge"], extra_until: DAY },
  };
  const pack = { ...packed(), symmetry };
  const now = today(known({ pack, minutes: 90 }));
  const sided = now.workout?.items.filter(({ sides }) => sides === "each") ?? [];
  ok(sided.length, "something is done side by side");
  ok(sided.every(({ first }) => first === "right"), "the weaker side is first");
  ok(sided.some(({ extra }) => extra?.side === "right"), "it gets a set more");
  symmetry.extra_until = "2026-01-05";
  const later = today(known({ pack, minutes: 90 }));
  ok(later.workout?.items.every(({ extra }) => !extra), "the weeks are over");
});

Deno.test("a test taken on this phone changes nothing before the sync", () => {
  const assessments = ["left", "right"].map((side) =>
    record("assessment", { test: "heel_raise", side, value: side === "left" ? 10 : 30 })
  );
  equal(today(known({ assessments })).workout, today(known({})).workout);
});

Deno.test("the arguments stay as they were", () => {
  const given = known(trained());
  const before = JSON.stringify(given);
  today(given);
  equal(JSON.stringify(given), before);
});

/** @param {any} some @returns {any} */
function known(some) {
  return {
    pack: packed(),
    day: DAY,
    checkin: null,
    sessions: [],
    sets: [],
    checkins: [],
    place: "home",
    minutes: 45,
    ...some,
  };
}

/** @returns {any} */
function packed() {
  const templates = ["strength-squat", "strength-hinge"].map((slug) => shared[`template:${slug}`]);
  return {
    plan: read("next_session")[0].in.plan,
    templates: Object.fromEntries(templates.map((one) => [one.slug, one])),
    slots: shared.slots,
    ladders: shared["ladders:dumbbell_set"],
    positions: {},
    done: [],
    folded: [],
    closed: {},
    symmetry: { state: "unknown", results: [], reasons: [] },
    tests: [],
    measured: [],
    exercises: shared.exercises,
    policy: shared.policy,
  };
}

/** Today's workout, done as prescribed and ended. */
function trained() {
  const { workout } = today(known({}));
  const items = workout?.items ?? [];
  const sets = items.flatMap((item) =>
    Array.from({ length: item.sets }, (_, i) => {
      const { slot, exercise, reps, hold_s, contacts, distance_m, load_g } = item;
      const amount = { reps, hold_s, contacts, distance_m };
      const set = { session: SESSION, slot, exercise, index: i + 1, side: "both", load_g, pain: 0 };
      return record("set", { ...set, ...amount, rir: 3, quality: 4 });
    })
  );
  const ended = { template: workout?.template, place: "home", items, ended_at: 1767700000000 };
  const session = { ...record("session", ended), record: SESSION };
  return { sessions: [session], sets };
}

let made = 0;

/** @param {string} kind @param {any} set */
function record(kind, set) {
  made += 1;
  const id = `00000000-0000-7000-8000-${String(made).padStart(12, "0")}`;
  return { record: id, kind, day: DAY, zone: "UTC", deleted: false, set, at: `${made}` };
}

/** @param {string} name @returns {any} */
function read(name) {
  const folder = new URL("../../vectors/", import.meta.url);
  return JSON.parse(Deno.readTextFileSync(new URL(`${name}.json`, folder)));
}
