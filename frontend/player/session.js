/**
 * A session as a pure state machine: every tap and every deadline is an action, every log an
 * entry.
 */
import { extraRep, extraSet, repace } from "./beyond.js";
import { edited, log } from "./card.js";
import { restDone } from "./circuit.js";
import { back, discard, endEarly, finish, rated, undoDiscard } from "./leaving.js";
import { sidesOf } from "./order.js";
import { jump, reorder } from "./rearrange.js";
import { refit } from "./refit.js";
import { resume } from "./resume.js";
import { extended, finishSet, oneRepBack, resumed, shift, skip, start } from "./set_flow.js";
import { swap } from "./swap.js";
import { CONTACT_S, READY_S } from "./tempo.js";
import { same, to } from "./transition.js";

export { resume } from "./resume.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */
/** @typedef {import("./types.d.ts").Step} Step */

const EXTRA_REST_S = 30;

/**
 * What the timeline needs to know of an exercise.
 * @param {{measure: string, starts?: "top"|"bottom", contact_s?: number}} exercise
 * @returns {import("./types.d.ts").Manner}
 */
export function mannerOf({ measure, starts = "top", contact_s = CONTACT_S }) {
  return { measure: /** @type {import("./tempo.js").Measure} */ (measure), starts, contact_s };
}

/**
 * Fresh records, enough for all sets of these items.
 * @param {{sets: number, extra?: object}[]} items
 * @param {() => string} newRecord
 * @returns {import("./types.d.ts").Records[]}
 */
export function recordsFor(items, newRecord) {
  const sets = items.reduce((sum, item) => sum + item.sets + (item.extra ? 1 : 0), 0);
  return Array.from({ length: sets }, () => [newRecord(), newRecord()]);
}

/**
 * A session about to begin. Nothing is written before its first set starts.
 * @param {import("./types.d.ts").Workout} workout
 * @param {{newRecord: () => string, now_ms: number, place: "home"|"gym", plan_item?: string,
 *   per_week?: number, levels_above?: number, ready_s?: number,
 *   exercises: Record<string, {measure: string, starts?: "top"|"bottom",
 *     contact_s?: number}>}} given
 * @returns {Active}
 */
export function begin(
  workout,
  { newRecord, now_ms, place, plan_item, per_week, levels_above, ready_s = READY_S, exercises },
) {
  const session = newRecord();
  const keys = workout.items.flatMap((item, i) =>
    Array.from({ length: item.sets + (item.extra ? 1 : 0) }, (_, set) => `${i}.${set}`)
  );
  const pool = recordsFor(workout.items, newRecord);
  const measured = (/** @type {import("./types.d.ts").Item} */ item) =>
    exercises[item.exercise] ?? { measure: measureOf(item) };
  return {
    session,
    workout,
    place,
    ...(plan_item ? { plan_item } : {}),
    ...(per_week ? { per_week } : {}),
    ...(levels_above !== undefined ? { levels_above } : {}),
    manners: workout.items.map((item) => mannerOf(measured(item))),
    sequence: workout.items.map((_, i) => i),
    records: Object.fromEntries(keys.map((key, i) => [key, pool[i]])),
    added: {},
    after: {},
    left_out: {},
    pace: {},
    ready_s,
    rolling: false,
    opened: false,
    started_at: now_ms,
    at: { item: 0, set: 0, side: workout.items.length > 0 ? sidesOf(workout.items[0])[0] : "both" },
    phase: workout.items.length > 0 ? "ready" : "finish",
    phase_started_at: now_ms,
    paused_at: null,
    paused_ms: 0,
    plus: 0,
    performed: {},
    draft: {},
    rest: null,
    logged: [],
    closed: {},
    skip_reasons: {},
    swap_reasons: {},
    notice: null,
    ended_early: false,
  };
}

/**
 * The session after an action, and what it adds to the journal. An action that does not fit the
 * phase (a second tap, a late timer) changes nothing.
 * @param {Active} state
 * @param {Action} action
 * @param {number} clock_ms epoch milliseconds; the clock knows parts of one, the journal whole ones
 * @returns {Step}
 */
export function next(state, action, clock_ms) {
  const now_ms = Math.round(clock_ms);
  const { phase } = state;
  const working = phase === "work";
  const going = working || phase === "ready" || phase === "log" || phase === "rest";
  switch (action.type) {
    case "start":
      return phase === "ready" ? start(state, now_ms) : same(state);
    case "pause":
      return working && state.paused_at === null ? to(state, { paused_at: now_ms }) : same(state);
    case "resume":
      return working && state.paused_at !== null ? to(state, resumed(state, now_ms)) : same(state);
    case "go":
      return working
        ? shift(state, now_ms, (t_s, { ready_s }) => Math.max(t_s, ready_s))
        : same(state);
    case "minus_rep":
      return working ? shift(state, now_ms, oneRepBack) : same(state);
    case "finish_set":
      return working ? finishSet(state, now_ms) : same(state);
    case "edit":
      return phase === "log" ? to(state, edited(state, action)) : same(state);
    case "log":
      return phase === "log" ? log(state, now_ms) : same(state);
    case "skip":
      return skip(state, action, now_ms);
    case "rest_done":
      return phase === "rest" ? restDone(state, now_ms) : same(state);
    case "extend_rest":
      return state.rest && (phase === "rest" || phase === "log")
        ? to(state, { rest: extended(state.rest, action.s ?? EXTRA_REST_S, now_ms) })
        : same(state);
    case "back":
      return back(state, now_ms);
    case "end_early":
      return endEarly(state, now_ms);
    case "rate":
      return phase === "finish" ? to(state, rated(action)) : same(state);
    case "finish":
      return phase === "finish" ? finish(state, now_ms) : same(state);
    case "discard":
      return phase === "over" || phase === "discarded" ? same(state) : discard(state);
    case "undo_discard":
      return phase === "discarded" ? undoDiscard(state, now_ms) : same(state);
    case "swap":
      return going ? swap(state, action, now_ms) : same(state);
    case "reorder":
      return going ? reorder(state, action, now_ms) : same(state);
    case "jump":
      return going || phase === "finish" ? jump(state, action.item, now_ms) : same(state);
    case "refit":
      return going ? refit(state, action, now_ms) : same(state);
    case "pace":
      return working || phase === "ready" ? repace(state, action.s, now_ms) : same(state);
    case "extra_rep":
      return working || phase === "log" ? extraRep(state, action.side) : same(state);
    case "extra_set":
      return (going && !working) || phase === "finish"
        ? extraSet(state, action, now_ms)
        : same(state);
    case "get_ready":
      return working || action.s < 0 ? same(state) : to(state, { ready_s: action.s });
    case "returned":
      return same(resume(state, now_ms));
  }
}

/** Whether anything done would be lost by leaving. @param {Active} state */
export function hasWork(state) {
  return state.opened && (state.logged.length > 0 || Object.keys(state.performed).length > 0 ||
    state.phase === "work");
}

/** @param {import("./types.d.ts").Item} item */
function measureOf(item) {
  if (item.hold_s) return "hold";
  if (item.contacts) return "contacts";
  return item.distance_m ? "distance" : "reps";
}
