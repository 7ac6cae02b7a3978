/** Other items for all of a session that has not begun: at another place, or in less time. */
import { sessionRefit } from "./entries.js";
import { missingKeys, placed, put } from "./items.js";
import { begun, placeOf, toDo } from "./order.js";
import { goTo } from "./rearrange.js";
import { fresh, same, to } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/**
 * Everything that has not begun gives way to `items`. Slots that have begun, or were ended, stay as
 * they are.
 * @param {Active} state
 * @param {Extract<import("./types.d.ts").Action, {type: "refit"}>} action
 * @param {number} now_ms
 * @returns {Step}
 */
export function refit(state, { items, manners, place, minutes, records }, now_ms) {
  const old = state.workout.items;
  const kept = settledSlots(state);
  const stays = (/** @type {number} */ i) =>
    kept.has(old[i]?.slot) && state.closed[i] !== "refitted";
  // Once a session has been at two places, every item says where it is done.
  const at = state.opened ? place : undefined;
  const pool = [...records];
  /** @type {number[]} */
  const fitted = [];
  let after = state;
  for (const [i, item] of items.entries()) {
    const taken = fitted.some((n) => after.workout.items[n].slot === item.slot);
    if (kept.has(item.slot) || taken) continue;
    const found = old.findIndex(({ slot }) => slot === item.slot);
    const number = found < 0 ? after.workout.items.length : found;
    const missing = missingKeys(after, number, item).length;
    if (pool.length < missing) return same(state);
    after = put(after, number, placed(item, at), manners[i], pool.splice(0, missing));
    fitted.push(number);
  }
  const gone = old.flatMap((_, i) => stays(i) || fitted.includes(i) ? [] : [i]);
  return settled(after, { fitted, gone, kept, place, minutes }, now_ms);
}

/**
 * The slots in which something has been done, or that the runner has ended.
 * @param {Active} state
 */
export function settledSlots(state) {
  const open = new Set(toDo(state).map((turn) => turn.item));
  const ended = (/** @type {number} */ i) =>
    !open.has(i) && state.closed[i] !== "refitted" && state.closed[i] !== "swapped";
  const { items } = state.workout;
  return new Set(items.flatMap(({ slot }, i) => begun(state, i) || ended(i) ? [slot] : []));
}

/**
 * @param {Active} state with the new items in it
 * @param {{fitted: number[], gone: number[], kept: Set<string>,
 *   place: "home"|"gym", minutes?: number}} found
 * @param {number} now_ms
 * @returns {Step}
 */
function settled(state, { fitted, gone, kept, place, minutes }, now_ms) {
  const { workout, opened } = state;
  const was = opened ? state.place : undefined;
  const items = workout.items.map((item) => placed(item, item.place ?? was));
  const closed = without(state.closed, fitted.map(String));
  const slots = fitted.map((item) => items[item].slot);
  const skip_reasons = without(state.skip_reasons, slots);
  for (const item of gone) {
    closed[item] = "refitted";
    const { slot } = items[item];
    if (!slots.includes(slot)) skip_reasons[slot] = minutes === undefined ? "equipment" : "time";
  }
  const asked = (state.prescribed ?? items).map((item) => placed(item, item.place ?? was));
  /** @type {Active} */
  const refitted = {
    ...state,
    place,
    workout: { ...workout, place, minutes: minutes ?? workout.minutes, items },
    prescribed: [
      ...asked.filter(({ slot }) => kept.has(slot)),
      ...fitted.map((item) => items[item]),
    ],
    sequence: [
      ...state.sequence.filter((item) => !fitted.includes(item) && !gone.includes(item)),
      ...fitted,
    ],
    closed,
    left_out: Object.fromEntries(
      Object.entries(state.left_out).filter(([key]) => !fitted.includes(parseInt(key))),
    ),
    skip_reasons,
    swap_reasons: without(state.swap_reasons, slots),
  };
  const entries = opened ? [sessionRefit(refitted)] : [];
  if (begun(refitted, refitted.at.item)) return { state: refitted, entries };
  const [next] = toDo(refitted);
  if (next) return { state: goTo(refitted, placeOf(next), now_ms), entries };
  return to(refitted, { ...fresh(now_ms), phase: "finish", rest: null }, entries);
}

/**
 * @template T
 * @param {Record<string, T>} fields
 * @param {string[]} keys
 * @returns {Record<string, T>}
 */
function without(fields, keys) {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}
