/** What is being done: the exercise, which set and side, the load, the tempo. */
import { html } from "../../vendor/preact.js";
import { itemOf } from "../steps.js";
import { doseWords, setWord, SIDE } from "../words.js";

/**
 * @param {{state: import("../types.d.ts").Active, name: string, units: "kg"|"lb",
 *   onCues: () => void}} props
 */
export function Heading({ state, name, units, onCues }) {
  const item = itemOf(state);
  const { load, tempo } = doseWords(item, units);
  const facts = [load, tempo].filter(Boolean);
  const side = state.phase === "log" ? "" : SIDE[state.at.side];
  return html`
    <div class="heading">
      <h1 tabindex="-1">
        <button type="button" onClick=${onCues} title="How to do it">${name}</button>
      </h1>
      <p class="facts-line">
        ${state.phase === "rest" && html`<span>Next</span>`}
        <b>${setWord(state)}</b>
        ${side && html`<b class="side">${side}</b>`}
        ${facts.map((fact) => html`<span key=${fact} class="number">${fact}</span>`)}
      </p>
    </div>`;
}
