/** Before a set: what to load, how to set up; the picture shows the movement meanwhile. */
import { html } from "../../vendor/preact.js";
import { itemOf } from "../steps.js";
import { asksReserve, cueOf, doseWords, loadSentence } from "../words.js";

/**
 * @param {{state: import("../types.d.ts").Active, exercise: any, units: "kg"|"lb",
 *   onCues: () => void}} props
 */
export function Upcoming({ state, exercise, units, onCues }) {
  const item = itemOf(state);
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
  const { notice, at, workout } = state;
  if (!notice) return null;
  if (notice.key === "pain") {
    const name = workout.items[notice.item].name.toLowerCase();
    return html`
      <p class="notice" role="status">
        <b>That was enough for the ${name} today.</b>${" "}
        Pain of 5 or more ends an exercise; what you did is logged.${" "}
        If it is sharp or new, stop here and have it looked at.
      </p>`;
  }
  const then = state.phase === "log"
    ? "Log what you did, or do it again."
    : `The left side is counted; the ${at.side} one is next.`;
  return html`
    <p class="notice" role="status"><b>You left during set ${notice.set + 1}. ${then}</b></p>`;
}
