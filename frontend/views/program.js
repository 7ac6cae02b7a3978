/** Which program the runner follows: the staged one, the one for the season, the short ones. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { back } from "../router.js";
import { pack, prefs, profile, programs, savePrefs, saveProfile, sync } from "../data/store.js";
import { ChipGroup, SyncPill, toast } from "../ui/parts.js";

/** @typedef {import("../data/programs.js").Program} Program */

export default function WhichProgram() {
  const [known, setKnown] = useState(/** @type {Program[]} */ (prefs.value.programs ?? []));
  const [trouble, setTrouble] = useState("");
  const mine = profile.value?.program ?? pack.value?.program?.slug;
  useEffect(() => {
    programs().then((found) => {
      setKnown(found);
      savePrefs({ programs: found });
    }, (/** @type {any} */ error) => setTrouble(error.detail ?? String(error)));
  }, []);
  return html`
    <div class="page">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/settings")}>Back</button>
          <${SyncPill} sync=${sync.value} />
        </div>
        <h1 tabindex="-1">Program</h1>
        <p class="lead">
          Change it when your season does. What you trained and tested stays, and each program finds
          you where you stand.
        </p>
      </header>
      ${known.length > 0 && html`
        <${ChipGroup} legend="Which program" quiet tall value=${mine}
          onChange=${(/** @type {string} */ slug) => choose(slug, mine)}
          options=${known.map(({ slug, name, summary, stages }) => ({
            value: slug,
            label: name,
            note: stages > 1 ? `${stages} stages. ${summary}` : summary,
          }))} />
      `}
      ${known.length === 0 && trouble && html`
        <p class="muted" role="status">
          The list of programs comes from the server. Yours, ${pack.value?.program?.name ??
            "the staged one"}, works without it.
        </p>
      `}
    </div>
  `;
}

/** @param {string} slug @param {string | undefined} before */
async function choose(slug, before) {
  if (slug === before) return;
  try {
    await saveProfile({ program: slug });
    toast("Changed. The plan follows with the next sync.", {
      undo: () => saveProfile({ program: before ?? null }).catch(() => {}),
    });
  } catch (error) {
    toast(/** @type {any} */ (error).detail ?? String(error));
  }
}
