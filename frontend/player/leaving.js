/** Going back, ending early, throwing away and finishing: nothing done is lost on the way. */
import { asDone, card, cards } from "./card.js";
import { restore, sessionEnd, setEntry, takeBack, withdraw } from "./entries.js";
import { itemOf, sidesOf } from "./order.js";
import { sideEnded } from "./set_flow.js";
import { arrive, fresh, same, to } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/**
 * One step back: do it again, or take the last log back.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Step}
 */
export function back(state, now_ms) {
  const first = itemOf(state) ? sidesOf(itemOf(state), state.at.set)[0] : state.at.side;
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
  const logged = state.logged.filter((set) => !sets.includes(set));
  const left_out = Object.entries(state.left_out).filter(([, done]) => done <= logged.length);
  const closed = { ...state.closed };
  if (closed[last.item] !== "swapped") delete closed[last.item];
  /** @type {Active} */
  const reopened = {
    ...state,
    at: { item: last.item, set: last.set, side: last.side },
    closed,
    // What was left out after this set is asked again.
    left_out: Object.fromEntries(left_out),
    notice: null,
    logged,
    ended_early: false,
    performed: Object.fromEntries(sets.map((set) => [set.side, set.performed])),
    draft: Object.fromEntries(sets.map((set) => [set.side, set.draft])),
  };
  const change = card(reopened, last.performed.ended_at);
  return to(reopened, change, sets.map(({ record }) => takeBack(record)));
}

/** Keep what was done: whole reps of a set under way count, an open card is logged as it stands. */
export function endEarly(/** @type {Active} */ state, /** @type {number} */ now_ms) {
  if (!["ready", "work", "log", "rest"].includes(state.phase)) return same(state);
  let kept = state;
  if (state.phase === "work") {
    const { performed } = sideEnded(state, now_ms) ?? state;
    if (performed[state.at.side]?.done) kept = { ...state, performed };
  }
  if (kept.phase !== "log") {
    const unasked = Object.entries(kept.performed)
      .map(([side, { done }]) => [side, asDone(itemOf(kept), done)]);
    kept = { ...kept, draft: Object.fromEntries(unasked) };
  }
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
