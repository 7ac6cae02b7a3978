/**
 * How far a day stays below where the runner stands: days off, planned ease, races, readiness.
 */

import { layoff, sets_after } from "./layoff.js";
import { lighter, measure } from "./rungs.js";

/** @import {Cut, Ease, EaseKind, Eased, Exercise, Ladder, Policy, Position} from "./values.d.ts" */
/** @import {Readiness, Reason, RegionBlock, Rung, TemplateSlot, Today} from "./values.d.ts" */

/** Tags of exercises that leave a newcomer sore for days, as slow lowering does. */
const SOREST = ["eccentric", "plyometric"];

/**
 * What makes the first session after it as light as one after the shortest layoff.
 * @type {EaseKind[]}
 */
const AFTER = ["after_race", "after_illness"];

/**
 * What is left of a position today; reasons alone when nothing is. Of several causes the largest
 * cut wins, never their sum.
 * @param {Today} today
 * @param {TemplateSlot} place_in
 * @param {Ladder} ladder
 * @param {Position} position
 * @param {number} sets
 * @returns {Ease|Reason[]}
 */
export function ease_of(today, place_in, ladder, position, sets) {
  const { exercises, readiness: ready } = today;
  let own = Math.min(position.rung, ladder.rungs.length - 1);
  /** @type {Reason[]} */
  const reasons = [];
  if (today.ease.includes("no_new")) {
    const known = known_below(today, place_in, ladder, own);
    if (known < 0) return [{ rule: "no_new_slot" }];
    if (known < own) reasons.push({ rule: "no_new" });
    own = known;
  }
  const cuts = cuts_of(today, position, sets);
  const rung = Math.min(own, ...cuts.map((cut) => down(ladder, own, cut)));
  let left = Math.min(sets, ...cuts.map((cut) => sets_of(ladder, own, cut, sets)));
  let rir = Math.max(ladder.rir, ...cuts.map((cut) => cut.rir_least));
  reasons.push(...cuts.map((cut) => cut.reason));
  const sore = sore_long(today, ladder, rung);
  const [found, region] = allowed(today, ladder, sore ? Math.max(0, rung - 1) : rung);
  if (found < 0) {
    return [region ? { rule: "blocked_region", values: { region } } : { rule: "mobility_only" }];
  }
  if (found < rung) reasons.push({ rule: "eased_region", values: { region: region || sore } });
  const tired = is_tired(ready, exercises[ladder.rungs[found].exercise]);
  if (tired) {
    left = Math.min(left, sets_tired(ready, sets));
    rir += ready.rir_added;
    reasons.push({ rule: "lighter_day" });
  }
  const kind = cuts.length ? cuts[0].kind : found < rung || tired ? "lighter" : undefined;
  return { rung: found, sets: Math.max(1, left), rir, kind, reasons };
}

/**
 * What of a rung leaves a newcomer sore for days: its tags, or that it is lowered slowly.
 * @param {Rung} rung
 * @param {Exercise} exercise
 * @param {Policy} policy
 */
export function sorest({ tempo = "0" }, { tags }, { soreness: { slow_lower_s } }) {
  const slow = parseInt(tempo) >= slow_lower_s;
  return SOREST.filter((tag) => tags.includes(tag) || (slow && tag === "eccentric"));
}

/**
 * What takes something away today; the first one names the kind.
 * @param {Today} today
 * @param {Position} position
 * @param {number} sets
 * @returns {Cut[]}
 */
function cuts_of({ policy, ease, day, trained }, position, sets) {
  /** @type {Cut[]} */
  const cuts = [];
  const { race_week: race, deload, layoff: { rows } } = policy;
  if (ease.includes("race")) {
    cuts.push(cut_of("race", { rule: "race_week" }, race, Math.min(sets, race.sets_most)));
  }
  const row = layoff(position.last_day, day, policy, trained);
  if (row.gap > rows[0].days) {
    const why = { rule: row.settles ? "layoff_return" : "layoff", values: { days: row.gap } };
    cuts.push(cut_of(row.settles ? "return" : "layoff", why, row, sets_after(row, sets)));
  }
  for (const rule of AFTER.filter((after) => ease.includes(after))) {
    cuts.push(cut_of("layoff", { rule }, rows[1], sets_after(rows[1], sets)));
  }
  const left = Math.floor(sets * deload.sets_kept + 0.5);
  if (ease.includes("deload")) cuts.push(cut_of("deload", { rule: "deload" }, deload, left));
  if (ease.includes("spike")) cuts.push(cut_of("spike", { rule: "spike" }, deload, left));
  return cuts;
}

/**
 * @param {Eased} kind
 * @param {Reason} reason
 * @param {Policy} numbers
 * @param {number} sets
 * @returns {Cut}
 */
function cut_of(kind, reason, numbers, sets) {
  const { load_down_least, load_down_most, contacts_kept = 1, rir_least = 0 } = numbers;
  return { kind, reason, load_down_least, load_down_most, sets, contacts_kept, rir_least };
}

/**
 * Jumps lose sets instead, so that the rest stay as good; with no contacts kept, they begin.
 * @param {Ladder} ladder
 * @param {number} own
 * @param {Cut} cut
 */
function down(ladder, own, cut) {
  if (measure(ladder.rungs[own]) === "contacts") return cut.contacts_kept ? own : 0;
  return lighter(ladder, own, cut.load_down_least, cut.load_down_most);
}

/** @param {Ladder} ladder @param {number} own @param {Cut} cut @param {number} sets */
function sets_of(ladder, own, cut, sets) {
  const jumps = measure(ladder.rungs[own]) === "contacts" && cut.contacts_kept > 0;
  return jumps ? Math.min(cut.sets, Math.floor(sets * cut.contacts_kept)) : cut.sets;
}

/**
 * The region of this rung that has been sore for days, or nothing.
 * @param {Today} today
 * @param {Ladder} ladder
 * @param {number} rung
 */
function sore_long({ exercises, readiness: { lower_regions = [] } }, ladder, rung) {
  const { regions } = exercises[ladder.rungs[rung].exercise];
  return lower_regions.find((region) => regions.includes(region)) ?? "";
}

/**
 * Whether readiness takes sets from this exercise or adds to its reserve.
 * @param {Readiness} ready
 * @param {Exercise} exercise
 */
function is_tired({ drop_regions: only, sets_dropped, rir_added, sets_kept }, { regions }) {
  if (only && !regions.some((each) => only.includes(each))) return false;
  return sets_dropped > 0 || rir_added > 0 || sets_kept !== undefined;
}

/** @param {Readiness} ready @param {number} sets */
function sets_tired({ sets_dropped, sets_kept = 1 }, sets) {
  return Math.min(sets - sets_dropped, Math.floor(sets * sets_kept + 0.5));
}

/**
 * The hardest rung up to `own` with an exercise done before, -1 for none. Preparing and light
 * exercises that leave nobody sore may be new.
 * @param {Today} today
 * @param {TemplateSlot} place_in
 * @param {Ladder} ladder
 * @param {number} own
 */
function known_below({ exercises, kind, done, policy }, { block }, { rungs }, own) {
  const harmless = kind === "light" || block === "prep";
  for (let index = own; index >= 0; index--) {
    const at = rungs[index], sore = sorest(at, exercises[at.exercise], policy);
    if (done.includes(at.exercise) || (harmless && !sore.length)) return index;
  }
  return -1;
}

/**
 * The hardest rung up to `rung` that today's blocks allow, -1 for none; and the region why.
 * @param {Today} today
 * @param {Ladder} ladder
 * @param {number} rung
 * @returns {[number, string]}
 */
function allowed({ exercises, readiness, policy }, ladder, rung) {
  let why = "";
  for (let index = rung; index >= 0; index--) {
    const at = ladder.rungs[index], exercise = exercises[at.exercise];
    const sore = sorest(at, exercise, policy);
    const block = readiness.blocked.find((one) => hits(one, exercise, sore))?.region ?? "";
    const moves = readiness.level !== "mobility" || is_mobility(exercise);
    if (!block && moves) return [index, why];
    why ||= block;
  }
  return [-1, why];
}

/** @param {RegionBlock} block @param {Exercise} exercise @param {string[]} sore */
function hits(block, exercise, sore) {
  if (block.region !== "all" && !exercise.regions.includes(block.region)) return false;
  if (block.what === "load") return !is_mobility(exercise);
  return block.what === "all" || sore.includes(block.what);
}

/** @param {Exercise} exercise */
function is_mobility(exercise) {
  return exercise.pattern.startsWith("mobility") || exercise.tags.includes("mobility");
}
