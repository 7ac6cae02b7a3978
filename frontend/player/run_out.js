/** What has run out by the clock: the set at work, or the rest, also the one under a card. Pure. */
import { elapsed_s } from "./steps.js";

/**
 * @param {import("./types.d.ts").Active} state
 * @param {import("./tempo.js").Timeline|null} timeline
 * @param {number} now_ms
 * @returns {{what: "set"|"rest", late_s: number}|null}
 */
export function ranOut(state, timeline, now_ms) {
  const { phase, paused_at, rest } = state;
  if (phase === "work") {
    if (!timeline || timeline.open || paused_at !== null) return null;
    const late_s = elapsed_s(state, now_ms) - timeline.duration_s;
    return late_s < 0 ? null : { what: "set", late_s };
  }
  if (!rest || (phase !== "rest" && phase !== "log") || now_ms < rest.until) return null;
  return { what: "rest", late_s: (now_ms - rest.until) / 1000 };
}
