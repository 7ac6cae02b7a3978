/** The profile: five short steps at the start, any one of them later. */
import { html, useState } from "../vendor/preact.js";
import { navigate, route } from "../router.js";
import { account, day, prefs, profile, savePrefs, saveProfile } from "../data/store.js";
import { Button, toast } from "../ui/parts.js";
import { begin, fields, missing, STEPS } from "../ui/profile_draft.js";
import { Experience, Gear, Health, Running, Time } from "../ui/profile_steps.js";

const PARTS = [Health, Experience, Running, Time, Gear];

export default function Profile() {
  const [editing] = useState(() => profile.value !== null);
  const [draft, setDraft] = useState(() => kept() ?? begin(profile.value));
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const step = stepOf(route.value.query, draft, editing);
  const Part = PARTS[step - 1];
  const last = step === STEPS.length;

  /** Every answer is kept at once, so a reload midway loses nothing. @param {object} some */
  const set = (some) => {
    const next = { ...draft, ...some };
    setDraft(next);
    setTrouble("");
    savePrefs({ profile_draft: { athlete: account.value?.athlete, draft: next } });
  };

  const save = async () => {
    setBusy(true);
    try {
      await saveProfile(fields(draft, day.value));
      savePrefs({ profile_draft: null });
      if (editing) toast("Saved. The plan follows with the next sync.");
      navigate(editing ? "/settings" : "/", { replace: true });
    } catch (error) {
      setTrouble(/** @type {any} */ (error).detail ?? String(error));
    } finally {
      setBusy(false);
    }
  };

  const forward = () => {
    const lacks = missing(draft, step);
    if (lacks) return setTrouble(lacks);
    if (editing || last) return save();
    navigate(`/profile?step=${step + 1}`);
  };

  return html`
    <div class="page steps">
      <header>
        ${editing ? html`<${StepTabs} step=${step} />` : html`<${Progress} step=${step} />`}
        <h1 tabindex="-1">${STEPS[step - 1].title}</h1>
      </header>
      <${Part} key=${step} draft=${draft} set=${set} />
      <div class="next">
        ${trouble && html`<p class="error" role="alert">${trouble}</p>`}
        <div class="actions">
          ${editing
            ? html`<a class="button" href="/settings">Close</a>`
            : step > 1 && html`<a class="button" href=${`/profile?step=${step - 1}`}>Back</a>`}
          <${Button} primary disabled=${busy} onClick=${forward}>
            ${editing ? "Save" : last ? "Make my plan" : "Next"}
          <//>
        </div>
      </div>
    </div>
  `;
}

/** @param {{step: number}} props */
function Progress({ step }) {
  return html`
    <p class="progress" aria-label=${`Step ${step} of ${STEPS.length}`}>
      ${STEPS.map((_, i) => html`<i key=${i} data-on=${i < step ? "" : undefined}></i>`)}
      <span>${step} of ${STEPS.length}</span>
    </p>
  `;
}

/** @param {{step: number}} props */
function StepTabs({ step }) {
  return html`
    <nav class="parts" aria-label="Parts of the profile">
      ${STEPS.map(({ short }, i) =>
        html`
          <a key=${short} class="part" href=${`/profile?step=${i + 1}`}
            aria-current=${i + 1 === step ? "step" : undefined}>${short}</a>
        `
      )}
    </nav>
  `;
}

/**
 * The step the address asks for; a new runner cannot jump over one.
 * @param {URLSearchParams} query
 * @param {any} draft
 * @param {boolean} editing
 */
function stepOf(query, draft, editing) {
  const asked = Math.min(STEPS.length, Math.max(1, Number(query.get("step")) || 1));
  if (editing) return asked;
  const open = STEPS.findIndex((_, i) => missing(draft, i + 1) !== "");
  return open === -1 ? asked : Math.min(asked, open + 1);
}

/** What was answered before a reload, if it was this athlete. */
function kept() {
  const before = prefs.value.profile_draft;
  return before && before.athlete === account.value?.athlete ? before.draft : null;
}
