/** The order changed under way: an exercise earlier or later, or now. */
import { blocks, placeOf, toDo } from "./order.js";
import { arrive, same } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/**
 * A block moved from one place of the session to another.
 * @param {Active} state
 * @param {{from: number, to: number}} action
 * @param {number} now_ms
 * @returns {Step}
 */
export function reorder(state, { from, to: target }, now_ms) {
  const all = blocks(state);
  const moved = all[from];
  const here = all.findIndex((block) => block.includes(state.at.item));
  if (!moved || !all[target] || from === target) return same(state);
  const sequence = all.toSpliced(from, 1).toSpliced(target, 0, moved).flat();
  const ordered = { ...state, sequence };
  // What comes first now is next, if the present set has not begun.
  const next = Math.min(from, target) <= here ? toDo(ordered)[0] : undefined;
  return next ? same(goTo(ordered, placeOf(next), now_ms)) : same(ordered);
}

/**
 * To an item of the runner's choice, whenever the present set has been put down; what was left out
 * of it is on again.
 * @param {Active} state
 * @param {number} item
 * @param {number} now_ms
 * @returns {Step}
 */
export function jump(state, item, now_ms) {
  const reopened = reopen(state, item);
  const turn = toDo(reopened).find((each) => each.item === item);
  if (!turn) return same(state);
  const all = blocks(reopened);
  const own = all.findIndex((block) => block.includes(item));
  const open = new Set(toDo(reopened).map((each) => each.item));
  const first = all.findIndex((block) => block.some((each) => open.has(each)));
  const block = [item, ...all[own].filter((each) => each !== item)];
  const sequence = all.toSpliced(own, 1).toSpliced(Math.min(first, own), 0, block).flat();
  return same(goTo({ ...reopened, sequence }, placeOf(turn), now_ms));
}

/**
 * Stand at a set, unless the present one has begun.
 * @param {Active} state
 * @param {import("./types.d.ts").Place} at
 * @param {number} now_ms
 * @returns {Active}
 */
export function goTo(state, at, now_ms) {
  const there = at.item === state.at.item && at.set === state.at.set && state.phase !== "finish";
  if (busy(state)) return state;
  // The set may be the same, and its exercise one of other sides.
  if (there || state.phase === "rest") return { ...state, at };
  return { ...state, ...arrive(now_ms), at, ended_early: false };
}

/** Whether the present set has begun and is not logged yet. @param {Active} state */
export function busy({ phase, performed }) {
  return phase === "work" || phase === "log" || Object.keys(performed).length > 0;
}

/** @param {Active} state @param {number} item @returns {Active} */
function reopen(state, item) {
  const why = state.closed[item];
  const { workout: { items } } = state;
  if (!items[item] || (why && why !== "skipped")) return state;
  const { [item]: _, ...closed } = state.closed;
  const { [items[item].slot]: __, ...skip_reasons } = state.skip_reasons;
  const others = Object.entries(state.left_out).filter(([key]) => !key.startsWith(`${item}.`));
  return { ...state, closed, skip_reasons, left_out: Object.fromEntries(others) };
}
