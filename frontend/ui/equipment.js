/** What there is to lift with at one place: things ticked, weights added one by one. */
import { html, useId, useState } from "../vendor/preact.js";
import { inUnits, load, number, parseNumber, toGrams } from "./format.js";
import { ChipGroup, Stepper } from "./parts.js";

/** @typedef {import("./format.js").Units} Units */

const ITEMS = [
  { value: "chair", label: "Chair or bench" },
  { value: "step", label: "Step or stair" },
  { value: "towel", label: "Towel or sliders" },
  { value: "rope", label: "Skipping rope" },
];
const MACHINES = [
  { value: "machine_leg_press", label: "Leg press" },
  { value: "machine_leg_curl", label: "Leg curl" },
  { value: "machine_knee_extension", label: "Knee extension" },
  { value: "machine_calf", label: "Calf machine" },
];

/**
 * @param {{place: "home" | "gym", value: any, units: Units, onChange: (value: any) => void}} props
 */
export function Equipment({ place, value, units, onChange }) {
  const set = (/** @type {object} */ some) => onChange({ ...value, ...some });
  const options = place === "gym" ? [...ITEMS, ...MACHINES] : ITEMS;
  const weights = { units };
  return html`
    <${ChipGroup} legend="Things" many loose value=${value.items} options=${options}
      onChange=${(/** @type {string[]} */ items) => set({ items })} />
    <${Weights} ...${weights} label="Dumbbells" hint="One number for each weight you have two of."
      value=${value.dumbbells_g} onChange=${(/** @type {number[]} */ dumbbells_g) =>
        set({ dumbbells_g })} />
    <${Weights} ...${weights} label="Kettlebells" value=${value.kettlebells_g}
      onChange=${(/** @type {number[]} */ kettlebells_g) => set({ kettlebells_g })} />
    <${Weights} ...${weights} label="Backpack"
      hint="What you can fill it to. Water: one liter is 1 kg."
      value=${value.backpack_g} onChange=${(/** @type {number[]} */ backpack_g) =>
        set({ backpack_g })} />
    <${Stepper} label="Bands, light to strong" value=${value.bands} max=${9}
      onChange=${(/** @type {number} */ bands) => set({ bands })} />
    <${Barbell} ...${weights} value=${value.barbell} onChange=${(/** @type {any} */ barbell) =>
      set({ barbell })} />
    ${place === "gym" &&
      MACHINES.filter((it) => value.items.includes(it.value)).map((machine) =>
        html`
          <details key=${machine.value} class="fold">
            <summary>${machine.label}: weights on the stack</summary>
            <${Weights} ...${weights} label=${`${machine.label}, loads`} value=${value.stack_g
              ?.[machine.value] ?? []}
              onChange=${(/** @type {number[]} */ loads) =>
                set({ stack_g: { ...value.stack_g, [machine.value]: loads } })} />
          </details>
        `
      )}
  `;
}

/** Whether there is nothing to load a squat with. @param {any} place */
export function isBare({ dumbbells_g, kettlebells_g, backpack_g, barbell }) {
  return !barbell && [dumbbells_g, kettlebells_g, backpack_g].every((loads) => !loads?.length);
}

/**
 * @param {{value: {bar_g: number, plates_g: number[]} | null, units: Units, onChange: Function}}
 *   props
 */
function Barbell({ value, units, onChange }) {
  const plain = { bar_g: toGrams(units === "lb" ? 45 : 20, units), plates_g: [] };
  return html`
    <label class="switch">
      <span>Barbell</span>
      <input type="checkbox" role="switch" checked=${!!value} onChange=${() =>
        onChange(value ? null : plain)} />
    </label>
    ${value && html`
      <${Stepper} label="The bar alone" value=${inUnits(value.bar_g, units)} step=${units === "lb"
        ? 5
        : 1} max=${100}
        show=${(/** @type {number} */ it) => `${number(it)}\u00a0${units}`}
        onChange=${(/** @type {number} */ it) =>
          onChange({ ...value, bar_g: toGrams(it, units) })} />
      <${Weights} label="Plates" hint="One number for each plate you have two of." units=${units}
        value=${value.plates_g} onChange=${(/** @type {number[]} */ plates_g) =>
          onChange({ ...value, plates_g })} />
    `}
  `;
}

/**
 * A growing list of weights: type one, add it; tap one to remove it.
 * @param {{label: string, hint?: string, value: number[], units: Units, onChange: (value: number[])
 *   => void}} props
 */
function Weights({ label, hint, value, units, onChange }) {
  const id = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const add = () => {
    const typed = parseNumber(text);
    if (typed === null || typed <= 0 || typed > 500) {
      return setError(`Enter a weight in ${units}, such as 7.5.`);
    }
    const grams = toGrams(typed, units);
    onChange([...new Set([...value, grams])].toSorted((a, b) => a - b));
    setText("");
    setError("");
  };
  const byEnter = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${hint && html`<small>${hint}</small>`}
      ${value.length > 0 && html`
        <ul class="chips weights">
          ${value.map((grams) =>
            html`
              <li key=${grams}>
                <button type="button" class="weight" aria-label=${`Remove ${
                  load(grams, units)
                } from ${label}`}
                  onClick=${() => onChange(value.filter((other) => other !== grams))}>
                  <span class="number">${load(
                    grams,
                    units,
                  )}</span> <span aria-hidden="true">×</span>
                </button>
              </li>
            `
          )}
        </ul>
      `}
      <div class="beside">
        <input class="input short" id=${id} inputmode="decimal" autocomplete="off" value=${text}
          onInput=${(/** @type {any} */ event) =>
            setText(event.target.value)} onKeyDown=${byEnter} />
        <span class="muted">${units}</span>
        <button type="button" class="button small" aria-label=${`Add to ${label}`}
          onClick=${add}>Add</button>
      </div>
      ${error && html`<p class="error" role="alert">${error}</p>`}
    </div>
  `;
}
