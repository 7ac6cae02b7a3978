/** Slower and faster, for this set only: in the free corners beside the ring. */
import { html } from "../../vendor/preact.js";

/** @type {Record<string, [string, string]|undefined>} */
const WORDS = {
  reps: ["Slower", "Faster"],
  contacts: ["Slower", "Faster"],
  hold: ["Longer", "Shorter"],
};

/** @param {{coach: import("../coach.js").Coach}} props */
export function Pace({ coach }) {
  const { phase, at, manners } = coach.state.value;
  const { measure } = manners[at.item];
  const words = WORDS[measure];
  // A hold under way gets its seconds from the row of rare actions.
  if (!words || (measure === "hold" && phase === "work")) return null;
  return words.map((word, i) => html`
    <button key=${word} type="button" class="corner" data-end=${i === 1 ? "" : undefined}
      aria-label=${`${word}, this set`} onClick=${() =>
        coach.tap({ type: "pace", s: i === 0 ? 1 : -1 })}>${word}</button>`);
}
