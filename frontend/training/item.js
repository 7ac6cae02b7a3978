/** The item of one slot in today's workout: its dose, what differs from last time, and why. */

import { dose } from "./dose.js";
import { ease_of, sorest } from "./ease.js";
import { amount, finding_load, MEASURES, measure, same_load, start } from "./rungs.js";

/** @import {Exercise, Item, Ladder, Position, Reason, Rung} from "./values.d.ts" */
/** @import {Slot, TemplateSlot, Today} from "./values.d.ts" */

/**
 * The item of one slot, or the reasons why it has none today.
 * @param {Today} today
 * @param {Slot} slot
 * @param {TemplateSlot} place_in
 * @param {Ladder|undefined} ladder
 * @param {Position|undefined} known
 * @returns {Item|Reason[]}
 */
export function item_of(today, slot, place_in, ladder, known) {
  if (!ladder) return [{ rule: "no_equipment" }];
  const position = known ?? start(ladder), { block } = place_in;
  const until = position.blocked?.until ?? "";
  if (until > today.day) return [{ rule: "blocked_until", values: { until } }];
  const sets = place_in.sets ?? ladder.sets;
  const ease = ease_of(today, place_in, ladder, position, sets);
  if (Array.isArray(ease)) return ease;
  const rung = ladder.rungs[ease.rung];
  const exercise = today.exercises[rung.exercise];
  const sore = sorest(rung, exercise, today.policy).length > 0;
  /** @type {Reason[]} */
  const half = sore && meets(position, rung) ? [{ rule: "first_half" }] : [];
  const why = position.why?.length ? position.why : [first(position, ladder)];
  /** @type {Item} */
  const made = {
    slot: place_in.slot,
    name: slot.name,
    block,
    ...rung,
    sets: half.length ? Math.min(ease.sets, Math.ceil(sets / 2)) : ease.sets,
    sides: exercise.laterality === "unilateral" ? "each" : "both",
    rest_s: ladder.rest_s,
    rir: ease.rir,
    rung: ease.rung,
    regions: exercise.regions,
    reasons: [...ease.reasons, ...half, ...why],
  };
  if (!ease.kind && block !== "prep" && heavier_here(position, rung, ladder)) {
    made.reasons.push({ rule: "find_load", values: { rir: ladder.rir } });
  }
  const light = today.kind === "light" || block === "prep";
  made.reasons.push(...dose(rung, slot, ladder, sets, light, today.policy));
  if (ease.kind) made.eased = ease.kind;
  if (exercise.contact_s) made.contact_s = exercise.contact_s;
  if (place_in.group) made.group = place_in.group;
  const change = change_from(position.last, rung);
  if (change) made.change = change;
  if (ease.kind === "race" && block === "main" && made.reps !== undefined) {
    made.reps = Math.min(made.reps, today.policy.race_week.reps);
  }
  return made;
}

/**
 * Whether this is the first time here with an exercise.
 * @param {Position} position
 * @param {Rung} rung
 */
function meets({ last_day, last }, rung) {
  return !(last_day && last?.exercise === rung.exercise);
}

/**
 * Whether a new load may be climbed from: the same exercise goes heavier here.
 * @param {Position} position
 * @param {Rung} rung
 * @param {Ladder} ladder
 */
function heavier_here(position, rung, { rungs }) {
  return rung.reps !== undefined && finding_load(position, rung) && rungs.some((other) =>
    other.exercise === rung.exercise && other.load === rung.load && other.load_g > rung.load_g
  );
}

/** @param {Position} position @param {Ladder} ladder @returns {Reason} */
function first(position, { first_why }) {
  return "last_day" in position ? { rule: "start_again" } : first_why ?? { rule: "start" };
}

/**
 * What differs from what was last done, the most telling difference first.
 * @param {Rung|undefined} last
 * @param {Rung} rung
 */
function change_from(last, rung) {
  if (!last) return null;
  const key = measure(rung);
  if (last.exercise !== rung.exercise) return { from: last, by: "exercise" };
  if (!same_load(last, rung)) return { from: last, by: "load" };
  if (amount(last, key) === amount(rung, key)) return null;
  return { from: last, by: ["reps", "hold", "contacts", "distance"][MEASURES.indexOf(key)] };
}
