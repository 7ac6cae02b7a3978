/** Other items for what has not begun: the same session at another place, or in less time. Pure. */
import { weaker_side } from "../training/asymmetry.js";
import { prescribe } from "../training/prescribe.js";
import { begun } from "./order.js";
import { settledSlots } from "./refit.js";
import { mannerOf, recordsFor } from "./session.js";
import { minutesLeft } from "./steps.js";

/** @typedef {import("./types.d.ts").Active} Active */

/** Time is no question where a session only moves. */
const ENOUGH_MIN = 600;

/**
 * The action that does it; null when the rules of this session are not on this phone.
 * @param {Active} state
 * @param {{pack: any, today: any, place?: "home"|"gym", minutes?: number,
 *   newRecord: () => string}} given `minutes` from now on
 * @returns {Extract<import("./types.d.ts").Action, {type: "refit"}>|null}
 */
export function replan(state, { pack, today, place = state.place, minutes, newRecord }) {
  const whole = pack?.templates?.[state.workout.template];
  if (!whole || !today) return null;
  const template = { ...whole, slots: openSlots(state, whole.slots, minutes !== undefined) };
  const planned = pack.plan.sessions
    .find((/** @type {{id: string}} */ one) => one.id === state.plan_item);
  const prescribed = prescribe({
    template,
    program_slots: pack.slots,
    ladders: pack.ladders,
    positions: today.positions,
    exercises: pack.exercises,
    place,
    minutes: minutes === undefined ? ENOUGH_MIN : forThem(state, template, minutes, pack.policy),
    ease: planned?.ease ?? [],
    closed: pack.closed,
    asymmetry: weaker_side(pack.symmetry, today.day),
    readiness: today.readiness,
    policy: pack.policy,
    day: today.day,
  });
  const items = /** @type {import("./types.d.ts").Item[]} */ (prescribed.items);
  const fitting = minutes === undefined ? items.map((item) => noLonger(item, state)) : items;
  const manners = fitting.map(({ exercise }) => mannerOf(pack.exercises[exercise]));
  const records = recordsFor(fitting, newRecord);
  return { type: "refit", items: fitting, manners, place, minutes, records };
}

/**
 * The template's slots without those that have begun or were ended. Where only the place changes,
 * what was left out for time stays out.
 * @param {Active} state
 * @param {{slot: string}[]} slots
 * @param {boolean} all
 */
function openSlots(state, slots, all) {
  const settled = settledSlots(state);
  const now = new Set(state.sequence.map((item) => state.workout.items[item].slot));
  return slots.filter(({ slot }) => !settled.has(slot) && (all || now.has(slot)));
}

/**
 * Of the minutes that are left those for what has not begun. The warm-up that the rules count with
 * every session is over by then.
 * @param {Active} state
 * @param {{kind: string, slots: {block: string}[]}} template
 * @param {number} minutes
 * @param {any} policy
 */
function forThem(state, { kind, slots }, minutes, policy) {
  const under_way = state.sequence.filter((item) => begun(state, item));
  const taken = minutesLeft({ ...state, sequence: under_way });
  const warm = under_way.length > 0 && !slots.some(({ block }) => block === "prep");
  const warm_up = warm ? policy.session[`warm_up_${kind}_s`] / 60 : 0;
  return Math.max(1, minutes - taken) + warm_up;
}

/**
 * No more sets than were left of the slot: what time has taken stays away.
 * @param {import("./types.d.ts").Item} item
 * @param {Active} state
 */
function noLonger(item, { workout }) {
  const before = workout.items.find(({ slot }) => slot === item.slot);
  return { ...item, sets: Math.min(item.sets, before?.sets ?? item.sets) };
}
