/** The top of the player: the way out, one segment for every set, and the minutes still to go. */
import { html } from "../../vendor/preact.js";
import { minutesLeft, progress, sidesOf } from "../steps.js";

/** @param {{state: import("../types.d.ts").Active, onLeave: () => void}} props */
export function Top({ state, onLeave }) {
  const groups = progress(state);
  const sets = groups.flatMap((group) => group.sets);
  const done = sets.filter((set) => set === "done").length;
  const left = minutesLeft(state);
  return html`
    <header class="top">
      <button type="button" class="leave" onClick=${onLeave} aria-label="Leave the session">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6 18 18M18 6 6 18" /></svg>
      </button>
      <div class="segmented" role="img" aria-label=${`${done} of ${sets.length} sets done`}>
        ${groups.map(({ item, sets }) => html`
          <span key=${item} class="group" style=${{ flexGrow: sets.length }}>
            ${sets.map((set, i) => html`
              <i key=${i} data-set=${set}
                style=${{ "--part": set === "now" ? part(state) : 1 }}></i>`)}
          </span>`)}
      </div>
      <span class="left number">${left > 0 ? html`${left}<small> min</small>` : ""}</span>
    </header>`;
}

/** How much of the present set is done, by sides. @param {import("../types.d.ts").Active} state */
function part(state) {
  const sides = sidesOf(state.workout.items[state.at.item]).length;
  return Object.keys(state.performed).length / sides;
}
