/** One round of sync: push what waits, pull what is new, lose nothing whatever breaks. */
import { later, merge, same } from "./journal.js";

/** @typedef {import("./types.d.ts").Database_} Database_ */
/** @typedef {import("./types.d.ts").Entry} Entry */
/** @typedef {import("./types.d.ts").Transaction_} Transaction_ */
/** @typedef {{id: string | null, index?: number, code: string, detail: string}} Refusal */
/**
 * @typedef {{cursor: number, chain: string, accepted: string[], rejected: Refusal[],
 *   entries: Entry[], more: boolean, server_time: number}} Answer
 */

const PUSH_ENTRIES = 500;
const PUSH_BYTES = 900 * 1024;
const RESETS_MAX = 3;
const CHAIN_0 = "0".repeat(32);
const START = { cursor: 0, chain: CHAIN_0 };
const STORES = ["entries", "records", "outbox", "attention", "docs"];

/**
 * Exchange entries until neither side has news. Whatever was stored before a failure stays stored;
 * the next round goes on from there.
 * @param {Database_} db
 * @param {(body: {cursor: number, chain: string, entries: Entry[]}) => Promise<Answer>} post
 *   throws errors with a `status`
 * @param {() => number} [clock] epoch milliseconds
 * @returns {Promise<{changed: boolean}>} did entries travel, in either direction?
 */
export async function syncRound(db, post, clock = Date.now) {
  // What this round has handed over. That the server accepted it is only a hint: an entry leaves
  // the outbox when it comes back, because a server restored from a backup forgets.
  const offered = new Set();
  let [most, resets, changed] = [PUSH_ENTRIES, 0, false];
  for (;;) {
    const push = await nextPush(db, offered, most);
    const asked_ms = clock();
    let answer;
    try {
      answer = await post(push);
    } catch (error) {
      const { status } = /** @type {{status?: number}} */ (error);
      if (status === 409 && resets < RESETS_MAX) {
        resets += 1;
        offered.clear();
        await startOver(db);
      } else if (status === 413 && push.entries.length > 1) {
        most = Math.ceil(push.entries.length / 2);
      } else if (status === 413 && push.entries.length === 1) {
        await park(db, push.entries[0], "too_large", "This entry is too large for the server.");
      } else throw error;
      continue;
    }
    // The server looked at its clock somewhere between our question and its answer.
    const offset_ms = Math.round(answer.server_time - (asked_ms + clock()) / 2);
    await takePage(db, push, answer, offset_ms);
    push.entries.forEach(({ id }) => offered.add(id));
    changed ||= push.entries.length + answer.entries.length > 0;
    const stuck = answer.cursor === push.cursor && push.entries.length === 0;
    if (stuck || (!answer.more && !(await nextPush(db, offered, 1)).entries.length)) {
      return { changed };
    }
  }
}

/**
 * The next request: where we are, and what waits, oldest first, as much as fits.
 * @param {Database_} db
 * @param {Set<string>} offered
 * @param {number} most entries
 */
function nextPush(db, offered, most) {
  return db.run(["entries", "outbox", "docs"], "readonly", async (tx) => {
    const place = await placeOf(tx);
    const waiting = await tx.objectStore("outbox").getAllKeys();
    const held = tx.objectStore("entries");
    /** @type {Entry[]} */
    const entries = [];
    let bytes = 0;
    for (const id of waiting) {
      if (offered.has(id)) continue;
      if (entries.length === most) break;
      const entry = await held.get(id);
      if (!entry) continue;
      bytes += new TextEncoder().encode(JSON.stringify(entry)).length + 1;
      if (bytes > PUSH_BYTES && entries.length) break;
      entries.push(entry);
    }
    return { ...place, entries };
  });
}

/**
 * Page, cursor, chain, records and refusals in one transaction: a crash leaves all or nothing.
 * @param {Database_} db
 * @param {{cursor: number, chain: string, entries: Entry[]}} push
 * @param {Answer} answer
 * @param {number} offset_ms how far the server's clock is ahead of ours
 */
function takePage(db, push, answer, offset_ms) {
  return db.run(STORES, "readwrite", async (tx) => {
    const [outbox, attention, docs] = ["outbox", "attention", "docs"].map((s) => tx.objectStore(s));
    const place = await placeOf(tx);
    for (const { id, index, code, detail } of answer.rejected) {
      const entry = push.entries.find((sent, i) => id ? sent.id === id : i === index);
      if (!entry || !(await outbox.get(entry.id))) continue;
      await outbox.delete(entry.id);
      await attention.put({ id: entry.id, code, detail, entry });
    }
    // Another tab moved on meanwhile: its page is as good as ours, and ours would step back.
    if (place.cursor !== push.cursor || place.chain !== push.chain) return;
    await fold(tx, answer.entries, offset_ms);
    await docs.put({ key: "sync", value: { cursor: answer.cursor, chain: answer.chain } });
  });
}

/**
 * @param {Transaction_} tx
 * @param {Entry[]} arrived
 * @param {number} offset_ms
 */
async function fold(tx, arrived, offset_ms) {
  const [entries, records, outbox, attention, docs] = STORES.map((name) => tx.objectStore(name));
  let last = (await docs.get("clock"))?.value.last ?? null;
  for (const entry of arrived) {
    const held = await entries.get(entry.id);
    if (held && !same(held, entry)) await giveWay(tx, held);
    const parked = await attention.get(entry.id);
    if (parked && same(parked.entry, entry)) await attention.delete(entry.id);
    await entries.put(entry);
    await outbox.delete(entry.id);
    await records.put(merge(await records.get([entry.kind, entry.record]), entry));
    last = later(last, entry.at);
  }
  await docs.put({ key: "clock", value: { last, offset_ms } });
}

/**
 * The journal has another entry under this id: ours is set aside, and its record is what the rest
 * of its entries say.
 * @param {Transaction_} tx
 * @param {Entry} ours
 */
async function giveWay(tx, ours) {
  const [entries, records, , attention] = STORES.map((name) => tx.objectStore(name));
  const detail = "The journal already has another entry under this id.";
  await attention.put({ id: ours.id, code: "id_reused", detail, entry: ours });
  await records.delete([ours.kind, ours.record]);
  /** @type {Entry[]} */
  const others = await entries.index("record").getAll(ours.record);
  const rest = others.filter(({ id, kind }) => id !== ours.id && kind === ours.kind);
  const record = rest.reduce(merge, /** @type {import("./types.d.ts").Held | null} */ (null));
  if (record) await records.put(record);
}

/**
 * The server does not know the place where we stopped: one of us was restored from a backup. We
 * offer everything we hold again and listen from the beginning.
 * @param {Database_} db
 */
function startOver(db) {
  return db.run(STORES, "readwrite", async (tx) => {
    const [entries, , outbox, attention, docs] = STORES.map((name) => tx.objectStore(name));
    for (const { id, kind } of await entries.getAll()) await outbox.put({ id, kind });
    for (const { id, entry } of await attention.getAll()) {
      if (same(await entries.get(id), entry)) await attention.delete(id);
    }
    await docs.put({ key: "sync", value: START });
  });
}

/** @param {Database_} db @param {Entry} entry @param {string} code @param {string} detail */
function park(db, entry, code, detail) {
  return db.run(["outbox", "attention"], "readwrite", async (tx) => {
    await tx.objectStore("outbox").delete(entry.id);
    await tx.objectStore("attention").put({ id: entry.id, code, detail, entry });
  });
}

/** @param {Transaction_} tx @returns {Promise<{cursor: number, chain: string}>} */
async function placeOf(tx) {
  return (await tx.objectStore("docs").get("sync"))?.value ?? START;
}
