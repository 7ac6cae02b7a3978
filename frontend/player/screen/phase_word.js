/**
 * The word of the phase as the page writes it and, while a set runs, as the browser shows it by
 * itself: on time also while the page is busy with something else.
 */
import { html, useComputed, useLayoutEffect, useMemo, useRef } from "../../vendor/preact.js";
import { phaseFrames } from "../phase_frames.js";
import { phaseOf, turnWord, wordOver } from "../words.js";
import { lay } from "./ahead.js";

/** @typedef {import("../coach.js").Coach} Coach */

/**
 * The get-ready before a second side says where to turn.
 * @param {{coach: Coach, kind: {value: string}, own?: Record<string, string>}} props
 */
export function PhaseWord({ coach, kind, own }) {
  const running = coach.running.value;
  const turn = turnWord(coach.state.value);
  const told = useComputed(() => wordOver(coach.state.value, coach.live.value.type, own));
  const wide = useComputed(() => long(told.value, coach.live.value.count));
  // The same all through the set: a new second need not look at it again.
  const ahead = useMemo(
    () => running && html`<${Ahead} key=${turn} running=${running} turn=${turn} own=${own} />`,
    [running, turn, own],
  );
  return html`
    <span class="words" data-ahead=${running ? "" : undefined}>
      <span class="word" data-kind=${kind}>
        <i class="shape"></i><span data-long=${wide}>${told}</span>
      </span>
      ${ahead}
    </span>`;
}

/**
 * The words are drawn, not written: they stand there once already for whoever reads the page.
 * @param {{running: import("../coach.js").Running, turn: string, own?: Record<string, string>}}
 *   props
 */
function Ahead({ running, turn, own }) {
  const { timeline } = running;
  const host = useRef(/** @type {HTMLElement|null} */ (null));
  const words = useMemo(() => phaseFrames(timeline, (type) => {
    const phase = phaseOf(type, own);
    return type === "ready" && turn ? { ...phase, word: turn } : phase;
  }), [running, turn]);
  useLayoutEffect(() => {
    const moving = words.map(({ frames }, i) => lay(running, host.current?.children[i], frames));
    return () => moving.forEach((shown) => shown?.cancel());
  }, [running]);
  return html`
    <span class="ahead" ref=${host}>
      ${words.map(({ kind, word, most_s }) => html`
        <span class="timed" key=${`${kind} ${word}`} data-kind=${kind}>
          <i class="shape"></i><span data-word=${word} data-long=${long(word, most_s)}></span>
        </span>`)}
    </span>`;
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
