/**
 * Which loads the stepper of the log card may stop at: those that exist where the runner trains.
 * Pure.
 */

/** @typedef {import("./types.d.ts").Item} Item */

/** With no list to go by, one kilogram or two and a half pounds a step. */
const FREE_STEP_G = { kg: 1000, lb: 1134 };
const FREE_STEPS = 60;

/**
 * Loads in grams, lightest first, the prescribed one among them.
 * @param {Item} item
 * @param {{dumbbells_g?: number[], kettlebells_g?: number[], backpack_g?: number[],
 *   stack_g?: Record<string, number[]>}} place the equipment of this place
 * @param {{load: string, load_g: number}[]} rungs the slot's ladder: exact loads worked out before
 * @param {"kg"|"lb"} units
 * @returns {number[]}
 */
export function loadChoices(item, place, rungs, units) {
  if (["none", "body", "band"].includes(item.load)) return [];
  const owned = {
    dumbbell: place.dumbbells_g,
    dumbbells: place.dumbbells_g?.map((one_g) => 2 * one_g),
    kettlebell: place.kettlebells_g,
    backpack: place.backpack_g,
  }[item.load];
  const known = rungs.filter(({ load }) => load === item.load).map(({ load_g }) => load_g);
  const all = sorted([...(owned ?? []), ...known, item.load_g]);
  if (all.length > 2) return all;
  const step_g = FREE_STEP_G[units];
  const free = Array.from(
    { length: FREE_STEPS },
    (_, i) => item.load_g + (i - FREE_STEPS / 2) * step_g,
  );
  return sorted([...all, ...free.filter((load_g) => load_g >= 0)]);
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

/** @param {number[]} loads_g */
function sorted(loads_g) {
  return [...new Set(loads_g)].sort((a, b) => a - b);
}
