/** The training day: the local date, which turns over at four in the morning. */

const ROLLOVER_HOUR = 4;
const DAY_MS = 86_400_000;

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/**
 * The training day of an instant; what happens after midnight still belongs to the evening before.
 * @param {number} ms epoch milliseconds
 * @param {string} zone IANA name
 * @returns {string} `2026-11-22`
 */
export function trainingDay(ms, zone) {
  const { year, month, day, hour } = wallClock(ms, zone);
  const date = `${year.padStart(4, "0")}-${month}-${day}`;
  return Number(hour) < ROLLOVER_HOUR ? addDays(date, -1) : date;
}

/** @param {string} day @param {number} days may be negative @returns {string} */
export function addDays(day, days) {
  return new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday, Monday = 1 … Sunday = 7. @param {string} day @returns {number} */
export function weekday(day) {
  return new Date(midnight(day)).getUTCDay() || 7;
}

/** @param {number} ms @param {string} zone @returns {Record<string, string>} */
function wallClock(ms, zone) {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
    });
    clocks.set(zone, clock);
  }
  return Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, value]));
}

/** Days are counted in UTC, where each has 24 hours. @param {string} day @returns {number} */
function midnight(day) {
  return Date.parse(`${day}T00:00:00Z`);
}
