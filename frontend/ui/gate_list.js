/** The gate to the next stage, line by line: what is shown, what is missing, which test it is. */
import { html } from "../vendor/preact.js";
import { count } from "./format.js";
import { isOpen, standing, summary } from "./gate.js";

/** @typedef {import("./gate.js").Line} Line */
/** @typedef {import("./gate.js").Test} Test */

/**
 * @param {{stage: import("./stage_path.js").StageNow, tests: Test[], fresh: Set<string>,
 *   onWhy: () => void}} props `fresh`: tests taken on this phone that the plan has not heard of
 */
export function GateList({ stage, tests, fresh, onWhy }) {
  const { gate, weeks_left = 0, next } = stage;
  if (gate.length === 0) {
    return html`<p class="muted">No gate here: this stage goes round while it serves you.</p>`;
  }
  const name = next ? `To enter stage ${next}` : "To leave this stage";
  const ready = isOpen(gate) && weeks_left === 0;
  return html`
    <section class="gate" aria-label=${name}>
      <h3 class="over"><span>${name}</span> <span>${summary(gate)}</span></h3>
      <ul class="rows">
        ${gate.map((line) =>
          html`
            <li key=${line.key}>
              <${GateLine} line=${line} test=${tests.find(({ key }) => key === line.test)}
                fresh=${fresh.has(line.test ?? "")} />
            </li>
          `
        )}
        ${weeks_left > 0 && html`
          <li>
            <${Row} done=${false} text="Time for muscle and tendon to follow"
              facts=${`${count(weeks_left, "more week")} of training at least`} />
          </li>
        `}
      </ul>
      ${ready && html`
        <p
          role="status"><b>All of it is shown.</b> <span class="muted">The next stage ${next
            ? "begins with your next session."
            : "is this one again."}</span></p>
      `}
      <button type="button" class="text-button" onClick=${onWhy}>Why these</button>
    </section>
  `;
}

/** @param {{line: Line, test?: Test, fresh: boolean}} props */
function GateLine({ line, test, fresh }) {
  const { now, missing } = standing(line, test);
  const facts = [now, missing].filter(Boolean).join(" · ");
  return html`
    <${Row} done=${line.done} text=${line.text} facts=${facts}
      aside=${!line.done && line.blocks === false}
      note=${fresh && !line.done ? "Measured on this phone. It counts from the next sync." : ""}
      href=${test && !line.done ? `/tests/${test.key}` : ""} />
  `;
}

/**
 * @param {{done: boolean, text: string, facts: string, aside?: boolean, note?: string,
 *   href?: string}} props `aside`: open, and holds nobody back
 */
function Row({ done, text, facts, aside, note, href }) {
  const state = done ? "done" : aside ? "aside" : "open";
  const word = { done: "Shown", aside: "Open, does not hold you back", open: "Open" }[state];
  const inside = html`
    <i class="mark" data-state=${state} aria-hidden="true"></i>
    <span>
      <span class="unseen">${word}: </span>
      <span class="text">${text}</span>
      <span class="facts">${facts}${aside && !text.includes("hold you back") &&
        " · does not hold you back"}</span>
      ${note && html`<span class="facts note">${note}</span>`}
    </span>
    ${href && html`<span class="go">Test</span>`}
  `;
  return href
    ? html`<a class="gate-line" href=${href}>${inside}</a>`
    : html`<div class="gate-line">${inside}</div>`;
}
