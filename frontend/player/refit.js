/**
 * Other items for a session under way: a swap in one slot, or all that has not begun. What was
 * prescribed stays in the journal, so that the rules judge what was really asked.
 */
import { sessionRefit } from "./entries.js";
import { begun, placeOf, sidesOf, toDo } from "./order.js";
import { busy, goTo } from "./rearrange.js";
import { fresh, same, to } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {import("./types.d.ts").Manner} Manner */
/** @typedef {import("./types.d.ts").Records} Records */
/** @typedef {import("./types.d.ts").Step} Step */

/**
 * Another exercise in a slot, from its next set on.
 * @param {Active} state
 * @param {{item: Item, manner: Manner, why?: import("./types.d.ts").SwapReason, of?: number,
 *   records?: Records[]}} action
 * @param {number} now_ms
 * @returns {Step}
 */
export function swap(state, { item, manner, why, of = state.at.item, records = [] }, now_ms) {
  const old = state.workout.items[of];
  const here = of === state.at.item;
  if (!old || (here && busy(state)) || state.closed[of]) return same(state);
  const { slot, sets, group, place } = old;
  const { extra: _, ...own } = item;
  const choice = { ...placed(own, place), slot, sets, ...(group ? { group } : {}) };
  const noted = {
    ...state,
    prescribed: state.prescribed ?? state.workout.items,
    swap_reasons: why ? { ...state.swap_reasons, [slot]: why } : state.swap_reasons,
  };
  if (begun(state, of)) return takeOver(noted, of, choice, manner, records, now_ms);
  const replaced = put(noted, of, choice, manner);
  return to(replaced, here ? { at: { ...state.at, side: sidesOf(choice)[0] } } : {});
}

/**
 * The sets still to come of a slot that has begun go to another item.
 * @param {Active} state
 * @param {number} of
 * @param {Item} choice
 * @param {Manner} manner
 * @param {Records[]} records
 * @param {number} now_ms
 */
function takeOver(state, of, choice, manner, records, now_ms) {
  const open = toDo(state).filter((turn) => turn.item === of && turn.beyond !== "weaker");
  if (open.length === 0 || records.length < open.length) return same(state);
  const item = state.workout.items.length;
  const last = Math.max(...state.logged.flatMap((one) => one.item === of ? [one.set] : []));
  /** @type {Active} */
  const split = {
    ...put(state, item, { ...choice, sets: open.length }, manner, records),
    closed: { ...state.closed, [of]: "swapped" },
    // Beyond what is logged of the slot, also when an earlier set is made up for.
    after: { ...state.after, [item]: (state.after[of] ?? 0) + last + 1 },
    sequence: state.sequence.flatMap((each) => each === of ? [of, item] : [each]),
  };
  if (state.at.item !== of) return same(split);
  return same(goTo(split, { item, set: 0, side: sidesOf(choice)[0] }, now_ms));
}

/**
 * Everything that has not begun gives way to `items`: at another place, or in less time. Slots that
 * have begun, or were ended, stay as they are.
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
    if (kept.has(item.slot) || fitted.some((n) => after.workout.items[n].slot === item.slot)) continue;
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
function settledSlots(state) {
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
 * An item put at its number, with records for those of its sets that have none.
 * @param {Active} state
 * @param {number} number
 * @param {Item} item
 * @param {Manner} manner
 * @param {Records[]} [records] enough of them
 * @returns {Active}
 */
function put(state, number, item, manner, records = []) {
  const added = missingKeys(state, number, item).map((key, i) => [key, records[i]]);
  const items = [...state.workout.items];
  const manners = [...state.manners];
  items[number] = item;
  manners[number] = manner;
  return {
    ...state,
    workout: { ...state.workout, items },
    manners,
    records: { ...state.records, ...Object.fromEntries(added) },
  };
}

/** @param {Active} state @param {number} number @param {Item} item */
function missingKeys({ records }, number, { sets, extra }) {
  return Array.from({ length: sets + (extra ? 1 : 0) }, (_, set) => `${number}.${set}`)
    .filter((key) => !(key in records));
}

/** @param {Item} item @param {Item["place"]} place */
function placed(item, place) {
  return place ? { ...item, place } : item;
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
