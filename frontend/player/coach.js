/**
 * The conductor: carries taps and deadlines to the session, writes what it logs, and keeps sound
 * and picture on one clock.
 */
import { signal } from "../vendor/preact.js";
import { coachAudio } from "./audio.js";
import { sessionClock } from "./clock.js";
import { buzz } from "./haptics.js";
import { next, resume } from "./session.js";
import { restSounds, setSounds } from "./sounds.js";
import { elapsed_s, timelineOf } from "./steps.js";
import { at } from "./tempo.js";
import { screenLock } from "./wakelock.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */
/** @typedef {import("./tempo.js").Standing} Standing */
/**
 * @typedef {{
 *   appendAll: (drafts: import("./types.d.ts").Write[]) => Promise<unknown>,
 *   saveActive: (state: Active|null) => Promise<unknown>,
 *   prefs: () => {volume?: number, vibrate?: boolean, loud?: boolean},
 *   say: (text: string) => void,
 *   tell: (text: string) => void,
 * }} Outside what the coach needs of the app: durable writing, preferences, and a voice
 */

/** The first count falls a blink after the tap, so that the sound is placed before it is due. */
const LEAD_MS = 250;

/** @param {Active} found @param {Outside} outside */
export function openCoach(found, outside) {
  const clock = sessionClock();
  const state = signal(resume(found, clock.now()));
  const trouble = signal(/** @type {{code?: string, detail: string}|null} */ (null));
  const silent = signal(false);
  /** What changes at most once a second; the ring reads every frame instead. */
  const live = signal(/** @type {Standing} */ (at(timelineOrNull(state.value) ?? NOTHING, 0)));
  const rest_s = signal(0);
  /** @type {Set<(standing: Standing, demo: boolean) => void>} */
  const listeners = new Set();
  const audio = coachAudio(outside.prefs());
  const lock = screenLock({
    onRefused: () =>
      outside.tell("This phone may switch its screen off by itself. The count goes on."),
  });
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let timeline = timelineOrNull(state.value);
  let arranged = "";
  /** What has run out and was said to the session: once, however slowly the disk writes. */
  let ran_out = "";
  let closed = false;
  let deadline = 0;
  let frame = 0;
  let heard_index = -1;
  let queue = Promise.resolve(true);

  /**
   * One action after the other: what the first one wrote is on disk before the next is looked at.
   */
  const act = (/** @type {Action} */ action, now_ms = clock.now()) => {
    const acted = queue.then(async () => {
      const step = next(state.value, action, now_ms);
      if (step.state === state.value) return true;
      try {
        if (step.entries.length > 0) await outside.appendAll(step.entries);
        trouble.value = null;
      } catch (error) {
        trouble.value = /** @type {{detail: string}} */ (error);
        return false;
      }
      state.value = step.state;
      arrange();
      const kept = step.state.phase === "over" ? null : step.state;
      await Promise.resolve(outside.saveActive(kept)).catch((error) => trouble.value = error);
      return true;
    });
    // What went wrong with one action must not silence those after it.
    queue = acted.catch(() => false);
    return acted;
  };

  /** Place the sounds of what runs now, and set the one timer that ends it. */
  const arrange = () => {
    if (closed) return;
    const now = state.value;
    const { phase, paused_at, phase_started_at, paused_ms, rest, at: place } = now;
    const key = [phase, paused_at, phase_started_at, paused_ms, rest?.until, JSON.stringify(place)]
      .join();
    if (key === arranged) return;
    arranged = key;
    timeline = timelineOrNull(now);
    clearTimeout(deadline);
    if (phase === "work" && timeline && paused_at === null) {
      const zero_ms = phase_started_at + paused_ms;
      heard_index = -1;
      audio.play(setSounds(timeline, elapsed_s(now, clock.now())), clock.toSteady(zero_ms));
      if (!timeline.open) endAt(zero_ms + timeline.duration_s * 1000, due);
    } else if (rest && (phase === "rest" || phase === "log")) {
      const gone_s = (clock.now() - rest.from) / 1000;
      audio.play(restSounds((rest.until - rest.from) / 1000, gone_s), clock.toSteady(rest.from));
      if (rest.until > clock.now()) endAt(rest.until, due);
    } else audio.stop();
    if (phase === "over" || phase === "discarded") lock.release();
    else lock.hold();
    look();
  };

  /** @param {number} epoch_ms @param {() => void} then */
  const endAt = (epoch_ms, then) => {
    deadline = setTimeout(then, Math.max(0, epoch_ms - clock.now()) + 2);
  };

  /**
   * Something has run out: the set, or the rest. Asked by the timer and by every frame, both may
   * be first.
   */
  const due = () => {
    const now = state.value;
    if (ran_out === arranged) return;
    if (now.phase === "work" && now.paused_at === null && timeline && !timeline.open) {
      if (elapsed_s(now, clock.now()) < timeline.duration_s) return;
      ran_out = arranged;
      act({ type: "finish_set" });
    } else if (now.phase === "rest" && now.rest && clock.now() >= now.rest.until) {
      ran_out = arranged;
      buzz("rest_over", !!outside.prefs().vibrate);
      outside.say("Rest over.");
      act({ type: "rest_done" });
    }
  };

  /** Look at the clock once and show what it says. */
  const look = () => {
    const now = state.value;
    if (timeline) {
      const demo = now.phase === "ready";
      const t_s = demo ? (still.matches ? 0 : demoTime(timeline)) : elapsed_s(now, clock.now());
      const standing = at(timeline, t_s);
      for (const listener of listeners) listener(standing, demo);
      const shown = demo ? at(timeline, 0) : standing;
      const { type, count, rep } = live.value;
      if (shown.type !== type || shown.count !== count || shown.rep !== rep) live.value = shown;
      if (now.phase === "work" && now.paused_at === null && standing.index !== heard_index) {
        heard_index = standing.index;
        buzz(standing.type, !!outside.prefs().vibrate);
      }
    }
    if (now.rest) {
      rest_s.value = Math.max(0, Math.ceil((now.rest.until - clock.now()) / 1000 - 0.05));
    }
    const mute = now.phase === "work" && audio.locked();
    if (mute !== silent.value) silent.value = mute;
  };

  const everyFrame = () => {
    frame = requestAnimationFrame(everyFrame);
    due();
    look();
    audio.check();
  };

  const onVisibility = () => {
    if (document.visibilityState === "hidden") return clock.hide();
    if (clock.woke() > 0) {
      arranged = "";
      arrange();
    }
    audio.realign();
    due();
  };

  document.addEventListener("visibilitychange", onVisibility);
  arrange();
  frame = requestAnimationFrame(everyFrame);

  return {
    state,
    live,
    rest_s,
    trouble,
    silent,
    timeline: () => timeline,
    now: clock.now,
    /** A tap: the only moment in which a browser lets sound begin. @param {Action} action */
    tap(action) {
      audio.unlock().then(look);
      return act(action, clock.now() + (action.type === "start" ? LEAD_MS : 0));
    },
    /** Another tab moved the session on: stand where it stands. @param {Active} moved */
    follow(moved) {
      state.value = moved;
      arrange();
    },
    /** Hear the coach again after a reload, without changing anything. */
    unmute: () => audio.unlock().then(look),
    setVolume: audio.setVolume,
    /**
     * Called with every frame's standing; returns how to stop.
     * @param {(standing: Standing, demo: boolean) => void} listener
     */
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      cancelAnimationFrame(frame);
      clearTimeout(deadline);
      document.removeEventListener("visibilitychange", onVisibility);
      lock.release();
      audio.close();
    },
  };
}

/** @typedef {ReturnType<typeof openCoach>} Coach */

/** @type {import("./tempo.js").Timeline} */
const NOTHING = {
  measure: "reps",
  starts: "top",
  events: [{ t_s: 0, duration_s: 0, type: "done", rep: 0, count: 0 }],
  total: 1,
  ready_s: 0,
  rep_s: 1,
  duration_s: 0,
  under_tension_s: 0,
  open: false,
};

/** @param {Active} state */
function timelineOrNull(state) {
  return state.workout.items.length > 0 ? timelineOf(state) : null;
}

/**
 * Before the set its movement is shown, rep after rep with a breath between.
 * @param {import("./tempo.js").Timeline} timeline
 */
function demoTime({ ready_s, rep_s, measure }) {
  if (measure === "hold" || measure === "distance") return 0;
  const shown_s = measure === "contacts" ? rep_s * 4 : rep_s;
  return ready_s + Math.min((performance.now() / 1000) % (shown_s + 1), shown_s - 0.001);
}
