/** The bottom of the player: one big action under the thumb, the rare ones small beside it. */
import { html, useRef } from "../../vendor/preact.js";

/** A second tap this soon was meant for the button that stood there before. */
const GUARD_MS = 450;

/** @typedef {{label: string, act: () => void, quiet?: boolean, on?: boolean}} Choice */

/**
 * A tap that counts only once what it is for has stood there for a moment.
 * @param {string} phase
 * @param {() => void} act
 */
export function useGuarded(phase, act) {
  const shown = useRef({ phase, since: 0 });
  if (shown.current.phase !== phase) shown.current = { phase, since: performance.now() };
  return () => {
    if (performance.now() - shown.current.since > GUARD_MS) act();
  };
}

/**
 * A rare action is a button of its own: a tap or the focus on one is never taken for another.
 * @param {{phase: string, main: Choice, rare: (Choice|null)[]}} props
 */
export function Actions({ phase, main, rare }) {
  const guarded = useGuarded(phase, main.act);
  return html`
    <footer class="bottom">
      <button type="button" data-main onClick=${guarded}
        class=${`button big main-action${main.quiet ? "" : " primary"}`}>${main.label}</button>
      <div class="rare">
        ${rare.map((choice, i) => choice
          ? html`
            <button key=${choice.label} type="button" class="button small" onClick=${choice.act}
              aria-pressed=${choice.on === undefined ? undefined : String(choice.on)}>
              ${choice.label}
            </button>`
          : html`<span key=${i}></span>`)}
      </div>
    </footer>`;
}
