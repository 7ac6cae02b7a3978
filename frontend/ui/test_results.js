/** What was measured in one test over time, and what is usual for somebody like the runner. */
import { html } from "../vendor/preact.js";
import { append, pack } from "../data/store.js";
import { dayName } from "./format.js";
import { valueWord } from "./gate.js";
import { Button, toast } from "./parts.js";
import { norm, results } from "../data/self_tests.js";
import { compared, SideBars } from "./sides_list.js";
import { sourceWords } from "./sources.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/** @typedef {import("./gate.js").Test} Test */
/** @typedef {import("../data/self_tests.js").Result} Result */

/**
 * @param {{test: Test, assessments: Record_[], runner: import("../data/self_tests.js").Runner,
 *   day: string}} props
 */
export function TestResults({ test, assessments, runner, day }) {
  const all = results(assessments, test.key);
  const usual = norm(test, runner, day);
  const source = test.source && sourceWords(test.source, pack.value?.sources ?? {});
  return html`
    <section class="section results">
      <h2 class="over"><span>Results</span></h2>
      ${usual && html`
        <p>${`Usual for ${usual.sex === "female" ? "women" : "men"} ${ages(usual.decade)}: `}
          <b class="number">${valueWord(usual.value, test.unit)}</b></p>
      `}
      ${test.norms && !usual && html`
        <p class="muted">
          What is usual depends on age and sex:${" "}
          <a href="/profile?step=2">add them to your profile</a> to see it.
        </p>
      `}
      ${test.compare && html`<p>${test.compare}</p>`}
      ${all.length === 0 && html`<p class="muted">Nothing measured yet.</p>`}
      <ul class="rows">
        ${all.map((result) =>
          html`
            <li key=${result.day} class="result">
              <${ResultRow} test=${test} result=${result} />
            </li>
          `
        )}
      </ul>
      <p class="muted small">
        A number to train by, not a finding about your health. It changes a little from day to day:
        look at the direction over several tests.${source && ` ${source}.`}
      </p>
    </section>
  `;
}

/** @param {{test: Test, result: Result}} props */
function ResultRow({ test, result }) {
  const name = dayName(result.day, "short");
  return html`
    <span class="result-head">
      <span class="name">${name}</span>
      <${Button} small aria-label=${`Delete the result of ${name}`}
        onClick=${() => remove(result)}>Delete<//>
    </span>
    ${test.sides === "each"
      ? html`
        ${test.unit === "yes_no" || test.unit === "score"
          ? html`<span>${plainSides(result, test)}</span>`
          : html`<${SideBars} test=${test} result=${result} />`}
        ${test.unit !== "yes_no" && html`<span class="facts">${compared(result, test)}</span>`}
      `
      : html`<span class="number">${valueWord(result.both ?? 0, test.unit)}</span>`}
    ${result.pain && html`<span class="facts">Pain ${result.pain} of 10</span>`}
  `;
}

/** @param {Result} result @param {Test} test */
function plainSides({ left, right }, { unit }) {
  const word = (/** @type {number | undefined} */ it) =>
    it === undefined ? "–" : valueWord(it, unit);
  return `Left ${word(left)} · right ${word(right)}`;
}

/** @param {Result} result */
async function remove({ records }) {
  const put = (/** @type {boolean} */ deleted) =>
    Promise.all(
      records.map(({ record, day }) => append("assessment", record, {}, { deleted, day })),
    );
  try {
    await put(true);
    toast("Result deleted.", { undo: () => put(false).catch(() => {}) });
  } catch (error) {
    toast(/** @type {any} */ (error).detail ?? String(error));
  }
}

/** @param {number} decade */
function ages(decade) {
  return `of ${decade} to ${decade + 9}`;
}
