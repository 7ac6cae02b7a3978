/**
 * What a session tells beyond its screen: spoken names and cues, lock screen, headset,
 * notification, and that the screen stays on.
 */
import { mediaControls, pressed } from "./media_session.js";
import { takeBack, tellRestOver } from "./notify.js";
import { hush, sayAloud, wakeVoice } from "./platform_voice.js";
import { screenLock } from "./wakelock.js";
import { cueOf } from "./words.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */
/** @typedef {import("./coach.js").Outside} Outside */

/** A rest with less left has no room for a spoken cue. */
const CUE_FITS_MS = 15_000;

/**
 * @param {Outside} outside
 * @param {{state: () => Active, getting_ready: () => boolean, tap: (action: Action) => void,
 *   say: (word: string) => void}} coach
 */
export function openTelling(outside, coach) {
  const { prefs } = outside;
  const lock = screenLock({
    onRefused: () =>
      outside.tell("This phone may switch its screen off by itself. The count goes on."),
  });
  const media = mediaControls({
    press: (button) => {
      const action = pressed(coach.state(), button, coach.getting_ready());
      if (action) coach.tap(action);
    },
  });
  /** The set whose cue was spoken. */
  let cued = "";
  let woken = false;

  /** What is known of the present exercise; at least its name. */
  const exercise = () => {
    const { workout, at } = coach.state();
    const slug = workout.items[at.item]?.exercise ?? "";
    return { name: slug.replaceAll("-", " "), ...outside.about?.(slug) };
  };

  /** Before the next set, in the phone's own voice: what comes, and how. @param {number} now_ms */
  const speakCue = (now_ms) => {
    const state = coach.state();
    const { phase, rest, logged, at: { item, set } } = state;
    if (phase !== "rest" && phase !== "ready") return hush();
    const key = `${item}.${set}`;
    if (cued === key || logged.length === 0 || prefs().voice === false) return;
    cued = key;
    if (rest && rest.until - now_ms < CUE_FITS_MS) return;
    const { name, cues } = exercise();
    const next = logged[logged.length - 1].item === item ? "" : `Next: ${name}.`;
    const cue = cues?.length ? cueOf({ cues }, state) : "";
    sayAloud([next, cue].filter(Boolean).join(" "), prefs().voice_volume ?? 0.8);
  };

  return {
    exercise,
    /** Something else runs now. @param {number} now_ms */
    arranged(now_ms) {
      const state = coach.state();
      if (state.phase === "over" || state.phase === "discarded") lock.release();
      else lock.hold();
      media.show(state, exercise().name);
      speakCue(now_ms);
    },
    /** Some phones give voice and buttons only within a tap. */
    tapped() {
      if (prefs().voice !== false && !woken) wakeVoice();
      woken = true;
      if (prefs().headset) media.take();
    },
    /** What a tap did, for those who do not look. @param {Active} before @param {Action} action */
    done(before, { type }) {
      const { phase, paused_at } = coach.state();
      if (type === "pause" && paused_at !== null) coach.say("paused");
      if (type === "log" && before.phase === "log") {
        coach.say(phase === "finish" ? "finished" : "logged");
      }
    },
    restOver() {
      outside.say("Rest over.");
      if (prefs().notify) tellRestOver(exercise().name);
    },
    /** The runner looks at the page again. */
    back: takeBack,
    close() {
      lock.release();
      media.close();
      hush();
    },
  };
}
