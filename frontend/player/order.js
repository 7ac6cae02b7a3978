/** The order of a session: the one place that knows which set comes when, and with which sides. */

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {import("./types.d.ts").Place} Place */
/** @typedef {import("./types.d.ts").Side} Side */
/** @typedef {import("./types.d.ts").Turn} Turn */
/** @typedef {"done"|"now"|"next"|"left_out"} Status */

/** With no more rest than this between its exercises, a group goes round by the clock. */
const CIRCUIT_REST_S = 15;

/**
 * Every set of the session from first to last, also those done and those left out: a group in
 * rounds, the set of the weaker side after the others, then what was added today.
 * @param {Active} state
 * @returns {Turn[]}
 */
export function order(state) {
  return blocks(state).flatMap((items) =>
    items.flatMap((item) => turnsOf(state, item)).sort((a, b) => a.round - b.round)
  );
}

/**
 * Items by number, those of one group together, in the order they are done.
 * @param {Active} state
 * @returns {number[][]}
 */
export function blocks({ sequence, workout: { items } }) {
  /** @type {number[][]} */
  const found = [];
  for (const item of sequence) {
    const last = found.at(-1);
    const { group } = items[item];
    if (last && group !== undefined && items[last[0]].group === group) last.push(item);
    else found.push([item]);
  }
  return found;
}

/**
 * The sides of an item's set in the order they are done.
 * @param {Item} item
 * @param {number} [set]
 * @returns {Side[]}
 */
export function sidesOf({ sides, first, sets, extra }, set = 0) {
  if (extra && set === sets) return [extra.side];
  if (sides === "both") return ["both"];
  return first === "right" ? ["right", "left"] : ["left", "right"];
}

/** How many sets an item has today. @param {Active} state @param {number} item */
export function setsOf({ workout: { items }, added }, item) {
  return items[item].sets + (items[item].extra ? 1 : 0) + (added[item] ?? 0);
}

/** @param {Active} state @returns {Item} */
export function itemOf(state) {
  return state.workout.items[state.at.item];
}

/**
 * The side still to come in this set, if there is one.
 * @param {Active} state
 * @returns {Side|null}
 */
export function nextSide(state) {
  const sides = sidesOf(itemOf(state), state.at.set);
  return sides[sides.indexOf(state.at.side) + 1] ?? null;
}

/**
 * The sets still to be done, the present one among them.
 * @param {Active} state
 * @returns {Turn[]}
 */
export function toDo(state) {
  const done = logged(state);
  return order(state).filter((turn) => statusOf(state, turn, done) === "open");
}

/**
 * The set after the present one; null when there is none.
 * @param {Active} state
 * @returns {Place|null}
 */
export function nextSet(state) {
  const { at } = state;
  const next = toDo(state).find(({ item, set }) => item !== at.item || set !== at.set);
  return next ? placeOf(next) : null;
}

/** @param {Turn} turn @returns {Place} */
export function placeOf({ item, set, side }) {
  return { item, set, side };
}

/**
 * Whether anything of an item has been done, or is being done.
 * @param {Active} state
 * @param {number} item
 */
export function begun({ at, phase, performed, logged }, item) {
  const working = phase === "work" || phase === "log" || Object.keys(performed).length > 0;
  return (working && at.item === item) || logged.some((set) => set.item === item);
}

/**
 * Every set of the session in groups by exercise, for the segments at the top.
 * @param {Active} state
 * @returns {{item: number, sets: Status[]}[]}
 */
export function progress(state) {
  const { at, phase, sequence } = state;
  const done = logged(state);
  const over = phase === "finish" || phase === "over";
  return sequence.map((item) => ({
    item,
    sets: turnsOf(state, item).map((turn) => {
      const status = statusOf(state, turn, done);
      if (status !== "open") return status;
      if (over) return "left_out";
      return item === at.item && turn.set === at.set ? "now" : "next";
    }),
  }));
}

/**
 * The present set among those of its slot today, counted from 1: "set 2 of 3".
 * @param {Active} state
 */
export function setCount(state) {
  const { item, set } = state.at;
  const before = state.after[item] ?? 0;
  return { number: before + set + 1, of: before + setsOf(state, item) };
}

/**
 * The circuit that the present set belongs to: a group that goes round without a card in between.
 * @param {Active} state
 * @returns {{items: number[], round: number, rounds: number}|null}
 */
export function circuitOf(state) {
  const { at, workout } = state;
  const items = blocks(state).find((block) => block.includes(at.item)) ?? [];
  const short = items.every((item) => workout.items[item].rest_s <= CIRCUIT_REST_S);
  if (items.length < 2 || !short) return null;
  const rounds = items.map((item) => (state.after[item] ?? 0) + setsOf(state, item));
  return { items, round: (state.after[at.item] ?? 0) + at.set + 1, rounds: Math.max(...rounds) };
}

/** @param {Active} state @param {number} item @returns {Turn[]} */
function turnsOf(state, item) {
  const { sets, extra } = state.workout.items[item];
  const turns = Array.from({ length: setsOf(state, item) }, (_, set) => {
    const sides = sidesOf(state.workout.items[item], set);
    const round = (state.after[item] ?? 0) + set;
    /** @type {Turn["beyond"]} */
    const beyond = set < sets ? undefined : extra && set === sets ? "weaker" : "added";
    return { item, set, side: sides[0], sides, round, ...(beyond ? { beyond } : {}) };
  });
  if (state.closed[item] !== "swapped") return turns;
  // What was still to come belongs to the item that took over.
  const done = logged(state);
  const here = (/** @type {Turn} */ { set }) => item === state.at.item && set === state.at.set;
  return turns.filter((turn) => done.has(`${item}.${turn.set}`) || here(turn));
}

/** @param {Active} state */
function logged(state) {
  return new Set(state.logged.map(({ item, set }) => `${item}.${set}`));
}

/**
 * @param {Active} state
 * @param {Turn} turn
 * @param {Set<string>} done
 */
function statusOf({ left_out, closed }, { item, set }, done) {
  const key = `${item}.${set}`;
  if (done.has(key)) return "done";
  return key in left_out || closed[item] ? "left_out" : "open";
}
