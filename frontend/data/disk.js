/** What is written to and read from the open journal, each in one transaction. */
import { makeEntry, merge, shown, tick } from "./journal.js";

/** @typedef {import("./types.d.ts").Database_} Database_ */
/** @typedef {import("./types.d.ts").Draft} Draft */
/** @typedef {import("./types.d.ts").Entry} Entry */
/** @typedef {import("./types.d.ts").Record_} Record_ */

/** The pack that the rules on this phone understand: an older or a newer one is as good as none. */
export const PACK_VERSION = 2;

/**
 * Write entries with their records and outbox lines, all or nothing. A record keeps its day when it
 * is edited later, and a set belongs to the day of its session.
 * @param {Database_} db
 * @param {(Draft & {id: string})[]} drafts
 * @param {{device: string, day: string, zone: string, now_ms: number}} here
 * @returns {Promise<Entry[]>}
 */
export function writeEntries(db, drafts, { device, day, zone, now_ms }) {
  return db.run(["entries", "records", "outbox", "docs"], "readwrite", async (tx) => {
    const [entries, records, outbox, docs] = ["entries", "records", "outbox", "docs"]
      .map((name) => tx.objectStore(name));
    const clock = (await docs.get("clock"))?.value ?? { last: null, offset_ms: 0 };
    const written = [];
    for (const draft of drafts) {
      // After a lost connection the first try may have reached the disk after all.
      const before = await entries.get(draft.id);
      if (before) {
        written.push(before);
        continue;
      }
      const held = await records.get([draft.kind, draft.record]);
      const home = held ??
        (draft.set.session ? await records.get(["session", draft.set.session]) : null);
      clock.last = tick({ last: clock.last, now_ms: now_ms + clock.offset_ms, device });
      const entry = makeEntry({
        ...draft,
        day: draft.day ?? home?.day ?? day,
        zone: home?.zone ?? zone,
        at: clock.last,
      });
      await entries.put(entry);
      await outbox.put({ id: entry.id, kind: entry.kind });
      await records.put(merge(held, entry));
      written.push(entry);
    }
    await docs.put({ key: "clock", value: clock });
    return written;
  });
}

/**
 * All that the first screen needs, in one transaction.
 * @param {Database_} db
 * @param {string} from the first day of what counts as recent
 * @param {any} known the pack in memory; null reads the stored one
 */
export function readNow(db, from, known) {
  return db.run(["docs", "records", "outbox", "attention"], "readonly", async (tx) => {
    const [docs, records, outbox] = ["docs", "records", "outbox"].map((s) => tx.objectStore(s));
    const doc = async (/** @type {string} */ key) => (await docs.get(key))?.value ?? null;
    const [
      account,
      pack,
      choice,
      active,
      today,
      clock,
      sessions,
      checkins,
      changes,
      assessments,
      ...counts
    ] = await Promise.all([
      doc("account"),
      known ?? doc("pack").then(understood),
      doc("choice"),
      doc("active"),
      doc("today"),
      doc("clock"),
      between(tx, "session", from),
      between(tx, "checkin", from),
      between(tx, "plan_change"),
      between(tx, "assessment", from),
      outbox.count(),
      outbox.index("kind").count("set"),
      tx.objectStore("attention").count(),
    ]);
    const profile = account && await records.get(["profile", account.athlete]);
    const [first] = unfolded(pack, sessions);
    const sets = first ? await between(tx, "set", first.day) : [];
    const [waiting, waiting_sets, attention] = counts;
    return {
      account,
      profile: profile ? shown(profile).set : null,
      pack,
      choice,
      active,
      today,
      clock: clock?.last ?? "",
      recent: { sessions, sets, checkins, changes, assessments },
      counts: { waiting, waiting_sets, attention },
    };
  });
}

/**
 * Records of a kind by day, oldest first; deleted ones are left out unless asked for.
 * @param {Database_} db
 * @param {string} kind
 * @param {{from?: string, to?: string, deleted?: boolean}} span days, both included
 */
export function recordsOf(db, kind, { from, to, deleted }) {
  return db.run(["records"], "readonly", (tx) => between(tx, kind, from, to, deleted));
}

/** @param {Database_} db @returns {Promise<import("./types.d.ts").Parked[]>} */
export function parked(db) {
  return db.run(["attention"], "readonly", (tx) => tx.objectStore("attention").getAll());
}

/** @param {Database_} db @param {string} key @param {unknown} value */
export async function keep(db, key, value) {
  await db.run(["docs"], "readwrite", (tx) => tx.objectStore("docs").put({ key, value }));
}

/**
 * @param {import("./types.d.ts").Transaction_} tx
 * @param {string} kind
 * @param {string} [from]
 * @param {string} [to]
 * @param {boolean} [deleted]
 * @returns {Promise<import("./types.d.ts").Record_[]>}
 */
async function between(tx, kind, from = "", to = "9999-99-99", deleted = false) {
  const days = IDBKeyRange.bound([kind, from], [kind, to]);
  /** @type {import("./types.d.ts").Held[]} */
  const held = await tx.objectStore("records").index("kind_day").getAll(days);
  return held.filter((record) => deleted || !record.deleted).map(shown);
}

/** @param {any} pack */
function understood(pack) {
  return pack?.version === PACK_VERSION ? pack : null;
}

/**
 * Ended sessions which the pack's positions do not know yet, by day.
 * @param {any} pack
 * @param {Record_[]} sessions
 * @returns {Record_[]}
 */
function unfolded(pack, sessions) {
  const folded = new Set(pack?.folded);
  return sessions
    .filter(({ record, set }) => set.ended_at !== undefined && !folded.has(record));
}
