/** The journal's pure rules: ids, the hybrid clock, entries, and how they fold into records. */

/** @typedef {import("./types.d.ts").Entry} Entry */
/** @typedef {import("./types.d.ts").Held} Held */
/** @typedef {import("./types.d.ts").Record_} Record_ */

const COUNTER_MAX = 0xffffff;

/**
 * A UUIDv7: sorts by the moment it was made.
 * @param {number} now_ms epoch milliseconds
 * @param {Uint8Array} random ten random bytes
 * @returns {string}
 */
export function uuid7(now_ms, random) {
  const time = Math.max(0, Math.floor(now_ms)).toString(16).padStart(12, "0").slice(-12);
  const bytes = Array.from(random.subarray(0, 10));
  bytes[0] = 0x70 | (bytes[0] & 0x0f);
  bytes[2] = 0x80 | (bytes[2] & 0x3f);
  const rest = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    time.slice(0, 8),
    time.slice(8),
    rest.slice(0, 4),
    rest.slice(4, 8),
    rest.slice(8),
  ].join("-");
}

/**
 * The next reading of the hybrid clock: later than every reading made or seen so far, whatever the
 * wall clock says. Nothing is rejected or clamped; a clock that stands still only counts.
 * @param {{last: string | null, now_ms: number, device: string}} reading `last` is the highest `at`
 *   made here or seen from elsewhere, `now_ms` the server-corrected now, `device` 8 hex digits
 * @returns {string} `2026-11-22T10:00:00.000Z-000000-1a2b3c4d`
 */
export function tick({ last, now_ms, device }) {
  const seen = last ? readAt(last) : { ms: 0, counter: -1 };
  let ms = Math.max(seen.ms, Math.floor(now_ms));
  let counter = ms > seen.ms ? 0 : seen.counter + 1;
  if (counter > COUNTER_MAX) {
    ms += 1;
    counter = 0;
  }
  return `${new Date(ms).toISOString()}-${counter.toString(16).padStart(6, "0")}-${device}`;
}

/** The higher of two clock readings. @param {string | null | undefined} a @param {string} b */
export function later(a, b) {
  return a && a > b ? a : b;
}

/**
 * An entry with its keys in the order of the contract; `deleted` only when the writer says so.
 * @param {Omit<Entry, "v">} parts
 * @returns {Entry}
 */
export function makeEntry({ id, record, kind, day, zone, at, deleted, set }) {
  const entry = { id, record, kind, day, zone, at, v: 1, set };
  return deleted === undefined ? entry : { ...entry, deleted };
}

/**
 * Fold one entry into its record: per field the highest `at` wins, on a tie the higher entry id.
 * The order in which entries arrive does not matter, nor whether one arrives twice.
 * @param {Held | null | undefined} held
 * @param {Entry} entry
 * @returns {Held}
 */
export function merge(held, entry) {
  const next = held ? copy(held) : blank(entry);
  const claim = `${entry.at} ${entry.id}`;
  for (const name of /** @type {const} */ (["day", "zone"])) {
    if (claim <= next.won[name]) continue;
    next[name] = entry[name];
    next.won[name] = claim;
  }
  if (entry.deleted !== undefined && claim > next.won.deleted) {
    next.deleted = entry.deleted;
    next.won.deleted = claim;
  }
  for (const [field, value] of Object.entries(entry.set ?? {})) {
    if (Object.hasOwn(next.won.set, field) && claim <= next.won.set[field]) continue;
    next.set[field] = value;
    next.won.set[field] = claim;
  }
  next.at = later(next.at, entry.at);
  return next;
}

/** A record as views see it: cleared fields are absent. @param {Held} held @returns {Record_} */
export function shown({ record, kind, day, zone, deleted, set, at }) {
  const fields = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null));
  return { record, kind, day, zone, deleted, set: fields, at };
}

/** Equal JSON? The order of keys is no content. @param {unknown} a @param {unknown} b */
export function same(a, b) {
  return sorted(a) === sorted(b);
}

/** @param {Entry} entry @returns {Held} */
function blank({ record, kind }) {
  const won = { day: "", zone: "", deleted: "", set: {} };
  return { record, kind, day: "", zone: "", deleted: false, set: {}, at: "", won };
}

/** @param {Held} held @returns {Held} */
function copy(held) {
  const won = { ...held.won, set: { ...held.won.set } };
  return { ...held, set: { ...held.set }, won };
}

/** @param {unknown} value */
function sorted(value) {
  return JSON.stringify(value, (_, held) => {
    if (held === null || typeof held !== "object" || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).sort(([a], [b]) => a < b ? -1 : 1));
  });
}

/** @param {string} at @returns {{ms: number, counter: number}} */
function readAt(at) {
  const end = at.indexOf("Z-") + 1;
  const [counter] = at.slice(end + 1).split("-");
  return { ms: Date.parse(at.slice(0, end)) || 0, counter: Number.parseInt(counter, 16) || 0 };
}
