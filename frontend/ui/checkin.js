/** The ten-second check-in: three scales, what hurts where, and the signs that stop training. */
import { html, useState } from "../vendor/preact.js";
import { checkin, pack, profile, saveCheckin, today } from "../data/store.js";
import { explain } from "../training/explain.js";
import { capital, plain } from "./format.js";
import { announce, Button, ChipGroup, Sheet } from "./parts.js";

const SCALES = [
  { key: "sleep", legend: "Sleep", best: "slept well", worst: "badly" },
  { key: "fatigue", legend: "Fatigue", best: "fresh", worst: "worn out" },
  { key: "stress", legend: "Stress", best: "calm", worst: "a lot" },
];

export const REGIONS = [
  "foot",
  "ankle",
  "calf",
  "shin",
  "knee",
  "quads",
  "hamstrings",
  "groin",
  "hip",
  "glutes",
  "lower_back",
];

const PAINS = [
  { key: "soreness", label: "Sore muscles" },
  { key: "pain", label: "Pain now" },
  { key: "pain_morning", label: "Pain this morning" },
];

/** The keys are what reasons say back: "You reported dark urine". */
const FLAGS = [
  {
    value: "chest_pressure_or_an_irregular_heartbeat",
    label: "Chest pressure, or a heartbeat that races or stumbles",
  },
  { value: "fainting_or_lasting_dizziness", label: "Fainting, or dizziness that does not pass" },
  { value: "severe_breathlessness", label: "Short of breath at rest" },
  {
    value: "weakness_or_numbness",
    label: "Weakness or numbness: one side, both legs, or between the legs",
  },
  {
    value: "loss_of_bladder_or_bowel_control",
    label: "New trouble holding or passing urine or stool",
  },
  { value: "a_hot_swollen_calf", label: "A calf that is hot and swollen" },
  { value: "a_pop", label: "A pop, and you cannot stand on it or rise on your toes" },
  { value: "dark_urine", label: "Urine like cola, with swollen, weak muscles" },
  {
    value: "bone_pain_or_pain_at_night_or_at_rest",
    label: "Pain in one spot of a bone, or pain at night or at rest",
  },
  { value: "groin_pain_on_impact", label: "Groin pain when you hop or put weight on the leg" },
  { value: "a_swollen_or_locking_joint", label: "A joint that swells, locks or gives way" },
  { value: "lasting_numbness", label: "Numbness or tingling that stays" },
  { value: "pain_earlier_in_each_run", label: "Pain that starts earlier in each run" },
  {
    value: "weight_loss_or_missed_periods",
    label: "Weight loss you did not plan, or missed periods with bone pain",
  },
  { value: "fever_or_feeling_ill", label: "Fever or feeling ill" },
];

/** @param {{onClose: () => void}} props */
export default function Checkin({ onClose }) {
  const [answers, setAnswers] = useState(() => begin(checkin.value));
  const [trouble, setTrouble] = useState("");
  const set = (/** @type {object} */ some) => setAnswers((old) => ({ ...old, ...some }));
  const save = async () => {
    try {
      await saveCheckin(fields(answers));
      onClose();
      announce(outcome());
    } catch (error) {
      setTrouble(/** @type {any} */ (error).detail ?? String(error));
    }
  };
  return html`
    <${Sheet} title="How are you today?" onClose=${onClose} done="Not now"
      footer=${html`
        ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
        <${Button} primary big onClick=${save}>Save<//>
      `}>
      ${SCALES.map((scale) =>
        html`
          <${Scale} key=${scale.key} ...${scale} value=${answers[scale.key]}
            onChange=${(/** @type {number} */ value) => set({ [scale.key]: value })} />
        `
      )}
      <${ChipGroup} legend="Sore or painful anywhere?" hint="Choose where. Nothing? Leave it."
        many loose
        value=${answers.regions} onChange=${(/** @type {string[]} */ regions) => set({ regions })}
        options=${REGIONS.map((value) => ({ value, label: capital(plain(value)) }))} />
      ${answers.regions.map((region) =>
        html`
          <${Region} key=${region} region=${region} answers=${answers} set=${set} />
        `
      )}
      <details class="fold" open=${answers.red_flags.length > 0}>
        <summary>Any warning sign?</summary>
        ${FLAGS.map((flag) =>
          html`
            <label class="check" key=${flag.value}>
              <input type="checkbox" checked=${answers.red_flags.includes(flag.value)}
                onChange=${() => set({ red_flags: toggled(answers.red_flags, flag.value) })} />
              <span>${flag.label}</span>
            </label>
          `
        )}
      </details>
    <//>
  `;
}

/**
 * @param {{key: string, legend: string, best: string, worst: string, value?: number, onChange:
 *   Function}} props
 */
function Scale({ legend, best, worst, value, onChange }) {
  return html`
    <div class="scale-field">
      <${ChipGroup} legend=${legend} steps=${7} value=${value} onChange=${onChange}
        options=${[1, 2, 3, 4, 5, 6, 7].map((step) => ({ value: step, label: String(step) }))} />
      <div class="ends" aria-hidden="true"><span>1 ${best}</span><span>${worst} 7</span></div>
    </div>
  `;
}

/**
 * Three sliders for one region, 0 to 10.
 * @param {{region: string, answers: Answers, set: Function}} props
 */
function Region({ region, answers, set }) {
  const name = capital(plain(region));
  return html`
    <fieldset class="panel region">
      <legend>${name}</legend>
      ${PAINS.map(({ key, label }) => {
        const at = answers[key][region] ?? 0;
        return html`
          <label key=${key} class="slider">
            <span>${label}</span>
            <input type="range" min="0" max="10" value=${at}
              aria-label=${`${name}: ${label}, 0 to 10`}
              onInput=${(/** @type {any} */ event) =>
                set({ [key]: { ...answers[key], [region]: Number(event.target.value) } })} />
            <output class="number">${at}</output>
          </label>
        `;
      })}
    </fieldset>
  `;
}

/** @typedef {Record<string, any> & {regions: string[], red_flags: string[]}} Answers */

/** Start from what was said earlier today. @param {any} earlier @returns {Answers} */
function begin(earlier) {
  const from = earlier ?? {};
  const said = PAINS.flatMap(({ key }) => Object.keys(from[key] ?? {}));
  return {
    ...from,
    soreness: { ...from.soreness },
    pain: { ...from.pain },
    pain_morning: { ...from.pain_morning },
    red_flags: [...(from.red_flags ?? [])],
    regions: REGIONS.filter((region) => said.includes(region)),
  };
}

/**
 * What is stored: only what was answered, and only regions that are chosen.
 * @param {Answers} answers
 */
function fields({ regions, ...answers }) {
  const kept = Object.fromEntries(PAINS.map(({ key }) => [
    key,
    Object.fromEntries(regions.map((region) => [region, answers[key][region] ?? 0])),
  ]));
  return { ...answers, ...kept };
}

/** What the answers changed, in a sentence. */
function outcome() {
  const reasons = today.value?.readiness?.reasons ?? [];
  const told = reasons.map((/** @type {any} */ reason) =>
    explain(reason, pack.value.policy, profile.value?.units ?? "kg").text
  );
  return told[0] ?? "Checked in. Train as planned.";
}

/** @param {string[]} list @param {string} value */
function toggled(list, value) {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
