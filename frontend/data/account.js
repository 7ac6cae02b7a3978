/** Joining, signing in and out, and the account's other devices. */
import { Problem, request } from "./api.js";
import { POINTER, recall, remember } from "./device.js";
import { exclusively } from "./schedule.js";

/** @typedef {import("./store.js").Inside} Inside */
/** @typedef {import("./types.d.ts").Account} Account */
/**
 * @typedef {{id: string, name: string, created_ms: number, last_seen_ms: number,
 *   current: boolean}} Device
 */

/** How long a sign-out waits for the server, once to sync and once to be heard. */
const PATIENCE_MS = 3_000;
const SYSTEMS = ["iPhone", "iPad", "Android", "Windows", "Mac", "CrOS", "Linux"];
// In this order: most browsers also claim to be those further down.
const BROWSERS = [
  ["Edg", "Edge"],
  ["FxiOS", "Firefox"],
  ["Firefox", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
];

/**
 * @param {Inside} inside
 * @param {{name: string, password: string, invite?: string}} fields
 */
export function signUp(inside, fields) {
  return arrive(inside, "/api/accounts", fields);
}

/** @param {Inside} inside @param {{name: string, password: string}} fields */
export function signIn(inside, fields) {
  return arrive(inside, "/api/devices", fields);
}

/**
 * Sync once more, close the journal and give the cookie back; what is not synced stays on this
 * phone and goes on from there at the next sign-in. A network that is missing or hangs is not waited
 * for: the server hears of the sign-out later.
 * @param {Inside} inside
 * @param {() => Promise<void>} syncNow
 * @returns {Promise<{kept: number}>} entries that are here and nowhere else
 */
export async function signOut(inside, syncNow) {
  await atMost(PATIENCE_MS, syncNow());
  const { waiting, attention } = inside.sync.peek();
  inside.leave();
  remember(POINTER, { signing_out: true });
  await atMost(PATIENCE_MS, finishSignOut().catch(() => {}));
  return { kept: waiting + attention };
}

/** Tell the server of a sign-out that it may not have heard of. */
export function finishSignOut() {
  return exclusively(async () => {
    if (!recall(POINTER).signing_out) return;
    try {
      await request("DELETE", "/api/devices/current");
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
    }
    // Where no lock kept it waiting, somebody may have signed in since.
    if (recall(POINTER).signing_out) remember(POINTER, {});
  });
}

/** @returns {Promise<Device[]>} */
export async function devices() {
  return (await request("GET", "/api/devices"))?.body.devices;
}

/** Sign another device out. @param {string} id */
export async function revoke(id) {
  await request("DELETE", `/api/devices/${encodeURIComponent(id)}`);
}

/**
 * Let one more person in; for the owner.
 * @returns {Promise<{code: string, url: string, expires_ms: number}>}
 */
export async function invite() {
  return (await request("POST", "/api/invites"))?.body;
}

/**
 * Get a cookie and open its athlete's journal. While the answer is open nobody knows whose cookie
 * the browser holds, which the pointer says, so that no tab sends its entries to the wrong account.
 * @param {Inside} inside
 * @param {string} path
 * @param {{name: string, password: string, invite?: string}} fields
 * @returns {Promise<Account>}
 */
function arrive(inside, path, fields) {
  return exclusively(async () => {
    const before = recall(POINTER);
    remember(POINTER, { ...before, signing_in: true });
    let answered = false;
    try {
      const body = { ...fields, device_name: deviceName(navigator.userAgent) };
      const told = await request("POST", path, { body, onAnswer: () => answered = true });
      const { athlete, name, owner, device } = told?.body;
      const account = { athlete, name, owner, device };
      await inside.enter(athlete, account);
      return account;
    } catch (error) {
      const refused = error instanceof Problem && error.status > 0;
      if (refused || !answered) remember(POINTER, before);
      throw error;
    }
  });
}

/** What this device is called in the list of devices. @param {string} agent */
export function deviceName(agent) {
  const system = SYSTEMS.find((name) => agent.includes(name)) ?? "Browser";
  const browser = BROWSERS.find(([mark]) => agent.includes(mark));
  return browser ? `${system}, ${browser[1]}` : system;
}

/** @param {number} ms @param {Promise<void>} work */
function atMost(ms, work) {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))]);
}
