/**
 * The five steps of the profile, each a few taps; every one takes the draft and says what changed.
 */
import { html, useState } from "../vendor/preact.js";
import { inUnits, METERS_PER_MILE, number, parseNumber, toGrams, weekdayName } from "./format.js";
import { Equipment, isBare } from "./equipment.js";
import { ChipGroup } from "./parts.js";
import { QUESTIONS, standardGym } from "./profile_draft.js";

/** @typedef {{draft: Record<string, any>, set: (some: Record<string, any>) => void}} StepProps */

/** What most races are; any other is nearest to one of them. */
const RACES = [
  { meters: 5_000, name: "5 km" },
  { meters: 10_000, name: "10 km" },
  { meters: 21_098, name: "Half marathon" },
  { meters: 42_195, name: "Marathon" },
  { meters: 60_000, name: "Longer" },
  { meters: null, name: "Not said" },
];

/** @param {StepProps} props */
export function Health({ draft, set }) {
  const { answers, none, acknowledged, adult } = draft.health;
  const any = Object.values(answers).some(Boolean);
  const health = (/** @type {object} */ some) => set({ health: { ...draft.health, ...some } });
  const answer = (/** @type {string} */ key) =>
    health({ answers: { ...answers, [key]: !answers[key] }, none: false, acknowledged: false });
  return html`
    <fieldset class="field ticks">
      <legend>Tick what applies to you.</legend>
      ${QUESTIONS.map(({ key, text }) =>
        html`
          <${Tick} key=${key} text=${text} checked=${!!answers[key]} onChange=${() =>
            answer(key)} />
        `
      )}
      <${Tick} text="None of these" strong checked=${none} onChange=${() =>
        health({ none: !none, answers: {} })} />
    </fieldset>
    ${any && html`
      <div class="panel" role="status">
        <h2>Talk to a clinician first</h2>
        <p>
          What you ticked can make strength training unsafe or in need of changes. Show a doctor or
          physiotherapist what you plan to do, and start when they agree.
        </p>
        <${Tick} text="A clinician knows about this and has agreed that I train."
          checked=${acknowledged}
          onChange=${() => health({ acknowledged: !acknowledged })} />
      </div>
    `}
    <${Tick} text="I am 18 or older." checked=${adult} onChange=${() =>
      health({ adult: !adult })} />
    <p
      class="muted small">
        General fitness information, not medical advice. When you are ill or have a fever, wait
        until it is over.
      </p>
  `;
}

/** @param {StepProps} props */
export function Experience({ draft, set }) {
  return html`
    <${ChipGroup} legend="Strength training so far" quiet tall value=${draft.experience}
      onChange=${(/** @type {string} */ experience) => set({ experience })}
      options=${[
        {
          value: "novice",
          label: "New to it",
          note: "Never, or less than half a year. It begins with form and light loads.",
        },
        {
          value: "returning",
          label: "Coming back",
          note:
            "I did it before and paused for three months or more. Loads climb quickly at first.",
        },
        {
          value: "experienced",
          label: "At home in it",
          note: "Twice a week or so, for a year or longer. It begins further up.",
        },
      ]} />
    <${NumberField} label="Year of birth" hint="Optional. Norms for tests depend on age."
      value=${draft
        .birth_year}
      show=${String} read=${whole(
        1900,
        new Date().getFullYear() - 17,
      )} problem="Enter a year such as 1986, or leave it empty."
      onChange=${(/** @type {number | undefined} */ birth_year) => set({ birth_year })} />
    <${ChipGroup} legend="Sex" loose
      hint="Optional. Used for nothing but the norms of self-tests, which were measured apart."
      value=${draft.sex ?? null}
      onChange=${(/** @type {string | null} */ sex) => set({ sex })}
      options=${[
        { value: "female", label: "Female" },
        { value: "male", label: "Male" },
        { value: null, label: "Not said" },
      ]} />
  `;
}

/** @param {StepProps} props */
export function Running({ draft, set }) {
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({
    value,
    label: html`<span aria-hidden="true">${
      weekdayName(value, "short").slice(0, 2)
    }</span><span class="unseen">${weekdayName(value, "long")}</span>`,
  }));
  const runs = days.filter(({ value }) => draft.run_days.includes(value));
  const miles = draft.units === "lb";
  const meters = miles ? METERS_PER_MILE : 1000;
  return html`
    <${ChipGroup} legend="On which days do you run?" many steps=${7} value=${draft.run_days}
      options=${days}
      onChange=${(/** @type {number[]} */ run_days) => set({ run_days })} />
    ${runs.length > 0 && html`
      <${ChipGroup} legend="Long run" loose value=${draft.long_run_day}
        options=${[...runs, { value: null, label: "None" }]}
        onChange=${(/** @type {number | null} */ long_run_day) => set({ long_run_day })} />
      <${ChipGroup} legend="Hard days" hint="Intervals, tempo, hills." many loose value=${draft
        .quality_days}
        options=${runs} onChange=${(/** @type {number[]} */ quality_days) =>
          set({ quality_days })} />
    `}
    <${NumberField} label="Distance in a usual week" suffix=${miles ? "mi" : "km"} value=${draft
      .weekly_distance_m}
      show=${(/** @type {number} */ it) => number(it / meters, 1)}
      read=${(/** @type {string} */ text) => scaled(text, meters, 500_000)}
      problem="Enter a distance such as 30."
      onChange=${(/** @type {number | undefined} */ it) =>
        set({ weekly_distance_m: it ?? null })} />
    <div class="field">
      <label for="race">Next race</label>
      <small>Optional. The weeks before it get lighter.</small>
      <input class="input" id="race" type="date" value=${draft.race_day ?? ""}
        onInput=${(/** @type {any} */ event) => set({ race_day: event.target.value || null })} />
    </div>
    ${draft.race_day && html`
      <${ChipGroup} legend="How long is it?" hint="Optional. The longer, the longer the rest after it."
        loose value=${draft.race_distance_m ?? null}
        onChange=${(/** @type {number | null} */ race_distance_m) => set({ race_distance_m })}
        options=${RACES.map(({ meters, name }) => ({ value: meters, label: name }))} />
    `}
  `;
}

/** @param {StepProps} props */
export function Time({ draft, set }) {
  const { units } = draft;
  return html`
    <${ChipGroup} legend="Minutes per session"
      hint="Warm-up included. Any single day can be shorter or longer."
      value=${draft.minutes} onChange=${(/** @type {number} */ minutes) => set({ minutes })}
      options=${[20, 30, 45, 60].map((value) => ({ value, label: String(value) }))} />
    <${ChipGroup} legend="Units" value=${units} onChange=${(/** @type {string} */ it) =>
      set({ units: it })}
      options=${[{ value: "kg", label: "kg, km" }, { value: "lb", label: "lb, mi" }]} />
    <${NumberField} key=${units} label="Body weight" hint="Optional. Some goals are a part of it."
      suffix=${units}
      value=${draft.body_mass_g} show=${(/** @type {number} */ it) => number(inUnits(it, units), 1)}
      read=${(/** @type {string} */ text) => scaled(text, toGrams(1, units), 400_000)}
      problem="Enter a weight such as 68.5, or leave it empty."
      onChange=${(/** @type {number | undefined} */ body_mass_g) => set({ body_mass_g })} />
  `;
}

/** @param {StepProps} props */
export function Gear({ draft, set }) {
  const { equipment, units } = draft;
  const put = (/** @type {object} */ some) => set({ equipment: { ...equipment, ...some } });
  const withGym = () => {
    const { gym, ...rest } = equipment;
    set(
      gym
        ? { equipment: rest, default_place: "home" }
        : { equipment: { ...equipment, gym: standardGym(units) } },
    );
  };
  return html`
    <section class="panel">
      <h2>At home</h2>
      <p
        class="muted small">
          Every load you enter becomes a step you can climb. Nothing at all will do to begin with.
        </p>
      <${Equipment} place="home" value=${equipment.home} units=${units} onChange=${(
        /** @type {any} */ home,
      ) => put({ home })} />
      ${!equipment.gym && isBare(equipment.home) && html`
        <p class="muted small" role="note">Nothing to lift yet? A backpack with bottles of water is
          enough for the whole program. Without any load its second stage is as far as it goes.</p>`}
    </section>
    <section class="panel">
      <label class="switch">
        <span><b>I also train at a gym</b><small>Starts with what most gyms have.</small></span>
        <input type="checkbox" role="switch" checked=${!!equipment.gym} onChange=${withGym} />
      </label>
      ${equipment.gym && html`
        <${ChipGroup} legend="Where do you usually train?" value=${draft.default_place}
          onChange=${(/** @type {string} */ default_place) => set({ default_place })}
          options=${[{ value: "home", label: "Home" }, { value: "gym", label: "Gym" }]} />
        <details class="fold">
          <summary>What the gym has</summary>
          <div class="section">
            <${Equipment} place="gym" value=${equipment.gym} units=${units} onChange=${(
              /** @type {any} */ gym,
            ) => put({ gym })} />
          </div>
        </details>
      `}
    </section>
  `;
}

/** @param {{text: string, checked: boolean, strong?: boolean, onChange: () => void}} props */
function Tick({ text, checked, strong, onChange }) {
  return html`
    <label class="check">
      <input type="checkbox" checked=${checked} onChange=${onChange} />
      <span>${strong ? html`<b>${text}</b>` : text}</span>
    </label>
  `;
}

/**
 * A typed number that may be empty; what cannot be read is said, not swallowed.
 * @param {{label: string, hint?: string, suffix?: string, value: number | null | undefined,
 *   problem: string,
 *   show: (value: number) => string, read: (text: string) => number | null,
 *   onChange: (value: number | undefined) => void}} props
 */
function NumberField({ label, hint, suffix, value, problem, show, read, onChange }) {
  const [text, setText] = useState(value === null || value === undefined ? "" : show(value));
  const id = label.toLowerCase().replaceAll(" ", "-");
  const wrong = text.trim() !== "" && read(text) === null;
  const type = (/** @type {any} */ event) => {
    setText(event.target.value);
    onChange(read(event.target.value) ?? undefined);
  };
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${hint && html`<small>${hint}</small>`}
      <div class="beside">
        <input class="input short" id=${id} inputmode="decimal" autocomplete="off"
          value=${text} onInput=${type}
          aria-invalid=${String(wrong)} aria-describedby=${`${id}-note`} />
        ${suffix && html`<span class="muted">${suffix}</span>`}
      </div>
      <div id=${`${id}-note`} aria-live="polite">${wrong &&
        html`<p class="error">${problem}</p>`}</div>
    </div>
  `;
}

/** @param {string} text @param {number} unit @param {number} most */
function scaled(text, unit, most) {
  const typed = parseNumber(text);
  return typed === null || typed * unit > most ? null : Math.round(typed * unit);
}

/** @param {number} least @param {number} most */
function whole(least, most) {
  return (/** @type {string} */ text) => {
    const typed = parseNumber(text);
    return typed !== null && Number.isInteger(typed) && typed >= least && typed <= most
      ? typed
      : null;
  };
}
