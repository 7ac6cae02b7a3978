/** The few sounds of a self-test, made on the spot at the volume of the player. */
import { prefs } from "../data/store.js";

/**
 * Hertz and seconds, told apart by both.
 * @type {Record<string, [number, number]>}
 */
const SOUNDS = {
  ready: [660, 0.1],
  Rise: [880, 0.12],
  Lower: [523, 0.12],
  mark: [990, 0.14],
  over: [784, 0.6],
};

/** @type {AudioContext | null} */
let context = null;

/** To be called from a tap: browsers let nothing sound before one. */
export function wake() {
  try {
    context ??= new AudioContext();
    context.resume();
  } catch {
    context = null;
  }
}

/** One beat of the clock, "Rise 4" or "mark 10", heard and felt. @param {string} beat */
export function beep(beat) {
  const [kind] = beat.split(" ");
  const sound = SOUNDS[kind];
  if (!sound) return;
  if (kind === "over" && prefs.value.vibrate) navigator.vibrate?.(200);
  if (!context || !prefs.value.volume) return;
  const [hz, length_s] = sound;
  const tone = context.createOscillator();
  const gain = context.createGain();
  const from = context.currentTime;
  tone.frequency.value = hz;
  gain.gain.setValueAtTime(prefs.value.volume * 0.5, from);
  gain.gain.exponentialRampToValueAtTime(0.001, from + length_s);
  tone.connect(gain).connect(context.destination);
  tone.start(from);
  tone.stop(from + length_s);
}
