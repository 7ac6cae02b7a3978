/**
 * The player: follows a session set by set, from the first look at an exercise to what changes
 * next time.
 */
import { html, useEffect, useState } from "../vendor/preact.js";
import * as store from "../data/store.js";
import { openCoach } from "../player/coach.js";
import { begin, hasWork } from "../player/session.js";
import { Screen } from "../player/screen/screen.js";
import { navigate } from "../router.js";
import { announce, toast } from "../ui/parts.js";

/** @typedef {import("../player/coach.js").Coach} Coach */

export default function Player() {
  const [coach, setCoach] = useState(/** @type {Coach | null} */ (null));
  useEffect(() => {
    const state = found();
    if (!state) return;
    const opened = openCoach(state, {
      appendAll: store.appendAll,
      saveActive: store.saveActive,
      prefs: () => store.prefs.peek(),
      say: announce,
      tell: toast,
      about: (exercise) =>
        store.catalog.peek().find(({ slug }) => slug === exercise) ??
          store.pack.peek()?.exercises?.[exercise],
    });
    setCoach(opened);
    return () => {
      // Looking without doing anything leaves no session behind.
      const left = opened.state.peek();
      if (!left.opened && !hasWork(left)) store.saveActive(null).catch(() => {});
      opened.close();
    };
  }, []);
  useEffect(() => coach ? share(coach) : undefined, [coach]);
  if (coach) return html`<${Screen} coach=${coach} home=${() => navigate("/")} />`;
  return running() || todaysWorkout()?.items.length ? null : html`<${Nothing} />`;
}

/**
 * One session on one phone, however many tabs show it: what another tab did is done here too.
 * @param {Coach} coach
 * @returns {() => void} how to stop
 */
function share(coach) {
  let known = store.active.peek();
  return store.active.subscribe((state) => {
    const mine = coach.state.peek();
    const ended = known && !state && mine.phase !== "over" && mine.phase !== "discarded";
    if (ended) navigate("/");
    else if (state && state !== known && state !== mine) coach.follow(state);
    known = state;
  });
}

/** The session in progress. An earlier version kept one that was thrown away. */
function running() {
  const state = store.active.peek();
  return state && state.phase !== "over" && state.phase !== "discarded" ? state : null;
}

/** The session in progress, else today's, about to begin. */
function found() {
  const under_way = running();
  if (under_way) return under_way;
  const workout = todaysWorkout();
  const pack = store.pack.peek();
  if (!workout?.items.length || !pack) return null;
  return begin(workout, {
    newRecord: store.newRecord,
    now_ms: Date.now(),
    place: workout.place,
    plan_item: store.today.peek()?.next?.session?.id,
    per_week: store.today.peek()?.per_week,
    levels_above: store.today.peek()?.levels_above,
    ready_s: store.prefs.peek().get_ready_s,
    exercises: pack.exercises,
  });
}

/** @returns {import("../player/types.d.ts").Workout | null} */
function todaysWorkout() {
  return /** @type {any} */ (store.today.peek()?.workout ?? null);
}

function Nothing() {
  return html`
    <div class="page quiet-end">
      <h1 tabindex="-1">Nothing to follow now</h1>
      <p class="muted">Today says what comes next and when.</p>
      <div class="actions"><a class="button primary" href="/">To Today</a></div>
    </div>`;
}
