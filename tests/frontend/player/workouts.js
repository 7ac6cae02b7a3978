/** Workouts to play: one of every measure, two sides and one, with rest and without. */
import { begin, next, recordsFor } from "../../../frontend/player/session.js";
import { elapsed_s, timelineOf } from "../../../frontend/player/steps.js";

/** @typedef {import("../../../frontend/player/types.d.ts").Active} Active */
/** @typedef {import("../../../frontend/player/types.d.ts").Action} Action */
/** @typedef {import("../../../frontend/player/types.d.ts").Write} Write */

const common = { block: "main", load_g: 0, load: "body", rung: 0, reasons: [] };

export const split_squat = {
  ...common,
  slot: "lunge",
  name: "Lunge",
  exercise: "split-squat",
  sets: 3,
  reps: 8,
  load_g: 16000,
  load: "dumbbells",
  sides: /** @type {const} */ ("each"),
  tempo: "3-1-1-0",
  rest_s: 90,
  rir: 2,
};
export const bridge = {
  ...common,
  slot: "hinge",
  name: "Hinge",
  exercise: "bridge",
  sets: 2,
  reps: 10,
  sides: /** @type {const} */ ("both"),
  tempo: "2-2-1-0",
  rest_s: 60,
  rir: 3,
};
export const plank = {
  ...common,
  slot: "trunk",
  name: "Trunk",
  block: "trunk",
  exercise: "plank",
  sets: 2,
  hold_s: 30,
  sides: /** @type {const} */ ("both"),
  rest_s: 30,
};
export const pogo = {
  ...common,
  slot: "plyo",
  name: "Plyo",
  exercise: "pogo",
  sets: 1,
  contacts: 20,
  sides: /** @type {const} */ ("both"),
  rest_s: 60,
};
export const walk = {
  ...common,
  slot: "walk",
  name: "Walk",
  exercise: "band-walk",
  sets: 1,
  distance_m: 10,
  load: "band",
  band: 2,
  sides: /** @type {const} */ ("each"),
  rest_s: 0,
};

/** Three exercises that go round: no card in between, ten seconds of rest. */
export const circuit = [
  { ...bridge, slot: "round-a", group: "round", rest_s: 10 },
  { ...plank, slot: "round-b", group: "round", rest_s: 10 },
  { ...pogo, slot: "round-c", group: "round", sets: 2, rest_s: 10 },
];

/** @type {Record<string, {measure: string, starts?: "top"|"bottom", contact_s?: number}>} */
export const exercises = {
  "split-squat": { measure: "reps" },
  bridge: { measure: "reps", starts: "bottom" },
  plank: { measure: "hold" },
  pogo: { measure: "contacts", contact_s: 0.5 },
  "band-walk": { measure: "distance" },
};

export const T0 = Date.UTC(2026, 10, 24, 17, 0);

/** @param {import("../../../frontend/player/types.d.ts").Item[]} items @returns {Active} */
export function session(items = [split_squat, bridge, plank, pogo, walk]) {
  let made = 0;
  const workout = {
    template: "strength-a",
    name: "Strength A",
    kind: "strength",
    minutes: 40,
    items,
    reasons: [],
    place: /** @type {const} */ ("home"),
  };
  const newRecord = () => `record-${++made}`;
  return begin(workout, { newRecord, now_ms: T0, place: "home", exercises });
}

let spared = 0;
/** Records that nothing else has, for so many sets. @param {number} sets */
export function spare(sets) {
  return recordsFor([{ sets }], () => `spare-${++spared}`);
}

/** A session with its clock and its journal, as the phone would hold them. @param {Active} state */
export function play(state = session()) {
  const phone = {
    state,
    now_ms: state.started_at,
    journal: /** @type {Write[]} */ ([]),
    /** @param {Action["type"] | Action} action @param {number} [after_s] */
    do(action, after_s = 0) {
      phone.now_ms += after_s * 1000;
      const whole = /** @type {Action} */ (typeof action === "string" ? { type: action } : action);
      const step = next(phone.state, whole, phone.now_ms);
      phone.state = step.state;
      phone.journal.push(...step.entries);
      return phone;
    },
    /** Run the present side to its end. */
    whole() {
      const left_s = timelineOf(phone.state).duration_s - elapsed_s(phone.state, phone.now_ms);
      return phone.do("finish_set", Math.max(0, left_s));
    },
    /** Start, do every side, log. */
    set() {
      phone.do("start");
      while (phone.state.phase === "work") phone.whole();
      return phone.do("log", 5);
    },
    /** The journal folded: what every device would show. */
    records() {
      /** @type {Map<string, {kind: string, deleted: boolean, set: Record<string, any>}>} */
      const records = new Map();
      for (const { kind, record, set, deleted } of phone.journal) {
        const held = records.get(record) ?? { kind, deleted: false, set: {} };
        records.set(record, {
          kind,
          deleted: deleted ?? held.deleted,
          set: { ...held.set, ...set },
        });
      }
      return records;
    },
    /** Set records that count. */
    sets() {
      return [...phone.records().values()].filter(({ kind, deleted }) => kind === "set" && !deleted)
        .map(({ set }) => set);
    },
  };
  return phone;
}
