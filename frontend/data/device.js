/** What this browser remembers outside of any journal: whose journal is open, its settings. */

/** Key under which the open journal's athlete is kept. */
export const POINTER = "midstance-account";

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
