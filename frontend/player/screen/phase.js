/** The phase in a word, a shape and a count to be read from two meters; the rep; and one cue. */
import { html } from "../../vendor/preact.js";
import { cueOf, phaseOf } from "../words.js";
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
  const turning = type === "ready" && Object.keys(state.performed).length > 0;
  const shown = turning ? `To the ${state.at.side}` : state.paused_at !== null ? "Paused" : word;
  return html`
    <section class="phase" data-kind=${kind} aria-hidden="true">
      <div class="word"><i class="shape"></i><span data-long=${long(shown, standing.count)}>${shown}</span></div>
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

/**
 * Words that would break at full size, or touch a count of two digits.
 * @param {string} words
 * @param {number} count
 */
function long(words, count) {
  const most = count > 9 ? 5 : 7;
  return words.split(" ").some((word) => word.length > most) ? "" : undefined;
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
