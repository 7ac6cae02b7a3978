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
  const most_s = budget_s(kind, minutes, policy);
  const short = kind === "light" ? policy.session.light_most_min : Infinity;
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
 * The seconds a session may take: `minutes` and the tolerance; a light one is short.
 * @param {string} kind
 * @param {number} minutes
 * @param {Policy} policy
 */
export function budget_s(kind, minutes, { session: { over_budget, light_most_min } }) {
  const most_s = 60 * Math.floor(minutes * (1 + over_budget));
  return kind === "light" ? Math.min(most_s, 60 * light_most_min) : most_s;
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
export function set_seconds(each, policy) {
  return side_seconds(each, policy) * sides_of(each);
}

/** The landings of an item, those of both legs and of sets on top. @param {Item} each */
export function contacts_of(each) {
  return (each.contacts ?? 0) * (each.sets * sides_of(each) + (each.extra?.sets ?? 0));
}

/** How many sides a set is done with. @param {Item} each */
export function sides_of(each) {
  return each.sides === "each" ? 2 : 1;
}

/**
 * The whole session; preparing is part of the warm-up, so the longer of the two counts.
 * @param {Item[]} items
 * @param {string} kind
 * @param {Policy} policy
 */
export function seconds(items, kind, policy) {
  let prep = 0, work = 0;
  for (const each of items) {
    const between = each.rest_s + policy.session.change_s;
    let total = each.sets * (set_seconds(each, policy) + between);
    if (each.extra) total += each.extra.sets * (side_seconds(each, policy) + between);
    if (each.block === "prep") prep += total;
    else work += total;
  }
  return items.length ? Math.max(policy.session[`warm_up_${kind}_s`], prep) + work : 0;
}

/** @param {Item} each @param {Policy} policy @returns {number} */
function side_seconds(each, { session: numbers }) {
  if (each.hold_s !== undefined) return each.hold_s;
  if (each.contacts !== undefined) return each.contacts * (each.contact_s ?? numbers.contact_s);
  if (each.distance_m !== undefined) return each.distance_m / numbers.carry_m_per_s;
  return (each.reps ?? 0) * rep_seconds(each.tempo, numbers);
}

/** @param {string|undefined} tempo @param {Policy} numbers @returns {number} */
function rep_seconds(tempo, numbers) {
  if (!tempo) return numbers.default_rep_s;
  return tempo.split("-").reduce((sum, d) => sum + (d === "X" ? numbers.fast_s : Number(d)), 0);
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
