/** The sheet behind a row of Today: the whole prescription and why each number is what it is. */
import { html } from "../vendor/preact.js";
import { pack, profile } from "../data/store.js";
import { explain } from "../training/explain.js";
import { capital, change, duration, loadWord, plain, setsLine, sidesLine } from "./format.js";
import { Sheet } from "./parts.js";
import { ReasonList } from "./reasons_sheet.js";

const PHASES = ["lower", "pause", "lift", "pause"];

/** @param {{item: any, onClose: () => void}} props */
export default function ItemSheet({ item, onClose }) {
  const { exercises, policy } = pack.value;
  const units = profile.value?.units ?? "kg";
  const moved = change(item, units);
  const load = loadWord(item, units);
  const sides = sidesLine(item);
  const reasons = item.reasons.map((/** @type {any} */ reason) => explain(reason, policy, units));
  return html`
    <${Sheet} title=${exercises[item.exercise]?.name ?? plain(item.slot)} onClose=${onClose}
      footer=${html`<a class="button big" href=${`/exercises/${item.exercise}`}>How to do it</a>`}>
      <dl class="pairs">
        <${Pair} name="Sets and dose" value=${setsLine(item)} />
        ${load && html`<${Pair} name="Load" value=${load} />`}
        ${sides && html`<${Pair} name="Sides" value=${capital(sides)} />`}
        <${Pair} name="Since last time" value=${moved.text} />
        ${item.tempo &&
          html`<${Pair} name="Tempo" value=${item.tempo} note=${tempoWords(item.tempo)} />`}
        ${item.rest_s > 0 && html`<${Pair} name="Rest" value=${duration(item.rest_s)} />`}
        ${item.reps !== undefined && item.rir !== undefined &&
          html`<${Pair} name="Stop with" value=${`${item.rir}\u00a0reps left`} />`}
      </dl>
      <section class="section">
        <h3>Why this</h3>
        <${ReasonList} reasons=${reasons} />
      </section>
      <//>
  `;
}

/** @param {{name: string, value: string, note?: string}} props */
function Pair({ name, value, note }) {
  return html`
    <div>
      <dt>${name}</dt>
      <dd><span class="number">${value}</span>${note &&
        html`<span class="facts">${note}</span>`}</dd>
    </div>
  `;
}

/** "3-1-X-0" as "3 s lower, 1 s pause, fast lift". @param {string} tempo */
export function tempoWords(tempo) {
  return tempo.split("-")
    .map((digit, i) =>
      digit === "0" ? "" : digit === "X" ? `fast ${PHASES[i]}` : `${digit}\u00a0s ${PHASES[i]}`
    )
    .filter(Boolean)
    .join(", ");
}
