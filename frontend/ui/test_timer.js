/** The clock of a self-test: big numerals, a beat, and one button that starts and stops it. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { screenLock } from "../player/wakelock.js";
import { beep, wake } from "./beeper.js";
import { announce, Button } from "./parts.js";
import { face, READY_S } from "./test_clock.js";

const LOOK_MS = 50;

/**
 * @param {{test: import("./gate.js").Test & import("./test_clock.js").Timed, label: string,
 *   onDone: (value: number | null) => void}} props `onDone(null)`: the value is to be typed
 */
export function TestTimer({ test, label, onDone }) {
  const [now, setNow] = useState(/** @type {import("./test_clock.js").Face | null} */ (null));
  const running = useRef(/** @type {(() => void) | null} */ (null));
  useEffect(() => () => running.current?.(), []);

  const stop = (
    /** @type {import("./test_clock.js").Face | null} */ last,
    /** @type {boolean} */ counts,
  ) => {
    running.current?.();
    setNow(null);
    if (!last || !counts) return;
    const value = test.window_s === undefined ? last.value : null;
    announce(value === null ? "Time is up." : `${label}: ${value}.`);
    onDone(value);
  };
  const start = () => {
    wake();
    const lock = screenLock({ onRefused: () => {} });
    lock.hold();
    const from_ms = performance.now();
    let heard = "";
    const look = () => {
      const shown = face(test, (performance.now() - from_ms) / 1000);
      if (shown.beat && shown.beat !== heard) beep(shown.beat);
      heard = shown.beat || heard;
      setNow(shown);
      if (shown.over) stop(shown, true);
    };
    const timer = setInterval(look, LOOK_MS);
    running.current = () => {
      clearInterval(timer);
      lock.release();
      running.current = null;
    };
    look();
  };

  if (!now) return html`<${Button} onClick=${start}>Start the clock<//>`;
  const early = now.word === "Ready";
  return html`
    <div class="test-clock" role="timer" aria-label=${label}>
      <span class="numeral number" aria-hidden="true">${now.big}</span>
      <span class="word" aria-hidden="true">${now.word}</span>
      <${Button} primary big onClick=${() => stop(now, !early)}>${early ? "Not yet" : "Stop"}<//>
      <span class="unseen">${early ? `Begins in ${READY_S} seconds` : "Running"}</span>
    </div>
  `;
}
