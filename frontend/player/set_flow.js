/** A set from its first second to its log: transitions of the session that belong to one set. */
import { sessionStart, setEntry } from "./entries.js";
import { elapsed_s, itemOf, nextSet, nextSide, sidesOf, timelineOf } from "./steps.js";
import { achieved } from "./tempo.js";
import { asksReserve } from "./words.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Logged} Logged */
/** @typedef {import("./types.d.ts").Side} Side */
/** @typedef {import("./types.d.ts").Step} Step */
/** @typedef {import("./types.d.ts").Write} Write */

/** From this pain on, an exercise is over for the day. */
const PAIN_STOPS = 5;

/** @param {Active} state @returns {Step} */
export const same = (state) => ({ state, entries: [] });
/**
 * @param {Active} state
 * @param {Partial<Active>} change
 * @param {Write[]} [entries]
 * @returns {Step}
 */
export const to = (state, change, entries = []) => ({ state: { ...state, ...change }, entries });

/** @param {number} now_ms @returns {Partial<Active>} */
export const fresh = (now_ms) => ({ phase_started_at: now_ms, paused_at: null, paused_ms: 0 });
/** @param {number} now_ms @returns {Partial<Active>} */
export const arrive = (now_ms) => ({ ...fresh(now_ms), phase: "ready", rest: null });

/** @param {Active} state @param {number} now_ms @returns {Step} */
export function start(state, now_ms) {
  /** @type {Active} */
  const begun = { ...state, ...fresh(now_ms), phase: "work", rest: null, notice: null };
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

/** @param {number} t_s @param {import("./tempo.js").Timeline} timeline */
export function oneRepBack(t_s, { measure, ready_s, rep_s }) {
  return measure === "reps" ? Math.min(t_s, Math.max(ready_s, t_s - rep_s)) : t_s;
}

/**
 * The side is done (or left): on to the other one, or to the card.
 * @param {Active} state
 * @param {number} now_ms
 */
export function finishSet(state, now_ms) {
  const timeline = timelineOf(state);
  const t_s = elapsed_s(state, now_ms);
  const result = achieved(timeline, t_s);
  if (result.done === 0 && result.under_tension_s < 1) return skip(state, "set", now_ms);
  const late_ms = timeline.open ? 0 : Math.max(0, t_s - timeline.duration_s) * 1000;
  const ended_at = Math.round((state.paused_at ?? now_ms) - late_ms);
  const { at } = state;
  const performed = {
    ...state.performed,
    [at.side]: { ...result, started_at: Math.round(state.phase_started_at), ended_at },
  };
  const side = nextSide(state);
  if (side) {
    /** @type {Partial<Active>} */
    const other = { ...fresh(now_ms), phase: "work", at: { ...at, side }, performed };
    return to(state, other);
  }
  return to(state, card({ ...state, performed }, ended_at));
}

/** @param {Active} state @param {number} ended_at @returns {Partial<Active>} */
export function card(state, ended_at) {
  const item = itemOf(state);
  const last = nextSet(state) === null;
  const entries = Object.entries(state.performed).map((
    [side, { done }],
  ) => [side, state.draft[/** @type {Side} */ (side)] ?? preset(item, done)]);
  return {
    ...fresh(ended_at),
    phase: "log",
    performed: state.performed,
    draft: Object.fromEntries(entries),
    rest: last ? null : { from: ended_at, until: ended_at + item.rest_s * 1000 },
  };
}

/**
 * @param {import("./types.d.ts").Item} item
 * @param {number} done
 * @returns {import("./types.d.ts").Draft}
 */
function preset(item, done) {
  return {
    amount: done,
    load_g: item.load_g,
    ...(item.band ? { band: item.band } : {}),
    ...(asksReserve(item) ? { rir: /** @type {number} */ (item.rir) } : {}),
    pain: 0,
  };
}

/** @param {Active} state @param {{side: Side, fields: object}} action @returns {Partial<Active>} */
export function edited(state, { side, fields }) {
  const draft = state.draft[side];
  return draft ? { draft: { ...state.draft, [side]: { ...draft, ...fields } } } : {};
}

/** @param {Active} state @param {number} now_ms @returns {Step} */
export function log(state, now_ms) {
  const sets = cards(state);
  const hurt = sets.some(({ draft }) => (draft.pain ?? 0) >= PAIN_STOPS);
  const { item } = state.at;
  /** @type {Active} */
  const logged = {
    ...state,
    logged: [...state.logged, ...sets],
    performed: {},
    draft: {},
    notice: hurt ? { key: "pain", item } : null,
    closed: hurt ? { ...state.closed, [item]: "pain" } : state.closed,
  };
  return to(logged, moveOn(logged, now_ms), sets.map((set) => setEntry(state, set)));
}

/** The sides on the card as they would be logged. @param {Active} state @returns {Logged[]} */
export function cards(state) {
  const { item, set } = state.at;
  const sides = sidesOf(itemOf(state));
  return sides.flatMap((side, i) => {
    const performed = state.performed[side];
    const draft = state.draft[side];
    const record = state.records[`${item}.${set}`][i];
    return performed && draft ? [{ item, set, side, record, performed, draft }] : [];
  });
}

/**
 * To the next set, by way of what is left of the rest.
 * @param {Active} state
 * @param {number} now_ms
 */
function moveOn(state, now_ms) {
  const at = nextSet(state);
  if (!at) return { ...fresh(now_ms), phase: /** @type {const} */ ("finish"), rest: null };
  const resting = state.rest !== null && state.rest.until > now_ms;
  return resting
    ? { ...fresh(now_ms), at, phase: /** @type {const} */ ("rest") }
    : { ...arrive(now_ms), at };
}

/** @param {Active} state @param {"set"|"exercise"} what @param {number} now_ms @returns {Step} */
export function skip(state, what, now_ms) {
  if (!["ready", "work", "log", "rest"].includes(state.phase)) return same(state);
  if (what === "set" && state.phase === "rest") return to(state, arrive(now_ms));
  // The other leg has been worked: that is logged, only this one is left out.
  const other = state.phase !== "log" && Object.keys(state.performed).length > 0;
  if (other) {
    const closed = what === "exercise"
      ? { ...state.closed, [state.at.item]: /** @type {const} */ ("skipped") }
      : state.closed;
    return to({ ...state, closed }, card(state, now_ms));
  }
  const left = { ...state, performed: {}, draft: {}, notice: null };
  if (what === "exercise") left.closed = { ...state.closed, [state.at.item]: "skipped" };
  return to(left, { ...moveOn({ ...left, rest: null }, now_ms) });
}

/** @param {{from: number, until: number}} rest @param {number} s @param {number} now_ms */
export function extended(rest, s, now_ms) {
  return { from: rest.from, until: Math.max(rest.until, now_ms) + s * 1000 };
}
