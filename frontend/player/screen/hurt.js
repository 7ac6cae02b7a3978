/** Where it hurt and whether it was sharp: asked only of a side that hurt. */
import { html, useState } from "../../vendor/preact.js";
import { REGIONS } from "../../ui/checkin.js";
import { capital, plain } from "../../ui/format.js";
import { SIDE } from "../words.js";
import { Scale } from "./scale.js";

/** @typedef {import("../types.d.ts").Side} Side */
/** @typedef {import("../types.d.ts").Draft} Draft */

/**
 * @param {{sides: Side[], regions: string[], draft: (side: Side) => Draft,
 *   onEdit: (side: Side, fields: import("./log_card.js").Edit) => void}} props
 *   `regions` are those the exercise loads; another one is a tap away
 */
export function Hurt({ sides, regions, draft, onEdit }) {
  const [all, setAll] = useState(false);
  if (sides.length === 0) return null;
  const known = sides.map((side) => draft(side).pain_region ?? "");
  const shown = all || regions.length === 0
    ? REGIONS
    : REGIONS.filter((region) => regions.includes(region) || known.includes(region));
  return html`
    <div class="hurt">
      <${Scale} legend="Where" loose sides=${sides}
        options=${shown.map((value) => ({ value, label: capital(plain(value)) }))}
        value=${(/** @type {Side} */ side) => draft(side).pain_region}
        onPick=${(/** @type {Side} */ side, /** @type {string} */ pain_region) =>
          onEdit(side, { pain_region })} />
      <div class="hurt-more">
        ${sides.map((side) => html`
          <label key=${side} class="choice">
            <input type="checkbox" checked=${draft(side).sharp ?? false}
              onChange=${() => onEdit(side, { sharp: draft(side).sharp ? null : true })} />
            <span>${side === "both" ? "" : `${SIDE[side]}: `}sharp pain</span>
          </label>`)}
        ${shown.length < REGIONS.length && html`
          <button type="button" class="text-button" onClick=${() => setAll(true)}>
            Somewhere else
          </button>`}
      </div>
    </div>`;
}
