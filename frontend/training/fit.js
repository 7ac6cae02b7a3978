/** How long a workout takes, and what goes first when there is less time. */

/** @import {Chosen, Dropped, Item, Policy, Values} from "./values.d.ts" */

/**
 * The items that fit `minutes` plus the tolerance, and those left out, with reasons. Priorities 3
 * and 2 go first, then sets, and only then slots of priority 1. A light session is always short.
 * @param {Chosen} chosen
 * @param {string} kind
 * @param {number} minutes
 * @param {Policy} policy
 * @returns {[Item[], Dropped[]]}
 */
export function fit(chosen, kind, minutes, policy) {
  const short = kind === "light" ? policy.session.light_most_min : Infinity;
  const budget = Math.floor(minutes * (1 + policy.session.over_budget));
  const most_s = 60 * Math.min(budget, short);
  const values = { minutes: Math.min(minutes, short) }, left = [...chosen];
  /** @type {Dropped[]} */
  const dropped = [];
  while (seconds(left.map(([, each]) => each), kind, policy) > most_s) {
    let gone = droppable(left, kind, policy, 2);
    const fewer = gone >= 0 ? -1 : with_sets(left, policy.session.least_sets);
    if (gone < 0 && fewer < 0) gone = droppable(left, kind, policy, 1);
    if (gone >= 0) {
      const [[{ slot }]] = left.splice(gone, 1);
      dropped.push({ slot, reasons: [{ rule: "no_time", values }] });
    } else if (fewer >= 0) {
      left[fewer] = [left[fewer][0], one_set_less(left[fewer][1], values)];
    } else break;
  }
  return [left.map(([, each]) => each), dropped];
}

/**
 * Warm-up + sets x (work x sides + rest + change), in minutes.
 * @param {Item[]} items
 * @param {string} kind
 * @param {Policy} policy
 */
export function minutes_of(items, kind, policy) {
  return Math.ceil(seconds(items, kind, policy) / 60);
}

/** The work of one set, both sides. @param {Item} each @param {Policy} policy @returns {number} */
export function set_seconds(each, { session: numbers }) {
  let work = 0;
  if (each.hold_s !== undefined) work = each.hold_s;
  else if (each.contacts !== undefined) work = each.contacts * numbers.contact_s;
  else if (each.distance_m !== undefined) work = each.distance_m / numbers.carry_m_per_s;
  else work = (each.reps ?? 0) * rep_seconds(each.tempo, numbers);
  return work * (each.sides === "each" ? 2 : 1);
}

/** @param {string|undefined} tempo @param {Policy} numbers @returns {number} */
function rep_seconds(tempo, numbers) {
  if (!tempo) return numbers.default_rep_s;
  return tempo.split("-").reduce((sum, d) => sum + (d === "X" ? numbers.fast_s : Number(d)), 0);
}

/**
 * Preparing exercises are part of the warm-up.
 * @param {Item[]} items
 * @param {string} kind
 * @param {Policy} policy
 */
function seconds(items, kind, policy) {
  let prep = 0, work = 0;
  for (const each of items) {
    const one = set_seconds(each, policy) + each.rest_s + policy.session.change_s;
    if (each.block === "prep") prep += each.sets * one;
    else work += each.sets * one;
  }
  return items.length ? Math.max(policy.session[`warm_up_${kind}_s`], prep) + work : 0;
}

/**
 * The last item of the least priority that gives time back, or -1.
 * @param {Chosen} left
 * @param {string} kind
 * @param {Policy} policy
 * @param {number} lowest
 */
function droppable(left, kind, policy, lowest) {
  const now = seconds(left.map(([, each]) => each), kind, policy);
  for (let priority = 3; priority >= lowest; priority--) {
    for (let index = left.length - 1; index >= 0; index--) {
      const rest = left.flatMap(([, each], i) => (i === index ? [] : [each]));
      const matches = left[index][0].priority === priority;
      if (matches && rest.length && seconds(rest, kind, policy) < now) return index;
    }
  }
  return -1;
}

/**
 * The last item with more sets than `least`, else with more than one, or -1.
 * @param {Chosen} left
 * @param {number} least
 */
function with_sets(left, least) {
  const found = left.findLastIndex(([, each]) => each.sets > least);
  return found >= 0 ? found : left.findLastIndex(([, each]) => each.sets > 1);
}

/** @param {Item} each @param {Values} values @returns {Item} */
function one_set_less(each, values) {
  const told = each.reasons.some(({ rule }) => rule === "fewer_sets");
  const reasons = told ? each.reasons : [...each.reasons, { rule: "fewer_sets", values }];
  return { ...each, sets: each.sets - 1, reasons };
}
