/** What one session does to a position: the first rule with something to say decides. */

import { least, look, lowest, on_purpose, weaker_side } from "./case.js";
import { add_days } from "./next_session.js";
import {
  amount, lighter, load_within, MEASURES, measure, next_load, same_load, strength, top_of_load,
} from "./rungs.js";

/** @import {Case, Item, Ladder, Outcome, Policy} from "./values.d.ts" */
/** @import {Position, Reason, Rung, Values, Verdict} from "./values.d.ts" */

/**
 * The position after `outcome`, and the reasons, the deciding one first.
 * @param {Position} position
 * @param {Outcome} outcome
 * @param {Ladder} ladder
 * @param {Policy} policy
 * @returns {{position: Position, reasons: Reason[]}}
 */
export function advance(position, outcome, ladder, policy) {
  const seen = look(position, outcome, ladder, policy);
  /** @type {Verdict|null} */
  let verdict = null;
  for (const rule of RULES) if ((verdict = rule(seen))) break;
  const decided = /** @type {Verdict} */ (verdict);
  const reasons = [with_entries(decided.reason, outcome), ...remarks(seen, decided)];
  return { position: moved(seen, decided, reasons), reasons };
}

/* --- the rules, in their order ------------------------------------------------------------- */

/** @type {((seen: Case) => Verdict|null)[]} */
const RULES = [
  function red_flag({ position, outcome }) {
    if (!outcome.red_flag) return null;
    return { rung: position.rung, reason: because("red_flag"), kept: true };
  },

  function skipped({ position, outcome }) {
    if (!outcome.skipped && outcome.sets.length) return null;
    return { rung: position.rung, reason: because("skipped"), kept: true };
  },

  function pain_high(seen) {
    if (seen.pain < seen.policy.pain.regress_from) return null;
    return regress(seen, because("pain_regress", { pain: seen.pain }), seen.pain);
  },

  function pain_next_morning(seen) {
    const { pain_morning: morning = 0, pain_before: before = 0 } = seen.outcome;
    if (morning <= before + seen.policy.pain.morning_rise) return null;
    return regress(seen, because("pain_morning", { pain: morning, before }), morning);
  },

  function pain_amber({ pain, policy, floor }) {
    if (pain < policy.pain.hold_from) return null;
    return { rung: floor, reason: because("pain_hold", { pain }) };
  },

  function swapped({ position, outcome }) {
    return outcome.swapped ? { rung: position.rung, reason: because("swapped"), kept: true } : null;
  },

  function soreness({ outcome, policy, floor }) {
    const { soreness: sore = 0 } = outcome;
    if (sore < policy.soreness.lighter_from) return null;
    return { rung: floor, reason: because("soreness_hold", { soreness: sore }) };
  },

  function eased({ position, outcome }) {
    if (!on_purpose(outcome.prescribed)) return null;
    return { rung: position.rung, reason: because("eased_hold"), kept: true };
  },

  function quality({ outcome, policy, floor }) {
    const worst = least(outcome.sets, "quality");
    if (worst === null || worst >= policy.quality.progress_from) return null;
    return { rung: floor, reason: because("quality_hold", { quality: worst }) };
  },

  function missed({ position, goal, sets, floor, policy }) {
    const asked = amount(goal, measure(goal));
    if (!sets.some((s) => s.amount < asked || s.strength < strength(goal))) return null;
    const values = { goal: asked };
    if (lowest(sets, "strength") > strength(goal)) {
      return { rung: floor, reason: because("heavier_short", values) };
    }
    const misses = position.misses + 1;
    if (misses < policy.misses.lower_after) {
      return { rung: floor, reason: because("miss_hold", values), misses };
    }
    return { rung: Math.max(0, floor - 1), reason: because("miss_lower", values) };
  },

  function left_open({ outcome, done, floor }) {
    const asked = outcome.prescribed.sets;
    if (done >= asked) return null;
    return { rung: floor, reason: because("sets_open", { done, sets: asked }) };
  },

  function two_for_two(seen) {
    if (!last_set_over(seen)) return null;
    if (seen.position.streak + 1 < seen.policy.two_for_two.sessions) return null;
    return up(seen, next_load(seen.ladder, seen.rung), because("two_for_two"));
  },

  function reserve(seen) {
    const { rir: target } = seen.outcome.prescribed;
    const rir = Math.min(...seen.sets.map((s) => s.rir ?? Infinity));
    if (rir === Infinity) return null;
    const values = { rir, target };
    if (rir < target) return { rung: seen.floor, reason: because("reserve_low", values) };
    const spare = rir - target;
    if (seen.position.exposures > 0 || spare < seen.policy.reserve.far_above) return null;
    return bigger_step(seen, spare, values);
  },

  function goal_met(seen) {
    return up(seen, seen.rung + 1, because("goal_met"));
  },
];

/* --- what the rules share -------------------------------------------------------------------- */

/** @param {Case} seen @param {Reason} reason @param {number} pain @returns {Verdict} */
function regress({ ladder, floor, policy, outcome }, reason, pain) {
  const rung = lighter(ladder, floor, policy.pain.down_least, policy.pain.down_most);
  if (rung < floor) return { rung, reason };
  const until = add_days(outcome.day, policy.pain.rest_days);
  return { rung, reason: because("pain_rest", { pain, until }), blocked_until: until };
}

/**
 * Raise to `rung`; at the top there is nowhere to go.
 * @param {Case} seen
 * @param {number} rung
 * @param {Reason} reason
 */
function up(seen, rung, reason) {
  const top = seen.ladder.rungs.length - 1;
  if (seen.rung >= top) return { rung: top, reason: because("top") };
  const over = last_set_over(seen) && reason.rule !== "two_for_two";
  return { rung, reason, streak: over ? seen.position.streak + 1 : 0 };
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
  if (heavier > rung) {
    const { load_g } = ladder.rungs[heavier];
    return up(seen, heavier, because("reserve_load", { ...values, load_g }));
  }
  if (spare >= numbers.far_too_light) {
    return up(seen, next_load(ladder, rung), because("reserve_light", values));
  }
  const bigger = rung + numbers.bigger_step;
  if (bigger > top_of_load(ladder, rung)) return null;
  return up(seen, bigger, because("reserve_step", values));
}

/** @param {Case} seen */
function last_set_over({ goal, sets, policy }) {
  const key = measure(goal);
  return sets[sets.length - 1].amount >= amount(goal, key) + policy.two_for_two[`over_${key}`];
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

/** @param {Case} seen @param {Verdict} verdict @param {Reason[]} reasons @returns {Position} */
function moved(seen, verdict, reasons) {
  const { position: before, outcome } = seen, counts = verdict.kept ? before : verdict;
  /** @type {Position} */
  const after = {
    rung: verdict.rung,
    streak: counts.streak ?? 0,
    misses: counts.misses ?? 0,
    exposures: verdict.kept ? before.exposures : exposures(seen, verdict),
    why: reasons,
  };
  const trained = outcome.sets.length > 0 && !outcome.skipped;
  if (before.last) after.last = before.last;
  if (!trained && before.last_day) after.last_day = before.last_day;
  if (!trained && before.blocked) after.blocked = before.blocked;
  if (verdict.blocked_until) {
    const region = outcome.prescribed.regions?.[0] ?? "all";
    after.blocked = { region, until: verdict.blocked_until };
  }
  if (trained) after.last_day = outcome.day;
  if (seen.sets.length) after.last = done_rung(outcome.prescribed);
  return after;
}

/**
 * Sessions at this load; after a step down it is no first exposure.
 * @param {Case} seen
 * @param {Verdict} verdict
 */
function exposures({ ladder: { rungs }, position: before }, { rung }) {
  if (same_load(rungs[rung], rungs[before.rung])) return before.exposures + 1;
  return rung < before.rung ? 1 : 0;
}

/** @param {Item} prescribed @returns {Rung} */
function done_rung(prescribed) {
  const keys = ["exercise", ...MEASURES, "load_g", "load", "band", "tempo"];
  const kept = Object.entries(prescribed).filter(([key]) => keys.includes(key));
  return /** @type {Rung} */ (Object.fromEntries(kept));
}

/** What else is worth knowing about a decision. @param {Case} seen @param {Verdict} verdict */
function remarks(seen, verdict) {
  /** @type {Reason[]} */
  const found = [];
  if (verdict.kept || !seen.sets.length) return found;
  const load_g = lowest(seen.sets, "strength");
  if (seen.heavier) found.push(because("heavier_honored", { load_g }));
  const side = weaker_side(seen);
  if (side) found.push(because("weaker_side", { side }));
  if (verdict.streak) found.push(because("over_once"));
  return found;
}

/** @param {Reason} reason @param {Outcome} outcome @returns {Reason} */
function with_entries(reason, { entries = [] }) {
  return entries.length ? { ...reason, entries } : reason;
}

/** @param {string} rule @param {Values} [values] @returns {Reason} */
function because(rule, values) {
  return values ? { rule, values } : { rule };
}
