/** A server that keeps the sync contract, and breaks in every way a network and a disk can. */
import { same } from "../../../frontend/data/journal.js";

/** @typedef {import("../../../frontend/data/types.d.ts").Entry} Entry */
/** @typedef {{cursor: number, chain: string, entries: Entry[], limit?: number}} Push */
/** @typedef {import("../../../frontend/data/sync.js").Answer} Answer */

export const START = "0".repeat(32);

/** A refusal with a status, as the phone's own HTTP layer throws them. */
export class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export class FakeServer {
  /** @type {{entry: Entry, chain: string}[]} */
  log = [];
  page = 500;
  most = 500;
  now_ms = Date.parse("2026-11-22T10:00:00.000Z");
  /** Entries this server refuses, by id. @type {Map<string, string>} */
  invalid = new Map();
  /** Requests so far. @type {Push[]} */
  asked = [];
  /** What happens to the next requests, in order. @type {string[]} */
  faults = [];

  /** @param {Push} push @returns {Promise<Answer>} */
  post = (push) => {
    this.asked.push(structuredClone(push));
    const fault = this.faults.shift();
    if (fault === "request lost") return Promise.reject(new Refused(0));
    if (fault === "signed out") return Promise.reject(new Refused(401));
    if (fault === "down") return Promise.reject(new Refused(503));
    try {
      const answer = this.#sync(structuredClone(push));
      if (fault === "twice") this.#sync(structuredClone(push));
      return fault === "answer lost"
        ? Promise.reject(new Refused(0))
        : Promise.resolve(structuredClone(answer));
    } catch (error) {
      return Promise.reject(error);
    }
  };

  /** A backup to restore later. */
  backup() {
    return [...this.log];
  }

  get ids() {
    return this.log.map(({ entry }) => entry.id);
  }

  get entries() {
    return this.log.map(({ entry }) => entry);
  }

  /** @param {Push} push @returns {Answer} */
  #sync({ cursor, chain, entries }) {
    if (entries.length > this.most) throw new Refused(413);
    if (cursor > this.log.length || this.#chain(cursor) !== chain) throw new Refused(409);
    /** @type {Answer} */
    const answer = {
      cursor,
      chain,
      accepted: [],
      rejected: [],
      entries: [],
      more: false,
      server_time: this.now_ms,
    };
    for (const entry of entries) {
      const held = this.log.find((line) => line.entry.id === entry.id);
      const wrong = this.invalid.get(entry.id);
      if (wrong) answer.rejected.push({ id: entry.id, code: "invalid", detail: wrong });
      else if (held && !same(held.entry, entry)) {
        answer.rejected.push({ id: entry.id, code: "id_reused", detail: "taken" });
      } else {
        if (!held) {
          const next = hash(this.#chain(this.log.length) + entry.id);
          this.log.push({ entry, chain: next });
        }
        answer.accepted.push(entry.id);
      }
    }
    answer.cursor = Math.min(cursor + this.page, this.log.length);
    answer.entries = this.log.slice(cursor, answer.cursor).map(({ entry }) => entry);
    answer.chain = this.#chain(answer.cursor);
    answer.more = answer.cursor < this.log.length;
    return answer;
  }

  /** @param {number} cursor */
  #chain(cursor) {
    return cursor === 0 ? START : this.log[cursor - 1].chain;
  }
}

/** The phone never looks inside a chain, so any hash does (FNV-1a). @param {string} text */
function hash(text) {
  let value = 0xcbf29ce484222325n;
  for (const letter of text) {
    value = ((value ^ BigInt(letter.charCodeAt(0))) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return value.toString(16).padStart(32, "0");
}
