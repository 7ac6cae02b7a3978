/** One athlete's IndexedDB: strictly durable transactions that outlive a lost connection. */
import { openDB } from "../vendor/idb.js";

/** @typedef {import("./types.d.ts").Database_} Database_ */

const VERSION = 1;
const LOST_CONNECTION = new Set(["InvalidStateError", "UnknownError", "AbortError"]);

/** The device has no room left; what was being written is not there, all the rest is. */
export class StorageFull extends Error {
  code = "storage_full";
  detail = "The phone's storage is full. Nothing was lost: free some space, then try again.";
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
