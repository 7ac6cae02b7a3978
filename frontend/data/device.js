/** What this browser knows outside of any journal: whose is open, its settings, where it is. */

import { signal } from "../vendor/preact.js";

/** @typedef {import("./types.d.ts").Account} Account */
/** @typedef {import("./types.d.ts").Prefs} Prefs */

/** Key under which the open journal's athlete is kept. */
export const POINTER = "midstance-account";
const PREFS = "midstance-prefs";
/** @type {Prefs} */
const FIRST_PREFS = {
  theme: "system",
  sounds: true,
  volume: 0.8,
  voice: true,
  voice_volume: 0.8,
  vibrate: true,
  offset_ms: 0,
  get_ready_s: 3,
};

/** Settings of this device; they are not synced. */
export const prefs = signal(/** @type {Prefs} */ ({ ...FIRST_PREFS, ...recall(PREFS) }));

/** @param {Partial<Prefs>} some */
export function savePrefs(some) {
  prefs.value = { ...prefs.peek(), ...some };
  remember(PREFS, prefs.peek());
}

/**
 * Whose journal to open: the one that was open here; else, where a browser threw our storage away
 * and kept the cookie, whoever the page says is signed in.
 * @returns {{athlete?: string, fresh?: Account, signing_out?: boolean}}
 */
export function whose() {
  const pointer = recall(POINTER);
  const told = document.getElementById("account")?.textContent;
  if (pointer.athlete || pointer.signing_out || !told) return pointer;
  const fresh = /** @type {Account} */ (JSON.parse(told));
  return { athlete: fresh.athlete, fresh };
}

/** The IANA name of the time zone the phone is in. */
export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

let persistence_asked = false;

/** Browsers are asked once there is something to lose: then they say yes more often. */
export function askToPersist() {
  if (!persistence_asked) navigator.storage?.persist?.().catch(() => {});
  persistence_asked = true;
}

/** @param {string} key @returns {any} an object, empty when nothing is remembered */
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
