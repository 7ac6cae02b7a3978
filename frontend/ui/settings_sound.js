/** How the player sounds and feels on this phone. */
import { html, useMemo } from "../vendor/preact.js";
import { prefs, savePrefs } from "../data/store.js";
import { ChipGroup, toast } from "./parts.js";
import { Delay, Rep } from "./sound_check.js";

const READY = [3, 5, 10].map((value) => ({ value, label: `${value} s` }));

export function Sound() {
  const { sounds, volume, voice, voice_volume, loud, headset, vibrate } = prefs.value;
  // Beforehand, so that a tap is still a tap when the sound begins.
  const players = useMemo(() => import("../player/rehearsal.js").catch(() => null), []);
  return html`
    <section class="section">
      <h2 class="over">Sound and feel</h2>
      <${Switch} label="Tones" note="The phase without looking: falling, steady, rising."
        checked=${sounds} onChange=${() => savePrefs({ sounds: !sounds })} />
      ${sounds && html`
        <${Volume} label="Tones volume" value=${volume}
          onChange=${(/** @type {number} */ level) => savePrefs({ volume: level })} />
      `}
      <${Switch} label="Voice" note="Counts your reps, calls sides and the last seconds."
        checked=${voice} onChange=${() => savePrefs({ voice: !voice })} />
      ${voice && html`
        <${Volume} label="Voice volume" value=${voice_volume}
          onChange=${(/** @type {number} */ level) => savePrefs({ voice_volume: level })} />
      `}
      <${Rep} players=${players} />
      <${Delay} players=${players} />
      <${Switch} label="Loud even in silent mode"
        note="Your music pauses while the session is open." checked=${loud ?? false}
        onChange=${() => savePrefs({ loud: !loud })} />
      ${"mediaSession" in navigator && html`
        <${Switch} label="Headset buttons and lock screen"
          note="Start, pause and go on from there. Your music pauses meanwhile."
          checked=${headset ?? false} onChange=${() => savePrefs({ headset: !headset })} />
      `}
      ${"vibrate" in navigator && html`
        <${Switch} label="Vibration" checked=${vibrate} onChange=${() =>
          savePrefs({ vibrate: !vibrate })} />
      `}
      <${RestOver} />
      <${ChipGroup} legend="Get ready before a set" options=${READY}
        value=${prefs.value.get_ready_s}
        onChange=${(/** @type {3 | 5 | 10} */ get_ready_s) => savePrefs({ get_ready_s })} />
    </section>
  `;
}

/** @param {{label: string, value: number, onChange: (level: number) => void}} props */
function Volume({ label, value, onChange }) {
  const percent = Math.round(value * 100);
  return html`
    <label class="slider">
      <span class="muted">${label}</span>
      <input type="range" min="0" max="100" step="5" value=${percent}
        onInput=${(/** @type {any} */ event) => onChange(Number(event.target.value) / 100)} />
      <output class="number">${percent}</output>
    </label>
  `;
}

/** The one permission the app asks for, and only here. */
function RestOver() {
  if (!("Notification" in globalThis)) return null;
  const blocked = Notification.permission === "denied";
  const on = !!prefs.value.notify && Notification.permission === "granted";
  const change = async () => {
    if (on) return savePrefs({ notify: false });
    const allowed = await Notification.requestPermission() === "granted";
    savePrefs({ notify: allowed });
    if (!allowed) toast("Notifications stay off. The browser’s site settings can allow them.");
  };
  return html`
    <${Switch} label="Notify me when the rest is over" checked=${on} onChange=${change}
      note=${blocked
        ? "The browser blocks notifications of this site; its site settings can allow them."
        : "Only while another app is in front."} />
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
