/** The loads that exist where the runner trains: what the log card and a swap may offer. Pure. */

/** @typedef {import("./types.d.ts").Item} Item */
/**
 * @typedef {{dumbbells_g?: number[], kettlebells_g?: number[], backpack_g?: number[],
 *   barbell?: {bar_g: number, plates_g: number[]}|null, bands?: number, items?: string[],
 *   stack_g?: Record<string, number[]>}} Equipment of one place
 */

/** With no list to go by, one kilogram or two and a half pounds a step. */
const FREE_STEP_G = { kg: 1000, lb: 1134 };
const FREE_STEPS = 60;
/** Nobody tells loads closer than this apart, and nobody trains here with a heavier bar. */
const BAR_STEP_G = 100;
const BAR_MOST_G = 400_000;

/**
 * Loads in grams, lightest first, the prescribed one among them.
 * @param {Item} item
 * @param {Equipment} place
 * @param {{load: string, load_g: number}[]} rungs the slot's ladder: exact loads worked out before
 * @param {"kg"|"lb"} units
 * @param {string[]} [needs] what the exercise is done with
 * @returns {number[]}
 */
export function loadChoices(item, place, rungs, units, needs = []) {
  if (["none", "body", "band"].includes(item.load)) return [];
  const owned = ownedLoads(item.load, place, needs);
  const known = rungs.filter(({ load }) => load === item.load).map(({ load_g }) => load_g);
  const all = sorted([...owned, ...known, item.load_g]);
  if (owned.length > 0 || all.length > 2) return all;
  const step_g = FREE_STEP_G[units];
  const free = Array.from(
    { length: FREE_STEPS },
    (_, i) => item.load_g + (i - FREE_STEPS / 2) * step_g,
  );
  return sorted([...all, ...free.filter((load_g) => load_g >= 0)]);
}

/**
 * What a place has of one kind of load, lightest first: grams, or band numbers.
 * @param {string} load
 * @param {Equipment} place
 * @param {string[]} needs the machine, for a stack
 * @returns {number[]}
 */
export function ownedLoads(load, place, needs) {
  const machine = needs.find((need) => place.stack_g?.[need]);
  /** @type {Record<string, number[]|undefined>} */
  const owned = {
    dumbbell: place.dumbbells_g,
    dumbbells: place.dumbbells_g?.map((one_g) => 2 * one_g),
    kettlebell: place.kettlebells_g,
    backpack: place.backpack_g,
    band: Array.from({ length: place.bands ?? 0 }, (_, i) => i + 1),
    barbell: place.barbell ? barLoads(place.barbell) : [],
    stack: machine ? place.stack_g?.[machine] : [],
  };
  return sorted(owned[load] ?? []);
}

/** Whether a place has all that is needed. @param {string[]} needs @param {Equipment} place */
export function isThere(needs, place) {
  const { dumbbells_g = [], kettlebells_g = [], barbell, backpack_g = [], bands = 0 } = place;
  /** @type {Record<string, boolean>} */
  const owned = {
    dumbbells: dumbbells_g.length > 0,
    kettlebells: kettlebells_g.length > 0,
    barbell: Boolean(barbell),
    backpack: backpack_g.length > 0,
    bands: bands > 0,
  };
  return needs.every((need) => owned[need] || place.items?.includes(need));
}

/**
 * The next load up or down, or the same at the end.
 * @param {number[]} choices
 * @param {number} load_g
 * @param {1|-1} way
 */
export function nextLoad(choices, load_g, way) {
  const beyond = choices.filter((choice) => (choice - load_g) * way > 0);
  return beyond.length === 0 ? load_g : way > 0 ? beyond[0] : beyond[beyond.length - 1];
}

/**
 * The bar with every set of plates that is the same on both sides.
 * @param {{bar_g: number, plates_g: number[]}} bar
 */
function barLoads({ bar_g, plates_g }) {
  const toldApart = (/** @type {number} */ load_g) => Math.floor(load_g / BAR_STEP_G);
  const totals = new Map([[toldApart(bar_g), bar_g]]);
  for (const plate_g of plates_g) {
    for (const total_g of [...totals.values()]) {
      const heavier_g = total_g + 2 * plate_g;
      const known = totals.has(toldApart(heavier_g));
      if (heavier_g <= BAR_MOST_G && !known) totals.set(toldApart(heavier_g), heavier_g);
    }
  }
  return [...totals.values()];
}

/** @param {number[]} loads_g */
function sorted(loads_g) {
  return [...new Set(loads_g)].sort((a, b) => a - b);
}
