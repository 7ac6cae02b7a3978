/** How far a gate is shown, line by line, in numbers a runner reads. Pure. */
import { number } from "./format.js";

/**
 * One line of a gate as the pack has it; `need` is the least asked for, or the most allowed.
 * @typedef {{key: string, text: string, done: boolean, blocks?: boolean, need?: number,
 *   value?: number, test?: string, sides?: Record<string, number>, source?: string}} Line
 * @typedef {{key: string, name: string, unit: string, sides: "each" | "both", most?: number,
 *   steps?: string[], why?: string, good?: "more" | "less", stages?: number[], source?: string,
 *   norms?: Record<string, Record<string, number>>, compare?: string, pace_s?: number,
 *   window_s?: number}} Test
 */

const NBSP = "\u00a0";

/**
 * The value of a test with its unit: "9.5 cm", "30 s", "25 %", "yes".
 * @param {number} value
 * @param {string} unit
 */
export function valueWord(value, unit) {
  if (unit === "mm") return `${number(value / 10, 1)}${NBSP}cm`;
  if (unit === "s") return `${number(value, 1)}${NBSP}s`;
  if (unit === "percent") return `${number(value, 0)}${NBSP}%`;
  if (unit === "yes_no") return value ? "yes" : "no";
  if (unit === "score") return `${number(value, 0)} of${NBSP}4`;
  return number(value, 1);
}

/**
 * Where a line stands and what is missing: "now 4 of 6", "2 to go"; "" where the text says it all.
 * @param {Line} line
 * @param {Test} [test] the one it looks at
 * @returns {{now: string, missing: string}}
 */
export function standing(line, test) {
  const { value, need, done } = line;
  const say = speaker(line, test);
  if (value === undefined) {
    const half = onlySide(line.sides);
    if (half) {
      return { now: "", missing: `the ${half === "left" ? "right" : "left"} side is missing` };
    }
    return { now: "", missing: test ? "not measured yet" : "nothing known yet" };
  }
  if (need === undefined) return { now: `now ${say(value)}`, missing: "" };
  if (done) return { now: `now ${say(value)}`, missing: "" };
  if (value > need) return { now: `now ${say(value)}`, missing: `at most ${say(need)}` };
  const left = Math.round((need - value) * 100) / 100;
  return { now: `now ${say(value)} of${NBSP}${say(need)}`, missing: `${say(left)} to go` };
}

/**
 * What blocks and what does not, in short: "3 of 5".
 * @param {Line[]} gate
 */
export function summary(gate) {
  const own = gate.filter(({ blocks }) => blocks !== false);
  return `${own.filter(({ done }) => done).length} of${NBSP}${own.length}`;
}

/** Whether all that blocks is shown. @param {Line[]} gate */
export function isOpen(gate) {
  return gate.every(({ done, blocks }) => done || blocks === false);
}

/**
 * Parts of one are told in percent, test values in their unit, the rest as counts.
 * @param {Line} line
 * @param {Test} [test]
 * @returns {(value: number) => string}
 */
function speaker({ need, value, text }, test) {
  if (test) return (it) => valueWord(it, test.unit);
  if (text.includes("%") && (need ?? 0) > 1) return (it) => valueWord(it, "percent");
  const part = need !== undefined && need <= 1 && (value ?? 0) <= 1 && need !== Math.round(need);
  return part ? (it) => `${number(Math.round(it * 100), 0)}${NBSP}%` : (it) => number(it, 1);
}

/** @param {Record<string, number> | undefined} sides */
function onlySide(sides) {
  if (!sides || "both" in sides) return "";
  const [side, more] = Object.keys(sides);
  return more ? "" : side ?? "";
}
