/**
 * Another exercise in a slot. What was prescribed stays in the journal: the rules judge what was
 * really asked.
 */
import { placed, put } from "./items.js";
import { begun, sidesOf, toDo } from "./order.js";
import { busy, goTo } from "./rearrange.js";
import { same, to } from "./transition.js";

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
  const note = {
    prescribed: state.prescribed ?? state.workout.items,
    swap_reasons: why ? { ...state.swap_reasons, [slot]: why } : state.swap_reasons,
  };
  if (begun(state, of)) {
    const step = takeOver(state, of, choice, manner, records, now_ms);
    return step.state === state ? step : to(step.state, note);
  }
  const at = here ? { ...state.at, side: sidesOf(choice)[0] } : state.at;
  return to(put(state, of, choice, manner), { ...note, at });
}

/**
 * Whether anything of an item is left that another one can take. What the weaker side does more
 * belongs to what both have done.
 * @param {Active} state
 * @param {number} item
 */
export function canSwap(state, item) {
  return !begun(state, item) || takenOver(state, item).length > 0;
}

/** @param {Active} state @param {number} of */
function takenOver(state, of) {
  return toDo(state).filter((turn) => turn.item === of && turn.beyond !== "weaker");
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
  const open = takenOver(state, of);
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
