/** The end of a session: how hard it was as a whole, a note, and one tap to save. */
import { html } from "../../vendor/preact.js";
import { count } from "../../ui/format.js";
import { EFFORT } from "../words.js";
import { Notice } from "./upcoming.js";

/**
 * @param {{state: import("../types.d.ts").Active, onRate: (fields: {rpe?: number, note?: string})
 * => void}} props
 */
export function Finish({ state, onRate }) {
  const { rpe, note = "", logged } = state;
  const sets = new Set(logged.map(({ item, set }) => `${item}.${set}`)).size;
  return html`
    <section class="finish">
      <${Notice} state=${state} />
      <p class="muted">${sets === 0 ? "No set was logged." : `${count(sets, "set")} logged.`}</p>
      <fieldset>
        <legend><h2>How hard was it, all in all?</h2></legend>
        <div class="choices effort">
          ${EFFORT.map((word, value) => html`
            <label key=${value} class="choice">
              <input type="radio" name="effort" checked=${rpe === value}
                aria-label=${`${value}, ${word}`} onChange=${() => onRate({ rpe: value })} />
              <span class="number">${value}</span>
            </label>`)}
        </div>
        <p class="effort-word" role="status">
          ${rpe === undefined ? "0 is rest, 10 is all you had." : `${rpe}: ${EFFORT[rpe]}`}
        </p>
      </fieldset>
      <label class="note">
        <span>A note, if there is one</span>
        <textarea class="input" rows="3" maxlength="2000" defaultValue=${note}
          onInput=${(/** @type {any} */ event) => onRate({ note: event.target.value })}></textarea>
      </label>
    </section>`;
}
