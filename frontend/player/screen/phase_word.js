/**
 * The word of the phase as the page writes it and, while a set runs, as the browser shows it by
 * itself: on time also while the page is busy with something else.
 */
import { html, useLayoutEffect, useMemo, useRef } from "../../vendor/preact.js";
import { phaseFrames } from "../phase_frames.js";
import { phaseOf } from "../words.js";

/** @typedef {import("../coach.js").Coach} Coach */

/**
 * `told` is the word that stands there now, with the seconds counted beside it; `turn` is what the
 * get-ready says before a second side.
 * @param {{coach: Coach, kind: string, told: string, count: number, turn: string,
 *   own?: Record<string, string>}} props
 */
export function PhaseWord({ coach, kind, told, count, turn, own }) {
  const running = coach.running.value;
  return html`
    <div class="words" data-ahead=${running ? "" : undefined}>
      <div class="word" data-kind=${kind}>
        <i class="shape"></i><span data-long=${long(told, count)}>${told}</span>
      </div>
      ${running && html`<${Ahead} key=${turn} running=${running} turn=${turn} own=${own} />`}
    </div>`;
}

/**
 * The words are drawn, not written: they stand there once already for whoever reads the page.
 * @param {{running: import("../coach.js").Running, turn: string, own?: Record<string, string>}}
 *   props
 */
function Ahead({ running, turn, own }) {
  const { timeline, zero_ms } = running;
  const host = useRef(/** @type {HTMLElement|null} */ (null));
  const words = useMemo(() => phaseFrames(timeline, (type) => {
    const phase = phaseOf(type, own);
    return type === "ready" && turn ? { ...phase, word: turn } : phase;
  }), [running, turn]);
  useLayoutEffect(() => {
    const moving = words.map(({ frames }, i) => {
      const duration = timeline.duration_s * 1000;
      const shown = host.current?.children[i].animate(frames, { duration, fill: "both" });
      if (shown) shown.startTime = zero_ms;
      return shown;
    });
    return () => moving.forEach((shown) => shown?.cancel());
  }, [running]);
  return html`
    <div class="ahead" ref=${host}>
      ${words.map(({ kind, word, most_s }) => html`
        <div class="timed" key=${`${kind} ${word}`} data-kind=${kind}>
          <i class="shape"></i><span data-word=${word} data-long=${long(word, most_s)}></span>
        </div>`)}
    </div>`;
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
