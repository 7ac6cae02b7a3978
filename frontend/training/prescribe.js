/**
 * Today's workout: a template filled from the runner's ladders, eased where today asks for it.
 */

import { budget_s, contacts_of, fit, minutes_of, seconds, sides_of } from "./fit.js";
import { item_of } from "./item.js";

/** @import {Asked, Asymmetry, Chosen, Dropped, EaseKind, Item} from "./values.d.ts" */
/** @import {Policy, Position, Readiness, Reason, Slot} from "./values.d.ts" */
/** @import {TemplateSlot, Today, Workout} from "./values.d.ts" */

/**
 * A day that takes nothing away: what a workout is fitted to, so that an easier one adds nothing.
 * @type {Readiness}
 */
const USUAL = { level: "go", sets_dropped: 0, rir_added: 0, blocked: [], reasons: [] };

/** @type {Record<EaseKind, string>} */
const RULES = {
  race: "race_week",
  after_race: "after_race",
  after_illness: "after_illness",
  deload: "deload",
  spike: "spike",
  no_new: "no_new",
};

/**
 * The workout of `template` for `day`, within `minutes` plus the policy's tolerance. Every load is
 * one of the ladders'. What the plan eases, a layoff and a poor day take the largest of their
 * cuts; the minutes they free stay free. Slots in `closed` are left out for the reasons there.
 * @param {Asked} asked
 * @returns {Workout}
 */
export function prescribe(asked) {
  const { template, program_slots, ladders, positions, place, minutes, readiness, policy } = asked;
  const { ease = [], closed = {}, asymmetry = null } = asked, { kind } = template;
  /** @type {Chosen} */
  const chosen = [];
  const today = { ...asked, ease, kind, ...trained_on(positions) };
  const usual = { ...today, ease: [], readiness: USUAL };
  /** @type {Dropped[]} */
  const dropped = [];
  /** @param {Today} on @param {TemplateSlot} place_in */
  const made = (on, place_in) => {
    const { slot } = place_in;
    if (closed[slot]) return closed[slot];
    const ladder = ladders[slot]?.[place], position = here(positions[slot], place);
    return item_of(on, program_slots[slot], place_in, ladder, position);
  };
  for (const place_in of readiness.level === "stop" ? [] : template.slots) {
    const one = made(usual, place_in), { slot } = place_in;
    if (Array.isArray(one)) dropped.push({ slot, reasons: one });
    else chosen.push([place_in, { ...one, sets: place_in.sets ?? ladders[slot][place].sets }]);
  }
  const [fitting, left_out] = fit(chosen, kind, minutes, policy);
  const places = new Map(chosen.map(([place_in]) => [place_in.slot, place_in]));
  /** @type {Item[]} */
  const eased = [];
  for (const kept of fitting) {
    const one = made(today, /** @type {TemplateSlot} */ (places.get(kept.slot)));
    if (Array.isArray(one)) dropped.push({ slot: kept.slot, reasons: one });
    else eased.push(within(one, kept));
  }
  // A lighter load may come with more reps, and those take longer.
  const again = eased.map((one) => [/** @type {TemplateSlot} */ (places.get(one.slot)), one]);
  let [items, too_long] = fit(/** @type {[TemplateSlot, Item][]} */ (again), kind, minutes, policy);
  if (ease.includes("race")) items = few_jumps(items, policy);
  if (asymmetry) {
    const most_s = budget_s(kind, minutes, policy);
    items = sided(items, asymmetry, program_slots, (more) => seconds(more, kind, policy) <= most_s);
  }
  const planned = Object.entries(RULES).filter(([one]) => ease.some((e) => e === one));
  return {
    template: template.slug,
    name: template.name,
    stage: template.stage,
    kind,
    place,
    minutes: minutes_of(items, kind, policy),
    items,
    dropped: [...dropped, ...left_out, ...too_long],
    reasons: [
      ...planned.map(([, rule]) => ({ rule })),
      ...readiness.reasons,
      ...weaker_first(items, asymmetry),
    ],
  };
}

/**
 * The days on which some slot was trained last, anywhere, and the exercises done then.
 * @param {Asked["positions"]} positions
 */
function trained_on(positions) {
  const places = Object.values(positions).flatMap((slot) => Object.values(slot));
  return {
    trained: places.flatMap(({ last_day }) => last_day ?? []),
    done: places.flatMap(({ last }) => last?.exercise ?? []),
  };
}

/**
 * The position at a place; days off are counted from the slot's last day at any of them.
 * @param {Record<string, Position>|undefined} places
 * @param {string} place
 */
function here(places = {}, place) {
  const at = places[place];
  if (!at?.last_day) return at;
  const days = Object.values(places).flatMap(({ last_day }) => last_day ?? []);
  return { ...at, last_day: days.sort()[days.length - 1] };
}

/** The item with no more sets than the time left of it. @param {Item} one @param {Item} kept */
function within(one, kept) {
  if (one.sets <= kept.sets) return one;
  const fewer = kept.reasons.filter(({ rule }) => rule === "fewer_sets");
  return { ...one, sets: kept.sets, reasons: [...one.reasons, ...fewer] };
}

/**
 * The contacts of a race week are few in all: the first jumps take what there is.
 * @param {Item[]} items
 * @param {Policy} policy
 * @returns {Item[]}
 */
function few_jumps(items, policy) {
  let left = policy.race_week.contacts_most;
  return items.flatMap((item) => {
    if (item.contacts === undefined) return [item];
    const sets = item.sets * sides_of(item) <= left ? item.sets : 1;
    const contacts = Math.min(item.contacts, Math.floor(left / (sets * sides_of(item))));
    if (contacts <= 0) return [];
    const few = { ...item, sets, contacts };
    left -= contacts_of(few);
    return [few];
  });
}

/**
 * Each side in turn from the weaker one on, which gets a set on top where time allows.
 * @param {Item[]} items
 * @param {Asymmetry} asymmetry
 * @param {Record<string, Slot>} slots
 * @param {(items: Item[]) => boolean} fits
 */
function sided(items, { side, patterns, extra_set }, slots, fits) {
  /** @type {Item[]} */
  const found = items.map((one) => one.sides === "each" ? { ...one, first: side } : one);
  for (const [at, item] of found.entries()) {
    const weak = patterns.includes(slots[item.slot].pattern);
    const whole = item.sides === "each" && item.block === "main" && item.eased === undefined;
    if (!extra_set || !weak || !whole) continue;
    const because = { rule: "extra_set", values: { side } };
    const more = { ...item, extra: { side, sets: 1 }, reasons: [because, ...item.reasons] };
    if (fits(found.with(at, more))) found[at] = more;
  }
  return found;
}

/** @param {Item[]} items @param {Asymmetry|null} asymmetry @returns {Reason[]} */
function weaker_first(items, asymmetry) {
  if (!asymmetry || !items.some(({ first }) => first)) return [];
  return [{ rule: "weaker_first", values: { side: asymmetry.side } }];
}
