/// <reference lib="deno.ns" />
/** The one assertion these tests need. */

/** @param {unknown} got @param {unknown} want */
export function equal(got, want) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`expected ${b}\n     got ${a}`);
}
