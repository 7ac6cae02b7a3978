/**
 * The session on the lock screen and under the headset's button: what is done now, pause, and on.
 */
import { setWord, SIDE } from "./words.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {"play"|"pause"|"nexttrack"|"previoustrack"} MediaButton */

/** @type {MediaButton[]} */
const BUTTONS = ["play", "pause", "nexttrack", "previoustrack"];
/** A second press this soon was meant for what stood there before. */
const GUARD_MS = 450;
const SILENCE_S = 10;
const SILENCE_HZ = 8000;

/**
 * What a headset's button does in each phase; null when nothing. "Next" goes on to what comes next,
 * as the big button does, and ends a set under way.
 * @param {Active} state
 * @param {MediaButton} button
 * @param {boolean} getting_ready whether the set's first rep is still to come
 * @returns {import("./types.d.ts").Action|null}
 */
export function pressed({ phase, paused_at }, button, getting_ready) {
  if (phase === "work") {
    if (paused_at !== null) return button === "previoustrack" ? null : { type: "resume" };
    if (button === "pause") return { type: "pause" };
    if (button === "previoustrack") return { type: "minus_rep" };
    if (button === "play") return null;
    return { type: getting_ready ? "go" : "finish_set" };
  }
  if (button === "pause" || button === "previoustrack") return null;
  if (phase === "ready") return { type: "start" };
  if (phase === "log") return { type: "log" };
  return phase === "rest" ? { type: "rest_done" } : null;
}

/**
 * @param {Active} state
 * @param {string} name of the exercise
 */
export function described(state, name) {
  const { workout, at, phase } = state;
  const item = workout.items[at.item];
  const place = item ? [setWord(state), SIDE[at.side]].filter(Boolean).join(" · ") : "";
  const artist = phase === "rest" ? `Rest · next: ${place}` : place;
  return { title: name, artist: artist.replaceAll("\u00a0", " "), album: workout.name };
}

/**
 * @param {{press: (button: MediaButton) => void}} to
 */
export function mediaControls({ press }) {
  const session = /** @type {MediaSession|undefined} */ (navigator.mediaSession);
  let since = 0;
  let shown = "";
  /** @type {HTMLAudioElement|null} */
  let silence = null;
  const each = (/** @type {(button: MediaButton) => (() => void)|null} */ handler) => {
    for (const button of BUTTONS) {
      try {
        session?.setActionHandler(button, handler(button));
      } catch {
        // A browser that does not know this button has one less.
      }
    }
  };
  each((button) => () => {
    if (performance.now() - since > GUARD_MS) press(button);
  });
  return {
    /** @param {Active} state @param {string} name */
    show(state, name) {
      if (!session || typeof MediaMetadata === "undefined") return;
      const told = described(state, name);
      const running = state.phase === "work" && state.paused_at === null;
      const key = JSON.stringify([told, state.phase, running]);
      if (key === shown) return;
      shown = key;
      since = performance.now();
      session.metadata = new MediaMetadata(told);
      session.playbackState = running ? "playing" : "paused";
    },
    /**
     * Phones give the buttons to a page that plays a sound file: this one is silent, and stops the
     * runner's own music. Must be called within a tap.
     */
    take() {
      if (!session || silence) return;
      silence = new Audio(URL.createObjectURL(silentFile()));
      silence.loop = true;
      silence.play().catch(() => {
        silence = null;
      });
    },
    close() {
      each(() => null);
      silence?.pause();
      if (silence) URL.revokeObjectURL(silence.src);
      silence = null;
      if (!session) return;
      session.metadata = null;
      session.playbackState = "none";
    },
  };
}

/** Ten seconds of nothing; shorter files get no place on the lock screen. */
function silentFile() {
  const samples = SILENCE_S * SILENCE_HZ;
  const head = new DataView(new ArrayBuffer(44));
  const text = (/** @type {number} */ at, /** @type {string} */ letters) =>
    [...letters].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  head.setUint32(4, 36 + samples, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, SILENCE_HZ, true);
  head.setUint32(28, SILENCE_HZ, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  text(36, "data");
  head.setUint32(40, samples, true);
  return new Blob([head, new Uint8Array(samples).fill(128)], { type: "audio/wav" });
}
