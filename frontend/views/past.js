/** One past session: every set as it was logged, each of them open to correction. */
import { html, useEffect, useState } from "../vendor/preact.js";
import { appendAll, catalog, pack, profile, records, revision } from "../data/store.js";
import { back } from "../router.js";
import {
  capital,
  count,
  dayName,
  load,
  measure,
  minutesBetween,
  plain,
  time,
} from "../ui/format.js";
import { Button, Empty, toast } from "../ui/parts.js";
import { byIndex } from "../ui/sets.js";
import { setsOf } from "../ui/weeks.js";
import SetSheet from "../ui/set_sheet.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */

/** @param {{params: Record<string, string>}} props */
export default function Past({ params }) {
  const [found, setFound] = useState(
    /** @type {{session?: Record_, sets: Record_[]} | null} */ (null),
  );
  const [editing, setEditing] = useState(/** @type {Record_ | null} */ (null));
  useEffect(() => {
    Promise.all([records("session"), records("set")]).then(([sessions, sets]) =>
      setFound({
        session: sessions.find((it) => it.record === params.session),
        sets: sets.filter((it) => it.set.session === params.session),
      }), () => setFound({ sets: [] }));
  }, [params.session, revision.value]);
  if (!found) {
    return html`
      <div class="page">
        <header>
          <h1 tabindex="-1">Session</h1>
        </header>
      </div>
    `;
  }
  if (!found.session) return html`<${Gone} />`;
  const { session, sets } = found;
  return html`
    <div class="page">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/history")}>Back</button>
          <span>${dayName(session.day)}</span>
        </div>
        <h1 tabindex="-1">${session.set.workout ?? "Session"}</h1>
        <p class="muted">${facts(session, sets)}</p>
        ${session.set.note && html`<p class="panel pre">${session.set.note}</p>`}
      </header>
      ${sets.length === 0 && html`<${Empty} title="No sets logged" />`}
      ${byExercise(sets, session).map(([slug, own]) =>
        html`
          <section key=${slug}>
            <h2><a class="text-button quiet" href=${`/exercises/${slug}`}>${nameOf(
              slug,
            )} <span class="muted" aria-hidden="true">›</span></a></h2>
            <ul class="rows">
              ${own.map((it) =>
                html`
                  <li key=${it.record}>
                    <${SetRow} it=${it} onEdit=${() => setEditing(it)} />
                  </li>
                `
              )}
            </ul>
          </section>
        `
      )}
      <div class="actions">
        <${Button} danger onClick=${() =>
          remove([session, ...sets], "Session deleted.")}>Delete this session<//>
      </div>
      ${editing && html`
        <${SetSheet} it=${editing} title=${nameOf(editing.set.exercise)} onClose=${() =>
          setEditing(null)}
          onDelete=${() => {
            setEditing(null);
            remove([editing], "Set deleted.");
          }} />
      `}
    </div>
  `;
}

/** @param {{it: Record_, onEdit: () => void}} props */
function SetRow({ it, onEdit }) {
  const { set } = it;
  const units = profile.value?.units ?? "kg";
  const side = set.side && set.side !== "both" ? ` · ${set.side}` : "";
  const weight = set.band ? `band\u00a0${set.band}` : set.load_g ? load(set.load_g, units) : "";
  const done = set.reps === undefined || weight ? measure(set) : count(set.reps, "rep");
  const notes = [
    set.reps !== undefined && set.rir !== undefined && `${set.rir} in reserve`,
    set.pain > 0 && `pain ${set.pain}`,
    set.quality !== undefined && `quality ${set.quality} of 4`,
  ].filter(Boolean).join(" · ");
  return html`
    <button type="button" class="row" onClick=${onEdit} aria-haspopup="dialog">
      <span>
        <span>Set ${set.index ?? ""}${side}</span>
        ${notes && html`<span class="facts">${notes}</span>`}
      </span>
      <span class="end"><span class="number">${[done, weight].filter(Boolean).join(
        " × ",
      )}</span></span>
    </button>
  `;
}

function Gone() {
  return html`
    <div class="page">
      <header>
        <h1 tabindex="-1">No such session</h1>
      </header>
      <p class="muted">It may have been deleted, or it is not on this phone yet.</p>
      <div class="actions"><a class="button" href="/history">All sessions</a></div>
    </div>
  `;
}

/**
 * Deleting is an entry like any other, so taking it back is one more.
 * @param {Record_[]} those
 * @param {string} said
 */
async function remove(those, said) {
  const mark = (/** @type {boolean} */ deleted) =>
    appendAll(those.map(({ kind, record, day }) => ({ kind, record, day, set: {}, deleted })));
  try {
    await mark(true);
    toast(said, { undo: () => mark(false).catch(tell) });
  } catch (error) {
    tell(error);
  }
}

/** @param {any} error */
function tell(error) {
  toast(error.detail ?? String(error));
}

/** @param {Record_} session @param {Record_[]} sets */
function facts({ set }, sets) {
  return [
    set.place && capital(set.place),
    set.started_at && `began ${time(set.started_at)}`,
    set.started_at && set.ended_at && `${minutesBetween(set.started_at, set.ended_at)}\u00a0min`,
    count(setsOf(sets), "set"),
    set.rpe !== undefined && `effort ${set.rpe} of 10`,
    set.ended_early && "ended early",
  ].filter(Boolean).join(" · ");
}

/**
 * Sets by exercise, in the order of the workout.
 * @param {Record_[]} sets
 * @param {Record_} session
 * @returns {[string, Record_[]][]}
 */
function byExercise(sets, session) {
  const order = (session.set.items ?? []).map((/** @type {{exercise: string}} */ it) =>
    it.exercise
  );
  /** @type {Map<string, Record_[]>} */
  const groups = new Map();
  for (const it of sets.toSorted(byIndex)) {
    groups.set(it.set.exercise, [...groups.get(it.set.exercise) ?? [], it]);
  }
  return [...groups].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** @param {string} slug */
function nameOf(slug) {
  return pack.value?.exercises[slug]?.name ?? catalog.value.find((it) => it.slug === slug)?.name ??
    capital(plain(slug ?? "exercise").replaceAll("-", " "));
}
