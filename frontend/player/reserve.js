/** How a runner says what a set left in reserve: to the rep, or in levels where nobody can. Pure. */

/** @typedef {{from: number, value: number, label: string, note?: string}} Choice */

/** As finely as anybody can tell; a choice is logged as the least that it says. @type {Choice[]} */
const TO_THE_REP = [
  ...[0, 1, 2, 3].map((reps) => ({ from: reps, value: reps, label: String(reps) })),
  { from: 4, value: 4, label: "4–5" },
  { from: 6, value: 6, label: "6+" },
];
/** @type {Choice[]} */
const LEVELS = [
  { from: 0, value: 0, label: "0–1", note: "hardly any" },
  { from: 2, value: 2, label: "2–3", note: "a few" },
  { from: 4, value: 4, label: "4+", note: "plenty" },
];

/**
 * The choices for one item. A level that holds what was asked for is logged as that.
 * @param {{reps?: number, rir?: number|null}} item
 * @param {number} [levels_above] sets of more reps than this are told in levels
 * @returns {Choice[]}
 */
export function reserveChoices({ reps = 0, rir }, levels_above = Infinity) {
  if (reps <= levels_above) return TO_THE_REP;
  const goal = rir ?? 0, asked = chosen(LEVELS, goal);
  return LEVELS.map((level) => level === asked ? { ...level, value: goal } : level);
}

/**
 * The choice that a number of reps in reserve falls under; none where nothing was said.
 * @param {Choice[]} choices
 * @param {number} [rir]
 */
export function chosen(choices, rir = NaN) {
  return choices.findLast(({ from }) => from <= rir);
}
