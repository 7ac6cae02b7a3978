/** What a session writes into the journal: its start, each side of each set, its end. */

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Logged} Logged */
/** @typedef {import("./types.d.ts").Write} Write */

const AMOUNT = { reps: "reps", hold: "hold_s", contacts: "contacts", distance: "distance_m" };

/** The fields of a set that not every set has. */
const ANSWERS = [
  ...Object.values(AMOUNT),
  "band",
  "rir",
  "pain",
  "pain_region",
  "sharp",
  "quality",
  "note",
  "tempo",
];

/** @param {Active} state @returns {Write} */
export function sessionStart(state) {
  const { template, name, items, stage } = state.workout;
  return write("session", state.session, {
    template,
    workout: name,
    place: state.place,
    started_at: state.started_at,
    stage,
    items: state.prescribed ?? items,
    plan_item: state.plan_item,
    per_week: state.per_week,
  });
}

/** Other items for what has not begun yet. @param {Active} state @returns {Write} */
export function sessionRefit({ session, prescribed }) {
  return write("session", session, { items: prescribed });
}

/** @param {Active} state @returns {Write} */
export function sessionEnd(state) {
  const { items } = state.workout;
  const done = new Set(state.logged.map((set) => items[set.item].slot));
  const slots = new Set(items.map(({ slot }) => slot));
  return write("session", state.session, {
    ended_at: state.ended_at,
    rpe: state.rpe,
    note: state.note?.trim() || undefined,
    ended_early: state.ended_early,
    skipped: anyOf([...slots].filter((slot) => !done.has(slot))),
    skip_reasons: anyOf(state.skip_reasons),
    swap_reasons: anyOf(state.swap_reasons),
  });
}

/**
 * One side of one set. `deleted: false` because the same record may have been taken back before.
 * @param {Active} state
 * @param {Logged} logged
 * @returns {Write}
 */
export function setEntry(state, { item: number, set, side, record, performed, draft }) {
  const item = state.workout.items[number];
  const { measure } = state.manners[number];
  const { under_tension_s, tension_s, started_at, ended_at, tempo = item.tempo } = performed;
  return {
    ...write("set", record, {
      session: state.session,
      slot: item.slot,
      exercise: item.exercise,
      index: (state.after[number] ?? 0) + set + 1,
      side,
      [AMOUNT[measure]]: draft.amount,
      load_g: draft.load_g,
      band: draft.band,
      rir: draft.rir,
      pain: draft.pain,
      pain_region: draft.pain_region,
      sharp: draft.sharp,
      quality: draft.quality,
      note: draft.note?.trim() || undefined,
      tempo: measure === "reps" ? tempo : undefined,
      under_tension_s,
      tension_s,
      started_at,
      ended_at,
    }),
    deleted: false,
  };
}

/**
 * A set logged by mistake. Its answers are cleared, so that the same record logged again, perhaps
 * as another exercise, holds nothing of the first time.
 * @param {string} record
 * @returns {Write}
 */
export function takeBack(record) {
  const set = Object.fromEntries(ANSWERS.map((field) => [field, null]));
  return { kind: "set", record, set, deleted: true };
}

/** @param {string} record @returns {Write} */
export function withdraw(record, kind = "set") {
  return { kind, record, set: {}, deleted: true };
}

/** @param {string} record @param {string} kind @returns {Write} */
export function restore(record, kind) {
  return { kind, record, set: {}, deleted: false };
}

/**
 * A list or an object with anything in it; nothing when it is empty.
 * @template {object} T
 * @param {T} fields
 */
function anyOf(fields) {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** Absent means omitted. @param {string} kind @param {string} record @param {object} fields */
function write(kind, record, fields) {
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { kind, record, set };
}
