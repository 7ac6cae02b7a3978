/** Items put into a session under way: at their number, at their place, with records. */

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {import("./types.d.ts").Manner} Manner */
/** @typedef {import("./types.d.ts").Records} Records */

/**
 * An item put at its number, with records for those of its sets that have none. Slower and faster
 * were meant for what stood there before.
 * @param {Active} state
 * @param {number} number
 * @param {Item} item
 * @param {Manner} manner
 * @param {Records[]} [records] enough of them
 * @returns {Active}
 */
export function put(state, number, item, manner, records = []) {
  const added = missingKeys(state, number, item).map((key, i) => [key, records[i]]);
  const items = [...state.workout.items];
  const manners = [...state.manners];
  items[number] = item;
  manners[number] = manner;
  return {
    ...state,
    workout: { ...state.workout, items },
    manners,
    pace: Object.fromEntries(
      Object.entries(state.pace).filter(([key]) => !key.startsWith(`${number}.`)),
    ),
    records: { ...state.records, ...Object.fromEntries(added) },
  };
}

/**
 * The sets of an item, as "item.set", that have no records yet.
 * @param {Active} state
 * @param {number} number
 * @param {Item} item
 */
export function missingKeys({ records }, number, { sets, extra }) {
  return Array.from({ length: sets + (extra ? 1 : 0) }, (_, set) => `${number}.${set}`)
    .filter((key) => !(key in records));
}

/** @param {Item} item @param {Item["place"]} place */
export function placed(item, place) {
  return place ? { ...item, place } : item;
}
