/** What the last weeks of check-ins and plan changes say: the runner's usual, and what lasts. */

import { add_days, days_between } from "./next_session.js";

/** @import {Baseline, ByRegion, Checkin, Lately, PlanChange, Policy} from "./values.d.ts" */
/** @typedef {(on: string, checkin: Checkin) => boolean} Says */

export const ITEMS = /** @type {const} */ (["sleep", "fatigue", "stress"]);

/**
 * What `checkins`, by day, come to on `day`. What lasts is what check-ins in a row say, `day` with
 * them: a check-in that says otherwise or a longer silence ends it.
 * @param {Record<string, Checkin>} checkins
 * @param {string} day
 * @param {Policy} policy
 * @returns {Lately}
 */
export function lately(checkins, day, policy) {
  const { wellness: numbers, soreness, pain } = policy;
  /** @param {Says} says */
  const row = (says) => in_a_row(checkins, day, says, numbers.row_gap_days);
  const tired = row((on, checkin) =>
    is_above(checkin, baseline_of(checkins, on, policy), numbers.light_sd, policy)
  );
  const now = checkins[day] ?? {};
  const painful = { ...now.pain, ...now.pain_morning };
  return {
    baseline: baseline_of(checkins, day, policy),
    bad_days: Math.min(tired.length, numbers.light_days),
    sore_long: Object.keys(now.soreness ?? {}).sort().filter((region) =>
      row((_, { soreness: by_region }) => answer(by_region, region) >= soreness.lighter_from)
        .length >= soreness.long_checkins
    ),
    pain_long: Object.keys(painful).sort().filter((region) => {
      const first = row((_, checkin) => worst(checkin, region) >= pain.hold_from).at(-1);
      return first !== undefined && days_between(first, day) > pain.long_days;
    }),
  };
}

/**
 * The runner's usual in the days before `day`.
 * @param {Record<string, Checkin>} checkins
 * @param {string} day
 * @param {Policy} policy
 */
export function baseline_of(checkins, day, policy) {
  const since = add_days(day, -policy.wellness.window_days);
  const days = Object.keys(checkins).filter((on) => since <= on && on < day);
  return baseline(days.map((on) => checkins[on]));
}

/**
 * The mean and sample deviation of the sums of sleep, fatigue and stress, to two decimals. Only
 * check-ins with all three count.
 * @param {Checkin[]} checkins
 * @returns {Baseline}
 */
export function baseline(checkins) {
  let n = 0, total = 0, squares = 0;
  for (const checkin of checkins) {
    const sum = wellness_sum(checkin);
    if (sum === null) continue;
    [n, total, squares] = [n + 1, total + sum, squares + sum * sum];
  }
  const spread = n > 1 ? Math.sqrt((n * squares - total * total) / (n * (n - 1))) : 0;
  return { mean: n ? hundredths(total / n) : 0, sd: hundredths(spread), n };
}

/**
 * Whether the day's sum lies more than `sd` deviations above a usual that is known.
 * @param {Checkin} checkin
 * @param {Baseline|null} usual
 * @param {number} sd
 * @param {Policy} policy
 */
export function is_above(checkin, usual, sd, { wellness: numbers }) {
  const total = wellness_sum(checkin);
  if (total === null || !usual || usual.n < numbers.min_entries) return false;
  return total > usual.mean + sd * Math.max(usual.sd, numbers.sd_floor);
}

/** @param {Checkin} checkin @returns {number|null} */
export function wellness_sum(checkin) {
  let sum = 0;
  for (const item of ITEMS) {
    const value = checkin[item];
    if (typeof value !== "number") return null;
    sum += value;
  }
  return sum;
}

/** The regions that the runner takes care of. @param {PlanChange[]} changes @param {string} day */
export function niggles(changes, day) {
  const found = active(changes, day).filter(({ change }) => change === "niggle")
    .flatMap(({ region }) => region ?? []);
  return [...new Set(found)].sort();
}

/**
 * The changes that hold on `day`: begun, and without an end or not past it.
 * @param {PlanChange[]} changes
 * @param {string} day
 */
export function active(changes, day) {
  return changes.filter(({ from, to }) => from <= day && day <= (to || day));
}

/**
 * The days of the check-ins in a row that say it, newest first, beginning with `day`.
 * @param {Record<string, Checkin>} checkins
 * @param {string} day
 * @param {Says} says
 * @param {number} gap_days
 */
function in_a_row(checkins, day, says, gap_days) {
  /** @type {string[]} */
  const row = [];
  for (const on of Object.keys(checkins).filter((on) => on <= day).sort().reverse()) {
    const last = row.at(-1), before = last ? add_days(last, -gap_days) : day;
    if (on < before || !says(on, checkins[on])) break;
    row.push(on);
  }
  return row;
}

/** @param {Checkin} checkin @param {string} region */
function worst({ pain, pain_morning }, region) {
  return Math.max(answer(pain, region), answer(pain_morning, region));
}

/** @param {ByRegion|null|undefined} by_region @param {string} region */
function answer(by_region, region) {
  return by_region?.[region] || 0;
}

/** @param {number} value */
function hundredths(value) {
  return Math.floor(value * 100 + 0.5) / 100;
}
