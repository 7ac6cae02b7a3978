/** Today as the phone computes it from a pack and from what was trained since. */
import { today } from "../../../frontend/data/today.js";
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
    baseline: null,
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
