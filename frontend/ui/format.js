/** Values as a runner reads them: loads, doses, changes, times, days and distances. Pure. */
import { addDays, weekday } from "../data/day.js";

/** @typedef {"kg" | "lb"} Units */
/**
 * @typedef {{exercise?: string, reps?: number, hold_s?: number, contacts?: number,
 *   distance_m?: number, load_g?: number, load?: string, band?: number, tempo?: string}} Dose
 */
/**
 * @typedef {Dose & {sets: number, sides?: string, rung?: number, change?: {from: Dose, by: string},
 *   first?: string, extra?: {side: string, sets: number}, reasons?: {rule: string}[]}} Item
 */
/** @typedef {{text: string, trend: "up" | "down" | "same" | "new"}} Change */

const NBSP = "\u00a0";
const MINUS = "\u2212";
export const GRAMS_PER_LB = 453.59237;
export const METERS_PER_MILE = 1609.344;

/** The interface speaks American English whatever the phone does; so does the server's first page. */
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS =
  "January February March April May June July August September October November December"
    .split(" ");

/** The reader's own locale for digits; tests pass theirs. */
const LOCALE = globalThis.navigator?.language || "en";

/**
 * A number with the locale's decimal sign and no more digits than it needs.
 * @param {number} value
 */
export function number(value, digits = 2, locale = LOCALE) {
  // A browser's first use of a locale costs a phone a tenth of a second.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/**
 * Grams as "12.5 kg" or "27.5 lb" (to the half pound).
 * @param {number} load_g
 * @param {Units} units
 */
export function load(load_g, units, locale = LOCALE) {
  return number(inUnits(load_g, units), 2, locale) + NBSP + units;
}

/**
 * Grams as a plain number of the runner's unit; pounds to the half.
 * @param {number} load_g
 * @param {Units} units
 */
export function inUnits(load_g, units) {
  return units === "lb" ? Math.round((load_g / GRAMS_PER_LB) * 2) / 2 : load_g / 1000;
}

/** What a runner typed in their unit, as whole grams. @param {number} value @param {Units} units */
export function toGrams(value, units) {
  return Math.round(value * (units === "lb" ? GRAMS_PER_LB : 1000));
}

/** A typed number with a point or a comma; null when it is none. @param {string} text */
export function parseNumber(text) {
  const plain = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/**
 * What to pick up: "16 kg", "2 × 8 kg", "band 2", "body".
 * @param {Dose} item
 * @param {Units} units
 */
export function loadWord(item, units, locale = LOCALE) {
  if (item.load === "band") return `band${NBSP}${item.band ?? 1}`;
  if (item.load === "none" || !item.load) return "";
  if (item.load === "body" || !item.load_g) return "body";
  if (item.load === "dumbbells") return `2${NBSP}×${NBSP}${load(item.load_g / 2, units, locale)}`;
  return load(item.load_g, units, locale);
}

/** The dose of one set: "8", "30 s", "20 contacts", "30 m". @param {Dose} item */
export function measure(item) {
  if (item.hold_s !== undefined) return `${item.hold_s}${NBSP}s`;
  if (item.contacts !== undefined) return `${item.contacts}${NBSP}contacts`;
  if (item.distance_m !== undefined) return `${item.distance_m}${NBSP}m`;
  return item.reps === undefined ? "" : String(item.reps);
}

/** Sets and dose: "3 × 8 each". @param {Item} item */
export function setsLine(item) {
  const each = item.sides === "each" ? " each" : "";
  return `${item.sets}${NBSP}×${NBSP}${measure(item)}${each}`;
}

/** Which side begins and which does more: "left first, 1 more on the left". @param {Item} item */
export function sidesLine({ sides, first, extra }) {
  if (sides !== "each") return "";
  const more = extra && `${extra.sets}${NBSP}more on the ${extra.side}`;
  return [first && `${first} first`, more].filter(Boolean).join(", ");
}

/**
 * What is off, as a title and a line: "Niggle: calf", "Since Tuesday. …".
 * @param {Record<string, any>} change the fields of a plan change
 * @param {string} day
 */
export function changeWords({ change, region = "", from, to }, day) {
  const begin = `${from > day ? "from" : "since"} ${dayFrom(from, day)}`;
  const end = to && `until ${dayFrom(to, day)}`;
  const span = capital(from > day && end ? `${begin} ${end}` : end || begin);
  if (change === "niggle") {
    return { title: `Niggle: ${plain(region)}`, text: `${span}. No load there; the rest goes on.` };
  }
  if (change === "illness") {
    return { title: "Ill", text: `${span}. No sessions; after it an easier start.` };
  }
  return { title: "Away", text: `${span}. Sessions wait: none is skipped or doubled.` };
}

/**
 * How the prescription moved since last time: "+2 kg", "−1 rep", "same", "new".
 * Without a `change` the position is unchanged, or the exercise is met for the first time.
 * @param {Item} item
 * @param {Units} units
 * @returns {Change}
 */
export function change(item, units, locale = LOCALE) {
  const from = item.change?.from;
  const first = item.reasons?.some(({ rule }) => rule === "start");
  if (!from) return first ? { text: "new", trend: "new" } : { text: "same", trend: "same" };
  if (from.exercise !== item.exercise || from.load !== item.load) {
    return { text: "new", trend: "new" };
  }
  const grams = (item.load_g ?? 0) - (from.load_g ?? 0);
  if (grams) return moved(grams, load(Math.abs(grams), units, locale));
  const band = (item.band ?? 0) - (from.band ?? 0);
  if (band) {
    return { text: band > 0 ? "next band" : "lighter band", trend: band > 0 ? "up" : "down" };
  }
  for (const [key, one, many] of DOSES) {
    const step = (item[key] ?? 0) - (from[key] ?? 0);
    if (step) return moved(step, `${Math.abs(step)}${NBSP}${Math.abs(step) === 1 ? one : many}`);
  }
  return from.tempo === item.tempo
    ? { text: "same", trend: "same" }
    : { text: "new tempo", trend: "new" };
}

const DOSES = /** @type {const} */ ([
  ["reps", "rep", "reps"],
  ["hold_s", "s", "s"],
  ["contacts", "contact", "contacts"],
  ["distance_m", "m", "m"],
]);

/** @param {number} step @param {string} size @returns {Change} */
function moved(step, size) {
  return step > 0 ? { text: `+${size}`, trend: "up" } : { text: MINUS + size, trend: "down" };
}

/** Seconds as a clock reads: "0:45", "12:05", "1:02:00". @param {number} seconds */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(s).padStart(2, "0");
  return h ? `${h}:${String(m).padStart(2, "0")}:${tail}` : `${m}:${tail}`;
}

/**
 * Milliseconds between two moments as whole minutes, at least one.
 * @param {number} from
 * @param {number} to
 */
export function minutesBetween(from, to) {
  return Math.max(1, Math.round((to - from) / 60000));
}

/** Meters as "8.4 km" or "5.2 mi". @param {number} meters @param {Units} units */
export function distance(meters, units, locale = LOCALE) {
  const miles = units === "lb";
  return number(meters / (miles ? METERS_PER_MILE : 1000), 1, locale) + NBSP +
    (miles ? "mi" : "km");
}

/**
 * A local day in words: "Tuesday, November 24" (long), "Tue, Nov 24" (short), "Tuesday" (weekday).
 * @param {string} day ISO date
 * @param {"long" | "short" | "weekday"} form
 */
export function dayName(day, form = "long") {
  const name = weekdayName(weekday(day), form === "short" ? "short" : "long");
  const [, month, date] = day.split("-").map(Number);
  return form === "weekday" ? name : `${name}, ${cut(MONTHS[month - 1], form)} ${date}`;
}

/**
 * ISO weekday 1-7 as "Mon" or "Monday".
 * @param {number} iso
 * @param {"short" | "long" | "narrow"} form
 */
export function weekdayName(iso, form = "short") {
  return cut(WEEKDAYS[iso - 1], form);
}

/**
 * "today", "tomorrow", "yesterday" or the day's name as seen from `from`.
 * @param {string} day
 * @param {string} from
 */
export function dayFrom(day, from) {
  if (day === from) return "today";
  if (day === addDays(from, 1)) return "tomorrow";
  if (day === addDays(from, -1)) return "yesterday";
  const near = day > from && day < addDays(from, 7);
  return dayName(day, near ? "weekday" : "short");
}

/** A clock time, "7:42". @param {number} at epoch ms */
export function time(at, locale = LOCALE) {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(at);
}

/** A stage lasts so many weeks: "4", "2–3". @param {number | {min: number, max: number}} weeks */
export function weeksWord(weeks) {
  if (typeof weeks === "number") return String(weeks);
  return weeks.min === weeks.max ? String(weeks.max) : `${weeks.min}–${weeks.max}`;
}

/** What makes a session of the plan lighter, in a few words. */
const EASED = /** @type {Record<string, string>} */ ({
  deload: "Lighter week",
  spike: "After a long run",
  race: "Race week",
  after_race: "After the race",
  after_illness: "After illness",
  no_new: "Nothing new",
});

/** @param {string} kind */
export function easeWord(kind) {
  return EASED[kind] ?? capital(plain(kind));
}

/** A count and its word: "1 set", "4 sets". @param {number} count @param {string} one */
export function count(count, one, many = one + "s") {
  return `${count}${NBSP}${count === 1 ? one : many}`;
}

/** A word of the data as a word of speech: "hip_flexor" → "hip flexor". @param {string} word */
export function plain(word) {
  return word.replaceAll("_", " ");
}

/** "Calf", first letter up. @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string} name @param {"long" | "short" | "narrow"} form */
function cut(name, form) {
  return form === "long" ? name : name.slice(0, form === "short" ? 3 : 1);
}
