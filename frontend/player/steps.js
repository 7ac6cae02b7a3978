/** The time of a session: the timeline of the present side, and how long the rest of it takes. */
import { circuitOf, itemOf, nextSide, sidesOf, toDo } from "./order.js";
import { compile, READY_S, SWITCH_READY_S } from "./tempo.js";

export {
  blocks,
  circuitOf,
  itemOf,
  nextSet,
  nextSide,
  order,
  progress,
  setCount,
  sidesOf,
} from "./order.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Item} Item */

/**
 * Putting the weight down, the log card, picking up again: what a set costs besides work and rest.
 */
const AROUND_S = 15;

/**
 * The timeline of the side the runner is at. The second side of a pair is given time to turn round;
 * a circuit that goes round by itself has its get-ready inside the rest.
 * @param {Active} state
 */
export function timelineOf(state) {
  const { at, ready_s, pace, plus, performed } = state;
  const item = itemOf(state);
  const turned = sidesOf(item, at.set).indexOf(at.side) > 0 && Object.keys(performed).length > 0;
  const first_s = state.rolling ? READY_S : ready_s;
  return compile({
    ...state.manners[at.item],
    ...amounts(item),
    tempo: item.tempo,
    side: at.side,
    ready_s: turned ? Math.max(SWITCH_READY_S, ready_s) : first_s,
    ends: nextSide(state) ? "switch" : "done",
    paces: pace[`${at.item}.${at.set}`],
    plus,
  });
}

/** Where a session stands, as a tap means it. @param {Active} state */
export function standsAt({ phase, at }) {
  return [phase, at.item, at.set, at.side].join(" ");
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

/** Minutes from the present set to the end, rounded up. @param {Active} state @returns {number} */
export function minutesLeft(state) {
  if (state.phase === "finish" || state.phase === "over") return 0;
  const { items } = state.workout;
  const open = toDo(state);
  const left_s = open.reduce((sum, turn) => sum + turn_s(state, turn) + items[turn.item].rest_s, 0);
  const last = open.at(-1);
  return Math.ceil(Math.max(0, left_s - (last ? items[last.item].rest_s : 0)) / 60);
}

/**
 * The interval clock of the present circuit: seconds of work and of rest of each exercise that has
 * not come to its end.
 * @param {Active} state
 * @returns {{item: number, work_s: number, rest_s: number}[]}
 */
export function intervals(state) {
  const { workout: { items }, closed, at } = state;
  const going = (circuitOf(state)?.items ?? []).filter((i) => !closed[i] || i === at.item);
  return going.map((item) => {
    const { duration_s } = compile({ ...plan(state, item), ready_s: 0 });
    const sides = sidesOf(items[item]).length;
    return { item, work_s: Math.round(duration_s * sides), rest_s: items[item].rest_s };
  });
}

/** @param {Active} state @param {import("./types.d.ts").Turn} turn */
function turn_s(state, { item, sides }) {
  const { duration_s } = compile(plan(state, item));
  return duration_s * sides.length + AROUND_S;
}

/** @param {Active} state @param {number} number */
function plan({ workout, manners }, number) {
  const item = workout.items[number];
  return { ...manners[number], ...amounts(item), tempo: item.tempo };
}

/** @param {Item} item */
function amounts({ reps, hold_s, contacts, distance_m }) {
  return { reps, hold_s, contacts, distance_m };
}
