/** Slower and faster for one set: what a step changes, and which tempo was done. Pure. */

/** @typedef {import("./types.d.ts").Pace} Pace */
/** @typedef {import("./tempo.js").Measure} Measure */

/** What one step of a hold, or one more block of any measure, comes to. */
export const BLOCK = { reps: 1, hold: 5, contacts: 5, distance: 5 };

const SLOWEST_S = 9;
/** One step of a hopping rhythm, as a part of it: it must be heard and not break the rhythm. */
const CONTACT_STEP = 0.1;
const CONTACT_FASTEST = 0.5;

/** Steps slower than prescribed at a rep. @param {Pace[]} paces @param {number} rep */
export function paceAt(paces, rep) {
  return paces.findLast((pace) => pace.rep <= rep)?.s ?? 0;
}

/**
 * The pace from a rep on changed by a step.
 * @param {Pace[]} paces
 * @param {number} rep
 * @param {number} s
 * @returns {Pace[]}
 */
export function changed(paces, rep, s) {
  return [...paces.filter((pace) => pace.rep < rep), { rep, s: paceAt(paces, rep) + s }];
}

/** The last pace from the first rep on, as the next side begins. @param {Pace[]} paces */
export function carried(paces) {
  const s = paces.at(-1)?.s ?? 0;
  return s === 0 ? [] : [{ rep: 1, s }];
}

/**
 * A tempo with its lowering (where there is none, its lift) a second longer or shorter a step:
 * "3-1-1-0" is "4-1-1-0". Never below one second, but a fast one stays fast.
 * @param {string} tempo
 * @param {number} s
 */
export function slowed(tempo, s) {
  const written = tempo.trim().toUpperCase();
  const parts = written === "X" ? ["X", "0", "X", "0"] : written.split("-");
  const phase = parts[0] === "0" ? 2 : 0;
  if (s === 0 || parts.length !== 4 || parts[phase] === "0") return tempo;
  const given_s = parts[phase] === "X" ? 0 : Number(parts[phase]);
  const paced_s = Math.min(Math.max(SLOWEST_S, given_s), given_s + s);
  parts[phase] = paced_s >= 1 ? String(paced_s) : given_s === 0 ? "X" : "1";
  return parts.join("-");
}

/** @param {number} hold_s @param {number} s */
export function heldLonger(hold_s, s) {
  return Math.max(Math.min(hold_s, BLOCK.hold), hold_s + s * BLOCK.hold);
}

/** Seconds between landings. @param {number} contact_s @param {number} s */
export function rhythm(contact_s, s) {
  return contact_s * Math.max(CONTACT_FASTEST, 1 + s * CONTACT_STEP);
}

/**
 * The tempo that most of the first `reps` were done at; of two alike the later one.
 * @param {string} tempo
 * @param {Pace[]} paces
 * @param {number} reps
 */
export function tempoDone(tempo, paces, reps) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let rep = 1; rep <= reps; rep++) {
    const one = slowed(tempo, paceAt(paces, rep));
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].findLast(([, count]) => count === most)?.[0] ?? tempo;
}
