/** What a session shows and sounds at a moment: pure, so that picture and sound cannot differ. */
import { restCalls, setCalls } from "./calls.js";
import { restSounds, setSounds } from "./sounds.js";
import { elapsed_s, timelineOf } from "./steps.js";
import { at } from "./tempo.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./tempo.js").Standing} Standing */
/** @typedef {import("./tempo.js").Timeline} Timeline */

/** A session without a single item. @type {Timeline} */
export const NOTHING = {
  measure: "reps",
  starts: "top",
  events: [{ t_s: 0, duration_s: 0, type: "done", rep: 0, count: 0 }],
  total: 1,
  ready_s: 0,
  rep_s: 1,
  rep_starts_s: [],
  duration_s: 0,
  under_tension_s: 0,
  open: false,
};

/** @param {Active} state */
export function timelineOrNull(state) {
  return state.workout.items.length > 0 ? timelineOf(state) : null;
}

/**
 * All that is still to be heard of the set or the rest, and the epoch time of its second 0; null
 * when nothing runs.
 * @param {Active} state
 * @param {Timeline|null} timeline
 * @param {number} now_ms
 * @param {Record<string, string>} [phase_words] the exercise's own
 */
export function soundsOf(state, timeline, now_ms, phase_words) {
  const { phase, paused_at, phase_started_at, paused_ms, rest, performed, at: place } = state;
  if (phase === "work" && timeline && paused_at === null) {
    const from_s = elapsed_s(state, now_ms);
    const told = { side: place.side, turned: Object.keys(performed).length > 0, phase_words };
    const sounds = [...setSounds(timeline, from_s), ...setCalls(timeline, from_s, told)];
    return { sounds, zero_ms: phase_started_at + paused_ms };
  }
  if (!rest || (phase !== "rest" && phase !== "log")) return null;
  const gone_s = (now_ms - rest.from) / 1000;
  const rest_s = (rest.until - rest.from) / 1000;
  return {
    sounds: [...restSounds(rest_s, gone_s), ...restCalls(rest_s, gone_s)],
    zero_ms: rest.from,
  };
}

/**
 * Where the set stands.
 * @param {Active} state
 * @param {Timeline} timeline
 * @param {number} now_ms
 */
export function standingOf(state, timeline, now_ms) {
  return at(timeline, state.phase === "ready" ? 0 : elapsed_s(state, now_ms));
}
