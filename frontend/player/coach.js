/** The conductor: taps and deadlines to the session, its log to disk, all on one clock. */
import { computed, signal } from "../vendor/preact.js";
import { openActing } from "./acting.js";
import { coachAudio } from "./audio.js";
import { sessionClock } from "./clock.js";
import { frames, sparing } from "./frames.js";
import { buzz, felt } from "./haptics.js";
import { NOTHING, soundsOf, standingOf, timelineOrNull } from "./moment.js";
import { ranOut } from "./run_out.js";
import { resume } from "./session.js";
import { at, same_s } from "./tempo.js";
import { openTelling } from "./telling.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Action} Action */
/** @typedef {import("./tempo.js").Standing} Standing */
/** @typedef {import("./types.d.ts").Outside} Outside */

/**
 * @typedef {{timeline: import("./tempo.js").Timeline, zero_ms: number}} Running `zero_ms` is the
 *   `performance.now` at which its second 0 is drawn
 */

/** A set found this long after its end ran out while the page slept, and nobody heard it. */
const UNHEARD_S = 2;
const REST_SOON_S = 10;
/** How long a disk that refused the end of a set is left alone. */
const RETRY_MS = 2000;
/** How often the audio clock is compared with the steady one. */
const LISTEN_MS = 50;
/** What a browser moves by itself is seen a frame after the moment it is drawn for. */
const SEEN_MS = 1000 / 60;

/** @param {Active} found @param {Outside} outside */
export function openCoach(found, outside) {
  const clock = sessionClock();
  const state = signal(resume(found, clock.now()));
  const timeline = computed(() => timelineOrNull(state.value));
  const trouble = signal(/** @type {{code?: string, detail: string}|null} */ (null));
  const silent = signal(false);
  /** What changes at most once a second; what moves in between is laid out ahead. */
  const live = signal(/** @type {Standing} */ (at(timeline.value ?? NOTHING, 0)));
  const rest_s = signal(0);
  /** The set that runs, for what is shown ahead of time. */
  const running = signal(/** @type {Running|null} */ (null));
  const audio = coachAudio(outside.prefs());
  const listen = sparing(audio.check, LISTEN_MS);
  let arranged = "";
  /** What has run out and was said to the session: once, however slowly the disk writes. */
  let ran_out = "";
  /** Whether sound was asked for since it last ran: a phone without any is not asked again. */
  let unmuted = false;
  let closed = false;
  let deadline = 0;
  let ticking = 0;
  /** What was felt last. @type {Standing|null} */
  let touched = null;
  let same_ms = 0;

  const act = openActing({
    state,
    trouble,
    outside,
    now: clock.now,
    moved(before, action) {
      arrange();
      telling.done(before, action);
    },
  });

  /** Place the sounds of what runs now, and set the timers that follow and end it. */
  const arrange = () => {
    if (closed) return;
    const now = state.value;
    const { phase, paused_at, phase_started_at: began, paused_ms, rest, at: place } = now;
    const planned = timeline.value;
    const what = now.workout.items[place.item]?.exercise;
    const key = JSON.stringify([phase, paused_at, began, paused_ms, rest, place, planned, what]);
    if (key === arranged) return;
    arranged = key;
    clearTimeout(deadline);
    clearTimeout(ticking);
    touched = null;
    const { phase_words } = telling.exercise();
    const heard = soundsOf(now, planned, clock.now(), phase_words);
    if (heard) audio.play(heard.sounds, clock.toSteady(heard.zero_ms));
    else audio.stop();
    running.value = heard && phase === "work" && planned
      ? { timeline: planned, zero_ms: clock.toSteady(heard.zero_ms) - SEEN_MS }
      : null;
    if (heard && phase === "work" && planned && !planned.open) {
      endAt(heard.zero_ms + planned.duration_s * 1000, due);
    } else if (heard && phase !== "work" && rest) {
      if (rest.until > clock.now()) endAt(rest.until, due);
      // A card opened again after its rest has nothing new to tell.
      else if (phase === "log") ran_out = key;
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

  /** The device slept: what runs has gone on meanwhile. */
  const catchUp = () => {
    if (clock.woke() === 0) return;
    arranged = "";
    arrange();
  };

  /** The set or the rest has run out. Asked by the timer and by every frame: both may be first. */
  const due = () => {
    const hidden = document.visibilityState === "hidden";
    if (hidden) catchUp();
    const out = ranOut(state.value, timeline.value, clock.now());
    if (!out || ran_out === arranged) return;
    // Unseen and unheard nothing is decided: it may run in another tab.
    if (out.what === "set" && hidden && audio.locked()) return;
    ran_out = arranged;
    if (out.what === "rest") {
      feel("rest_over");
      telling.restOver();
      if (state.value.phase === "rest") settle({ type: "rest_done" }, out.what);
    } else if (out.late_s > UNHEARD_S) {
      settle({ type: "returned" }, out.what);
    } else {
      feel(timeline.value?.events.at(-1)?.type ?? null);
      settle({ type: "finish_set" }, out.what);
    }
  };

  /**
   * Tell the session what has run out, unless a tap that waited before it gave it more time. What
   * the disk refuses is tried again.
   * @param {Action} action
   * @param {"set"|"rest"} what
   */
  const settle = (action, what) => {
    const now_ms = clock.now();
    act(action, now_ms, () => ranOut(state.value, timeline.value, now_ms)?.what === what)
      .then((done) => {
        if (!done && !closed) deadline = setTimeout(settle, RETRY_MS, action, what);
      });
  };

  /** Look at the clock once and show what it says. */
  const look = () => {
    const now = state.value;
    if (timeline.value) {
      const standing = standingOf(now, timeline.value, clock.now() + film.ahead_ms());
      same_ms = 1000 * same_s(standing);
      const { type, count, rep } = live.value;
      if (standing.type !== type || standing.count !== count || standing.rep !== rep) {
        live.value = standing;
      }
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
    const locked = audio.locked();
    unmuted &&= locked;
    const mute = now.phase === "work" && locked && !unmuted;
    if (mute !== silent.value) silent.value = mute;
  };

  const film = frames(() => {
    due();
    look();
    listen();
    run();
  });

  const run = () => {
    const { phase, paused_at } = state.value;
    const working = phase === "work" && paused_at === null;
    film.run(!closed && !!timeline.value && working, same_ms);
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
    audio.unlock().then(look, look);
    telling.tapped();
    return act(action);
  };

  const telling = openTelling(outside, {
    state: () => state.value,
    getting_ready: () => live.value.type === "ready",
    tap,
    say: audio.say,
  });

  const onVisibility = () => {
    if (document.visibilityState === "hidden") return clock.hide();
    catchUp();
    telling.back();
    audio.realign();
    due();
    look();
    run();
  };

  trouble.subscribe(telling.trouble);
  document.addEventListener("visibilitychange", onVisibility);
  arrange();

  return {
    state,
    live,
    rest_s,
    running,
    trouble,
    silent,
    timeline: () => timeline.value,
    now: clock.now,
    /** A tap: the only moment in which a browser lets sound begin. */
    tap,
    /** Another tab moved the session on: stand where it stands. @param {Active} moved */
    follow(moved) {
      state.value = moved;
      arrange();
    },
    /** Hear the coach again after a reload, without changing anything. */
    unmute() {
      unmuted = true;
      look();
      audio.unlock().then(look, look);
    },
    setVolume: audio.setVolume,
    /** Preferences have changed: hear them at once. */
    tune: () => audio.tune(prefs()),
    /** Say one of the words of clips.js now. */
    call: audio.say,
    /** Where the set stands now, to the fraction. */
    standing: () => standingOf(state.value, timeline.value ?? NOTHING, clock.now()),
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
