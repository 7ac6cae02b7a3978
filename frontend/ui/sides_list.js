/** Left and right as the self-tests have them: two bars a test, compared once both are measured. */
import { html } from "../vendor/preact.js";
import { dayFrom } from "./format.js";
import { valueWord } from "./gate.js";
import { results, sides } from "../data/self_tests.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/** @typedef {import("./gate.js").Test} Test */

/**
 * @param {{tests: Test[], assessments: Record_[], day: string, verdict: string,
 *   onWhy?: () => void}} props
 */
export function SidesList({ tests, assessments, day, verdict, onWhy }) {
  const measured = tests.filter((test) => test.sides === "each" && test.unit !== "yes_no")
    .map((test) => ({ test, result: results(assessments, test.key)[0] }))
    .filter(({ result }) => result);
  return html`
    <section class="section">
      <h2 class="over"><span>Left and right</span></h2>
      <p class="muted">${verdict} ${onWhy &&
        html`<button type="button" class="inline" onClick=${onWhy}>Why</button>`}</p>
      ${measured.length > 0 && html`
        <ul class="rows">
          ${measured.map(({ test, result }) =>
            html`
              <li key=${test.key}>
                <a class="sides-row" href=${`/tests/${test.key}`}>
                  <span class="name">${test.name}</span>
                  <${SideBars} test=${test} result=${result} />
                  <span class="facts">${compared(result, test)} · ${dayFrom(result.day, day)}</span>
                </a>
              </li>
            `
          )}
        </ul>
      `}
    </section>
  `;
}

/**
 * Two bars against the longer one; a side without a value has a dash.
 * @param {{test: Test, result: import("../data/self_tests.js").Result}} props
 */
export function SideBars({ test, result }) {
  const most = Math.max(result.left ?? 0, result.right ?? 0, 1);
  return html`
    <span class="side-bars">
      ${(/** @type {const} */ (["left", "right"])).map((side) => {
        const value = result[side];
        return html`
          <span key=${side} class="side-bar">
            <span>${side === "left" ? "Left" : "Right"}</span>
            <i aria-hidden="true"><i style=${{
              inlineSize: `${100 * (value ?? 0) / most}%`,
            }}></i></i>
            <span class="number">${value === undefined ? "–" : valueWord(value, test.unit)}</span>
          </span>
        `;
      })}
    </span>
  `;
}

/**
 * What the two sides say together.
 * @param {import("../data/self_tests.js").Result} result
 * @param {Test} test
 */
export function compared(result, test) {
  const both = sides(result, test);
  if (!both) return `${result.left === undefined ? "Left" : "Right"} not measured yet`;
  if (!both.weaker) return "Both sides the same";
  if (test.unit === "mm") return `${valueWord(both.apart, "mm")} apart`;
  if (test.unit === "score") return `${both.weaker} lower by ${both.apart}`;
  return `The ${both.weaker} reaches ${both.percent}\u00a0% of the other`;
}
