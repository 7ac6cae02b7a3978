/** Self-tests as rows: those due now, and all of them with what was measured last. */
import { html } from "../vendor/preact.js";
import { dayFrom } from "./format.js";
import { valueWord } from "./gate.js";
import { minutesFor } from "../data/self_tests.js";

/** @typedef {import("./gate.js").Test} Test */
/** @typedef {import("../data/self_tests.js").Due} Due */
/** @typedef {import("../data/self_tests.js").Result} Result */

/**
 * @param {{todo: Due[], any: boolean, alone?: boolean,
 *   tell: (reason: any) => {text: string}}} props `alone`: the list of all stands below it
 */
export function DueTests({ todo, any, alone, tell }) {
  if (!any) return null;
  return html`
    <section>
      <h2 class="over">
        <span>${alone ? "Due now" : "Self-tests"}</span>
        <span>${todo.length
          ? `${todo.length} due · ${minutesFor(todo.length)}\u00a0min`
          : "none due"}</span>
      </h2>
      <ul class="rows">
        ${todo.map(({ test, reasons }) =>
          html`
            <li key=${test.key}>
              <a class="row" href=${`/tests/${test.key}`}>
                <span>
                  <span class="name">${test.name}</span>
                  <span class="facts">${reasons.map((reason) => tell(reason).text).join(" ")}</span>
                </span>
                <span class="go">Take it</span>
              </a>
            </li>
          `
        )}
        ${!alone &&
          html`<li><a class="row slim" href="/tests"><span>All self-tests</span><span class="muted"
          aria-hidden="true">›</span></a></li>`}
      </ul>
    </section>
  `;
}

/** @param {{test: Test, last?: Result, day: string}} props */
export function TestRow({ test, last, day }) {
  return html`
    <a class="row" href=${`/tests/${test.key}`}>
      <span>
        <span class="name">${test.name}</span>
        <span class="facts">${last ? dayFrom(last.day, day) : "not measured yet"}</span>
      </span>
      <span class="end"><span class="number">${last ? lastWord(last, test) : ""}</span></span>
    </a>
  `;
}

/** "L 12 · R 14", or one value. @param {Result} result @param {Test} test */
export function lastWord({ left, right, both }, { unit }) {
  if (both !== undefined) return valueWord(both, unit);
  const side = (/** @type {number | undefined} */ value) =>
    value === undefined ? "–" : valueWord(value, unit);
  return `L\u00a0${side(left)} · R\u00a0${side(right)}`;
}
