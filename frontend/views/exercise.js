/**
 * One exercise: how it looks, why it matters for a stride, how to do it well, and what you did so
 * far.
 */
import { html, useEffect, useState } from "../vendor/preact.js";
import { account, catalog, profile, records, revision } from "../data/store.js";
import { back } from "../router.js";
import { capital, dayName, plain } from "../ui/format.js";
import { Empty } from "../ui/parts.js";
import { Figure } from "../ui/figure.js";
import { tempoWords } from "../ui/item_sheet.js";
import { patternName } from "../ui/patterns.js";
import { setWords } from "../ui/sets.js";

/** @param {{params: Record<string, string>}} props */
export default function Exercise({ params }) {
  const exercise = catalog.value.find((it) => it.slug === params.slug);
  if (!exercise) return html`<${Unknown} />`;
  return html`
    <div class="page exercise">
      <header>
        <div class="eyebrow">
          <button type="button" class="text-button" onClick=${() => back("/library")}>Back</button>
          <span>${patternName(exercise.pattern)}</span>
        </div>
        <h1 tabindex="-1">${exercise.name}</h1>
        <p class="muted">${facts(exercise)}</p>
      </header>
      <${Figure} key=${exercise.slug} ...${exercise} />
      <p class="lead">${exercise.why}</p>
      <${Steps} title="Set-up" list=${exercise.setup} />
      <${Steps} title="Cues" list=${exercise.cues} />
      <section class="section">
        <h2>When it goes wrong</h2>
        <dl class="faults">
          ${exercise.faults.map((/** @type {{fault: string, fix: string}} */ it) =>
            html`
              <div key=${it.fault}>
                <dt>${it.fault}</dt>
                <dd>${it.fix}</dd>
              </div>
            `
          )}
        </dl>
      </section>
      <section class="section">
        <h2>Good to know</h2>
        <dl class="told">
          <div>
            <dt>Breathing</dt>
            <dd>${exercise.breathing}</dd>
          </div>
          <div>
            <dt>Works</dt>
            <dd>${capital(
              exercise.muscles.primary.map(plain).join(", "),
            )}${exercise.muscles.secondary.length > 0 &&
              `; also ${exercise.muscles.secondary.map(plain).join(", ")}`}</dd>
          </div>
          <div>
            <dt>Equipment</dt>
            <dd>${equipment(exercise)}</dd>
          </div>
          <div>
            <dt>Leave it out</dt>
            <dd>${exercise.leave_out}</dd>
          </div>
        </dl>
      </section>
      <${Links} title="Easier" slugs=${exercise.easier} />
      <${Links} title="Harder" slugs=${exercise.harder} />
      <${Past} slug=${exercise.slug} />
    </div>
  `;
}

/** @param {any} exercise */
function facts({ laterality, tempo, measure }) {
  const parts = [laterality === "unilateral" ? "One side at a time" : "Both sides together"];
  if (measure === "hold") parts.push("held");
  if (measure === "reps" && tempo) parts.push(`tempo ${tempo}: ${tempoWords(tempo)}`);
  return parts.join(" · ");
}

/** The ways to load it, best first. @param {any} exercise */
function equipment(exercise) {
  const ways = exercise.equipment.map((/** @type {{needs: string[]}} */ it) =>
    it.needs.length
      ? it.needs.map((need) => plain(need).replace("machine ", "")).join(" + ")
      : "nothing"
  );
  return capital([...new Set(ways)].join(", or "));
}

/** @param {{title: string, list: string[]}} props */
function Steps({ title, list }) {
  return html`
    <section class="section">
      <h2>${title}</h2>
      <ul class="dashes">${list.map((it) => html`<li key=${it}>${it}</li>`)}</ul>
    </section>
  `;
}

/** @param {{title: string, slugs: string[]}} props */
function Links({ title, slugs }) {
  const known = slugs.flatMap((slug) => catalog.value.find((it) => it.slug === slug) ?? []);
  if (known.length === 0) return null;
  return html`
    <section>
      <h2 class="over">${title}</h2>
      <ul class="rows">
        ${known.map((it) =>
          html`
            <li key=${it
              .slug}><a class="row" href=${`/exercises/${it.slug}`}><span class="name">${it
              .name}</span></a></li>
          `
        )}
      </ul>
    </section>
  `;
}

/** The last sessions with this exercise. @param {{slug: string}} props */
function Past({ slug }) {
  const [days, setDays] = useState(/** @type {[string, any[]][]} */ ([]));
  useEffect(() => {
    if (!account.value) return;
    records("set").then((found) => {
      /** @type {Map<string, any[]>} */
      const byDay = new Map();
      for (const set of found) {
        if (set.set.exercise === slug) byDay.set(set.day, [...byDay.get(set.day) ?? [], set]);
      }
      setDays([...byDay].toReversed().slice(0, 8));
    }, () => {});
  }, [slug, revision.value]);
  if (days.length === 0) return null;
  return html`
    <section>
      <h2 class="over">What you did</h2>
      <ul class="rows">
        ${days.map(([day, sets]) =>
          html`
            <li key=${day}>
              <a class="row" href=${`/history/${sets[0].set.session}`}>
                <span>
                  <span class="name">${dayName(day, "short")}</span>
                  <span class="facts">${setWords(sets, profile.value?.units ?? "kg")}</span>
                </span>
              </a>
            </li>
          `
        )}
      </ul>
    </section>
  `;
}

function Unknown() {
  return html`
    <div class="page">
      <header>
        <h1 tabindex="-1">${catalog.value.length
          ? "No such exercise"
          : "Not on this phone yet"}</h1>
      </header>
      <${Empty} title="">
        <p class="muted">${catalog.value.length
          ? "It may have been renamed. The library lists all there are."
          : "The exercises come with the first sync and stay here from then on."}</p>
        <//>
        <div class="actions"><a class="button" href="/library">Open the library</a></div>
        </div>
  `;
}
