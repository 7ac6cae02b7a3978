/** How the player sounds and feels on this phone, with a sound to try. */
import { html } from "../vendor/preact.js";
import { prefs, savePrefs } from "../data/store.js";
import { Button, toast } from "./parts.js";

export function Sound() {
  const { volume, loud = false, vibrate } = prefs.value;
  const percent = Math.round(volume * 100);
  return html`
    <section class="section">
      <h2 class="over">Sound and feel</h2>
      <label class="slider">
        <span>Volume</span>
        <input type="range" min="0" max="100" step="5" value=${percent}
          onInput=${(/** @type {any} */ event) =>
            savePrefs({ volume: Number(event.target.value) / 100 })} />
        <output class="number">${percent}</output>
      </label>
      <${Switch} label="Loud even in silent mode" note="Pauses your music while a set runs."
        checked=${loud}
        onChange=${() => savePrefs({ loud: !loud })} />
      ${"vibrate" in navigator && html`
        <${Switch} label="Vibration" checked=${vibrate} onChange=${() =>
          savePrefs({ vibrate: !vibrate })} />
      `}
      <div class="actions"><${Button} onClick=${() => test(volume, loud)}>Test sound<//></div>
    </section>
  `;
}

/** @param {{label: string, note?: string, checked: boolean, onChange: () => void}} props */
function Switch({ label, note, checked, onChange }) {
  return html`
    <label class="switch">
      <span>${label}${note && html`<small>${note}</small>`}</span>
      <input type="checkbox" role="switch" checked=${checked} onChange=${onChange} />
    </label>
  `;
}

/**
 * One rep as the player sounds it: ready, down, up.
 * @param {number} volume
 * @param {boolean} loud
 */
async function test(volume, loud) {
  try {
    const { coachAudio } = await import("../player/audio.js");
    const audio = coachAudio({ volume, loud });
    if (!await audio.unlock()) {
      return toast("This browser allows no sound right now. Tap once more.");
    }
    audio.play([
      { at_s: 0, kind: "count", duration_s: 0, from: 0 },
      { at_s: 1, kind: "go", duration_s: 0, from: 0 },
      { at_s: 1, kind: "fall", duration_s: 2, from: 0 },
      { at_s: 3, kind: "rise", duration_s: 1, from: 0 },
      { at_s: 4, kind: "rep", duration_s: 0, from: 0 },
    ], performance.now() + 200);
  } catch {
    toast("The sound is not on this phone yet. It comes with the next connection.");
  }
}
