/** Everything about doing the exercise well, over the running set: the count goes on behind it. */
import { html } from "../../vendor/preact.js";
import { Sheet } from "../../ui/parts.js";

/** @param {{exercise: any, onClose: () => void}} props */
export function CueCard({ exercise, onClose }) {
  const { name, cues = [], setup = [], faults = [], breathing, why, leave_out } = exercise;
  return html`
    <${Sheet} title=${name} onClose=${onClose} done="Back">
      <div class="how">
        <${List} title="While you move" lines=${cues} />
        <${List} title="Set up" lines=${setup} />
        ${faults.length > 0 && html`
          <section>
            <h3>When it goes wrong</h3>
            <dl>${faults.map((/** @type {{fault: string, fix: string}} */ it) => html`
              <div key=${it.fault}><dt>${it.fault}</dt><dd>${it.fix}</dd></div>`)}</dl>
          </section>`}
        ${breathing && html`<section><h3>Breathing</h3><p>${breathing}</p></section>`}
        ${why && html`<section><h3>Why it helps your stride</h3><p>${why}</p></section>`}
        ${leave_out && html`<section><h3>When to leave it out</h3><p>${leave_out}</p></section>`}
      </div>
    <//>`;
}

/** @param {{title: string, lines: string[]}} props */
function List({ title, lines }) {
  if (lines.length === 0) return null;
  return html`
    <section>
      <h3>${title}</h3>
      <ul>${lines.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
    </section>`;
}
