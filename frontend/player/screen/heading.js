/** What is being done: the exercise, which set and side, the load, the tempo. */
import { html, useComputed } from "../../vendor/preact.js";
import { duration } from "../../ui/format.js";
import { circuitOf } from "../order.js";
import { doseWords, setWord, SIDE } from "../words.js";
import { beyondOf, paced } from "./paced.js";

/** @typedef {import("../coach.js").Coach} Coach */

/** @param {{coach: Coach, name: string, units: "kg"|"lb", onCues: () => void}} props */
export function Heading({ coach, name, units, onCues }) {
  const state = coach.state.value;
  const { load, tempo } = doseWords(paced(state), units);
  const facts = [load === "body" ? "" : load, state.phase === "rest" ? "" : tempo].filter(Boolean);
  const side = state.phase === "log" ? "" : SIDE[state.at.side];
  const circuit = circuitOf(state);
  return html`
    <div class="heading">
      <h1 tabindex="-1">
        <button type="button" onClick=${onCues} title="How to do it">${name}</button>
      </h1>
      <p class="facts-line">
        ${state.phase === "rest" && html`<span>Next</span>`}
        <b>${circuit ? roundWord(circuit) : setWord(state)}</b>
        ${side && html`<b class="side">${side}</b>`}
        ${beyondOf(state) === "weaker" && html`<span>one more for the weaker side</span>`}
        ${circuit && state.phase === "work" && html`<${Interval} coach=${coach} />`}
        ${facts.map((fact) => html`<span key=${fact} class="number">${fact}</span>`)}
      </p>
    </div>`;
}

/** @param {{round: number, rounds: number}} circuit */
function roundWord({ round, rounds }) {
  return `Round\u00a0${round} of\u00a0${rounds}`;
}

/** What is left of the work before the next change. @param {{coach: Coach}} props */
function Interval({ coach }) {
  const left = useComputed(() => {
    const { index, left_s } = coach.live.value;
    const timeline = coach.timeline();
    const event = timeline?.events[index];
    if (!timeline || !event || event.type === "ready") return "";
    const end_s = timeline.duration_s - event.t_s - event.duration_s + left_s;
    return duration(Math.ceil(end_s - 0.05));
  });
  return html`<b class="number interval">${left}</b>`;
}
