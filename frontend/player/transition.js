/** The parts that transitions of a session are made of: staying, changing, arriving, moving on. */
import { nextSet } from "./order.js";
import { carried } from "./pace.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */
/** @typedef {import("./types.d.ts").Write} Write */

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
export const fresh = (now_ms) => ({
  phase_started_at: now_ms,
  paused_at: null,
  paused_ms: 0,
  plus: 0,
});
/** @param {number} now_ms @returns {Partial<Active>} */
export const arrive = (now_ms) => ({ ...fresh(now_ms), phase: "ready", rest: null });

/**
 * The side at `state.at` begins, at the pace the one before it came to.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Partial<Active>}
 */
export function work(state, now_ms) {
  const key = `${state.at.item}.${state.at.set}`;
  const { [key]: paces, ...others } = state.pace;
  const kept = carried(paces ?? []);
  const pace = kept.length > 0 ? { ...others, [key]: kept } : others;
  return { ...fresh(now_ms), phase: "work", pace };
}

/**
 * To the next set, by way of what is left of the rest.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Partial<Active>}
 */
export function moveOn(state, now_ms) {
  const at = nextSet(state);
  if (!at) return { ...fresh(now_ms), phase: "finish", rest: null };
  const resting = state.rest !== null && state.rest.until > now_ms;
  return resting ? { ...fresh(now_ms), at, phase: "rest" } : { ...arrive(now_ms), at };
}
