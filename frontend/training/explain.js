/** A reason in words: the policy's sentence with its values in the runner's units. */

/** @import {Explained, Policy, Reason} from "./values.d.ts" */

const GRAMS_PER_LB = 453.59237;
const METERS_PER_MILE = 1609.344;
const MONTHS = ("January February March April May June July August September October " +
  "November December").split(" ");

/**
 * The sentence and the source of `reason`; a rule unknown to the policy is told by its name.
 * @param {Reason} reason
 * @param {Policy} policy
 * @param {string} units "kg" or "lb"
 * @returns {Explained}
 */
export function explain(reason, policy, units) {
  const known = policy.reasons[reason.rule];
  if (!known) return { text: reason.rule.replaceAll("_", " "), source: "" };
  const { values = {} } = reason;
  const text = known.text.replace(
    /\{(\w+)\}/g,
    (/** @type {string} */ _, /** @type {string} */ name) => word(name, values[name], units),
  );
  return { text, source: known.source };
}

/**
 * Grams as "12 kg", "1.25 kg" or "26.5 lb"; nothing is body weight.
 * @param {number} load_g
 * @param {string} units
 */
export function load_text(load_g, units) {
  if (load_g === 0) return "body weight";
  if (units === "lb") return `${decimal(Math.floor(load_g / GRAMS_PER_LB * 10 + 0.5), 10)} lb`;
  return `${decimal(Math.floor(load_g / 10 + 0.5), 100)} kg`;
}

/** @param {string} name @param {unknown} value @param {string} units @returns {string} */
function word(name, value, units) {
  if (value === undefined || value === null) return "";
  if (name.endsWith("load_g")) return load_text(Number(value), units);
  if (name.endsWith("run_m")) return run_text(Number(value), units);
  if (Array.isArray(value)) return value.map((each) => word(name, each, units)).join(", ");
  if (name === "until") return day_text(String(value));
  if (typeof value === "string") return value.replaceAll("_", " ");
  return decimal(Math.floor(Number(value) * 100 + 0.5), 100);
}

/** @param {string} day "2026-01-12", told as "January 12" */
function day_text(day) {
  const [, month, date] = day.split("-").map(Number);
  return `${MONTHS[month - 1]} ${date}`;
}

/** Meters as "14 km" or "8.7 mi". @param {number} run_m @param {string} units */
function run_text(run_m, units) {
  const [meters, unit] = units === "lb" ? [METERS_PER_MILE, "mi"] : [1000, "km"];
  return `${decimal(Math.floor(run_m / meters * 10 + 0.5), 10)} ${unit}`;
}

/**
 * `parts` of `whole` (10 or 100) as a decimal without trailing zeros.
 * @param {number} parts
 * @param {number} whole
 */
function decimal(parts, whole) {
  const left = String(parts % whole).padStart(String(whole).length - 1, "0").replace(/0+$/, "");
  const units = Math.floor(parts / whole);
  return left ? `${units}.${left}` : `${units}`;
}
