/** What else can be done in a slot today, by the reason to ask for it. Pure. */
import { isThere, ownedLoads } from "./loads.js";

/** @typedef {import("./types.d.ts").Fields} Fields */
/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {import("./types.d.ts").SwapReason} SwapReason */
/** @typedef {{exercise: string, reps?: number, hold_s?: number, contacts?: number,
 *   distance_m?: number, load_g: number, load: string, band?: number, tempo?: string}} Rung */
/**
 * @typedef {{measure?: string, laterality?: string, tempo?: string, pattern?: string,
 *   regions?: string[], stages?: number[], easier?: string[], harder?: string[],
 *   equipment?: {needs: string[], load: string}[]}} Known of an exercise, from catalog or pack
 */
/** @typedef {{day: string, set: Fields}} Result */
/**
 * @typedef {{item: Item, last?: Result}} Choice
 * @typedef {{why: SwapReason, choices: Choice[]}} Group
 */

const UNLOADED = ["none", "body"];

/**
 * The choices by reason, the same intent first. A reason without choices is left out, but for pain:
 * leaving the exercise out is always one.
 * @param {{item: Item, rungs: Rung[], exercises: Record<string, Known>,
 *   place: import("./loads.js").Equipment, sore?: string[], avoid?: string[],
 *   last?: Record<string, Result>}} given
 *   `sore` are the regions that hurt now, `avoid` those that nothing may load today
 * @returns {Group[]}
 */
export function swapGroups(
  { item, rungs, exercises, place, sore = [], avoid = [], last = {} },
) {
  const present = exercises[item.exercise] ?? {};
  const ladder = swapChoices(item, rungs, exercises);
  const others = besides(item, rungs, exercises, place);
  const all = [...ladder, ...others]
    .filter(({ exercise }) => clear(exercises[exercise], avoid));
  const easier = (/** @type {Item} */ one) =>
    ladder.includes(one) ? one.rung < item.rung : present.easier?.includes(one.exercise);
  const harder = (/** @type {Item} */ one) =>
    ladder.includes(one) ? one.rung > item.rung : present.harder?.includes(one.exercise);
  /** @type {Record<SwapReason, Item[]>} */
  const by = {
    same: all.filter((one) => !easier(one) && !harder(one)),
    easier: all.filter(easier),
    harder: all.filter(harder),
    equipment: all.filter(({ load }) => UNLOADED.includes(load)),
    pain: sore.length > 0 ? all.filter(({ exercise }) => clear(exercises[exercise], sore)) : [],
  };
  return /** @type {SwapReason[]} */ (Object.keys(by))
    .map((why) => ({ why, choices: by[why].map((one) => withLast(one, last)) }))
    .filter(({ why, choices }) => choices.length > 0 || why === "pain");
}

/**
 * The ladder's other exercises, each at the rung nearest to the present one.
 * @param {Item} item
 * @param {Rung[]} rungs easiest to hardest
 * @param {Record<string, Known>} exercises
 * @returns {Item[]}
 */
export function swapChoices(item, rungs, exercises) {
  const others = [...new Set(rungs.map(({ exercise }) => exercise))]
    .filter((exercise) => exercise !== item.exercise);
  return others.map((exercise) => {
    const own = rungs.map((rung, i) => ({ rung, i }))
      .filter(({ rung }) => rung.exercise === exercise);
    const near = own.reduce((best, each) =>
      Math.abs(each.i - item.rung) < Math.abs(best.i - item.rung) ? each : best
    );
    return asItem(item, near.rung, near.i, exercises[exercise]);
  });
}

/**
 * The latest result of every exercise: of its last session the set with the most.
 * @param {{day: string, set: Fields}[]} sets logged ones
 * @returns {Record<string, Result>}
 */
export function lastResults(sets) {
  /** @type {Record<string, Result>} */
  const last = {};
  for (const { day, set } of sets) {
    const known = last[set.exercise];
    const better = !known || day > known.day ||
      (day === known.day && amount(set) > amount(known.set));
    if (better) last[set.exercise] = { day, set };
  }
  return last;
}

/**
 * Exercises of the catalog that the ladder does not know: of the same pattern, measure and stage,
 * or named as easier or harder, with what is here.
 * @param {Item} item
 * @param {Rung[]} rungs
 * @param {Record<string, Known>} exercises
 * @param {import("./loads.js").Equipment} place
 * @returns {Item[]}
 */
function besides(item, rungs, exercises, place) {
  const present = exercises[item.exercise];
  if (!present) return [];
  const known = new Set([item.exercise, ...rungs.map(({ exercise }) => exercise)]);
  const related = new Set([...present.easier ?? [], ...present.harder ?? []]);
  const stages = present.stages ?? [];
  return Object.entries(exercises).flatMap(([exercise, one]) => {
    const alike = one.pattern === present.pattern &&
      (one.stages ?? stages).some((stage) => stages.includes(stage));
    const fits = one.measure === present.measure && (alike || related.has(exercise));
    const load = fits && !known.has(exercise) ? loadHere(item, one, place) : null;
    const { reps, hold_s, contacts, distance_m } = item;
    return load
      ? [asItem(item, { exercise, reps, hold_s, contacts, distance_m, ...load }, item.rung, one)]
      : [];
  });
}

/**
 * What an exercise would be done with here, no heavier than the present one where that compares;
 * null when it cannot be done.
 * @param {Item} item
 * @param {Known} exercise
 * @param {import("./loads.js").Equipment} place
 * @returns {{load: string, load_g: number, band?: number}|null}
 */
function loadHere(item, { equipment = [] }, place) {
  for (const { needs, load } of equipment) {
    if (!isThere(needs, place)) continue;
    if (UNLOADED.includes(load)) return { load, load_g: 0 };
    const owned = ownedLoads(load, place, needs);
    if (owned.length === 0) continue;
    const most = load !== item.load ? 0 : load === "band" ? item.band ?? 1 : item.load_g;
    const chosen = owned.findLast((one) => one <= most) ?? owned[0];
    return load === "band" ? { load, load_g: 0, band: chosen } : { load, load_g: chosen };
  }
  return null;
}

/**
 * The slot's goal with another exercise in it.
 * @param {Item} item
 * @param {Rung} rung
 * @param {number} index
 * @param {Known} [known]
 * @returns {Item}
 */
function asItem({ slot, name, block, sets, rest_s, rir }, rung, index, known = {}) {
  const dose = /** @type {Rung} */ (Object.fromEntries(
    Object.entries(rung).filter(([, value]) => value !== undefined),
  ));
  return {
    slot,
    name,
    block,
    sets,
    rest_s,
    rir,
    ...dose,
    rung: index,
    reasons: [],
    ...(rung.tempo || !known.tempo ? {} : { tempo: known.tempo }),
    ...(known.regions ? { regions: known.regions } : {}),
    sides: known.laterality === "unilateral" ? "each" : "both",
  };
}

/**
 * Whether an exercise loads none of these regions.
 * @param {Known|undefined} known
 * @param {string[]} regions
 */
function clear(known, regions) {
  return regions.length === 0 ||
    (known?.regions !== undefined && !known.regions.some((region) => regions.includes(region)));
}

/** @param {Item} item @param {Record<string, Result>} last @returns {Choice} */
function withLast(item, last) {
  const result = last[item.exercise];
  return result ? { item, last: result } : { item };
}

/** @param {Fields} set */
function amount({ reps, hold_s, contacts, distance_m }) {
  return reps ?? hold_s ?? contacts ?? distance_m ?? 0;
}
