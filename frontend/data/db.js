/** One athlete's IndexedDB: strictly durable transactions that outlive a lost connection. */
import { openDB } from "../vendor/idb.js";
import { makeEntry, merge, shown, tick } from "./journal.js";
import { unfolded } from "./today.js";

/** @typedef {import("./types.d.ts").Database_} Database_ */
/** @typedef {import("./types.d.ts").Draft} Draft */
/** @typedef {import("./types.d.ts").Entry} Entry */

/** Where the browser remembers whose journal is open. */
export const POINTER = "midstance-account";

const VERSION = 1;
const LOST_CONNECTION = new Set(["InvalidStateError", "UnknownError", "AbortError"]);

/** The device has no room left; what was being written is not there, all the rest is. */
export class StorageFull extends Error {
  code = "storage_full";
  detail = "The phone's storage is full. Nothing was lost: free some space, then tap Log again.";
  /** @override */
  name = "StorageFull";
}

/** The browser refuses its storage. */
export class StorageBroken extends Error {
  code = "storage_broken";
  /** @override */
  name = "StorageBroken";

  /** @param {unknown} cause */
  constructor(cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    super(why, { cause });
    this.detail = nameOf(cause) === "VersionError"
      ? "A newer version of Midstance is open in another tab. Reload this one to go on."
      : `This browser did not let Midstance write (${why}). Reload the page, then try again.`;
  }
}

/** @implements {Database_} */
export class Database {
  /** @type {Promise<import("../vendor/idb.js").IDBPDatabase> | null} */
  #open = null;
  #closed = false;

  /**
   * @param {string} name
   * @param {{blocked?: () => void}} [events] `blocked`: another tab holds an older version open
   */
  constructor(name, events = {}) {
    this.name = name;
    this.events = events;
  }

  /**
   * Run `work` in one transaction; resolves with its answer once everything is on the disk.
   * When `work` fails nothing is written. A connection that the system took away (iOS does, in the
   * background) is opened again and the work done once more.
   * @template T
   * @param {string[]} stores
   * @param {"readonly" | "readwrite"} mode
   * @param {(tx: import("./types.d.ts").Transaction_) => Promise<T>} work may run twice
   * @returns {Promise<T>}
   * @throws {StorageFull | StorageBroken}
   */
  async run(stores, mode, work) {
    try {
      return await this.#once(stores, mode, work);
    } catch (error) {
      if (this.#closed || !LOST_CONNECTION.has(nameOf(error))) throw storageError(error);
      this.#drop();
    }
    try {
      return await this.#once(stores, mode, work);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Let go for good. */
  close() {
    this.#closed = true;
    this.#drop();
  }

  /**
   * @template T
   * @param {string[]} stores
   * @param {"readonly" | "readwrite"} mode
   * @param {(tx: import("./types.d.ts").Transaction_) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #once(stores, mode, work) {
    const connection = await this.#connection();
    const tx = connection.transaction(stores, mode, { durability: "strict" });
    // The transaction's own failure says more than that of the request which it failed.
    const done = tx.done.then(() => null, (/** @type {unknown} */ error) => error ?? tx.error);
    try {
      const answer = await work(tx);
      const failure = await done;
      if (failure) throw failure;
      return answer;
    } catch (error) {
      abort(tx);
      const failure = await done;
      throw nameOf(failure) === "QuotaExceededError" ? failure : error;
    }
  }

  #connection() {
    this.#open ??= openDB(this.name, VERSION, {
      upgrade,
      blocked: () => this.events.blocked?.(),
      blocking: () => this.#drop(),
      terminated: () => {
        this.#open = null;
      },
    }).catch((error) => {
      this.#open = null;
      throw error;
    });
    return this.#open;
  }

  #drop() {
    this.#open?.then((connection) => connection.close(), () => {});
    this.#open = null;
  }
}

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
    const [account, pack, choice, active, sessions, checkins, ...counts] = await Promise.all([
      doc("account"),
      known ?? doc("pack"),
      doc("choice"),
      doc("active"),
      between(tx, "session", from),
      between(tx, "checkin", from),
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
      recent: { sessions, sets, checkins },
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

/** Every entry about one record, oldest first. @param {Database_} db @param {string} record */
export async function entriesAbout(db, record) {
  /** @type {Entry[]} */
  const entries = await db.run(
    ["entries"],
    "readonly",
    (tx) => tx.objectStore("entries").index("record").getAll(record),
  );
  return entries.sort((a, b) => a.at < b.at ? -1 : 1);
}

/** @param {Database_} db @returns {Promise<import("./types.d.ts").Parked[]>} */
export function parked(db) {
  return db.run(["attention"], "readonly", (tx) => tx.objectStore("attention").getAll());
}

/** @param {Database_} db @param {string} key @param {unknown} value */
export async function keep(db, key, value) {
  await db.run(["docs"], "readwrite", (tx) => tx.objectStore("docs").put({ key, value }));
}

/** What the browser remembers outside of any journal. @param {string} key @returns {any} */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {string} key @param {unknown} value */
export function remember(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that forbids it asks for the name again next time.
  }
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

/** @param {any} connection */
function upgrade(connection) {
  const entries = connection.createObjectStore("entries", { keyPath: "id" });
  entries.createIndex("record", "record");
  entries.createIndex("kind_day", ["kind", "day"]);
  const records = connection.createObjectStore("records", { keyPath: ["kind", "record"] });
  records.createIndex("kind_day", ["kind", "day"]);
  connection.createObjectStore("outbox", { keyPath: "id" }).createIndex("kind", "kind");
  connection.createObjectStore("attention", { keyPath: "id" });
  connection.createObjectStore("docs", { keyPath: "key" });
}

/** @param {any} tx */
function abort(tx) {
  try {
    tx.abort();
  } catch {
    // It had ended already.
  }
}

/** @param {unknown} error */
function storageError(error) {
  if (!(error instanceof DOMException)) return error;
  return error.name === "QuotaExceededError" ? new StorageFull() : new StorageBroken(error);
}

/** @param {unknown} error */
function nameOf(error) {
  return /** @type {{name?: string} | null} */ (error)?.name ?? "";
}
