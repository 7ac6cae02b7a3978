/** The order of a session: which set and side come next, how far it is, how long it still takes. */
import { compile, READY_S, SWITCH_READY_S } from "./tempo.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {import("./types.d.ts").Side} Side */

/**
 * Putting the weight down, the log card, picking up again: what a set costs besides work and rest.
 */
const AROUND_S = 15;

/** @param {Item} item @returns {Side[]} */
export function sidesOf(item) {
  return item.sides === "each" ? ["left", "right"] : ["both"];
}

/** @param {Active} state @returns {Item} */
export function itemOf(state) {
  return state.workout.items[state.at.item];
}

/**
 * The side still to come in this set, if there is one.
 * @param {Active} state
 * @returns {Side|null}
 */
export function nextSide(state) {
  const sides = sidesOf(itemOf(state));
  return sides[sides.indexOf(state.at.side) + 1] ?? null;
}

/**
 * The set after the present one, past exercises that have ended; null when there is none.
 * @param {Active} state
 * @returns {import("./types.d.ts").Place|null}
 */
export function nextSet(state) {
  const { items } = state.workout;
  let { item, set } = state.at;
  set += 1;
  while (item < items.length && (set >= items[item].sets || state.closed[item])) {
    item += 1;
    set = 0;
  }
  return item < items.length ? { item, set, side: sidesOf(items[item])[0] } : null;
}

/**
 * The timeline of the side the runner is at. The second side of a pair is given time to turn round.
 * @param {Active} state
 */
export function timelineOf(state) {
  const item = itemOf(state);
  const second = sidesOf(item).indexOf(state.at.side) > 0;
  const afterFirst = second && Object.keys(state.performed).length > 0;
  return compile({
    ...state.manners[state.at.item],
    ...amounts(item),
    tempo: item.tempo,
    side: state.at.side,
    ready_s: afterFirst ? SWITCH_READY_S : READY_S,
    ends: nextSide(state) ? "switch" : "done",
  });
}

/**
 * How long the timeline has run, in seconds, at the epoch time `now_ms`.
 * @param {Active} state
 * @param {number} now_ms
 */
export function elapsed_s(state, now_ms) {
  const upTo = state.paused_at ?? now_ms;
  return Math.max(0, upTo - state.phase_started_at - state.paused_ms) / 1000;
}

/**
 * Every set of the session in groups by exercise, for the segments at the top.
 * @param {Active} state
 * @returns {{item: number, sets: ("done"|"now"|"next"|"left_out")[]}[]}
 */
export function progress(state) {
  const logged = new Set(state.logged.map(({ item, set }) => `${item}.${set}`));
  const over = state.phase === "finish" || state.phase === "over";
  return state.workout.items.map(({ sets }, item) => ({
    item,
    sets: Array.from({ length: sets }, (_, set) => {
      if (logged.has(`${item}.${set}`)) return "done";
      const behind = item < state.at.item || (item === state.at.item && set < state.at.set);
      if (over || behind || state.closed[item]) return "left_out";
      return item === state.at.item && set === state.at.set ? "now" : "next";
    }),
  }));
}

/** Minutes from the present set to the end, rounded up. @param {Active} state @returns {number} */
export function minutesLeft(state) {
  const { items } = state.workout;
  let left_s = 0;
  progress(state).forEach(({ item, sets }) => {
    const open = sets.filter((set) => set === "now" || set === "next").length;
    if (open > 0) left_s += open * (set_s(items[item], state.manners[item]) + items[item].rest_s);
  });
  const last = items[items.length - 1];
  return Math.ceil(Math.max(0, left_s - last.rest_s) / 60);
}

/** @param {Item} item @param {import("./types.d.ts").Manner} manner */
function set_s(item, manner) {
  const { duration_s } = compile({ ...manner, ...amounts(item), tempo: item.tempo });
  return duration_s * sidesOf(item).length + AROUND_S;
}

/** @param {Item} item */
function amounts({ reps, hold_s, contacts, distance_m }) {
  return { reps, hold_s, contacts, distance_m };
}
