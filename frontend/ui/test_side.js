/** One side of a self-test: the clock where it has one, the value, and the pain while doing it. */
import { html, useId } from "../vendor/preact.js";
import { ChipGroup } from "./parts.js";
import { isTimed } from "./test_clock.js";
import { TestTimer } from "./test_timer.js";

/** @typedef {import("./gate.js").Test & import("./test_clock.js").Timed} Test */
/** @typedef {{value?: number, pain: number}} Taken */

/** From here on a test is over for the day. */
export const TOO_MUCH = 5;

/** Units that are typed in a larger one, and how far a tap goes in it. */
const SCALES = /** @type {Record<string, {by: number, step: number, suffix: string}>} */ ({
  mm: { by: 10, step: 0.5, suffix: "cm" },
  percent: { by: 1, step: 5, suffix: "%" },
  s: { by: 1, step: 1, suffix: "s" },
});

/**
 * @param {{test: Test, side: "left" | "right" | "both", taken: Taken, begin: number,
 *   onChange: (taken: Taken) => void}} props `begin`: where the first tap on + or − lands
 */
export function TestSide({ test, side, taken, begin, onChange }) {
  const name = side === "both" ? test.name : side === "left" ? "Left" : "Right";
  const put = (/** @type {Partial<Taken>} */ some) => onChange({ ...taken, ...some });
  return html`
    <section class="panel test-side" aria-label=${name}>
      ${side !== "both" && html`<h3>${name}</h3>`}
      ${isTimed(test) && html`
        <${TestTimer} test=${test} label=${name} onDone=${(/** @type {number | null} */ value) =>
          value !== null && put({ value })} />
      `}
      <${Value} test=${test} name=${name} value=${taken.value} begin=${begin}
        onChange=${(/** @type {number | undefined} */ value) => put({ value })} />
      <label class="slider">
        <span>Pain</span>
        <input type="range" min="0" max="10" value=${taken.pain}
          aria-label=${`${name}: pain while doing it, 0 to 10`}
          onInput=${(/** @type {any} */ event) => put({ pain: Number(event.target.value) })} />
        <output class="number">${taken.pain}</output>
      </label>
      ${taken.pain >= TOO_MUCH && html`
        <p class="notice" role="status">
          Stop here. Leave this test out for now, and see a clinician if the pain stays.
        </p>
      `}
    </section>
  `;
}

/**
 * @param {{test: Test, name: string, value?: number, begin: number,
 *   onChange: (value: number | undefined) => void}} props
 */
function Value({ test, name, value, begin, onChange }) {
  if (test.unit === "yes_no") {
    return html`
      <${ChipGroup} legend=${name} quiet value=${value} onChange=${onChange}
        options=${[{ value: 1, label: "Yes" }, { value: 0, label: "No" }]} />
    `;
  }
  if (test.unit === "score") {
    return html`
      <${ChipGroup} legend=${`${name}: points`} quiet steps=${5} value=${value} onChange=${onChange}
        options=${[0, 1, 2, 3, 4].map((points) => ({ value: points, label: String(points) }))} />
    `;
  }
  return html`
    <${BigStepper} test=${test} name=${name} value=${value} begin=${begin}
      onChange=${onChange} />
  `;
}

/** A number to type or to step. @param {Parameters<typeof Value>[0]} props */
function BigStepper({ test, name, value, begin, onChange }) {
  const id = useId();
  const { by, step, suffix } = SCALES[test.unit] ?? { by: 1, step: 1, suffix: "" };
  const shown = value === undefined ? "" : String(Math.round(value / by * 10) / 10);
  const label = `${name}${suffix ? `, ${unitName(suffix)}` : ""}`;
  const put = (/** @type {number} */ it) =>
    onChange(Math.max(0, Math.min(test.most, Math.round(it))));
  const move = (/** @type {number} */ way) =>
    put(value === undefined ? begin : value + way * step * by);
  const type = (/** @type {any} */ event) => {
    const typed = Number(event.target.value.replace(",", "."));
    if (event.target.value.trim() === "") onChange(undefined);
    else if (Number.isFinite(typed)) put(typed * by);
  };
  return html`
    <div class="big-stepper" role="group" aria-label=${label}>
      <button type="button" aria-label=${`Less: ${label}`} onClick=${() => move(-1)}>−</button>
      <span class="big-value">
        <input class="number" id=${id} inputmode="decimal" autocomplete="off" placeholder="–"
          aria-label=${label} value=${shown} onChange=${type} />
        ${suffix && html`<span class="muted" aria-hidden="true">${suffix}</span>`}
      </span>
      <button type="button" aria-label=${`More: ${label}`} onClick=${() => move(1)}>+</button>
    </div>
  `;
}

/** @param {string} suffix */
function unitName(suffix) {
  return { cm: "centimeters", s: "seconds" }[suffix] ?? "percent of body weight";
}
