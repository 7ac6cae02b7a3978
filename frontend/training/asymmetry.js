/** What a weaker side changes in a day's workout; the server says which side it is. */

/** @import {Asymmetry, Symmetry} from "./values.d.ts" */

/**
 * What `prescribe` does about it on `day`, also on days after the one it was found for.
 * @param {Symmetry} found
 * @param {string} day
 * @returns {Asymmetry | null}
 */
export function weaker_side({ state, side, patterns = [], extra_until = "" }, day) {
  if (state !== "acts" || !side) return null;
  return { side, patterns, extra_set: day <= extra_until };
}
