/** What few sets need: how the form was, and a note. */
import { html } from "../../vendor/preact.js";
import { QUALITY } from "../words.js";
import { Scale } from "./scale.js";

/** @typedef {(fields: import("./log_card.js").Edit) => void} OnEdit for all sides */

/** @param {{value?: number, onEdit: OnEdit}} props */
export function Form({ value, onEdit }) {
  return html`
    <${Scale} legend="Form of this set" options=${QUALITY} sides=${["both"]} single
      value=${() => value}
      onPick=${(/** @type {unknown} */ _, /** @type {number} */ quality) => onEdit({ quality })} />`;
}

/**
 * Folded away; a note once written stays in sight.
 * @param {{value?: string, onEdit: OnEdit, children?: any}} props
 */
export function Note({ value = "", onEdit, children }) {
  return html`
    <details class="more" open=${value !== ""}>
      <summary>${children ? "Form and note" : "Note"}</summary>
      ${children}
      <label class="note">
        <span class="unseen">Note on this set</span>
        <textarea class="input" rows="2" maxlength="500" defaultValue=${value}
          placeholder="A note on this set"
          onChange=${(/** @type {any} */ event) =>
            onEdit({ note: event.target.value.trim() || null })}></textarea>
      </label>
    </details>`;
}
