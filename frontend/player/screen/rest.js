/** The rest: a clock to be read from the floor, and what comes next. */
import { html } from "../../vendor/preact.js";
import { duration } from "../../ui/format.js";
import { itemOf } from "../steps.js";
import { doseWords, loadSentence, setWord, SIDE } from "../words.js";
import { Notice } from "./upcoming.js";

const ROUND = 2 * Math.PI * 146;

/**
 * @param {{coach: import("../coach.js").Coach, units: "kg"|"lb", name: string}} props
 */
export function Rest({ coach, units, name }) {
  const state = coach.state.value;
  const left_s = coach.rest_s.value;
  const { from, until } = state.rest ?? { from: 0, until: 1 };
  const share = Math.min(1, left_s / ((until - from) / 1000));
  const item = itemOf(state);
  const { amount, load } = doseWords(item, units);
  const fresh = state.at.set === 0;
  return html`
    <div class="ring rest-ring">
      <svg viewBox="0 0 320 320" aria-hidden="true">
        <circle class="track" cx="160" cy="160" r="146" />
        <circle class="remaining" cx="160" cy="160" r="146" transform="rotate(-90 160 160)"
          stroke-dasharray=${`${share * ROUND} ${ROUND}`} />
      </svg>
      <div class="stand clock" role="timer" aria-label="Rest left">
        <span class="over">Rest</span>
        <span class="number">${duration(left_s)}</span>
      </div>
    </div>
    <section class="coming">
      <${Notice} state=${state} />
      <p class="over">${fresh ? "Next exercise" : "Next"}</p>
      <h2>${fresh ? name : setWord(item, state.at.set)}</h2>
      <p class="muted">${[fresh ? setWord(item, 0) : "", SIDE[state.at.side], amount, load].filter(Boolean).join(" · ")}</p>
      ${fresh && loadSentence(item, units) && html`<p>${loadSentence(item, units)}</p>`}
    </section>`;
}
