/** A set from its first second to its log: transitions of the session that belong to one set. */
import { card } from "./card.js";
import { circle } from "./circuit.js";
import { sessionStart } from "./entries.js";
import { itemOf, nextSide } from "./order.js";
import { tempoDone } from "./pace.js";
import { elapsed_s, timelineOf } from "./steps.js";
import { achieved, DEFAULT_TEMPO } from "./tempo.js";
import { arrive, moveOn, same, to, work } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/** @param {Active} state @param {number} now_ms @returns {Step} */
export function start(state, now_ms) {
  /** @type {Active} */
  const begun = { ...state, ...work(state, now_ms), rest: null, notice: null, rolling: false };
  if (state.opened) return same(begun);
  const opened = { ...begun, opened: true, started_at: now_ms };
  return { state: opened, entries: [sessionStart(opened)] };
}

/** @param {Active} state @param {number} now_ms @returns {Partial<Active>} */
export function resumed(state, now_ms) {
  const held_ms = Math.max(0, now_ms - (state.paused_at ?? now_ms));
  return { paused_at: null, paused_ms: state.paused_ms + held_ms };
}

/**
 * Move the timeline to another second of itself.
 * @param {Active} state
 * @param {number} now_ms
 * @param {(t_s: number, timeline: import("./tempo.js").Timeline) => number} target
 * @returns {Step}
 */
export function shift(state, now_ms, target) {
  const t_s = elapsed_s(state, now_ms);
  const back_ms = (t_s - target(t_s, timelineOf(state))) * 1000;
  return to(state, { paused_ms: state.paused_ms + back_ms });
}

/**
 * The same moment of the rep before, or the start of the first one.
 * @param {number} t_s
 * @param {import("./tempo.js").Timeline} timeline
 */
export function oneRepBack(t_s, { measure, ready_s, rep_starts_s }) {
  if (measure !== "reps" || t_s <= ready_s) return t_s;
  const worked_s = t_s - ready_s;
  const rep = Math.max(0, rep_starts_s.findLastIndex((start_s) => start_s <= worked_s));
  if (rep === 0) return ready_s;
  const [before_s, began_s] = rep_starts_s.slice(rep - 1);
  return ready_s + Math.min(began_s, before_s + worked_s - began_s);
}

/**
 * The side is done (or left): on to the other one, to the card, or round the circuit.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Step}
 */
export function finishSet(state, now_ms) {
  const ended = sideEnded(state, now_ms);
  if (!ended) return skip(state, { what: "set" }, now_ms);
  const { performed, ended_at } = ended;
  const side = nextSide(state);
  if (side) {
    const turned = { ...state, performed, at: { ...state.at, side } };
    return to(turned, work(turned, now_ms));
  }
  const done = { ...state, performed };
  return circle(done, ended_at, now_ms) ?? to(done, card(done, ended_at));
}

/**
 * What the side at work has come to; null when nothing was done.
 * @param {Active} state
 * @param {number} now_ms
 */
export function sideEnded(state, now_ms) {
  const timeline = timelineOf(state);
  const t_s = elapsed_s(state, now_ms);
  const result = achieved(timeline, t_s);
  if (result.done === 0 && result.under_tension_s < 1) return null;
  const late_ms = timeline.open ? 0 : Math.max(0, t_s - timeline.duration_s) * 1000;
  const ended_at = Math.round((state.paused_at ?? now_ms) - late_ms);
  const { at } = state;
  const tempo = tempoOf(state, timeline.measure, result.done);
  const started_at = Math.round(state.phase_started_at);
  const side = { ...result, ...(tempo ? { tempo } : {}), started_at, ended_at };
  return { performed: { ...state.performed, [at.side]: side }, ended_at };
}

/**
 * The tempo to log where it is not the prescribed one.
 * @param {Active} state
 * @param {string} measure
 * @param {number} done
 */
function tempoOf(state, measure, done) {
  const paces = state.pace[`${state.at.item}.${state.at.set}`];
  if (measure !== "reps" || !paces) return undefined;
  return tempoDone(itemOf(state).tempo ?? DEFAULT_TEMPO, paces, done);
}

/**
 * @param {Active} state
 * @param {{what?: "set"|"exercise", reason?: import("./types.d.ts").SkipReason,
 *   item?: number}} action
 * @param {number} now_ms
 * @returns {Step}
 */
export function skip(state, { what = "set", reason, item = state.at.item }, now_ms) {
  if (!["ready", "work", "log", "rest"].includes(state.phase)) return same(state);
  if (what === "set" && state.phase === "rest") return to(state, arrive(now_ms));
  if (!state.workout.items[item]) return same(state);
  const marked = leftOut(state, what, item, reason);
  if (item !== state.at.item) return same(marked);
  // The other leg has been worked: that is logged, only this one is left out.
  const other = state.phase !== "log" && Object.keys(state.performed).length > 0;
  if (other) {
    const kept = what === "exercise" ? marked : state;
    return to(kept, card(kept, now_ms));
  }
  // What has been done is rested from, whatever comes next; a set not logged is not.
  const rest = state.phase === "rest" ? state.rest : null;
  const left = { ...marked, performed: {}, draft: {}, notice: null, rest };
  return to(left, moveOn(left, now_ms));
}

/**
 * @param {Active} state
 * @param {"set"|"exercise"} what
 * @param {number} item
 * @param {import("./types.d.ts").SkipReason} [reason]
 * @returns {Active}
 */
function leftOut(state, what, item, reason) {
  const { slot } = state.workout.items[item];
  const skip_reasons = reason ? { ...state.skip_reasons, [slot]: reason } : state.skip_reasons;
  if (what === "exercise") {
    const closed = { ...state.closed, [item]: state.closed[item] ?? "skipped" };
    return { ...state, closed, skip_reasons };
  }
  const key = `${item}.${state.at.set}`;
  const left_out = { ...state.left_out, [key]: state.logged.length };
  return { ...state, left_out, skip_reasons };
}

/** @param {{from: number, until: number}} rest @param {number} s @param {number} now_ms */
export function extended(rest, s, now_ms) {
  return { from: rest.from, until: Math.max(rest.until, now_ms) + s * 1000 };
}
