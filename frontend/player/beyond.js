/** More than asked, slower or faster: what a runner changes about a set while it is theirs. */
import { begun, itemOf, setsOf, sidesOf } from "./order.js";
import { BLOCK, carried, changed, heldLonger, paceAt, rhythm, slowed } from "./pace.js";
import { elapsed_s, timelineOf } from "./steps.js";
import { at, DEFAULT_TEMPO } from "./tempo.js";
import { arrive, same, to } from "./transition.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Step} Step */

/**
 * A step slower or faster for this set: all of it before it begins, later from the next rep on.
 * @param {Active} state
 * @param {number} s
 * @param {number} now_ms
 * @returns {Step}
 */
export function repace(state, s, now_ms) {
  const key = `${state.at.item}.${state.at.set}`;
  const known = state.pace[key] ?? [];
  const paces = state.phase === "ready" ? carried(known) : known;
  const after = changed(paces, fromRep(state, now_ms), s);
  const [old_s, new_s] = [paces, after].map((each) => paceAt(each, Infinity));
  if (likePaced(state, old_s) === likePaced(state, new_s)) return same(state);
  const changedState = { ...state, pace: { ...state.pace, [key]: after } };
  // A hold cannot be made shorter than it has been.
  const over = state.phase === "work" && state.manners[state.at.item].measure === "hold" &&
    elapsed_s(state, now_ms) >= timelineOf(changedState).duration_s;
  return over ? same(state) : same(changedState);
}

/**
 * A rep, or a block of seconds or contacts, more: of the set at work, or on its card.
 * @param {Active} state
 * @param {import("./types.d.ts").Side} [side]
 * @returns {Step}
 */
export function extraRep(state, side) {
  const { measure } = state.manners[state.at.item];
  const block = BLOCK[measure];
  if (state.phase === "work") {
    return measure === "distance" ? same(state) : to(state, { plus: state.plus + block });
  }
  const own = side ?? sidesOf(itemOf(state), state.at.set).findLast((each) => state.draft[each]);
  const draft = own && state.draft[own];
  if (!draft) return same(state);
  const more = { ...draft, amount: draft.amount + block };
  return to(state, { draft: { ...state.draft, [own]: more } });
}

/**
 * One more set of an exercise that has been done: now, or after the card that is open.
 * @param {Active} state
 * @param {{item?: number, records: import("./types.d.ts").Records[]}} action
 * @param {number} now_ms
 * @returns {Step}
 */
export function extraSet(state, { item = lastDone(state), records }, now_ms) {
  if (item === undefined || !begun(state, item) || state.closed[item] || !records?.length) {
    return same(state);
  }
  const set = setsOf(state, item);
  const more = {
    added: { ...state.added, [item]: (state.added[item] ?? 0) + 1 },
    records: { ...state.records, [`${item}.${set}`]: records[0] },
  };
  const turning = Object.keys(state.performed).length > 0;
  if (state.phase === "log" || turning) return to(state, more);
  const [side] = sidesOf(state.workout.items[item], set);
  const resting = state.phase === "rest";
  const on = { ...more, ended_early: false, at: { item, set, side } };
  return to(state, { ...on, ...(resting ? {} : arrive(now_ms)) });
}

/** @param {Active} state @param {number} now_ms */
function fromRep(state, now_ms) {
  const { measure } = state.manners[state.at.item];
  const t_s = elapsed_s(state, now_ms);
  const timeline = timelineOf(state);
  const waiting = state.phase !== "work" || t_s < timeline.ready_s;
  return waiting || measure === "hold" ? 1 : at(timeline, t_s).rep + 1;
}

/** What a pace comes to, to see whether a step still changes anything. */
function likePaced(/** @type {Active} */ state, /** @type {number} */ s) {
  const { measure, contact_s } = state.manners[state.at.item];
  const { tempo = DEFAULT_TEMPO, hold_s = 0 } = itemOf(state);
  const paced = {
    reps: () => slowed(tempo, s),
    hold: () => heldLonger(hold_s, s),
    contacts: () => rhythm(contact_s, s),
    distance: () => 0,
  };
  return paced[measure]();
}

/** The item under the card, else that of the last log. @param {Active} state */
function lastDone({ phase, at, logged }) {
  return phase === "log" ? at.item : logged.at(-1)?.item;
}
