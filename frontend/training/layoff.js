/** What days off take away: the row of the policy for a gap, and what it leaves of the sets. */

import { days_between } from "./next_session.js";

/** @import {Policy} from "./values.d.ts" */

/**
 * The layoff row for the days off, with them as `gap`.
 * @param {string|undefined} last_day
 * @param {string} day
 * @param {Policy} policy
 * @param {string[]} trained days on which anything was
 */
export function layoff(last_day, day, policy, trained) {
  let gap = last_day ? days_between(last_day, day) : 0;
  if (last_day && gap <= policy.layoff.slot_days) {
    const days = [last_day, ...trained.filter((d) => last_day < d && d < day).sort(), day];
    gap = Math.max(...days.slice(1).map((to, i) => days_between(days[i], to)));
  }
  const { rows } = policy.layoff;
  return { ...(rows.find((/** @type {Policy} */ row) => gap <= row.days) ?? rows.at(-1)), gap };
}

/** @param {Policy} row @param {number} sets */
export function sets_after(row, sets) {
  return Math.max(1, Math.floor((sets - row.sets_off) * row.sets_kept + 0.5));
}
