/** The conductor: taps and deadlines to the session, its log to disk, all on one clock. */
import { signal } from "../vendor/preact.js";
import { coachAudio } from "./audio.js";
import { sessionClock } from "./clock.js";
import { frames, sparing } from "./frames.js";
import { buzz, felt } from "./haptics.js";
import { NOTHING, shows, soundsOf, standingOf, timelineOrNull } from "./moment.js";
import { next, resume } from "./session.js";
import { elapsed_s, standsAt } from "./steps.js";
import { at, still_s } from "./tempo.js";
import { openTelling } from "./telling.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */
/** @typedef {import("./tempo.js").Standing} Standing */
/**
 * @typedef {import("./audio.js").Wanted & {vibrate?: boolean, headset?: boolean, notify?: boolean}}
 *   Prefs
 * @typedef {{name?: string, cues?: string[], phase_words?: Record<string, string>}} Exercise
 * @typedef {{
 *   appendAll: (drafts: import("./types.d.ts").Write[]) => Promise<unknown>,
 *   saveActive: (state: Active|null) => Promise<unknown>,
 *   prefs: () => Prefs,
 *   say: (text: string) => void,
 *   tell: (text: string) => void,
 *   about?: (exercise: string) => Exercise|undefined,
 * }} Outside what the coach needs of the app: durable writing, preferences, what an exercise is
 *   called; `say` is for screen readers, `tell` for eyes
 */

/**
 * @typedef {{timeline: import("./tempo.js").Timeline, zero_ms: number}} Running `zero_ms` is the
 *   `performance.now` of its second 0
 */

/** The first count falls a blink after the tap, so that the sound is placed before it is due. */
const LEAD_MS = 250;
/** A set found this long after its end ran out while the page slept, and nobody heard it. */
const UNHEARD_S = 2;
const REST_SOON_S = 10;
/** How often the audio clock is compared with the steady one. */
const LISTEN_MS = 50;
/** A second tap on these must not take back what came meanwhile. */
const TAKES_BACK = new Set(["back", "skip"]);

/** @param {Active} found @param {Outside} outside */
export function openCoach(found, outside) {
  const clock = sessionClock();
  const state = signal(resume(found, clock.now()));
  const trouble = signal(/** @type {{code?: string, detail: string}|null} */ (null));
  const silent = signal(false);
  /** What changes at most once a second; the ring reads every frame instead. */
  const live = signal(/** @type {Standing} */ (at(timelineOrNull(state.value) ?? NOTHING, 0)));
  const rest_s = signal(0);
  /** The set that runs, for what is shown ahead of time. */
  const running = signal(/** @type {Running|null} */ (null));
  /** @type {Set<(standing: Standing, demo: boolean) => void>} */
  const listeners = new Set();
  const audio = coachAudio(outside.prefs());
  const listen = sparing(audio.check, LISTEN_MS);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let timeline = timelineOrNull(state.value);
  let arranged = "";
  /** What has run out and was said to the session: once, however slowly the disk writes. */
  let ran_out = "";
  let closed = false;
  let deadline = 0;
  let ticking = 0;
  /** What was felt last. @type {Standing|null} */
  let touched = null;
  let still_ms = 0;
  let queue = Promise.resolve(true);

  /** One action after the other: what the first wrote is on disk before the next is looked at. */
  const act = (/** @type {Action} */ action, now_ms = clock.now()) => {
    const meant = standsAt(state.value);
    const acted = queue.then(async () => {
      if (TAKES_BACK.has(action.type) && standsAt(state.value) !== meant) return true;
      const step = next(state.value, action, now_ms);
      if (step.state === state.value) return true;
      try {
        if (step.entries.length > 0) await outside.appendAll(step.entries);
        trouble.value = null;
      } catch (error) {
        trouble.value = /** @type {{detail: string}} */ (error);
        return false;
      }
      const before = state.value;
      // However slowly the disk wrote: the first count is still to come.
      const begins = action.type === "start" && before.phase === "ready";
      state.value = begins ? { ...step.state, phase_started_at: beginning() } : step.state;
      arrange();
      telling.done(before, action);
      const kept = state.value.phase === "over" ? null : state.value;
      await Promise.resolve(outside.saveActive(kept)).catch((error) => trouble.value = error);
      return true;
    });
    // What went wrong with one action must not silence those after it.
    queue = acted.catch(() => false);
    return acted;
  };

  const beginning = () =>
    Math.round(clock.now() + LEAD_MS + Math.max(0, -(outside.prefs().offset_ms ?? 0)));

  /** Place the sounds of what runs now, and set the timers that follow and end it. */
  const arrange = () => {
    if (closed) return;
    const now = state.value;
    const { phase, paused_at, phase_started_at: began, paused_ms, rest, at: place } = now;
    const planned = timelineOrNull(now);
    const key = JSON.stringify([phase, paused_at, began, paused_ms, rest, place, planned]);
    if (key === arranged) return;
    arranged = key;
    timeline = planned;
    clearTimeout(deadline);
    clearTimeout(ticking);
    touched = null;
    const { phase_words } = telling.exercise();
    const heard = soundsOf(now, timeline, clock.now(), phase_words);
    if (heard) audio.play(heard.sounds, clock.toSteady(heard.zero_ms));
    else audio.stop();
    running.value = heard && phase === "work" && timeline
      ? { timeline, zero_ms: clock.toSteady(heard.zero_ms) }
      : null;
    if (heard && phase === "work" && timeline && !timeline.open) {
      endAt(heard.zero_ms + timeline.duration_s * 1000, due);
    } else if (heard && phase !== "work" && rest) {
      if (rest.until > clock.now()) endAt(rest.until, due);
      tick();
    }
    telling.arranged(clock.now());
    look();
    run();
  };

  /** @param {number} epoch_ms @param {() => void} then */
  const endAt = (epoch_ms, then) => {
    deadline = setTimeout(then, Math.max(0, epoch_ms - clock.now()) + 2);
  };

  /** The set or the rest has run out. Asked by the timer and by every frame: both may be first. */
  const due = () => {
    const now = state.value;
    if (ran_out === arranged) return;
    if (now.phase === "work" && now.paused_at === null && timeline && !timeline.open) {
      const late_s = elapsed_s(now, clock.now()) - timeline.duration_s;
      if (late_s < 0) return;
      ran_out = arranged;
      const unheard = document.visibilityState === "hidden" && audio.locked();
      if (unheard || late_s > UNHEARD_S) return void act({ type: "returned" });
      feel(timeline.events[timeline.events.length - 1].type);
      act({ type: "finish_set" });
    } else if (now.phase === "rest" && now.rest && clock.now() >= now.rest.until) {
      ran_out = arranged;
      feel("rest_over");
      telling.restOver();
      act({ type: "rest_done" });
    }
  };

  /** Look at the clock once and show what it says. */
  const look = () => {
    const now = state.value;
    if (timeline) {
      const { standing, demo } = standingNow(timeline);
      for (const listener of listeners) listener(standing, demo);
      still_ms = demo ? 0 : 1000 * still_s(standing);
      const shown = demo ? at(timeline, 0) : standing;
      const { type, count, rep } = live.value;
      if (shown.type !== type || shown.count !== count || shown.rep !== rep) live.value = shown;
      if (now.phase === "work" && now.paused_at === null) {
        feel(felt(touched, standing));
        touched = standing;
      }
    }
    if (now.rest) {
      const left_s = Math.max(0, Math.ceil((now.rest.until - clock.now()) / 1000 - 0.05));
      const soon = left_s === REST_SOON_S && rest_s.value > REST_SOON_S;
      if (soon && now.rest.until - now.rest.from > 2000 * REST_SOON_S) feel("rest_soon");
      rest_s.value = left_s;
    }
    const mute = now.phase === "work" && audio.locked();
    if (mute !== silent.value) silent.value = mute;
  };

  /** @param {import("./tempo.js").Timeline} of */
  const standingNow = (of) =>
    standingOf(state.value, of, {
      now_ms: clock.now() + film.ahead_ms(),
      steady_ms: performance.now(),
      still: still.matches,
    });

  const film = frames(() => {
    due();
    look();
    listen();
    run();
  });

  const run = () => {
    const { phase, paused_at } = state.value;
    const working = phase === "work" && paused_at === null;
    const showing = phase === "ready" && !still.matches && timeline && shows(timeline);
    film.run(!closed && !!timeline && (working || !!showing), still_ms);
  };

  /** A rest changes once a second. */
  const tick = () => {
    clearTimeout(ticking);
    due();
    look();
    audio.check();
    const { phase, rest } = state.value;
    const left_ms = (rest?.until ?? 0) - clock.now();
    if (closed || (phase !== "rest" && phase !== "log") || left_ms <= 0) return;
    ticking = setTimeout(tick, (left_ms - 50 + 1000) % 1000 + 5);
  };

  const { prefs } = outside;
  const feel = (/** @type {string|null} */ event) => event && buzz(event, !!prefs().vibrate);
  const tap = (/** @type {Action} */ action) => {
    audio.unlock().then(look);
    telling.tapped();
    return act(action, action.type === "start" ? beginning() : clock.now());
  };

  const telling = openTelling(outside, {
    state: () => state.value,
    getting_ready: () => live.value.type === "ready",
    tap,
    say: audio.say,
  });

  const onVisibility = () => {
    if (document.visibilityState === "hidden") return clock.hide();
    if (clock.woke() > 0) {
      arranged = "";
      arrange();
    }
    telling.back();
    audio.realign();
    due();
    look();
    run();
  };

  document.addEventListener("visibilitychange", onVisibility);
  arrange();

  return {
    state,
    live,
    rest_s,
    running,
    trouble,
    silent,
    timeline: () => timeline,
    now: clock.now,
    /** A tap: the only moment in which a browser lets sound begin. */
    tap,
    /** Another tab moved the session on: stand where it stands. @param {Active} moved */
    follow(moved) {
      state.value = moved;
      arrange();
    },
    /** Hear the coach again after a reload, without changing anything. */
    unmute: () => audio.unlock().then(look),
    setVolume: audio.setVolume,
    /** Preferences have changed: hear them at once. */
    tune: () => audio.tune(prefs()),
    /** Say one of the words of clips.js now. */
    call: audio.say,
    /**
     * Called with the standing of now and then with every frame's; returns how to stop.
     * @param {(standing: Standing, demo: boolean) => void} listener
     */
    onFrame(listener) {
      listeners.add(listener);
      if (timeline) {
        const { standing, demo } = standingNow(timeline);
        listener(standing, demo);
      }
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      film.stop();
      clearTimeout(deadline);
      clearTimeout(ticking);
      document.removeEventListener("visibilitychange", onVisibility);
      telling.close();
      audio.close();
    },
  };
}

/** @typedef {ReturnType<typeof openCoach>} Coach */
