/// <reference lib="deno.ns" />
/** The few assertions the player's tests need, and dice that fall the same way at every run. */

/** @param {unknown} got @param {unknown} want */
export function equal(got, want) {
  const [a, b] = [canonical(got), canonical(want)];
  if (a !== b) throw new Error(`expected ${b}\n     got ${a}`);
}

/** @param {number} got @param {number} want @param {number} within */
export function close(got, want, within) {
  if (!(Math.abs(got - want) <= within)) {
    throw new Error(`expected ${want} ± ${within}, got ${got}`);
  }
}

/** @param {unknown} holds @param {string} [what] */
export function ok(holds, what = "the condition does not hold") {
  if (!holds) throw new Error(what);
}

/** A seeded die: `dice(n)` is 0 … n-1. @param {number} seed */
export function chance(seed) {
  let state = (seed * 2654435761) >>> 0;
  return (/** @type {number} */ n) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return Math.floor(((state ^ (state >>> 13)) >>> 0) / 4294967296 * n);
  };
}

/** JSON with sorted keys, so that order of writing does not matter. @param {unknown} value */
function canonical(value) {
  return JSON.stringify(
    value,
    (_, v) =>
      v && typeof v === "object" && !Array.isArray(v)
        ? Object.fromEntries(Object.keys(v).sort().map((key) => [key, v[key]]))
        : v,
  );
}
