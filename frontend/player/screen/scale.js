/** One row of choices for every side of a set. */
import { html } from "../../vendor/preact.js";
import { SIDE } from "../words.js";

/** @typedef {import("../types.d.ts").Side} Side */

/**
 * @param {{legend: string, options: {value: any, label: string, note?: string}[], sides: Side[],
 *   single?: boolean, loose?: boolean, value: (side: Side) => unknown,
 *   onPick: (side: Side, value: any) => void}} props
 *   `single` asks once for the whole set; `loose` lets words of different lengths wrap
 */
export function Scale({ legend, options, sides, single, loose, value, onPick }) {
  const named = !single && sides.length > 1;
  return html`
    <div class="scale-rows">
      <span class="over">${legend}</span>
      ${sides.map((side) => html`
        <fieldset key=${side}>
          <legend class="unseen">
            ${[legend, single ? "" : SIDE[side]].filter(Boolean).join(", ")}
          </legend>
          ${named && html`<span class="which" aria-hidden="true">${SIDE[side]}</span>`}
          <div class=${`choices ${loose ? "loose" : "line"}`}>
            ${options.map((option) => html`
              <label key=${option.value} class="choice">
                <input type="radio" name=${`${legend}-${side}`}
                  checked=${value(side) === option.value}
                  onChange=${() => onPick(side, option.value)} />
                <span class="number">${option.label}</span>
                ${option.note && html`<small>${option.note}</small>`}
              </label>`)}
          </div>
        </fieldset>`)}
    </div>`;
}
