/** Adherence: how many of the planned sessions were done in the last weeks. */

import { add_days, days_between } from "./next_session.js";

/** @import {Attendance, Policy} from "./values.d.ts" */

const WEEK_DAYS = 7;

/**
 * What a session on `day` says of adherence, after those on `days`; null without a plan.
 * @param {number|undefined} per_week how many sessions a week were planned when it began
 * @param {string[]} days
 * @param {string} day
 * @param {Policy} policy
 * @returns {Attendance|null}
 */
export function attendance(per_week, days, day, policy) {
  const { adherence_days } = policy.plateau;
  // A pack from before this rule has no number for it.
  if (!per_week || !adherence_days) return null;
  const since = add_days(day, -adherence_days);
  return { per_week, days: days.filter((each) => since <= each && each <= day) };
}

/**
 * Sessions done and planned from `since` to `day`, both of these with them; null where enough was
 * done to judge by, or where nobody knows what was planned.
 * @param {Attendance|null|undefined} known
 * @param {string} since
 * @param {string} day
 * @param {Policy} policy
 * @returns {[number, number]|null}
 */
export function too_few(known, since, day, { plateau: numbers }) {
  if (!known) return null;
  const earliest = add_days(day, -numbers.adherence_days);
  const first = since > earliest ? since : earliest;
  const done = 1 + known.days.filter((each) => first < each).length;
  const planned = known.per_week * days_between(first, day) / WEEK_DAYS;
  if (done >= numbers.adherence * planned) return null;
  return [done + 1, Math.floor(planned + 0.5) + 1];
}
