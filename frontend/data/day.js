/** The training day: the local date, which turns over at four in the morning. */

const MINUTE_MS = 60_000;
const ROLLOVER_MS = 4 * 60 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The training day of an instant; what happens after midnight still belongs to the evening before.
 * An offset does without the calendars of all zones, which cost a phone's first paint 60 ms.
 * @param {number} ms epoch milliseconds
 * @param {number} [offset_min] how far its clock is ahead of UTC then
 * @returns {string} `2026-11-22`
 */
export function trainingDay(ms, offset_min = -new Date(ms).getTimezoneOffset()) {
  return isoDay(ms + offset_min * MINUTE_MS - ROLLOVER_MS);
}

/** @param {string} day @param {number} days may be negative @returns {string} */
export function addDays(day, days) {
  return isoDay(midnight(day) + days * DAY_MS);
}

/** ISO weekday, Monday = 1 … Sunday = 7. @param {string} day @returns {number} */
export function weekday(day) {
  return new Date(midnight(day)).getUTCDay() || 7;
}

/** Days are counted in UTC, where each has 24 hours. @param {string} day @returns {number} */
function midnight(day) {
  return Date.parse(`${day}T00:00:00Z`);
}

/** @param {number} ms of a clock that shows UTC */
function isoDay(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}
