/** The log card: set to what was prescribed and done, so that most sets are one tap. */
import { html } from "../../vendor/preact.js";
import { duration, inUnits, number } from "../../ui/format.js";
import { nextLoad } from "../loads.js";
import { itemOf, sidesOf } from "../steps.js";
import { AMOUNT, PAIN, QUALITY, RESERVE, SIDE } from "../words.js";
import { Notice } from "./upcoming.js";

/** @typedef {import("../types.d.ts").Side} Side */
/** @typedef {import("../types.d.ts").Draft} Draft */

/**
 * @param {{state: import("../types.d.ts").Active, units: "kg"|"lb", loads: number[],
 *   rest_s: number,
 *   onEdit: (side: Side, fields: Partial<Draft>) => void}} props
 */
export function LogCard({ state, units, loads, rest_s, onEdit }) {
  const item = itemOf(state);
  const sides = sidesOf(item).filter((side) => state.draft[side]);
  const measure = state.manners[state.at.item].measure;
  const step = measure === "hold" || measure === "distance" ? 5 : 1;
  const draft = (/** @type {Side} */ side) => /** @type {Draft} */ (state.draft[side]);
  const edit = (/** @type {Partial<Draft>} */ fields) =>
    sides.forEach((side) => onEdit(side, fields));
  const load = (/** @type {1|-1} */ way) => edit({ load_g: nextLoad(loads, first.load_g, way) });
  const band = (/** @type {1|-1} */ way) => edit({ band: Math.max(1, (first.band ?? 1) + way) });
  const pick = (/** @type {"rir"|"pain"} */ what) =>
    (/** @type {Side} */ side, /** @type {number} */ value) => onEdit(side, { [what]: value });
  const last = state.at.set === item.sets - 1 && item.block === "main";
  const first = draft(sides[0]);
  return html`
    <section class="card" aria-label="Log this set">
      <${Notice} state=${state} />
      <div class="ended" role="status">
        <p><i aria-hidden="true">✓</i><b>${endWord(state)}</b></p>
        ${state.rest && rest_s > 0 && html`
          <p class="muted" aria-hidden="true">Rest is running: <span class="number">${
            duration(rest_s)
          }</span></p>`}
      </div>
      <div class="half">
        <div class="amounts">
          ${sides.map((side) => html`
            <${Count} key=${side} wide=${sides.length === 1}
              label=${[SIDE[side], AMOUNT[measure]].filter(Boolean).join(" ")}
              value=${draft(side).amount} onStep=${(/** @type {1|-1} */ way) =>
                onEdit(side, { amount: Math.max(0, draft(side).amount + way * step) })} />`)}
          ${loads.length > 0 && html`
            <${Count} wide label=${`Load, ${units}`} onStep=${load}
              value=${shownLoad(item.load, first.load_g, units)} />`}
          ${first.band !== undefined && html`
            <${Count} wide label="Band" value=${first.band} onStep=${band} />`}
        </div>
        ${first.rir !== undefined && html`
          <${Scale} legend="Reps in reserve" options=${RESERVE} sides=${sides}
            value=${(/** @type {Side} */ side) => draft(side).rir}
            onPick=${pick("rir")} />`}
      </div>
      <div class="half">
        <${Scale} legend="Pain" options=${PAIN} sides=${sides}
          value=${(/** @type {Side} */ side) => draft(side).pain}
          onPick=${pick("pain")} />
        ${last && html`
          <${Scale} legend="Form of this set" options=${QUALITY} sides=${[sides[0]]} single
            value=${() => first.quality}
            onPick=${(/** @type {Side} */ _, /** @type {number} */ quality) => edit({ quality })} />`}
      </div>
    </section>`;
}

/** That the set is over, to be read from the floor. @param {import("../types.d.ts").Active} state */
function endWord(state) {
  const { sets } = itemOf(state);
  if (state.at.set + 1 < sets) return `Set\u00a0${state.at.set + 1} done`;
  return sets === 1 ? "Set done" : `All ${sets} sets done`;
}

/**
 * Two dumbbells are shown as two, as they are picked up.
 * @param {string} load
 * @param {number} load_g
 * @param {"kg"|"lb"} units
 */
function shownLoad(load, load_g, units) {
  const pair = load === "dumbbells";
  return (pair ? "2\u00a0×\u00a0" : "") + number(inUnits(pair ? load_g / 2 : load_g, units));
}

/**
 * A big number with less and more beside it.
 * @param {{label: string, value: string|number, wide?: boolean, onStep: (way: 1|-1) => void}} props
 */
function Count({ label, value, wide, onStep }) {
  return html`
    <div class="stepped" data-wide=${wide ? "" : undefined} role="group" aria-label=${label}>
      <span class="over">${label}</span>
      <button type="button" aria-label=${`Less: ${label}`} onClick=${() => onStep(-1)}>−</button>
      <output class="number">${value}</output>
      <button type="button" aria-label=${`More: ${label}`} onClick=${() => onStep(1)}>+</button>
    </div>`;
}

/**
 * One row of choices for every side.
 * @param {{legend: string, options: {value: number, label: string, note?: string}[], sides: Side[],
 *   single?: boolean, value: (side: Side) => number|undefined,
 *   onPick: (side: Side, value: number) => void}} props
 */
function Scale({ legend, options, sides, single, value, onPick }) {
  return html`
    <div class="scale-rows">
      <span class="over">${legend}</span>
      ${sides.map((side) => html`
        <fieldset key=${side}>
          <legend class="unseen">
            ${[legend, single ? "" : SIDE[side]].filter(Boolean).join(", ")}
          </legend>
          ${!single && sides.length > 1 && html`
            <span class="which" aria-hidden="true">${SIDE[side]}</span>`}
          <div class="picks">
            ${options.map((option) => html`
              <label key=${option.value} class="pick">
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
