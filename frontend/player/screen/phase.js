/** The phase in a word, a shape and a count to be read from two meters; the rep; and one cue. */
import { html, useComputed } from "../../vendor/preact.js";
import { cueOf, leftOf, phaseOf } from "../words.js";
import { PhaseWord } from "./phase_word.js";
import { useSetSpoken } from "./spoken.js";

/** @typedef {import("../coach.js").Coach} Coach */

/**
 * What a second changes goes straight into its text: the screen is not made anew for it.
 * @param {{coach: Coach, exercise: any, onCues: () => void}} props
 */
export function Phase({ coach, exercise, onCues }) {
  const state = coach.state.value;
  const timeline = coach.timeline();
  const measure = timeline?.measure ?? "reps";
  const { phase_words: own } = exercise;
  useSetSpoken(coach, exercise);
  const kind = useComputed(() => phaseOf(coach.live.value.type, own).kind);
  const count = useComputed(() => leftOf(coach.live.value));
  const long = useComputed(() => count.value.toString().length > 2 ? "" : undefined);
  const mark = useComputed(() => coach.live.value.type === "carry" ? "m" : "");
  const rep = useComputed(() => coach.live.value.rep);
  return html`
    <section class="phase" aria-hidden="true">
      <${PhaseWord} coach=${coach} kind=${kind} own=${own} />
      <div class="count number" data-long=${long}>
        ${count}${measure === "distance" && html`<small>${mark}</small>`}
      </div>
      <div class="reps">
        ${unit(measure) && html`
          <span class="over">${unit(measure)}</span>
          <span class="number"><b>${rep}</b><small> / ${timeline?.total}</small></span>`}
      </div>
    </section>
    <${Cue} text=${cueOf(exercise, state)} kind=${kind} onCues=${onCues} />`;
}

/**
 * One cue a set, another one the next.
 * @param {{text: string, kind: {value: string}, onCues: () => void}} props
 */
function Cue({ text, kind, onCues }) {
  return html`
    <button type="button" class="cue" data-kind=${kind} onClick=${onCues}>
      <span>${text}</span><span class="unseen">. More on how to do it.</span>
    </button>`;
}

/** What is counted beside the phase; a hold counts itself. @param {string} measure */
function unit(measure) {
  return { reps: "Rep", contacts: "Contact" }[measure];
}
