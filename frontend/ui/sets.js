/** Logged sets in words: grouped by side, the dose of each, the load they share. Pure. */
import { load, measure } from "./format.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */

const SIDES = { left: "L", right: "R", both: "" };

/**
 * "L 8, 8, 7 · R 8, 8, 8 · 14 kg"
 * @param {Record_[]} sets of one exercise
 * @param {"kg" | "lb"} units
 */
export function setWords(sets, units) {
  const sides = Object.entries(SIDES).flatMap(([side, letter]) => {
    const own = sets.filter(({ set }) => (set.side ?? "both") === side).sort(byIndex);
    if (own.length === 0) return [];
    return `${letter} ${own.map(({ set }) => measure(set)).join(", ")}`.trim();
  });
  return [...sides, loads(sets, units)].filter(Boolean).join(" · ");
}

/** The loads of these sets, each once. @param {Record_[]} sets @param {"kg" | "lb"} units */
function loads(sets, units) {
  const words = sets.map(({ set }) =>
    set.band ? `band\u00a0${set.band}` : set.load_g ? load(set.load_g, units) : ""
  );
  return [...new Set(words)].filter(Boolean).join(", ");
}

/** In the order they were done. @param {Record_} a @param {Record_} b */
export function byIndex(a, b) {
  return (a.set.index ?? 0) - (b.set.index ?? 0) ||
    (a.set.started_at ?? 0) - (b.set.started_at ?? 0);
}
