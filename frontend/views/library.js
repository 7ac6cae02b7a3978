/** The library: every exercise by family, found by name and stage. */
import { html, signal } from "../vendor/preact.js";
import { catalog, sync } from "../data/store.js";
import { count, plain } from "../ui/format.js";
import { Empty, Thumb } from "../ui/parts.js";
import { PATTERNS } from "../ui/patterns.js";

/** Kept while the app is open, so that coming back from an exercise finds the list as it was. */
const search = signal("");
const stage = signal(0);

export default function Library() {
  const found = catalog.value.filter(fits);
  return html`
    <div class="page">
      <header>
        <div class="eyebrow"><span>${count(found.length, "exercise")}</span></div>
        <h1 tabindex="-1">Library</h1>
      </header>
      ${catalog.value.length === 0 ? html`<${Unread} />` : html`
        <search class="finder">
          <div class="field">
            <label class="unseen" for="search">Search by name or muscle</label>
            <input class="input" id="search" type="search" placeholder="Search by name or muscle"
              autocomplete="off"
              value=${search.value} onInput=${(/** @type {any} */ event) =>
                search.value = event.target.value} />
          </div>
          <label class="beside">
            <span class="muted">Stage</span>
            <select class="input" value=${String(stage.value)}
              onChange=${(/** @type {any} */ event) => stage.value = Number(event.target.value)}>
              <option value="0">All</option>
              ${[1, 2, 3, 4, 5, 6, 7].map((it) =>
                html`<option key=${it} value=${String(it)}>${it}</option>`
              )}
            </select>
          </label>
        </search>
        ${PATTERNS.map(([pattern, name]) => {
          const group = found.filter((it) => it.pattern === pattern);
          return group.length > 0 &&
            html`<${Group} key=${pattern} name=${name} exercises=${group} />`;
        })}
        ${found.length === 0 && html`
          <${Empty} title="Nothing by that name">
            <p class="muted">Try a shorter word, or all stages.</p>
            <//>
        `}
      `}
    </div>
  `;
}

/** @param {{name: string, exercises: any[]}} props */
function Group({ name, exercises }) {
  return html`
    <section>
      <h2 class="over"><span>${name}</span> <span>${exercises.length}</span></h2>
      <ul class="rows">
        ${exercises.map((it) =>
          html`
            <li key=${it.slug}>
              <a class="row" href=${`/exercises/${it.slug}`}>
                <${Thumb} figure=${it.figure} />
                <span>
                  <span class="name">${it.name}</span>
                  <span class="facts">${it.muscles.primary.map(plain).join(", ")}</span>
                </span>
              </a>
            </li>
          `
        )}
      </ul>
    </section>
  `;
}

function Unread() {
  return html`
    <${Empty} title="Not on this phone yet">
      <p class="muted">${sync.value.state === "syncing"
        ? "The exercises are on their way."
        : "The exercises come with the first sync and stay here from then on."}</p>
      <//>
  `;
}

/** @param {any} exercise */
function fits(exercise) {
  const wanted = search.value.trim().toLowerCase();
  if (stage.value && !exercise.stages.includes(stage.value)) return false;
  if (!wanted) return true;
  const words = [
    exercise.name,
    exercise.short ?? "",
    ...exercise.muscles.primary,
    ...exercise.muscles.secondary,
  ];
  const text = plain(words.join(" ")).toLowerCase();
  return wanted.split(/\s+/).every((word) => text.includes(word));
}
