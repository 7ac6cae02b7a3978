/** The pack and the catalog: asked for when they may have changed, kept for six weeks offline. */
import { Problem, request } from "./api.js";
import { PACK_VERSION } from "./disk.js";

/** @typedef {import("./types.d.ts").Database_} Database_ */

const RECHECK_MS = 60 * 60_000;

/**
 * Get the catalog now and then.
 * @param {Database_} db
 * @param {number} now_ms
 * @returns {Promise<boolean>} whether it is new
 */
export function renewCatalog(db, now_ms) {
  return renew(db, "catalog", "/api/exercises", false, now_ms);
}

/**
 * Get the pack when entries traveled or the day turned.
 * @param {Database_} db
 * @param {{traveled: boolean, day: string, now_ms: number}} since the last time
 * @returns {Promise<boolean>} whether it is new
 */
export function renewPack(db, { traveled, day, now_ms }) {
  return renew(db, "pack", `/api/pack?day=${day}`, traveled, now_ms);
}

/** Put the stored catalog into its signal. @param {import("./store.js").Inside} inside */
export async function readCatalog({ database, catalog }) {
  const doc = await read(database(), "catalog");
  if (doc) catalog.value = doc.value;
}

/** @param {Database_} db @param {string} key @returns {Promise<any>} */
function read(db, key) {
  return db.run(["docs"], "readonly", (tx) => tx.objectStore("docs").get(key));
}

/**
 * @param {Database_} db
 * @param {"pack" | "catalog"} key
 * @param {string} path
 * @param {boolean} suspected to have changed
 * @param {number} now_ms
 */
async function renew(db, key, path, suspected, now_ms) {
  const stored = await read(db, key);
  const held = strange(key, stored?.value) ? undefined : stored;
  const recent = held?.path === path && now_ms - held.asked_ms < RECHECK_MS;
  if (recent && !suspected) return false;
  const answer = await request("GET", path, { etag: held?.etag }).catch(nothingYet);
  // An app that is older than its server keeps the pack it understands until it is renewed itself.
  if (answer === undefined || strange(key, answer?.body)) return false;
  const kept = answer ? { value: answer.body, etag: answer.etag } : held;
  const doc = { ...kept, key, path, asked_ms: now_ms };
  await db.run(["docs"], "readwrite", (tx) => tx.objectStore("docs").put(doc));
  return answer !== null;
}

/** @param {string} key @param {any} value */
function strange(key, value) {
  return key === "pack" && value !== undefined && value.version !== PACK_VERSION;
}

/** Before the profile is filled in there is no pack to have. @param {unknown} error */
function nothingYet(error) {
  if (error instanceof Problem && [404, 409, 422].includes(error.status)) return undefined;
  throw error;
}
