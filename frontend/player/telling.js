/**
 * What a session tells beyond its screen: spoken names and cues, lock screen, headset,
 * notification, and that the screen stays on.
 */
import { mediaControls, pressed } from "./media_session.js";
import { takeBack, tellRestOver } from "./notify.js";
import { nextSet } from "./order.js";
import { hush, sayAloud, wakeVoice } from "./platform_voice.js";
import { screenLock } from "./wakelock.js";
import { cueOf, noticeWords } from "./words.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */
/** @typedef {import("./types.d.ts").Outside} Outside */

/** A rest with less left has no room for a spoken cue, with still less none for a name. */
const CUE_FITS_MS = 15_000;
const NAME_FITS_MS = 3000;

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
  /** The notice and the trouble last spoken of: each once, however often it is met. */
  let noticed = /** @type {import("./types.d.ts").Notice|null} */ (null);
  let troubled = "";
  let woken = false;

  /** What is known of an exercise, the present one if not said; at least its name. */
  const exercise = (item = coach.state().at.item) => {
    const slug = coach.state().workout.items[item]?.exercise ?? "";
    return { name: slug.replaceAll("-", " "), ...outside.about?.(slug) };
  };

  /** Before the next set: what comes, and how, as far as there is room. @param {number} now_ms */
  const cue = (now_ms) => {
    const state = coach.state();
    const { phase, rest, logged, at: { item, set } } = state;
    const key = `${item}.${set}`;
    if (phase !== "rest" && phase !== "ready") return "";
    if (cued === key || logged.length === 0) return "";
    cued = key;
    const left_ms = rest ? rest.until - now_ms : Infinity;
    if (left_ms < NAME_FITS_MS) return "";
    const { name, cues } = exercise();
    const next = logged[logged.length - 1].item === item ? "" : `Next: ${name}.`;
    const how = left_ms >= CUE_FITS_MS && cues?.length ? cueOf({ cues }, state) : "";
    return [next, how].filter(Boolean).join(" ");
  };

  /** What must be known before going on, where nobody reads it. */
  const notice = () => {
    const state = coach.state();
    const known = state.notice === noticed;
    noticed = state.notice;
    return known || !prefs().eyes_free ? "" : noticeWords(state)?.strong ?? "";
  };

  const aloud = (/** @type {string} */ text) => {
    if (prefs().voice !== false) sayAloud(text, prefs().voice_volume ?? 0.8);
  };

  /** In the phone's own voice, which has words for everything. @param {number} now_ms */
  const speak = (now_ms) => {
    const { phase } = coach.state();
    const text = [notice(), cue(now_ms)].filter(Boolean).join(" ");
    if (text) aloud(text);
    else if (phase !== "rest" && phase !== "ready") hush();
  };

  return {
    exercise,
    /** Something else runs now. @param {number} now_ms */
    arranged(now_ms) {
      const state = coach.state();
      if (state.phase === "over" || state.phase === "discarded") lock.release();
      else lock.hold();
      media.show(state, exercise().name);
      speak(now_ms);
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
      const state = coach.state();
      // Under an open card the next set is still to come.
      const next = state.phase === "log" ? nextSet(state)?.item : state.at.item;
      if (prefs().notify) tellRestOver(exercise(next).name);
    },
    /** What went wrong, where nobody reads it. @param {{detail?: string}|null} trouble */
    trouble(trouble) {
      const text = trouble ? trouble.detail ?? String(trouble) : "";
      if (text && text !== troubled && prefs().eyes_free) aloud(text);
      troubled = text;
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
