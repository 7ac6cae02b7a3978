/** The phase in a word, a shape and a count to be read from two meters; the rep; and one cue. */
import { html } from "../../vendor/preact.js";
import { cueOf, phaseOf } from "../words.js";
import { PhaseWord } from "./phase_word.js";
import { useSetSpoken } from "./spoken.js";

/** @typedef {import("../coach.js").Coach} Coach */

/** @param {{coach: Coach, exercise: any, onCues: () => void}} props */
export function Phase({ coach, exercise, onCues }) {
  const standing = coach.live.value;
  const { type, rep, of } = standing;
  const state = coach.state.value;
  const timeline = coach.timeline();
  const measure = timeline?.measure ?? "reps";
  const { kind, word } = phaseOf(type, exercise.phase_words);
  useSetSpoken(standing, word, timeline?.rep_s ?? 0);
  const turn = Object.keys(state.performed).length > 0 ? `To the ${state.at.side}` : "";
  const told = type === "ready" && turn ? turn : state.paused_at !== null ? "Paused" : word;
  return html`
    <section class="phase" aria-hidden="true">
      <${PhaseWord} coach=${coach} kind=${kind} told=${told} count=${standing.count} turn=${turn}
        own=${exercise.phase_words} />
      <div class="count number">${big(standing, timeline?.total)}</div>
      <div class="reps">
        ${unit(measure) && html`
          <span class="over">${unit(measure)}</span>
          <span class="number"><b>${rep}</b><small> / ${of}</small></span>`}
      </div>
    </section>
    <${Cue} text=${cueOf(exercise, state)} kind=${kind} onCues=${onCues} />`;
}

/**
 * One cue a set, another one the next.
 * @param {{text: string, kind: string, onCues: () => void}} props
 */
function Cue({ text, kind, onCues }) {
  return html`
    <button type="button" class="cue" data-kind=${kind} onClick=${onCues}>
      <span>${text}</span><span class="unseen">. More on how to do it.</span>
    </button>`;
}

/** @param {import("../tempo.js").Standing} standing @param {number|undefined} total */
function big({ type, count, rep, of }, total) {
  if (type === "carry") return html`${total}<small>m</small>`;
  if (type === "contact") return of - rep + 1;
  return count || "";
}

/** What is counted beside the phase; a hold counts itself. @param {string} measure */
function unit(measure) {
  return { reps: "Rep", contacts: "Contact" }[measure];
}
