/** A session as a reload, or a page long out of sight, finds it. */
import { card } from "./card.js";
import { nextSide, setCount } from "./order.js";
import { sideEnded } from "./set_flow.js";
import { elapsed_s, timelineOf } from "./steps.js";
import { READY_S } from "./tempo.js";
import { arrive } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */

/** A set begins so little after its tap; what lies further ahead was begun by another clock. */
const AHEAD_MS = 5000;

/**
 * A set or rest still running goes on by the wall clock; one that ran out meanwhile is not assumed
 * done, the runner is asked.
 * @param {Active} found
 * @param {number} clock_ms
 * @returns {Active}
 */
export function resume(found, clock_ms) {
  const now_ms = Math.round(clock_ms);
  const state = upgraded(found);
  if (begunLater(state, now_ms)) return setBack(state, now_ms);
  if (state.phase === "rest" && state.rest && now_ms >= state.rest.until) {
    return { ...state, ...arrive(now_ms) };
  }
  if (state.phase !== "work") return state;
  const timeline = timelineOf(state);
  if (timeline.open || elapsed_s(state, now_ms) < timeline.duration_s) return state;
  const ended = sideEnded(state, now_ms);
  if (!ended) return { ...state, ...arrive(now_ms) };
  /** @type {import("./types.d.ts").Notice} */
  const notice = { key: "left", set: setCount(state).number - 1 };
  const done = { ...state, performed: ended.performed, notice };
  const side = nextSide(state);
  return side
    ? { ...done, ...arrive(now_ms), at: { ...state.at, side } }
    : { ...done, ...card(done, ended.ended_at) };
}

/** Whether by this clock it all has yet to happen. @param {Active} state @param {number} now_ms */
function begunLater({ phase, phase_started_at, rest }, now_ms) {
  const from = phase === "work" ? phase_started_at : rest?.from ?? now_ms;
  return from > now_ms + AHEAD_MS;
}

/**
 * The phone's clock was set back: how long it has been nobody knows.
 * @param {Active} state
 * @param {number} now_ms
 * @returns {Active}
 */
function setBack(state, now_ms) {
  if (state.phase === "log") return { ...state, rest: null };
  return { ...state, ...arrive(now_ms), notice: { key: "clock" } };
}

/**
 * A session that an earlier version of the app saved: it knew no other order than that of the
 * workout, and what lay behind it was done or left out.
 * @param {Active} found
 * @returns {Active}
 */
function upgraded(found) {
  if (found.sequence) return found;
  const { workout: { items }, at, logged } = found;
  const behind = items.flatMap(({ sets }, item) =>
    Array.from({ length: sets }, (_, set) => ({ item, set }))
  ).filter(({ item, set }) => item < at.item || (item === at.item && set < at.set));
  const missed = behind
    .filter((one) => !logged.some(({ item, set }) => item === one.item && set === one.set));
  return {
    ...found,
    sequence: items.map((_, item) => item),
    added: {},
    after: {},
    left_out: Object.fromEntries(missed.map(({ item, set }) => [`${item}.${set}`, 0])),
    pace: {},
    ready_s: READY_S,
    rolling: false,
    plus: 0,
    skip_reasons: {},
    swap_reasons: {},
  };
}
