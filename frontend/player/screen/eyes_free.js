/**
 * The phone on the floor: the whole screen is one button, everything is called out, and what is
 * shown can be read from two meters.
 */
import { html, useComputed, useEffect, useRef } from "../../vendor/preact.js";
import { duration } from "../../ui/format.js";
import { standsAt } from "../steps.js";
import { amountWord, leftOf, phaseOf, setWord, SIDE } from "../words.js";
import { useGuarded } from "./actions.js";
import { paced } from "./paced.js";
import { PhaseWord } from "./phase_word.js";
import { useSetSpoken } from "./spoken.js";
import { Trouble } from "./trouble.js";
import { Notice } from "./upcoming.js";

/** @typedef {import("../coach.js").Coach} Coach */

/** What to do is said once the sounds before it have rung out, and again while nobody does it. */
/** @type {Record<string, {word: string, wait_ms: number}|undefined>} */
const ASKED = {
  ready: { word: "tap_to_start", wait_ms: 2000 },
  log: { word: "tap_to_log", wait_ms: 1500 },
};
const AT_ONCE_MS = 300;
/** What must be known first is said first, in the phone's own voice. */
const AFTER_NOTICE_MS = 8000;
const AGAIN_MS = 20_000;
const TIMES = 3;

/**
 * @param {{coach: Coach, exercise: any, main: import("./actions.js").Choice, onExit: () => void}}
 *   props
 */
export function EyesFree({ coach, exercise, main, onExit }) {
  const state = coach.state.value;
  const { phase, paused_at } = state;
  const guarded = useGuarded(standsAt(state), main.act);
  useAsked(coach);
  const paused = phase === "work" && paused_at !== null;
  return html`
    <div class="eyes-free" data-phase=${phase} data-paused=${paused ? "" : undefined}>
      <h1 class="unseen" tabindex="-1">${exercise.name}</h1>
      <div class="news">
        <${Trouble} coach=${coach} />
        <${Notice} state=${state} />
      </div>
      <button type="button" data-main class="whole-screen" onClick=${guarded}
        aria-label=${main.label}>
        ${phase === "work" && !paused
          ? html`<${Working} coach=${coach} exercise=${exercise} />`
          : html`<${Waiting} coach=${coach} name=${exercise.name} paused=${paused} />`}
        <span class="told" aria-hidden="true">${told(main.label)}</span>
      </button>
      <button type="button" class="button exit" onClick=${onExit}>
        ${phase === "finish" ? "Rate it first" : "Show all"}
      </button>
    </div>`;
}

/** @param {{coach: Coach, exercise: any}} props */
function Working({ coach, exercise }) {
  const { phase_words: own } = exercise;
  useSetSpoken(coach, exercise);
  const kind = useComputed(() => phaseOf(coach.live.value.type, own).kind);
  const left = useComputed(() => leftOf(coach.live.value));
  const where = useComputed(() => {
    const { rep, of } = coach.live.value, side = SIDE[coach.state.value.at.side];
    const { measure } = coach.timeline() ?? {};
    const counted = measure === "reps" || measure === "contacts";
    return [side, counted ? `${rep} of ${of}` : ""].filter(Boolean).join(" · ");
  });
  return html`
    <span aria-hidden="true" class="what">
      <${PhaseWord} coach=${coach} kind=${kind} own=${own} />
      <span class="huge number">${left}</span>
      <span class="next-up">${where}</span>
    </span>`;
}

/** @param {{coach: Coach, name: string, paused: boolean}} props */
function Waiting({ coach, name, paused }) {
  const state = coach.state.value;
  const { phase, at, draft } = state;
  const set = [setWord(state), SIDE[at.side]].filter(Boolean).join(" · ");
  if (phase === "rest") {
    return html`
      <span aria-hidden="true" class="what">
        <span class="word">Rest</span>
        <span class="huge number">${duration(coach.rest_s.value)}</span>
        <span class="next-up">Next: ${name}, ${set}</span>
      </span>`;
  }
  const done = Object.entries(draft)
    .map(([side, { amount }]) => `${SIDE[/** @type {"both"} */ (side)]} ${amount}`.trim());
  const [word, line] = paused ? ["Paused", set]
    : phase === "log" ? ["Set done", done.join(" · ")]
    : phase === "finish" ? ["All done", "The sets are logged"]
    : [name, `${set} · ${amountWord(paced(state))}`];
  return html`
    <span aria-hidden="true" class="what">
      <span class="word" data-name=${phase === "ready" ? "" : undefined}>${word}</span>
      <span class="next-up">${line}</span>
    </span>`;
}

/** @param {string} label of the big button */
function told(label) {
  return label === "Done" ? "Tap when done" : `Tap: ${label.toLowerCase()}`;
}

/** Says what a tap would do, where the session waits for one. @param {Coach} coach */
function useAsked(coach) {
  const { phase, at, notice } = coach.state.value;
  const first = useRef(true);
  useEffect(() => {
    const asked = ASKED[phase];
    if (!asked) return;
    let times = 0;
    const ask = () => {
      coach.call(asked.word);
      if (++times < TIMES) timer = setTimeout(ask, AGAIN_MS);
    };
    const wait_ms = notice ? AFTER_NOTICE_MS : first.current ? AT_ONCE_MS : asked.wait_ms;
    let timer = setTimeout(ask, wait_ms);
    first.current = false;
    return () => clearTimeout(timer);
  }, [phase, at.item, at.set, at.side]);
}
