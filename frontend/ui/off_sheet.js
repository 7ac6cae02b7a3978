/** Something's off: a niggle, an illness, days away; what changes because of it, and its end. */
import { html, useState } from "../vendor/preact.js";
import { ended, holding, lacking, reopened } from "../data/changes.js";
import { addDays } from "../data/day.js";
import { append, changes, day, newRecord } from "../data/store.js";
import { REGIONS } from "./checkin.js";
import { capital, changeWords, plain } from "./format.js";
import { Button, ChipGroup, Sheet, toast } from "./parts.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/** @typedef {{change: string, region?: string, from: string, to?: string | null}} Draft */

const KINDS = [
  {
    value: "niggle",
    label: "A niggle in one place",
    note: "No load there until you say it is over. The rest of each session goes on.",
  },
  {
    value: "illness",
    label: "I am ill",
    note: "No sessions until you are well. After a day without symptoms you begin again, easier.",
  },
  {
    value: "away",
    label: "Away, or no time",
    note: "Sessions wait for you in their order: none is skipped, none is doubled.",
  },
];

/** @param {{onClose: () => void}} props */
export default function OffSheet({ onClose }) {
  const [draft, setDraft] = useState(/** @type {Draft | null} */ (null));
  const [trouble, setTrouble] = useState("");
  const today = day.value;
  const set = (/** @type {Partial<Draft>} */ some) => {
    setTrouble("");
    setDraft((old) => ({ change: "", from: today, to: null, ...old, ...some }));
  };
  const save = async () => {
    if (!draft) return onClose();
    const lacks = lacking(draft);
    if (lacks) return setTrouble(lacks);
    const { to, region, ...rest } = draft;
    const record = newRecord();
    try {
      await append("plan_change", record, {
        ...rest,
        ...(to && { to }),
        ...(draft.change === "niggle" && { region }),
      });
      onClose();
      toast("Noted. Your plan follows.", {
        undo: () => put({ kind: "plan_change", record, set: {}, deleted: true }),
      });
    } catch (error) {
      setTrouble(/** @type {any} */ (error).detail ?? String(error));
    }
  };
  const now = holding(changes.value, today);
  return html`
    <${Sheet} title="Something’s off" onClose=${onClose} done=${draft ? "Cancel" : "Close"}
      footer=${draft && html`
        ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
        <${Button} primary big onClick=${save}>Save<//>
      `}>
      ${now.length > 0 && html`
        <ul class="rows">
          ${now.map((it) =>
            html`
              <li key=${it.record}>
                <${Holding} it=${it} today=${today} />
              </li>
            `
          )}
        </ul>
      `}
      <${ChipGroup} legend=${now.length ? "Something else" : "What is it?"} tall
        value=${draft?.change} options=${KINDS}
        onChange=${(/** @type {string} */ change) => set({ change })} />
      ${draft?.change === "niggle" && html`
        <${ChipGroup} legend="Where?" loose value=${draft.region}
          options=${REGIONS.map((value) => ({ value, label: capital(plain(value)) }))}
          onChange=${(/** @type {string} */ region) => set({ region })} />
        <p class="muted small">
          Pain of 5 or more, pain in one spot of a bone, or pain at night is no niggle: note it in
          the check-in and see a clinician.
        </p>
      `}
      ${draft && html`<${Days} draft=${draft} set=${set} today=${today} />`}
      <//>
  `;
}

/** One that holds, and its end. @param {{it: Record_, today: string}} props */
function Holding({ it, today }) {
  const { title, text } = changeWords(it.set, today);
  const end = async () => {
    if (await put(ended(it, today))) {
      toast(
        it.set.change === "niggle" ? "Good. The load comes back step by step." : "Welcome back.",
        {
          undo: () => put(reopened(it)),
        },
      );
    }
  };
  return html`
    <div class="row">
      <span><span class="name">${title}</span><span class="facts">${text}</span></span>
      <${Button} small onClick=${end}>${it.set.change === "illness"
        ? "I am well"
        : "It is over"}<//>
    </div>
  `;
}

/** First and last day. @param {{draft: Draft, set: Function, today: string}} props */
function Days({ draft, set, today }) {
  const read = (/** @type {any} */ event) => event.target.value || null;
  const open = draft.change !== "away";
  return html`
    <div class="two-days">
      <div class="field">
        <label for="off-from">${draft.change === "away" ? "First day" : "Since"}</label>
        <input class="input" id="off-from" type="date" value=${draft.from}
          min=${addDays(today, -60)} max=${draft.change === "away" ? undefined : today}
          onInput=${(/** @type {any} */ event) => set({ from: read(event) })} />
      </div>
      <div class="field">
        <label for="off-to">${open ? "Until, if you know" : "Last day"}</label>
        <input class="input" id="off-to" type="date" value=${draft.to ?? ""} min=${draft.from}
          onInput=${(/** @type {any} */ event) => set({ to: read(event) })} />
      </div>
    </div>
  `;
}

/**
 * Write one entry; says so when it could not be.
 * @param {import("../data/changes.js").Draft} draft
 */
async function put({ kind, record, set, deleted }) {
  try {
    await append(kind, record, set, deleted === undefined ? {} : { deleted });
    return true;
  } catch (error) {
    toast(/** @type {any} */ (error).detail ?? String(error));
    return false;
  }
}
