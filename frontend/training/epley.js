/** One-rep estimates after Epley: what a set says about the heaviest single rep. */

const REPS_TO_DOUBLE = 30;

/**
 * Grams of the heaviest single rep that `reps` with `rir` in reserve tell.
 * @param {number} load_g
 * @param {number} reps
 * @param {number} rir
 */
export function one_rep_g(load_g, reps, rir) {
  return load_g * (1 + (reps + rir) / REPS_TO_DOUBLE);
}
