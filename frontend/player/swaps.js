/**
 * What else can be done in a slot today: the ladder's other exercises, at the rung nearest to the
 * present one. Pure.
 */

/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {{exercise: string, reps?: number, hold_s?: number, contacts?: number,
 *   distance_m?: number, load_g: number, load: string, band?: number, tempo?: string}} Rung */

/**
 * @param {Item} item
 * @param {Rung[]} rungs easiest to hardest
 * @param {Record<string, {laterality?: string, tempo?: string, regions?: string[]}>} exercises
 * @returns {Item[]}
 */
export function swapChoices(item, rungs, exercises) {
  const others = [...new Set(rungs.map(({ exercise }) => exercise))]
    .filter((exercise) => exercise !== item.exercise);
  return others.map((exercise) => {
    const own = rungs.map((rung, i) => ({ rung, i })).filter(({ rung }) =>
      rung.exercise === exercise
    );
    const near = own.reduce((best, each) =>
      distance(each, item) < distance(best, item) ? each : best
    );
    const { slot, name, block, sets, rest_s, rir } = item;
    const known = exercises[exercise] ?? {};
    return {
      slot,
      name,
      block,
      sets,
      rest_s,
      rir,
      ...near.rung,
      rung: near.i,
      reasons: [],
      ...(near.rung.tempo || !known.tempo ? {} : { tempo: known.tempo }),
      ...(known.regions ? { regions: known.regions } : {}),
      sides: known.laterality === "unilateral" ? "each" : "both",
    };
  });
}

/** @param {{i: number}} each @param {Item} item */
function distance({ i }, { rung }) {
  return Math.abs(i - rung);
}
