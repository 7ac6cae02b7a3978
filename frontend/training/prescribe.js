/**
 * Today's workout: a template filled from the runner's ladders, eased where today asks for it.
 */

import { dose } from "./dose.js";
import { fit, minutes_of } from "./fit.js";
import { days_between } from "./next_session.js";
import { amount, finding_load, lighter, MEASURES, measure, same_load, start } from "./rungs.js";

/** @import {Asked, Chosen, Dropped, Ease, Eased, Exercise, Item} from "./values.d.ts" */
/** @import {Ladder, Policy, Position, Reason, RegionBlock, Rung} from "./values.d.ts" */
/** @import {Readiness, Slot, TemplateSlot, Today, Workout} from "./values.d.ts" */

/**
 * A day that takes nothing away: what a workout is fitted to, so that an easier one adds nothing.
 * @type {Readiness}
 */
const USUAL = { level: "go", sets_dropped: 0, rir_added: 0, blocked: [], reasons: [] };

/**
 * The workout of `template` for `day`, within `minutes` plus the policy's tolerance. Every load is
 * one of the ladders'. A deload, a layoff and a poor day take the largest of their cuts; the
 * minutes they free stay free.
 * @param {Asked} asked
 * @returns {Workout}
 */
export function prescribe(asked) {
  const { template, program_slots, ladders, positions, place, minutes, readiness, policy } = asked;
  /** @type {Chosen} */
  const chosen = [];
  const today = { ...asked, kind: template.kind, trained: trained_on(positions) };
  const usual = { ...today, deload: false, readiness: USUAL };
  /** @type {Dropped[]} */
  const dropped = [];
  /** @param {Today} on @param {TemplateSlot} place_in */
  const made = (on, place_in) => {
    const { slot } = place_in;
    const ladder = ladders[slot]?.[place], position = positions[slot]?.[place];
    return item(on, program_slots[slot], place_in, ladder, position);
  };
  for (const place_in of readiness.level === "stop" ? [] : template.slots) {
    const one = made(usual, place_in), { slot } = place_in;
    if (Array.isArray(one)) dropped.push({ slot, reasons: one });
    else chosen.push([place_in, { ...one, sets: place_in.sets ?? ladders[slot][place].sets }]);
  }
  const [fitting, left_out] = fit(chosen, template.kind, minutes, policy);
  const places = new Map(chosen.map(([place_in]) => [place_in.slot, place_in]));
  /** @type {Item[]} */
  const items = [];
  for (const kept of fitting) {
    const one = made(today, /** @type {TemplateSlot} */ (places.get(kept.slot)));
    if (Array.isArray(one)) dropped.push({ slot: kept.slot, reasons: one });
    else items.push(within(one, kept));
  }
  const deloading = asked.deload ? [{ rule: "deload" }] : [];
  return {
    template: template.slug,
    name: template.name,
    stage: template.stage,
    kind: template.kind,
    place,
    minutes: minutes_of(items, template.kind, policy),
    items,
    dropped: [...dropped, ...left_out],
    reasons: [...deloading, ...readiness.reasons],
  };
}

/** The days on which some slot was trained last, anywhere. @param {Asked["positions"]} positions */
function trained_on(positions) {
  const places = Object.values(positions).flatMap((slot) => Object.values(slot));
  return places.flatMap(({ last_day }) => last_day ?? []);
}

/** The item with no more sets than the time left of it. @param {Item} one @param {Item} kept */
function within(one, kept) {
  if (one.sets <= kept.sets) return one;
  const fewer = kept.reasons.filter(({ rule }) => rule === "fewer_sets");
  return { ...one, sets: kept.sets, reasons: [...one.reasons, ...fewer] };
}

/**
 * The item of one slot, or the reasons why it has none today.
 * @param {Today} today
 * @param {Slot} slot
 * @param {TemplateSlot} place_in
 * @param {Ladder|undefined} ladder
 * @param {Position|undefined} known
 * @returns {Item|Reason[]}
 */
function item(today, slot, place_in, ladder, known) {
  if (!ladder) return [{ rule: "no_equipment" }];
  const position = known ?? start(ladder);
  const until = position.blocked?.until ?? "";
  if (until > today.day) return [{ rule: "blocked_until", values: { until } }];
  const sets = place_in.sets ?? ladder.sets;
  const ease = ease_of(today, ladder, position, sets);
  if (Array.isArray(ease)) return ease;
  const rung = ladder.rungs[ease.rung];
  const exercise = today.exercises[rung.exercise];
  const why = position.why?.length ? position.why : [first(position)];
  /** @type {Item} */
  const made = {
    slot: place_in.slot,
    name: slot.name,
    block: place_in.block,
    ...rung,
    sets: ease.sets,
    sides: exercise.laterality === "unilateral" ? "each" : "both",
    rest_s: ladder.rest_s,
    rir: ease.rir,
    rung: ease.rung,
    regions: exercise.regions,
    reasons: [...ease.reasons, ...why],
  };
  if (!ease.kind && place_in.block !== "prep" && heavier_here(position, rung, ladder)) {
    made.reasons.push({ rule: "find_load", values: { rir: ladder.rir } });
  }
  const light = today.kind === "light" || place_in.block === "prep";
  made.reasons.push(...dose(rung, slot, ladder, sets, light, today.policy));
  if (ease.kind) made.eased = ease.kind;
  const change = change_from(position.last, rung);
  if (change) made.change = change;
  return made;
}

/**
 * What layoff, deload and readiness leave of a position; reasons alone when nothing is left.
 * @param {Today} today
 * @param {Ladder} ladder
 * @param {Position} position
 * @param {number} sets
 * @returns {Ease|Reason[]}
 */
function ease_of(today, ladder, position, sets) {
  const { policy, readiness: ready } = today;
  const own = Math.min(position.rung, ladder.rungs.length - 1);
  const cuts = [sets];
  let rung = own, rir = ladder.rir;
  /** @type {Eased|undefined} */
  let kind;
  /** @type {Reason[]} */
  const reasons = [];
  const row = layoff(position.last_day, today.day, policy, today.trained);
  if (row.gap > policy.layoff.rows[0].days) {
    rung = lighter(ladder, own, row.load_down_least, row.load_down_most);
    cuts.push(sets_after(row, sets));
    kind = row.settles ? "return" : "layoff";
    const rule = row.settles ? "layoff_return" : "layoff";
    reasons.push({ rule, values: { days: row.gap } });
  }
  if (today.deload) {
    const numbers = policy.deload;
    rung = Math.min(rung, lighter(ladder, own, numbers.load_down_least, numbers.load_down_most));
    rir = Math.max(rir, numbers.rir_least);
    cuts.push(Math.floor(sets * numbers.sets_kept + 0.5));
    kind ??= "deload";
    reasons.push({ rule: "deload" });
  }
  const [found, region] = allowed(today, ladder, rung);
  if (found < 0) {
    return [region ? { rule: "blocked_region", values: { region } } : { rule: "mobility_only" }];
  }
  if (found < rung) {
    kind ??= "lighter";
    reasons.push({ rule: "eased_region", values: { region } });
  }
  const { regions } = today.exercises[ladder.rungs[found].exercise];
  const only = ready.drop_regions;
  if (!only || regions.some((each) => only.includes(each))) {
    rir += ready.rir_added;
    if (ready.sets_dropped || ready.rir_added) {
      cuts.push(sets - ready.sets_dropped);
      kind ??= "lighter";
      reasons.push({ rule: "lighter_day" });
    }
  }
  return { rung: found, sets: Math.max(1, Math.min(...cuts)), rir, kind, reasons };
}

/**
 * The hardest rung up to `rung` that today's blocks allow, -1 for none; and the region why.
 * @param {Today} today
 * @param {Ladder} ladder
 * @param {number} rung
 * @returns {[number, string]}
 */
function allowed({ exercises, readiness }, ladder, rung) {
  let why = "";
  for (let index = rung; index >= 0; index--) {
    const exercise = exercises[ladder.rungs[index].exercise];
    const block = readiness.blocked.find((one) => hits(one, exercise))?.region ?? "";
    const moves = readiness.level !== "mobility" || is_mobility(exercise);
    if (!block && moves) return [index, why];
    why ||= block;
  }
  return [-1, why];
}

/** @param {RegionBlock} block @param {Exercise} exercise */
function hits(block, exercise) {
  if (block.region !== "all" && !exercise.regions.includes(block.region)) return false;
  if (block.what === "load") return !is_mobility(exercise);
  return block.what === "all" || exercise.tags.includes(block.what);
}

/** @param {Exercise} exercise */
function is_mobility(exercise) {
  return exercise.pattern.startsWith("mobility") || exercise.tags.includes("mobility");
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

/** @param {Position} position @returns {Reason} */
function first(position) {
  return { rule: "last_day" in position ? "start_again" : "start" };
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

/* --- layoff.py ------------------------------------------------------------------------------ */

/**
 * The layoff row for the days off, with them as `gap`.
 * @param {string|undefined} last_day
 * @param {string} day
 * @param {Policy} policy
 * @param {string[]} trained days on which anything was
 */
function layoff(last_day, day, policy, trained) {
  let gap = last_day ? days_between(last_day, day) : 0;
  if (last_day && gap <= policy.layoff.slot_days) {
    const days = [last_day, ...trained.filter((d) => last_day < d && d < day).sort(), day];
    gap = Math.max(...days.slice(1).map((to, i) => days_between(days[i], to)));
  }
  const { rows } = policy.layoff;
  return { ...(rows.find((/** @type {Policy} */ row) => gap <= row.days) ?? rows.at(-1)), gap };
}

/** @param {Policy} row @param {number} sets */
function sets_after(row, sets) {
  return Math.max(1, Math.floor((sets - row.sets_off) * row.sets_kept + 0.5));
}
