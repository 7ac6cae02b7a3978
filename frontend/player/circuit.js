/** A circuit goes round by an interval clock: logged as done, rested, begun, without a tap. */
import { asDone, cards } from "./card.js";
import { setEntry } from "./entries.js";
import { circuitOf, itemOf, nextSet } from "./order.js";
import { READY_S } from "./tempo.js";
import { arrive, fresh, to, work } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/** A timer later than this says that the page slept: then nobody is there to begin. */
const PUNCTUAL_MS = 2000;

/**
 * On to the next exercise of the same circuit; null when there is none and the card is due. Its
 * get-ready is the end of the rest, so that work and rest keep their measure.
 * @param {Active} state with the set performed
 * @param {number} ended_at
 * @param {number} now_ms
 * @returns {Step|null}
 */
export function circle(state, ended_at, now_ms) {
  const at = nextSet(state);
  if (!at || !circuitOf(state)?.items.includes(at.item)) return null;
  const item = itemOf(state);
  const draft = Object.fromEntries(
    Object.entries(state.performed).map(([side, { done }]) => [side, asDone(item, done)]),
  );
  const sets = cards({ ...state, draft });
  const until = ended_at + Math.max(0, item.rest_s - READY_S) * 1000;
  /** @type {Active} */
  const resting = {
    ...state,
    ...fresh(now_ms),
    phase: "rest",
    rest: { from: ended_at, until },
    at,
    logged: [...state.logged, ...sets],
    performed: {},
    draft: {},
    notice: null,
  };
  const entries = sets.map((set) => setEntry(state, set));
  return { state: until > now_ms ? resting : restDone(resting, now_ms).state, entries };
}

/**
 * The rest is over: the runner is waited for, but a circuit under way goes on.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Step}
 */
export function restDone(state, now_ms) {
  const last = state.logged.at(-1);
  const under_way = last && circuitOf(state)?.items.includes(last.item);
  const due_ms = state.rest?.until ?? now_ms;
  if (!under_way || now_ms - due_ms > PUNCTUAL_MS) return to(state, arrive(now_ms));
  // A rest cut short by a tap ends with the tap, any other one when it was due.
  const begins_ms = Math.min(now_ms, due_ms);
  return to(state, { ...work(state, begins_ms), rest: null, notice: null, rolling: true });
}
