/** What the rules of `advance` look at: a session's sets by their weaker side, and its rung. */

import { amount, finding_load, locate, measure, strength } from "./rungs.js";

/** @import {Case, Item, Ladder, LoggedSet} from "./values.d.ts" */
/** @import {Outcome, Policy, Position, Reason, Values, WeakSide} from "./values.d.ts" */

/**
 * @param {Position} position
 * @param {Outcome} outcome
 * @param {Ladder} ladder
 * @param {Policy} policy
 * @returns {Case}
 */
export function look(position, outcome, ladder, policy) {
  const { prescribed } = outcome;
  const own = Math.min(position.rung, ladder.rungs.length - 1);
  const done = weaker_sides(outcome);
  const sets = found(position, prescribed, done);
  const asked = on_purpose(prescribed) ? own : locate(ladder, prescribed);
  const rung = Math.max(asked, honored(ladder, prescribed, sets));
  const logged = [...outcome.sets, ...(outcome.others ?? [])];
  return {
    position: { ...position, rung: own },
    outcome,
    ladder,
    policy,
    rung,
    floor: Math.min(own, asked),
    goal: rung > asked ? ladder.rungs[rung] : prescribed,
    sets: outcome.swapped || outcome.skipped ? [] : sets,
    done: done.filter((s) => s.complete).length,
    pain: Math.max(outcome.pain_before ?? 0, ...logged.map((s) => s.pain || 0)),
    sharp: logged.some((s) => s.sharp),
    heavier: rung > asked,
  };
}

/** Whether the day was made lighter on purpose. @param {Item} prescribed */
export function on_purpose(prescribed) {
  return prescribed.eased !== undefined && prescribed.eased !== "return";
}

/**
 * The sets without those on top, for one side or of one's own will, which nobody can miss.
 * @param {Outcome} outcome
 */
function asked_sets({ prescribed, sets }) {
  return sets.filter((s) => s.index <= prescribed.sets);
}

/** @param {LoggedSet[]} sets */
function in_order(sets) {
  return [...new Set(sets.map((s) => s.index))].sort((a, b) => a - b);
}

/**
 * Each set as its weaker side did it; a side not logged leaves it incomplete.
 * @param {Outcome} outcome
 */
function weaker_sides(outcome) {
  const { prescribed } = outcome, sets = asked_sets(outcome);
  const key = measure(prescribed), bands = "band" in prescribed;
  return in_order(sets).map((index) => {
    const sides = sets.filter((s) => s.index === index);
    const names = new Set(sides.map((s) => s.side));
    return {
      amount: Math.min(...sides.map((s) => amount(s, key))),
      strength: Math.min(
        ...sides.map((s) => bands ? strength(prescribed) : s.load_g ?? prescribed.load_g),
      ),
      rir: least(sides, "rir"),
      complete: prescribed.sides === "both" || names.has("both") || names.size > 1,
    };
  });
}

/**
 * The sets that count: while a load is being found, the heaviest with its goal and reserve.
 * @param {Position} position
 * @param {Item} prescribed
 * @param {WeakSide[]} sets
 */
function found(position, prescribed, sets) {
  const finding = finding_load(position, prescribed) && prescribed.eased === undefined;
  if (!finding || sets.some((s) => s.strength < prescribed.load_g)) return sets;
  const goal = amount(prescribed, measure(prescribed)), target = prescribed.rir;
  const good = sets.filter((s) => s.amount >= goal && (s.rir === null || s.rir >= target));
  const load_g = Math.max(0, ...good.map((s) => s.strength));
  return load_g > prescribed.load_g ? good.filter((s) => s.strength === load_g) : sets;
}

/**
 * The rung that was really done when every set was heavier than asked; -1 when not.
 * @param {Ladder} ladder
 * @param {Item} prescribed
 * @param {WeakSide[]} sets
 */
function honored(ladder, prescribed, sets) {
  const load_g = lowest(sets, "strength");
  if (!sets.length || "band" in prescribed || load_g <= prescribed.load_g) return -1;
  const key = measure(prescribed), reached = lowest(sets, "amount");
  return ladder.rungs.findLastIndex((rung) =>
    rung.exercise === prescribed.exercise && prescribed.load_g < rung.load_g &&
    rung.load_g <= load_g && 0 < amount(rung, key) && amount(rung, key) <= reached
  );
}

/** @param {WeakSide[]} sets @param {"amount"|"strength"} what */
export function lowest(sets, what) {
  return Math.min(...sets.map((s) => s[what]));
}

/** The lowest reserve reported, null for none. @param {WeakSide[]} sets */
export function lowest_rir(sets) {
  const reported = sets.flatMap(({ rir }) => rir ?? []);
  return reported.length ? Math.min(...reported) : null;
}

/**
 * The lowest value reported, over all sets and sides.
 * @param {LoggedSet[]} sets
 * @param {"rir"|"quality"} key
 */
export function least(sets, key) {
  const reported = sets.flatMap((s) => s[key] ?? []);
  return reported.length ? Math.min(...reported) : null;
}

/** @param {Case} seen @returns {"left"|"right"|null} */
export function weaker_side({ outcome }) {
  const key = measure(outcome.prescribed), sets = asked_sets(outcome);
  const [left, right] = ["left", "right"].map((side) =>
    Math.min(...sets.filter((s) => s.side === side).map((s) => amount(s, key)))
  );
  if (left === Infinity || right === Infinity || left === right) return null;
  return left < right ? "left" : "right";
}

/** @param {string} rule @param {Values} [values] @returns {Reason} */
export function because(rule, values) {
  return values ? { rule, values } : { rule };
}
