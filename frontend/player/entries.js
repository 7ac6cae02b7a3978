/** What a session writes into the journal: its start, each side of each set, its end. */

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Logged} Logged */
/** @typedef {import("./types.d.ts").Write} Write */

const AMOUNT = { reps: "reps", hold: "hold_s", contacts: "contacts", distance: "distance_m" };

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
  });
}

/** @param {Active} state @returns {Write} */
export function sessionEnd(state) {
  const skipped = state.workout.items
    .filter((_, item) => !state.logged.some((set) => set.item === item))
    .map(({ slot }) => slot);
  return write("session", state.session, {
    ended_at: state.ended_at,
    rpe: state.rpe,
    note: state.note?.trim() || undefined,
    ended_early: state.ended_early,
    skipped: skipped.length > 0 ? skipped : undefined,
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
  const { under_tension_s, tension_s, started_at, ended_at } = performed;
  return {
    ...write("set", record, {
      session: state.session,
      slot: item.slot,
      exercise: item.exercise,
      index: set + 1,
      side,
      [AMOUNT[measure]]: draft.amount,
      load_g: draft.load_g,
      band: draft.band,
      rir: draft.rir,
      pain: draft.pain,
      quality: draft.quality,
      tempo: measure === "reps" ? item.tempo : undefined,
      under_tension_s,
      tension_s,
      started_at,
      ended_at,
    }),
    deleted: false,
  };
}

/** @param {string} record @returns {Write} */
export function withdraw(record, kind = "set") {
  return { kind, record, set: {}, deleted: true };
}

/** @param {string} record @param {string} kind @returns {Write} */
export function restore(record, kind) {
  return { kind, record, set: {}, deleted: false };
}

/** Absent means omitted. @param {string} kind @param {string} record @param {object} fields */
function write(kind, record, fields) {
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { kind, record, set };
}
