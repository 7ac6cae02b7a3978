/** The top of the player: the way out, and one segment for every set with the minutes to go. */
import { html } from "../../vendor/preact.js";
import { minutesLeft, progress, sidesOf } from "../steps.js";

/**
 * @param {{state: import("../types.d.ts").Active, onLeave: () => void, onOverview: () => void}}
 *   props
 */
export function Top({ state, onLeave, onOverview }) {
  const groups = progress(state);
  const sets = groups.flatMap((group) => group.sets);
  const done = sets.filter((set) => set === "done").length;
  const left = minutesLeft(state);
  const minutes = left > 0 ? `, ${left} minutes to go` : "";
  return html`
    <header class="top">
      <button type="button" class="leave" onClick=${onLeave} aria-label="Leave the session">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6 18 18M18 6 6 18" /></svg>
      </button>
      <button type="button" class="whole" onClick=${onOverview}
        aria-label=${`The whole session: ${done} of ${sets.length} sets done${minutes}`}>
        <span class="segmented">
          ${groups.map(({ item, sets }) => html`
            <span key=${item} class="group" style=${{ flexGrow: sets.length }}>
              ${sets.map((set, i) => html`
                <i key=${i} data-set=${set}
                  style=${{ "--part": set === "now" ? part(state) : 1 }}></i>`)}
            </span>`)}
        </span>
        <span class="left number">${left > 0 ? html`${left}<small> min</small>` : ""}</span>
      </button>
    </header>`;
}

/** How much of the present set is done, by sides. @param {import("../types.d.ts").Active} state */
function part({ workout, at, performed }) {
  const sides = sidesOf(workout.items[at.item], at.set).length;
  return Object.keys(performed).length / sides;
}
