/// <reference lib="deno.ns" />
/** What the data layer's tests say about values, and dice that fall the same every time. */

/** @param {unknown} actual @param {unknown} expected @param {string} [about] */
export function equal(actual, expected, about = "") {
  const [a, b] = [plain(actual), plain(expected)];
  if (a !== b) throw new Error(`${about}\n  is       ${a}\n  expected ${b}`);
}

/** @param {unknown} truth @param {string} about */
export function ok(truth, about) {
  if (!truth) throw new Error(about);
}

/** The error that `work` fails with. @param {() => unknown} work @returns {Promise<any>} */
export async function failure(work) {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

/** Random numbers from 0 to 1 (mulberry32). @param {number} seed @returns {() => number} */
export function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {unknown} value */
function plain(value) {
  return JSON.stringify(value, (_, held) => {
    if (held === undefined) return "(undefined)";
    if (held === null || typeof held !== "object" || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).sort(([a], [b]) => a < b ? -1 : 1));
  }, 1);
}
