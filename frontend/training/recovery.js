/** The rules that hold or lower: red flags, pain, soreness, quality and goals not reached. */

import { because, least, lowest, on_purpose } from "./case.js";
import { add_days } from "./next_session.js";
import { amount, lighter, locate, measure, strength } from "./rungs.js";

/** @import {Case, Reason, Rule, Verdict} from "./values.d.ts" */

/** @type {Rule} */
export function red_flag({ position, outcome }) {
  if (!outcome.red_flag) return null;
  return { rung: position.rung, reason: because("red_flag"), kept: true };
}

/** @type {Rule} */
export function skipped({ position, outcome }) {
  if (!outcome.skipped && outcome.sets.length) return null;
  return { rung: position.rung, reason: because("skipped"), kept: true };
}

/** @type {Rule} */
export function pain_high(seen) {
  const { pain, sharp, policy } = seen;
  if (pain >= policy.pain.regress_from) return regress(seen, because("pain_regress", { pain }));
  return sharp ? regress(seen, because("pain_sharp")) : null;
}

/** @type {Rule} */
export function pain_next_morning(seen) {
  const { pain_morning: morning = 0, pain_before: before = 0 } = seen.outcome;
  if (morning <= before + seen.policy.pain.morning_rise) return null;
  return regress(seen, because("pain_morning", { pain: morning, before }));
}

/** @type {Rule} */
export function pain_amber({ pain, policy, floor }) {
  if (pain < policy.pain.hold_from) return null;
  return { rung: floor, reason: because("pain_hold", { pain }), mute: true };
}

/** @type {Rule} */
export function swapped({ position, outcome }) {
  return outcome.swapped ? { rung: position.rung, reason: because("swapped"), kept: true } : null;
}

/** @type {Rule} */
export function soreness({ outcome, policy, floor }) {
  const { soreness: sore = 0 } = outcome;
  if (sore < policy.soreness.lighter_from) return null;
  return { rung: floor, reason: because("soreness_hold", { soreness: sore }), mute: true };
}

/** @type {Rule} */
export function eased({ position, outcome }) {
  if (!on_purpose(outcome.prescribed)) return null;
  return { rung: position.rung, reason: because("eased_hold"), kept: true };
}

/** @type {Rule} */
export function quality({ outcome, policy, floor }) {
  const worst = least(outcome.sets, "quality");
  if (worst === null || worst >= policy.quality.progress_from) return null;
  return { rung: floor, reason: because("quality_hold", { quality: worst }) };
}

/** @type {Rule} */
export function missed({ position, goal, sets, floor, policy }) {
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
}

/** @type {Rule} */
export function left_open({ outcome, done, floor }) {
  const asked = outcome.prescribed.sets;
  if (done >= asked) return null;
  return { rung: floor, reason: because("sets_open", { done, sets: asked }) };
}

/** @param {Case} seen @param {Reason} reason @returns {Verdict} */
function regress({ ladder, floor, policy, outcome }, reason) {
  const hurt = Math.min(floor, locate(ladder, outcome.prescribed));
  const rung = lighter(ladder, hurt, policy.pain.down_least, policy.pain.down_most);
  if (rung < hurt) return { rung, reason, mute: true };
  const until = add_days(outcome.day, policy.pain.rest_days);
  const resting = because("pain_rest", { until });
  return { rung, reason: resting, mute: true, blocked_until: until };
}
