/** Reasons with what each rests on: the sheet of the day, and the list that other sheets show. */
import { html } from "../vendor/preact.js";
import { pack } from "../data/store.js";
import { Sheet } from "./parts.js";
import { sourceWords } from "./sources.js";

/** @typedef {{text: string, source?: string}} Told */

/** @param {{title: string, reasons: Told[], onClose: () => void}} props */
export default function ReasonsSheet({ title, reasons, onClose }) {
  const stage = pack.value?.stage;
  return html`
    <${Sheet} title=${title} onClose=${onClose}>
      <${ReasonList} reasons=${reasons} />
      ${stage && html`
        <section class="section stage-goal">
          <h3>Stage ${stage.number}: ${stage.name.toLowerCase()}</h3>
          <p class="muted">${stage.goal}</p>
        </section>
      `}
      <//>
  `;
}

/** Neighbors that rest on the same source say it once. @param {{reasons: Told[]}} props */
export function ReasonList({ reasons }) {
  const sources = pack.value?.sources ?? {};
  return html`
    <ul class="reasons">
      ${reasons.map(({ text, source }, i) =>
        html`
          <li key=${text}>
            <p>${text}</p>
            ${source && source !== reasons[i + 1]?.source && html`<p>${sourceWords(source, sources)}</p>`}
          </li>
        `
      )}
    </ul>
  `;
}
