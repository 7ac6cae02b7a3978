/** Before a set: what to load, how to set up; the picture shows the movement meanwhile. */
import { html } from "../../vendor/preact.js";
import { circuitOf } from "../order.js";
import { asksReserve, cueOf, doseWords, loadSentence, noticeWords } from "../words.js";
import { paced } from "./paced.js";
import { Rounds } from "./rounds.js";

/**
 * @param {{state: import("../types.d.ts").Active, exercise: any, units: "kg"|"lb",
 *   nameOf: (exercise: string) => string, onCues: () => void}} props
 */
export function Upcoming({ state, exercise, units, nameOf, onCues }) {
  const item = paced(state);
  const first = state.at.set === 0 && Object.keys(state.performed).length === 0;
  const { amount } = doseWords(item, units);
  const facts = [
    item.sides === "each" ? "each side" : "",
    asksReserve(item) ? `${item.rir}\u00a0in reserve` : "",
  ].filter(Boolean).join(", ");
  const setup = /** @type {string[]} */ (exercise.setup ?? []);
  const load = loadSentence(item, units);
  return html`
    <section class="upcoming">
      <${Notice} state=${state} />
      <p class="dose">
        <b>${amount}</b><span>${facts}</span>
        <button type="button" class="text-button" onClick=${onCues}>How to</button>
      </p>
      ${circuitOf(state) && html`<${Rounds} state=${state} nameOf=${nameOf} />`}
      ${first
        ? html`
          <ul class="setup">
            ${load && html`<li><b>${load}</b></li>`}
            ${setup.slice(0, 3).map((line) => html`<li key=${line}>${line}</li>`)}
          </ul>`
        : html`<p class="next-cue">${cueOf(exercise, state)}</p>`}
    </section>`;
}

/**
 * What happened that the runner should know before going on.
 * @param {{state: import("../types.d.ts").Active}} props
 */
export function Notice({ state }) {
  const words = noticeWords(state);
  if (!words) return null;
  return html`
    <p class="notice"><b>${words.strong}</b>${words.more && ` ${words.more}`}</p>`;
}
