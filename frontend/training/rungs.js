/** Walking a ladder: finding a prescription on it, the next load, and a lighter rung. */

/** @import {Item, Ladder, LoggedSet, Measure, Position, Rung} from "./values.d.ts" */

/** @type {Measure[]} */
export const MEASURES = ["reps", "hold_s", "contacts", "distance_m"];

/** Which of the measures the rung counts. @param {Rung} rung @returns {Measure} */
export function measure(rung) {
  return MEASURES.find((key) => key in rung) ?? "reps";
}

/**
 * How much of `key` there is; nothing logged is 0.
 * @param {Rung|LoggedSet} rung
 * @param {Measure} key
 */
export function amount(rung, key) {
  return rung[key] || 0;
}

/** What orders rungs of one exercise: grams, or the band's number. @param {Rung} rung */
export function strength(rung) {
  return rung.band || rung.load_g;
}

/** Whether both are the same exercise with the same load. @param {Rung} one @param {Rung} other */
export function same_load(one, other) {
  return one.exercise === other.exercise && one.load === other.load &&
    strength(one) === strength(other);
}

/** Whether sets tell a heaviest rep: reps with a load in grams. @param {Rung} rung */
export function has_one_rep(rung) {
  return rung.reps !== undefined && rung.load_g > 0 && rung.band === undefined;
}

/**
 * What sessions have in common that can be compared; by a heaviest rep, with any load.
 * @param {Rung} rung
 */
export function compared(rung) {
  const alike = `${rung.exercise} ${rung.load}`;
  return has_one_rep(rung) ? alike : `${alike} ${strength(rung)}`;
}

/**
 * The index of `prescribed` on the ladder, else of the hardest rung that is not harder.
 * @param {Ladder} ladder
 * @param {Rung} prescribed
 */
export function locate(ladder, prescribed) {
  const end = ladder.rungs.length;
  const exact = hardest(ladder, end, (rung) => same(rung, prescribed));
  if (exact >= 0) return exact;
  return Math.max(0, hardest(ladder, end, (rung) => not_harder(ladder, rung, prescribed)));
}

/** Where a runner stands before the first session. @param {Ladder} ladder @returns {Position} */
export function start(ladder) {
  return { rung: ladder.first_rung, streak: 0, misses: 0, exposures: 0 };
}

/**
 * Where a runner stood whose first session here was `prescribed`.
 * @param {Ladder} ladder
 * @param {Rung} prescribed
 * @returns {Position}
 */
export function begin(ladder, prescribed) {
  return { ...start(ladder), rung: locate(ladder, prescribed) };
}

/**
 * Whether this is a first meeting with a load: sets may climb to the one that fits.
 * @param {Position} position
 * @param {Rung|Item} rung
 */
export function finding_load(position, rung) {
  return position.exposures === 0 && rung.load_g > 0;
}

/**
 * The first rung above `index` with another load or exercise; `index` itself at the top.
 * @param {Ladder} ladder
 * @param {number} index
 */
export function next_load(ladder, index) {
  const { rungs } = ladder;
  for (let above = index + 1; above < rungs.length; above++) {
    if (!same_load(rungs[above], rungs[index])) return above;
  }
  return index;
}

/**
 * The first rung of the heaviest load at most `up_g` above `index`; -1 for none.
 * @param {Ladder} ladder
 * @param {number} index
 * @param {number} up_g
 */
export function load_within({ rungs }, index, up_g) {
  const at = rungs[index], most = at.load_g + up_g;
  let found = -1;
  for (let above = index + 1; above < rungs.length; above++) {
    const rung = rungs[above];
    if (rung.exercise !== at.exercise || rung.load !== at.load) break;
    const starts = !same_load(rung, rungs[above - 1]);
    if (starts && at.load_g < rung.load_g && rung.load_g <= most) found = above;
  }
  return found;
}

/** The last rung with this load and exercise. @param {Ladder} ladder @param {number} index */
export function top_of_load(ladder, index) {
  const above = next_load(ladder, index);
  return above === index ? ladder.rungs.length - 1 : above - 1;
}

/**
 * The rung below `index` that takes `least` to `most` (parts of 1) off the load. Where no such load
 * exists: fewer reps with the same load, then the next load below, then the rung below.
 * @param {Ladder} ladder
 * @param {number} index
 * @param {number} least
 * @param {number} most
 */
export function lighter(ladder, index, least, most) {
  const at = ladder.rungs[index];
  const key = measure(at), have = amount(at, key), load = strength(at);
  /** @param {number} low @param {number} high @param {number} reps */
  const less = (low, high, reps) =>
    hardest(ladder, index, (rung) =>
      rung.exercise === at.exercise && rung.load === at.load &&
      low <= strength(rung) && strength(rung) <= high &&
      0 < amount(rung, key) && amount(rung, key) <= reps);
  if (load > 0) {
    const found = less(load * (1 - most), Math.min(load * (1 - least), load - 1), have);
    if (found >= 0) return found;
  }
  if (least === 0) return index;
  for (const found of [less(load, load, have * (1 - least)), less(0, load * (1 - most), have)]) {
    if (found >= 0) return found;
  }
  return Math.max(0, index - 1);
}

/**
 * The hardest rung with the next lighter load of the exercise; `index` where there is none.
 * @param {Ladder} ladder
 * @param {number} index
 */
export function load_below(ladder, index) {
  const at = ladder.rungs[index];
  const found = hardest(ladder, index, (rung) =>
    rung.exercise === at.exercise && rung.load === at.load && strength(rung) < strength(at));
  return found < 0 ? index : found;
}

/** @param {Ladder} ladder @param {number} below @param {(rung: Rung) => boolean} fits */
function hardest(ladder, below, fits) {
  for (let index = below - 1; index >= 0; index--) if (fits(ladder.rungs[index])) return index;
  return -1;
}

/** @param {Rung} rung @param {Rung} prescribed */
function same(rung, prescribed) {
  const key = measure(prescribed);
  return same_load(rung, prescribed) && amount(rung, key) === amount(prescribed, key);
}

/** @param {Ladder} ladder @param {Rung} rung @param {Rung} prescribed */
function not_harder(ladder, rung, prescribed) {
  const { chain } = ladder;
  if (!chain.includes(prescribed.exercise)) return false;
  const easier = chain.indexOf(prescribed.exercise) - chain.indexOf(rung.exercise);
  const in_bands = "band" in rung || "band" in prescribed;
  const heavier = in_bands && rung.load === prescribed.load
    ? strength(rung) - strength(prescribed)
    : rung.load_g - prescribed.load_g;
  if (easier !== 0) return easier > 0 && heavier <= 0;
  const key = measure(prescribed), reps = amount(rung, key);
  return heavier < 0 || (heavier === 0 && 0 < reps && reps <= amount(prescribed, key));
}
