/** What today is, computed from the pack and from what this phone knows beyond it. */

/** @typedef {import("./types.d.ts").Record_} Record_ */
/** @typedef {{advance: Function, outcomes: Function}} Rules */

/** @param {any} known @returns {any} */
export function today(known) {
  return known.pack && null;
}

/**
 * Ended sessions which the pack's positions do not know yet, oldest first.
 * @param {any} pack
 * @param {Record_[]} sessions
 * @returns {Record_[]}
 */
export function unfolded(pack, sessions) {
  if (!pack) return [];
  const folded = new Set(pack.folded);
  return sessions
    .filter(({ record, set, deleted }) => set.ended_at && !deleted && !folded.has(record))
    .sort((a, b) => a.set.ended_at - b.set.ended_at);
}
