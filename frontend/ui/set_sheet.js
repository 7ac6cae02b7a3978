/** The sheet that corrects one logged set: a new entry over the old one, which stays as history. */
import { html, useState } from "../vendor/preact.js";
import { append, profile } from "../data/store.js";
import { QUALITY } from "../player/words.js";
import { REGIONS } from "./checkin.js";
import { capital, inUnits, number, plain, toGrams } from "./format.js";
import { Button, ChipGroup, Sheet, Stepper, toast } from "./parts.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */

const DOSES = [
  { key: "reps", label: "Reps", step: 1 },
  { key: "hold_s", label: "Seconds held", step: 5 },
  { key: "contacts", label: "Contacts", step: 1 },
  { key: "distance_m", label: "Meters", step: 5 },
];

/** @param {{it: Record_, title: string, onClose: () => void, onDelete: () => void}} props */
export default function SetSheet({ it, title, onClose, onDelete }) {
  const [draft, setDraft] = useState({ ...it.set });
  const [trouble, setTrouble] = useState("");
  const units = profile.value?.units ?? "kg";
  const put = (/** @type {string} */ key) => (/** @type {unknown} */ value) =>
    setDraft({ ...draft, [key]: value });
  const save = async () => {
    const changed = Object.fromEntries(
      Object.entries(draft).filter(([key, value]) => (value ?? null) !== (it.set[key] ?? null)),
    );
    if (Object.keys(changed).length === 0) return onClose();
    const old = Object.fromEntries(Object.keys(changed).map((key) => [key, it.set[key] ?? null]));
    try {
      await append("set", it.record, changed, { day: it.day });
      onClose();
      toast("Set changed.", {
        undo: () => append("set", it.record, old, { day: it.day }).catch(() => {}),
      });
    } catch (error) {
      setTrouble(/** @type {any} */ (error).detail ?? String(error));
    }
  };
  const side = draft.side && draft.side !== "both" ? `, ${draft.side}` : "";
  return html`
    <${Sheet} title=${`${title}: set ${draft.index ?? ""}${side}`} onClose=${onClose} done="Cancel"
      footer=${html`
        ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
        <div class="actions">
          <${Button} danger onClick=${onDelete}>Delete<//>
          <${Button} primary onClick=${save}>Save<//>
        </div>
      `}>
      <div class="section">
        ${DOSES.filter(({ key }) => draft[key] !== undefined).map(({ key, label, step }) =>
          html`
            <${Stepper} key=${key} label=${label} step=${step} value=${draft[key]} max=${1000}
              onChange=${put(key)} />
          `
        )}
        ${(it.set.load_g || (it.set.load_g === 0 && draft.reps !== undefined)) && html`
          <${Stepper} label="Load" value=${inUnits(draft.load_g, units)} step=${units === "lb"
            ? 2.5
            : 0.5} max=${1000}
            show=${(/** @type {number} */ value) => `${number(value)}\u00a0${units}`}
            onChange=${(/** @type {number} */ value) => put("load_g")(toGrams(value, units))} />
        `}
        ${draft.reps !== undefined && html`
          <${Stepper} label="Reps in reserve" value=${draft.rir ?? 0} max=${10}
            onChange=${put("rir")} show=${(/** @type {number} */ value) =>
              draft.rir === undefined ? "not said" : String(value)} />
        `}
        <${Stepper} label="Pain, 0 to 10" value=${draft.pain ?? 0} max=${10}
          onChange=${(/** @type {number} */ pain) => setDraft({ ...draft, ...hurts(pain) })} />
      </div>
      ${draft.pain > 0 && html`<${Hurt} draft=${draft} put=${put} />`}
      <${ChipGroup} legend="Form of this set" options=${QUALITY} value=${draft.quality}
        onChange=${put("quality")} />
      <div class="field">
        <label for="set-note">Note</label>
        <textarea class="input" id="set-note" rows="2" maxlength="500" defaultValue=${draft.note ?? ""}
          onInput=${(/** @type {any} */ event) =>
            put("note")(event.target.value.trim() || null)}></textarea>
      </div>
      <//>
  `;
}

/** Where it hurt and whether it was sharp. @param {{draft: any, put: Function}} props */
function Hurt({ draft, put }) {
  return html`
    <${ChipGroup} legend="Where" loose value=${draft.pain_region} onChange=${put("pain_region")}
      options=${REGIONS.map((value) => ({ value, label: capital(plain(value)) }))} />
    <label class="choice">
      <input type="checkbox" checked=${draft.sharp ?? false}
        onChange=${() => put("sharp")(draft.sharp ? null : true)} />
      <span>Sharp pain</span>
    </label>
  `;
}

/** What no longer hurts has no place and was not sharp. @param {number} pain */
function hurts(pain) {
  return pain > 0 ? { pain } : { pain, pain_region: null, sharp: null };
}
