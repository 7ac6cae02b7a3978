/**
 * Two for two, reps in reserve, goals met: what raises, and what too little reserve takes off.
 */

import { because } from "./case.js";
import { days_between } from "./next_session.js";
import {
  amount, lighter, load_within, measure, next_load, same_load, strength, top_of_load,
} from "./rungs.js";

/** @import {Case, Policy, Reason, Rule, Rung} from "./values.d.ts" */
/** @import {Values, Verdict, WeakSide} from "./values.d.ts" */

/** @type {Rule} */
export function two_for_two(seen) {
  const above = next_load(seen.ladder, seen.rung);
  if (above === seen.rung || !last_set_over(seen) || !running(seen)) return null;
  return up(seen, above, because("two_for_two"));
}

/** @type {Rule} */
export function reserve(seen) {
  const { rir: target } = seen.outcome.prescribed;
  const rir = Math.min(...seen.sets.map((s) => s.rir ?? Infinity));
  if (rir === Infinity) return null;
  const values = { rir, target };
  if (rir < target) return smaller_step(seen, target - rir, values);
  const spare = rir - target, { far_above, far_too_light } = seen.policy.reserve;
  if (spare < (seen.position.exposures > 0 ? far_too_light : far_above)) return null;
  return bigger_step(seen, spare, values);
}

/** @type {Rule} */
export function goal_met(seen) {
  return up(seen, seen.rung + 1, because("goal_met"));
}

/**
 * The verdict, but jumps stay a week as they are before they rise, those after weeks off too. A
 * rise is done in the next session, and of two a week that is the one half a week later.
 * @param {Case} seen
 * @param {Verdict} verdict
 * @returns {Verdict}
 */
export function contacts_weekly(seen, verdict) {
  const { goal, floor, position, outcome, policy } = seen;
  if (measure(goal) !== "contacts" || verdict.rung <= floor) return verdict;
  const days = policy.caps.contacts_rise_days, since = position.raised;
  const stayed = since ? days_between(since, outcome.day) : 0;
  if (!is_new(seen) && stayed > Math.floor(days / 2)) return verdict;
  return { rung: floor, reason: because("contacts_weekly", { days }) };
}

/**
 * Whether something else was asked than last: another exercise, or more or less of the same. After
 * weeks off everything is.
 * @param {Case} seen
 * @returns {boolean}
 */
export function is_new({ position: { last }, outcome: { prescribed } }) {
  if (!last || prescribed.eased === "return" || !same_load(last, prescribed)) return true;
  const key = measure(prescribed);
  return amount(prescribed, key) !== amount(last, key);
}

/* --- what they share ------------------------------------------------------------------------- */

/**
 * Raise to `rung`, or only by one where that asks for more in hand; the top is the end.
 * @param {Case} seen
 * @param {number} rung
 * @param {Reason} reason
 * @returns {Verdict}
 */
function up(seen, rung, reason) {
  const { rungs } = seen.ladder, top = rungs.length - 1;
  if (seen.rung >= top) return { rung: top, reason: because("top") };
  const waiting = wait(seen, rung);
  const over = last_set_over(seen) && (waiting || reason.rule !== "two_for_two");
  const streak = over ? seen.position.streak + 1 : 0;
  if (!waiting) return { rung, reason, streak };
  if (same_load(rungs[seen.rung + 1], rungs[seen.rung])) {
    return { rung: seen.rung + 1, reason: because("goal_met"), streak };
  }
  return { rung: seen.rung, reason: waiting, streak };
}

/**
 * A little less for `short` reps missing in reserve, where such a load or fewer reps exist. Whoever
 * took more than was asked has a lighter set to go back to already.
 * @param {Case} seen
 * @param {number} short
 * @param {Values} values
 * @returns {Verdict}
 */
function smaller_step({ ladder, floor, heavier, policy: { reserve: numbers } }, short, values) {
  const part = Math.min(short * numbers.load_per_rep, numbers.load_down_most);
  const less = lighter(ladder, floor, numbers.load_per_rep, part), { rungs } = ladder;
  const at = rungs[floor], to = rungs[less];
  const near = at.exercise === to.exercise && strength(to) >= strength(at) * (1 - part);
  if (short < numbers.far_below || heavier || less === floor || !near) {
    return { rung: floor, reason: because("reserve_low", values) };
  }
  return { rung: less, reason: because("reserve_less", values) };
}

/**
 * The step for `spare` reps more in reserve than asked.
 * @param {Case} seen
 * @param {number} spare
 * @param {Values} values
 */
function bigger_step(seen, spare, values) {
  const { ladder, rung, policy: { reserve: numbers } } = seen;
  const heavier = load_within(ladder, rung, most_up(seen, spare));
  if (heavier > rung && !wait(seen, heavier)) {
    const { load_g } = ladder.rungs[heavier];
    return up(seen, heavier, because("reserve_load", { ...values, load_g }));
  }
  const above = next_load(ladder, rung);
  const is_far = spare >= numbers.far_too_light && above > rung;
  if (is_far && !wait(seen, above)) {
    return up(seen, above, because("reserve_light", values));
  }
  const bigger = rung + numbers.bigger_step;
  if (bigger > top_of_load(ladder, rung)) return null;
  return up(seen, bigger, because("reserve_step", values));
}

/**
 * Grams to add for `spare` reps: a part of the load, or a plate where that is more.
 * @param {Case} seen
 * @param {number} spare
 */
function most_up({ ladder, rung, outcome, policy: { reserve: numbers } }, spare) {
  const part = Math.min(spare * numbers.load_per_rep, numbers.load_up_most);
  const sides = outcome.prescribed.sides === "both" ? "bilateral" : "unilateral";
  return Math.max(ladder.rungs[rung].load_g * part, numbers[`up_${sides}_g`]);
}

/** @param {Case} seen */
function last_set_over({ goal, sets, policy }) {
  const key = measure(goal);
  return sets[sets.length - 1].amount >= amount(goal, key) + policy.two_for_two[`over_${key}`];
}

/** Whether this is one of as many sessions in a row as it takes. @param {Case} seen */
function running({ position, policy }) {
  return position.streak + 1 >= policy.two_for_two.sessions;
}

/* --- big steps ------------------------------------------------------------------------------- */

/**
 * What is still asked before the step up to `rung`; null when it may be taken.
 * @param {Case} seen
 * @param {number} rung
 * @returns {Reason|null}
 */
function wait(seen, rung) {
  const { sets, position, policy, ladder: { rungs } } = seen;
  const at = rungs[seen.rung], to = rungs[rung], need = asked(at, to, policy);
  if (need === 0 || Math.min(...sets.map((s) => in_hand(seen, s))) >= need) return null;
  const last = sets[sets.length - 1];
  if (running(seen) && in_hand(seen, last) >= need && last_set_over(seen)) return null;
  const numbers = policy.big_step;
  const patient = position.exposures >= numbers.patient_sessions;
  if (patient && part_moved(at, to, policy) <= numbers.patient_most) return null;
  if (to.band !== undefined) return because("band_wait", { reps: need });
  const part = (to.load_g - at.load_g) / base_g(at, policy);
  return because("big_step_wait", { percent: Math.floor(part * 100 + 0.5), reps: need });
}

/**
 * Reps in hand that the step from one load to the next asks for; 0 when it is no big one.
 * @param {Rung} at
 * @param {Rung} to
 * @param {Policy} policy
 */
function asked(at, to, policy) {
  const { big_step: numbers } = policy, more = strength(to) - strength(at);
  if (at.exercise !== to.exercise || more <= 0) return 0;
  if (to.band !== undefined) return numbers.band_reps;
  const base = base_g(at, policy);
  if (more <= numbers.above * base) return 0;
  const by_load = Math.ceil(more / (numbers.per_rep * base));
  return Math.min(by_load, Math.ceil(part_moved(at, to, policy) / numbers.per_rep_moved));
}

/** What a step is a part of. @param {Rung} at @param {Policy} policy @returns {number} */
function base_g(at, policy) {
  return at.load_g || policy.entry.body_mass_g;
}

/** The step as a part of body and load. @param {Rung} at @param {Rung} to @param {Policy} policy */
function part_moved(at, to, policy) {
  return (to.load_g - at.load_g) / (at.load_g + policy.entry.body_mass_g);
}

/**
 * Reps beyond the top of this load's range, those in reserve above the goal with them.
 * @param {Case} seen
 * @param {WeakSide} one
 */
function in_hand({ goal, ladder, rung, outcome, policy: { two_for_two: numbers } }, one) {
  const key = measure(goal);
  const top = amount(ladder.rungs[top_of_load(ladder, rung)], key);
  const beyond = Math.floor((one.amount - top) * numbers.over_reps / numbers[`over_${key}`]);
  return beyond + (one.rir === null ? 0 : one.rir - outcome.prescribed.rir);
}
