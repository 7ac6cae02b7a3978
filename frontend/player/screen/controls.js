/** Which action is the big one in each phase, and which rare ones stand beside it. */

/** @typedef {import("../coach.js").Coach} Coach */
/** @typedef {import("./actions.js").Choice} Choice */

/**
 * @param {Coach} coach
 * @param {{save: () => void, home: () => void, swap: (() => void)|null, type: string}} doing
 *   `type` is the phase of the timeline the set is in
 * @returns {{main: Choice, rare: (Choice|null)[]}} null keeps a place free: its neighbors stay
 */
export function controls(coach, { save, home, swap, type }) {
  const state = coach.state.value;
  const { phase, at } = state;
  /** @type {(label: string, action: import("../types.d.ts").Action, quiet?: boolean) => Choice} */
  const tap = (label, action, quiet) => ({ label, act: () => void coach.tap(action), quiet });
  const item = state.workout.items[at.item];
  const undo = state.logged.length > 0 ? [tap("Undo log", { type: "back" })] : [];
  switch (phase) {
    case "ready": {
      const turned = Object.keys(state.performed).length > 0;
      const untouched = !turned && !state.logged.some((set) => set.item === at.item);
      const main = tap(turned ? `Start the ${at.side}` : "Start set", { type: "start" });
      if (turned) {
        const rare = [tap("Redo the left", { type: "back" }), tap("Skip side", { type: "skip" })];
        return { main, rare };
      }
      const label = untouched ? "Skip exercise" : "End exercise";
      const all = tap(label, { type: "skip", what: "exercise" });
      const rare = untouched
        ? [...undo, ...(swap ? [{ label: "Swap", act: swap }] : []), all]
        : [...undo, tap("Skip set", { type: "skip" }), ...(at.set + 1 < item.sets ? [all] : [])];
      return { main, rare };
    }
    case "work": {
      if (state.paused_at !== null) {
        return {
          main: tap("Resume", { type: "resume" }),
          rare: [tap("Start over", { type: "back" }), tap("End set", { type: "finish_set" })],
        };
      }
      const { measure, open } = coach.timeline() ?? {};
      const turning = type === "ready";
      const end = tap("End set", { type: "finish_set" });
      const first = coach.silent.value ? { label: "Sound on", act: () => void coach.unmute() }
        : turning ? tap("Go now", { type: "go" })
        : measure === "reps" ? tap("−1 rep", { type: "minus_rep" }) : null;
      return {
        main: open && !turning ? { ...end, label: "Done" } : tap("Pause", { type: "pause" }, true),
        rare: [first, tap(Object.keys(state.performed).length > 0 ? "Skip side" : "Skip set", { type: "skip" }),
          open ? null : end],
      };
    }
    case "log":
      return {
        main: tap("Log set", { type: "log" }),
        rare: [tap("Do it again", { type: "back" }), tap("Don’t log", { type: "skip" })],
      };
    case "rest":
      return {
        main: tap("Skip rest", { type: "rest_done" }, true),
        rare: [tap("+30 s", { type: "extend_rest" }), ...undo],
      };
    case "finish":
      return {
        main: { label: "Save session", act: save },
        rare: state.ended_early ? [tap("Go on after all", { type: "back" })] : undo,
      };
    default:
      return { main: { label: "Done", act: home }, rare: [] };
  }
}
