/** A circuit at a glance: its exercises with their work and rest, the present one marked. */
import { html } from "../../vendor/preact.js";
import { intervals } from "../steps.js";

/**
 * @param {{state: import("../types.d.ts").Active, nameOf: (exercise: string) => string}} props
 */
export function Rounds({ state, nameOf }) {
  const list = intervals(state);
  if (list.length === 0) return null;
  const { items } = state.workout;
  return html`
    <ol class="rounds" aria-label="This round">
      ${list.map(({ item, work_s, rest_s }) => html`
        <li key=${item} aria-current=${item === state.at.item ? "step" : undefined}>
          <span>${nameOf(items[item].exercise)}</span>
          <span class="number" aria-label=${`${work_s} seconds of work, ${rest_s} of rest`}>
            ${work_s}<small> : ${rest_s} s</small>
          </span>
        </li>`)}
    </ol>`;
}
