/** The pack and the catalog: asked for when they may have changed, kept for six weeks offline. */
import { Problem, request } from "./api.js";

/** @typedef {import("./types.d.ts").Database_} Database_ */

const RECHECK_MS = 60 * 60_000;

/**
 * Get the catalog, and the pack when entries traveled; both now and then.
 * @param {Database_} db
 * @param {boolean} traveled
 * @param {number} now_ms
 * @returns {Promise<{catalog: boolean, pack: boolean}>} which of them is new
 */
export async function refresh(db, traveled, now_ms) {
  return {
    catalog: await renew(db, "catalog", "/api/exercises", false, now_ms),
    pack: await renew(db, "pack", "/api/pack", traveled, now_ms),
  };
}

/** Put the stored catalog into its signal. @param {import("./store.js").Inside} inside */
export async function readCatalog({ database, catalog }) {
  const doc = await database().run(["docs"], "readonly", (tx) => tx.objectStore("docs").get("catalog"));
  if (doc) catalog.value = doc.value.exercises ?? doc.value;
}

/**
 * @param {Database_} db
 * @param {"pack" | "catalog"} key
 * @param {string} path
 * @param {boolean} suspected to have changed
 * @param {number} now_ms
 */
async function renew(db, key, path, suspected, now_ms) {
  const held = await db.run(["docs"], "readonly", (tx) => tx.objectStore("docs").get(key));
  if (held && !suspected && now_ms - held.asked_ms < RECHECK_MS) return false;
  const answer = await request("GET", path, { etag: held?.etag }).catch(nothingYet);
  if (answer === undefined) return false;
  const doc = answer ? { key, value: answer.body, etag: answer.etag } : held;
  await db.run(["docs"], "readwrite", (tx) => tx.objectStore("docs").put({ ...doc, asked_ms: now_ms }));
  return answer !== null;
}

/** Before the profile is filled in there is no pack to have. @param {unknown} error */
function nothingYet(error) {
  if (error instanceof Problem && [404, 409, 422].includes(error.status)) return undefined;
  throw error;
}
