/** Which action is the big one in each phase, and which rare ones stand beside it. */
import { recordsFor } from "../session.js";
import { sidesOf } from "../steps.js";
import { SIDE } from "../words.js";

/** @typedef {import("../coach.js").Coach} Coach */
/** @typedef {import("./actions.js").Choice} Choice */

/** One more of what a set is counted in. @type {Record<string, string>} */
const MORE = { reps: "+1 rep", hold: "+5 s", contacts: "+5" };

/**
 * @param {Coach} coach
 * @param {{save: () => void, home: () => void, open: (sheet: "swap"|"skip") => void,
 *   newRecord: () => string, turning: boolean, eyes_free: boolean, toggle: () => void}} doing
 *   `turning`: the first rep of the side at work is still to come
 * @returns {{main: Choice, rare: (Choice|null)[]}} null keeps a place free: its neighbors stay
 */
export function controls(coach, { save, home, open, newRecord, turning, eyes_free, toggle }) {
  const state = coach.state.value;
  const { phase, at } = state;
  /** @type {(label: string, action: import("../types.d.ts").Action, quiet?: boolean) => Choice} */
  const tap = (label, action, quiet) => ({ label, act: () => void coach.tap(action), quiet });
  const undo = state.logged.length > 0 ? tap("Undo log", { type: "back" }) : null;
  const turned = Object.keys(state.performed).length > 0;
  const swap = { label: "Swap", act: () => open("swap") };
  const more = () => tap("+1 set", {
    type: "extra_set",
    records: recordsFor([{ sets: 1 }], newRecord),
  });
  switch (phase) {
    case "ready": {
      const eyes = { label: "Eyes-free", act: toggle, on: eyes_free };
      if (turned) {
        const first = SIDE[sidesOf(state.workout.items[at.item], at.set)[0]].toLowerCase();
        const redo = tap(`Redo the ${first}`, { type: "back" });
        const main = tap(`Start the ${at.side}`, { type: "start" });
        return { main, rare: [redo, tap("Skip side", { type: "skip" }), eyes] };
      }
      const skip = { label: "Skip", act: () => open("skip") };
      return {
        main: tap("Start set", { type: "start" }),
        rare: [...(undo ? [undo] : []), swap, skip, eyes],
      };
    }
    case "work": {
      const end = tap("End set", { type: "finish_set" });
      const leave = tap(turned ? "Skip side" : "Skip set", { type: "skip" });
      if (state.paused_at !== null) {
        return {
          main: tap("Resume", { type: "resume" }),
          rare: [tap("Start over", { type: "back" }), leave, end],
        };
      }
      const { measure, open: untimed } = coach.timeline() ?? {};
      const first = coach.silent.value ? { label: "Sound on", act: () => void coach.unmute() }
        : turning ? tap("Go now", { type: "go" })
        : measure === "reps" ? tap("−1 rep", { type: "minus_rep" }) : null;
      const extra = MORE[measure ?? ""];
      return {
        main: untimed && !turning ? { ...end, label: "Done" } : tap("Pause", { type: "pause" }, true),
        rare: untimed
          ? [first, leave]
          : [first, extra && !turning ? tap(extra, { type: "extra_rep" }) : null, leave, end],
      };
    }
    case "log":
      return {
        main: tap("Log set", { type: "log" }),
        rare: [tap("Do it again", { type: "back" }), tap("Don’t log", { type: "skip" }), more()],
      };
    case "rest":
      return {
        main: tap("Skip rest", { type: "rest_done" }, true),
        rare: [tap("+30 s", { type: "extend_rest" }), undo, state.closed[lastItem(state)]
          ? null : more(), swap],
      };
    case "finish":
      return {
        main: { label: "Save session", act: save },
        rare: state.ended_early ? [tap("Go on after all", { type: "back" })] : undo ? [undo] : [],
      };
    default:
      return { main: { label: "Done", act: home }, rare: [] };
  }
}

/** @param {import("../types.d.ts").Active} state */
const lastItem = ({ logged }) => logged[logged.length - 1]?.item ?? -1;
