/** Sound and picture outside of a session: a rep to try, and beeps to set the delay by. */
import { coachAudio } from "./audio.js";
import { setCalls } from "./calls.js";
import { setSounds } from "./sounds.js";
import { at, compile } from "./tempo.js";
import { loadVoice } from "./voice.js";
import { phaseOf } from "./words.js";

/** @typedef {import("./audio.js").Wanted} Wanted */
/** @typedef {{stop: () => void, tune: (wanted: Wanted) => void}} Rehearsal */

const LEAD_MS = 400;
/** The words are waited for this long, then the rep is heard without them. */
const VOICE_MS = 2000;
const BEEPS = 90;
const FLASH_MS = 120;

/**
 * Two reps of 3-1-1-0 as the player sounds them. Must be called within a tap.
 * @param {Wanted} wanted
 * @param {(shown: {kind: string, word: string, count: number, fraction: number}|null) => void} show
 *   null when it is over
 * @returns {Promise<Rehearsal|null>} null where the browser allows no sound
 */
export async function rehearseRep(wanted, show) {
  const audio = await opened(wanted);
  if (!audio) return null;
  if (wanted.voice !== false) await Promise.race([loadVoice(), pause(VOICE_MS)]);
  const timeline = compile({ measure: "reps", reps: 2, tempo: "3-1-1-0" });
  const zero_ms = performance.now() + LEAD_MS + Math.max(0, -(wanted.offset_ms ?? 0));
  audio.play([...setSounds(timeline), ...setCalls(timeline)], zero_ms);
  const frames = everyFrame(() => {
    const standing = at(timeline, (performance.now() - zero_ms) / 1000);
    const { kind, word } = phaseOf(standing.type);
    show({ kind, word, count: standing.count, fraction: standing.phase_fraction });
    return !standing.over;
  }, () => {
    show(null);
    // The last chime and word ring out.
    setTimeout(audio.close, 2500);
  });
  return { stop: () => frames.stop(audio.close), tune: audio.tune };
}

/**
 * A beep every second and a flash that should fall on it. Must be called within a tap.
 * @param {Wanted} wanted
 * @param {(lit: boolean|null) => void} flash null when it is over
 * @returns {Promise<Rehearsal|null>}
 */
export async function rehearseDelay(wanted, flash) {
  const audio = await opened({ ...wanted, sounds: true });
  if (!audio) return null;
  const zero_ms = performance.now() + LEAD_MS;
  const beeps = Array.from({ length: BEEPS }, (_, at_s) => ({
    at_s,
    kind: /** @type {const} */ ("count"),
    duration_s: 0,
    from: 0,
  }));
  audio.play(beeps, zero_ms);
  const frames = everyFrame(() => {
    const into_ms = performance.now() - zero_ms;
    flash(into_ms >= 0 && into_ms % 1000 < FLASH_MS);
    return into_ms < BEEPS * 1000;
  }, () => {
    flash(null);
    audio.close();
  });
  const tune = (/** @type {Wanted} */ changed) => audio.tune({ ...changed, sounds: true });
  return { stop: () => frames.stop(), tune };
}

/** @param {Wanted} wanted */
async function opened(wanted) {
  const audio = coachAudio(wanted);
  if (await audio.unlock()) return audio;
  audio.close();
  return null;
}

/**
 * @param {() => boolean} draw whether there is more to draw
 * @param {() => void} end
 */
function everyFrame(draw, end) {
  let over = false;
  const finish = () => {
    if (!over) end();
    over = true;
  };
  const frame = () => {
    if (over) return;
    if (draw()) requestAnimationFrame(frame);
    else finish();
  };
  frame();
  return {
    stop(then = () => {}) {
      finish();
      then();
    },
  };
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
