/** Slots that days off close again; the other rules for opening them are the server's alone. */

import { add_days, days_between } from "./next_session.js";

/** @import {Policy, Reason} from "./values.d.ts" */
/** @typedef {Record<string, Reason[]>} Closed */

/**
 * What is closed on `day`, as known `since` a day: all that enough days off after it close.
 * @param {Closed} closed
 * @param {Closed} by_rest
 * @param {{day: string}[]} done the sessions, oldest first, with those from before that day
 * @param {string} day
 * @param {Policy} policy
 * @param {string} since
 * @returns {Closed}
 */
export function closed_on(closed, by_rest, done, day, policy, since) {
  const enough = policy.layoff.jumps_again_days;
  const days = [...done.map((one) => one.day).filter((on) => on < day), day];
  const again = days.slice(1).some((on, at) =>
    days_between(days[at], on) > enough && add_days(days[at], enough) >= since
  );
  return again ? { ...by_rest, ...closed } : closed;
}
