/// <reference lib="deno.ns" />
/** A page without a browser: it draws when told, and its disk is as slow as a test says. */
import { openCoach } from "../../../frontend/player/coach.js";
import { timelineOf } from "../../../frontend/player/steps.js";
import { studio } from "./studio.js";

/** @typedef {import("../../../frontend/player/types.d.ts").Active} Active */

/** @typedef {import("../../../frontend/player/types.d.ts").Prefs} Prefs */

const LAST_BREATH_MS = 100;
const PATIENCE_MS = 8000;

export const soon = (ms = 0) => new Promise((done) => setTimeout(done, ms));

/** Wait for something to become true. @param {() => unknown} seen */
export async function until(seen) {
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await soon(10)) {
    if (seen()) return;
  }
  throw new Error(`waited in vain for ${seen}`);
}

/**
 * A page that draws only when told, around a coach whose writes take as long as the test says.
 * @param {Active} found
 * @param {{disk?: () => Promise<unknown>, save?: (state: Active|null) => Promise<unknown>,
 *   deaf?: boolean, prefs?: Prefs}} [phone] `deaf`: no tap makes it play a sound
 */
export function page(found, phone = {}) {
  const { disk = () => soon(), save = () => soon(), deaf = false, prefs = {} } = phone;
  const globals = /** @type {any} */ (globalThis);
  studio();
  if (deaf) globals.AudioContext.prototype.resume = () => new Promise(() => {});
  /** @type {(() => void)[]} */
  const frames = [];
  /** @type {string[]} */
  const locks = [];
  globals.document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  globals.matchMedia = () => ({ matches: true });
  globals.requestAnimationFrame = (/** @type {() => void} */ draw) => frames.push(draw);
  globals.cancelAnimationFrame = () => {};
  Object.defineProperty(navigator, "wakeLock", {
    configurable: true,
    value: {
      request: () => {
        locks.push("held");
        const lock = { released: false, release: () => Promise.resolve(lock.released = true) };
        return Promise.resolve(lock);
      },
    },
  });
  /** @type {string[]} */
  const said = [];
  const coach = openCoach(found, {
    appendAll: disk,
    saveActive: save,
    prefs: () => prefs,
    say: (text) => said.push(text),
    tell: () => {},
  });
  const look = (/** @type {"visible"|"hidden"} */ visibilityState) => {
    globals.document.visibilityState = visibilityState;
    globals.document.dispatchEvent(new Event("visibilitychange"));
  };
  const draw = () => frames.splice(0).forEach((frame) => frame());
  return { coach, draw, look, said, locks, frames };
}

/** The first side of a set, at its last breath. @param {Active} state @returns {Active} */
export function ending(state) {
  const begun = { ...state, opened: true, phase: /** @type {const} */ ("work") };
  const { duration_s } = timelineOf(begun);
  return { ...begun, phase_started_at: Date.now() - 1000 * duration_s + LAST_BREATH_MS };
}
