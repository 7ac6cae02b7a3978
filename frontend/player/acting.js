/** From an action to the disk: one after the other, each written before the next is looked at. */
import { next } from "./session.js";
import { standsAt } from "./steps.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */

/** The first count falls a blink after the tap, so that the sound is placed before it is due. */
const LEAD_MS = 250;
/** A second tap on these must not take back, end or leave out what came meanwhile. */
const MEANT_HERE = new Set(["back", "skip", "finish_set"]);
/** Nobody goes on with these: left by whatever way, they are not offered again. */
const ENDED = new Set(["over", "discarded"]);

/**
 * @param {{
 *   state: import("../vendor/preact.js").Signal<Active>,
 *   trouble: import("../vendor/preact.js").Signal<{code?: string, detail: string}|null>,
 *   outside: import("./types.d.ts").Outside,
 *   now: () => number,
 *   moved: (before: Active, action: Action) => void,
 * }} of
 */
export function openActing({ state, trouble, outside, now, moved }) {
  let queue = Promise.resolve(true);

  /** When a set begun now has its first second: sound that is early needs it later. */
  const beginning = () =>
    Math.round(now() + LEAD_MS + Math.max(0, -(outside.prefs().offset_ms ?? 0)));

  const timeOf = (/** @type {Action} */ { type }) => type === "start" ? beginning() : now();

  /** @param {Action} action @returns {() => boolean} */
  const meantHere = ({ type }) => {
    const meant = standsAt(state.value);
    return () => !MEANT_HERE.has(type) || standsAt(state.value) === meant;
  };

  /**
   * @param {Action} action
   * @param {number} [now_ms]
   * @param {() => boolean} [holds] whether it is still meant once its turn has come
   * @returns {Promise<boolean>} false when the disk refused it
   */
  return function act(action, now_ms = timeOf(action), holds = meantHere(action)) {
    const acted = queue.then(async () => {
      if (!holds()) return true;
      const step = next(state.value, action, now_ms);
      if (step.state === state.value) return true;
      try {
        if (step.entries.length > 0) await outside.appendAll(step.entries);
        trouble.value = null;
      } catch (error) {
        trouble.value = /** @type {{detail: string}} */ (error);
        return false;
      }
      const before = state.value;
      // However slowly the disk wrote: the first count is still to come.
      const begins = action.type === "start" && before.phase === "ready";
      state.value = begins ? { ...step.state, phase_started_at: beginning() } : step.state;
      moved(before, action);
      const kept = ENDED.has(state.value.phase) ? null : state.value;
      await Promise.resolve(outside.saveActive(kept)).catch((error) => trouble.value = error);
      return true;
    });
    // What went wrong with one action must not silence those after it.
    queue = acted.catch(() => false);
    return acted;
  };
}
