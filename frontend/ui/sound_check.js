/** Trying the sound: a rep with its phases shown, and a beep to be laid onto a flash. */
import { html, useEffect, useRef, useState } from "../vendor/preact.js";
import { prefs, savePrefs } from "../data/store.js";
import { Button, Stepper, toast } from "./parts.js";

/** @typedef {Promise<typeof import("../player/rehearsal.js")|null>} Players null where it cannot be had */
/** @typedef {import("../player/rehearsal.js").Rehearsal} Rehearsal */

const MOST_MS = 300;
const STEP_MS = 10;

/** Ends what sounds at present: two at once would only confuse. */
let hush = () => {};

/** @param {{players: Players}} props */
export function Rep({ players }) {
  const [shown, setShown] = useState(
    /** @type {{kind: string, word: string, count: number, fraction: number}|null} */ (null),
  );
  const { running, toggle } = useRehearsal(players, (known) =>
    known.rehearseRep(prefs.peek(), setShown), () => setShown(null), shown !== null);
  return html`
    <div class="sound-check" data-kind=${shown?.kind}>
      <${Button} onClick=${toggle}>${running ? "Stop" : "Test sound"}<//>
      <div class="shown" aria-hidden="true">
        ${shown
          ? html`
            <i class="shape"></i><b>${shown.word}</b><span class="number">${shown.count || ""}</span>
            <i class="way" style=${{ scale: `${shown.fraction} 1` }}></i>`
          : html`<span class="muted">Two reps: 3 s down, 1 s held, 1 s up.</span>`}
      </div>
    </div>
  `;
}

/** A beep and a flash, and how far apart they are. @param {{players: Players}} props */
export function Delay({ players }) {
  const { offset_ms } = prefs.value;
  const [lit, setLit] = useState(/** @type {boolean|null} */ (null));
  const { running, toggle } = useRehearsal(players, (known) =>
    known.rehearseDelay(prefs.peek(), setLit), () => setLit(null), lit !== null);
  const move = (/** @type {number} */ to) => savePrefs({ offset_ms: to });
  return html`
    <div class="delay">
      <p>Bluetooth delay<small class="muted">A headset may be late, each by its own time. Move it
        until beep and flash fall together.</small></p>
      <div class="sound-check">
        <${Button} onClick=${toggle}>${running ? "Stop" : "Beep and flash"}<//>
        <div class="shown">
          <i class="flash" data-lit=${lit ? "" : undefined} aria-hidden="true"></i>
        </div>
      </div>
      <${Stepper} label="Sound" value=${offset_ms} step=${STEP_MS} min=${-MOST_MS} max=${MOST_MS}
        show=${delayWord} onChange=${move} />
      <input type="range" aria-label="Sound against picture, in milliseconds" min=${-MOST_MS}
        max=${MOST_MS} step=${STEP_MS} value=${offset_ms} aria-valuetext=${delayWord(offset_ms)}
        onInput=${(/** @type {any} */ event) => move(Number(event.target.value))} />
    </div>
  `;
}

/** @param {number} ms */
function delayWord(ms) {
  if (ms === 0) return "on time";
  return `${Math.abs(ms)}\u00a0ms ${ms < 0 ? "earlier" : "later"}`;
}

/**
 * One rehearsal that a button starts and stops, that follows the settings and ends with the page.
 * @param {Players} players
 * @param {(known: typeof import("../player/rehearsal.js")) => Promise<Rehearsal|null>} begin
 * @param {() => void} clear
 * @param {boolean} running
 */
function useRehearsal(players, begin, clear, running) {
  const current = useRef(/** @type {Rehearsal|null} */ (null));
  const wanted = prefs.value;
  const stop = () => {
    current.current?.stop();
    current.current = null;
    clear();
  };
  useEffect(() => current.current?.tune(wanted), [wanted]);
  useEffect(() => () => current.current?.stop(), []);
  const toggle = async () => {
    if (running) return stop();
    const known = await players;
    if (!known) {
      return toast("The sound is not on this phone yet. It comes with the next connection.");
    }
    hush();
    hush = stop;
    current.current = await begin(known);
    if (!current.current) toast("This browser allows no sound right now. Tap once more.");
  };
  return { running, toggle };
}
