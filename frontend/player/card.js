/** The card of a set: preset to what was done, corrected, logged, and what it may put an end to. */
import { setEntry } from "./entries.js";
import { itemOf, nextSet, sidesOf } from "./order.js";
import { fresh, moveOn, to } from "./transition.js";
import { asksReserve } from "./words.js";

/** @typedef {import("./types.d.ts").Active} Active */
/** @typedef {import("./types.d.ts").Draft} Draft */
/** @typedef {import("./types.d.ts").Edit} Edit */
/** @typedef {import("./types.d.ts").Logged} Logged */
/** @typedef {import("./types.d.ts").Side} Side */
/** @typedef {import("./types.d.ts").Step} Step */

/** From this pain on, an exercise is over for the day. */
const PAIN_STOPS = 5;
/** Form this poor, in so many sets, too. */
const FORM_LOST = 1;
const FORM_SETS = 2;

/** @param {Active} state @param {number} ended_at @returns {Partial<Active>} */
export function card(state, ended_at) {
  const item = itemOf(state);
  const last = nextSet(state) === null;
  const entries = Object.entries(state.performed).map((
    [side, { done }],
  ) => [side, state.draft[/** @type {Side} */ (side)] ?? preset(item, done)]);
  return {
    ...fresh(ended_at),
    phase: "log",
    performed: state.performed,
    draft: Object.fromEntries(entries),
    rest: last ? null : { from: ended_at, until: ended_at + item.rest_s * 1000 },
  };
}

/**
 * @param {import("./types.d.ts").Item} item
 * @param {number} done
 * @returns {import("./types.d.ts").Draft}
 */
function preset(item, done) {
  return {
    ...asDone(item, done),
    ...(asksReserve(item) ? { rir: /** @type {number} */ (item.rir) } : {}),
    pain: 0,
  };
}

/**
 * The card of a side the runner was never asked about: no effort or pain is made up.
 * @param {import("./types.d.ts").Item} item
 * @param {number} done
 * @returns {import("./types.d.ts").Draft}
 */
export function asDone({ load_g, band }, done) {
  return { amount: done, load_g, ...(band ? { band } : {}) };
}

/**
 * Corrections of a card; null takes an answer back, and without pain there is no place of it.
 * @param {Active} state
 * @param {{side: Side, fields: Edit | ((draft: Draft) => Edit)}} action
 * @returns {Partial<Active>}
 */
export function edited(state, { side, fields }) {
  const draft = state.draft[side];
  if (!draft) return {};
  const changes = typeof fields === "function" ? fields(draft) : fields;
  const { pain, ...answers } = { ...draft, ...changes };
  const painless = pain === 0 ? { pain_region: null, sharp: null } : {};
  const said = Object.entries({ ...answers, pain, ...painless })
    .filter(([, value]) => value !== null && value !== undefined);
  return { draft: { ...state.draft, [side]: Object.fromEntries(said) } };
}

/** @param {Active} state @param {number} now_ms @returns {Step} */
export function log(state, now_ms) {
  const sets = cards(state);
  const kept = { ...state, logged: [...state.logged, ...sets], performed: {}, draft: {} };
  /** @type {Active} */
  const logged = { ...kept, ...stopped(kept, sets) };
  return to(logged, moveOn(logged, now_ms), sets.map((set) => setEntry(state, set)));
}

/** The sides on the card as they would be logged. @param {Active} state @returns {Logged[]} */
export function cards(state) {
  const { item, set } = state.at;
  return sidesOf(itemOf(state), set).flatMap((side) => {
    const performed = state.performed[side];
    const draft = state.draft[side];
    const record = state.records[`${item}.${set}`][side === "right" ? 1 : 0];
    return performed && draft ? [{ item, set, side, record, performed, draft }] : [];
  });
}

/**
 * What the sets just logged put an end to, and what is said of it.
 * @param {Active} state with them among its logged ones
 * @param {Logged[]} sets
 * @returns {Pick<Active, "closed"|"notice">}
 */
function stopped(state, sets) {
  const { item } = state.at;
  const hurt = sets.some(({ draft }) => (draft.pain ?? 0) >= PAIN_STOPS || draft.sharp);
  const poor = state.logged.filter((set) =>
    set.item === item && (set.draft.quality ?? FORM_LOST + 1) <= FORM_LOST
  );
  const lost = new Set(poor.map(({ set }) => set)).size >= FORM_SETS;
  if (!hurt && !lost) return { closed: state.closed, notice: null };
  const key = hurt ? /** @type {const} */ ("pain") : "form";
  // What took over from a swapped item goes on: the pain was the other exercise's.
  const why = state.closed[item] === "swapped" ? "swapped" : key;
  return { closed: { ...state.closed, [item]: why }, notice: { key, item } };
}
