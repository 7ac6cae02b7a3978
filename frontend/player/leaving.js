/**
 * Going back, swapping, ending early, throwing away and finishing: nothing done is lost on the
 * way.
 */
import { restore, sessionEnd, setEntry, withdraw } from "./entries.js";
import { arrive, card, cards, fresh, same, to } from "./set_flow.js";
import { elapsed_s, itemOf, sidesOf, timelineOf } from "./steps.js";
import { achieved } from "./tempo.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/**
 * One step back: do it again, or take the last log back.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Step}
 */
export function back(state, now_ms) {
  const first = sidesOf(itemOf(state))[0];
  if (state.phase === "work") return to(state, arrive(now_ms));
  if (state.phase === "log" || (state.phase === "ready" && state.at.side !== first)) {
    return to(state, {
      ...arrive(now_ms),
      at: { ...state.at, side: first },
      performed: {},
      draft: {},
      notice: null,
    });
  }
  const last = state.logged[state.logged.length - 1];
  const ended = state.phase === "finish" && state.ended_early;
  if (ended && !(last?.item === state.at.item && last.set === state.at.set)) {
    return to(state, { ...arrive(now_ms), ended_early: false });
  }
  if (!last || !["ready", "rest", "finish"].includes(state.phase)) return same(state);
  const sets = state.logged.filter(({ item, set }) => item === last.item && set === last.set);
  const closed = { ...state.closed };
  delete closed[last.item];
  /** @type {Active} */
  const reopened = {
    ...state,
    at: { item: last.item, set: last.set, side: last.side },
    closed,
    notice: null,
    logged: state.logged.filter((set) => !sets.includes(set)),
    ended_early: false,
    performed: Object.fromEntries(sets.map((set) => [set.side, set.performed])),
    draft: Object.fromEntries(sets.map((set) => [set.side, set.draft])),
  };
  const change = card(reopened, last.performed.ended_at);
  return to(reopened, change, sets.map(({ record }) => withdraw(record)));
}

/** Keep what was done: whole reps of a set under way count, an open card is logged as it stands. */
export function endEarly(/** @type {Active} */ state, /** @type {number} */ now_ms) {
  if (!["ready", "work", "log", "rest"].includes(state.phase)) return same(state);
  let kept = state;
  if (state.phase === "work") {
    const result = achieved(timelineOf(state), elapsed_s(state, now_ms));
    const ended_at = state.paused_at ?? now_ms;
    const done = { ...result, started_at: Math.round(state.phase_started_at), ended_at };
    if (result.done > 0) {
      kept = { ...state, performed: { ...state.performed, [state.at.side]: done } };
    }
  }
  kept = { ...kept, ...(kept.phase === "log" ? {} : { draft: unasked(kept) }) };
  const sets = cards(kept);
  /** @type {Active} */
  const ended = {
    ...kept,
    ...fresh(now_ms),
    phase: "finish",
    logged: [...kept.logged, ...sets],
    performed: {},
    draft: {},
    rest: null,
    notice: null,
    ended_early: true,
  };
  return { state: ended, entries: sets.map((set) => setEntry(state, set)) };
}

/**
 * Drafts of sides the runner was never asked about: no effort or pain is made up.
 * @param {Active} state
 */
function unasked(state) {
  const { load_g, band } = itemOf(state);
  return Object.fromEntries(
    Object.entries(state.performed).map((
      [side, { done }],
    ) => [side, { amount: done, load_g, ...(band ? { band } : {}) }]),
  );
}

/** @param {{rpe?: number, note?: string}} action @returns {Partial<Active>} */
export function rated({ rpe, note }) {
  return { ...(rpe === undefined ? {} : { rpe }), ...(note === undefined ? {} : { note }) };
}

/** @param {Active} state @param {number} now_ms @returns {Step} */
export function finish(state, now_ms) {
  /** @type {Active} */
  const over = { ...state, phase: "over", ended_at: Math.round(now_ms) };
  return { state: over, entries: [sessionEnd(over)] };
}

/** @param {Active} state @returns {Step} */
export function discard(state) {
  const sets = state.logged.map(({ record }) => withdraw(record));
  const entries = state.opened ? [...sets, withdraw(state.session, "session")] : [];
  return to(state, { phase: "discarded", before: state.phase }, entries);
}

/** @param {Active} state @param {number} now_ms @returns {Step} */
export function undoDiscard({ before = "ready", ...state }, now_ms) {
  const sets = state.logged.map(({ record }) => restore(record, "set"));
  const entries = state.opened ? [restore(state.session, "session"), ...sets] : [];
  // Nobody goes on lifting while deciding to throw the session away.
  const phase = before === "work" ? "ready" : before;
  return to(/** @type {Active} */ (state), { ...fresh(now_ms), phase }, entries);
}

/**
 * Another exercise in the same slot for today. The prescription stays in the journal as it was: the
 * sets say what was really done, and the rules see that it was a swap.
 * @param {Active} state
 * @param {{item: import("./types.d.ts").Item, manner: import("./types.d.ts").Manner}} action
 */
export function swap(state, { item, manner }) {
  const index = state.at.item;
  if (state.logged.some((set) => set.item === index)) return same(state);
  const { items } = state.workout;
  const { slot, sets } = items[index];
  const changed = items.map((old, i) => i === index ? { ...item, slot, sets } : old);
  return to(state, {
    workout: { ...state.workout, items: changed },
    prescribed: state.prescribed ?? items,
    at: { ...state.at, side: sidesOf(changed[index])[0] },
    manners: state.manners.map((old, i) => i === index ? manner : old),
    performed: {},
    draft: {},
  });
}
