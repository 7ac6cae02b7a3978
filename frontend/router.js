/**
 * The address bar as a signal: where we are, how to go elsewhere, and where each page was scrolled
 * to.
 */
import { signal } from "./vendor/preact.js";

/**
 * @typedef {{name: string, path: string, params: Record<string, string>, query: URLSearchParams,
 *   arrived: "load" | "forward" | "back", scroll: number}} Route
 */

/** Path patterns in the order they are tried; `:word` takes one segment. */
const PATTERNS = /** @type {const} */ ([
  ["today", "/"],
  ["welcome", "/welcome"],
  ["profile", "/profile"],
  ["session", "/session"],
  ["library", "/library"],
  ["exercise", "/exercises/:slug"],
  ["history", "/history"],
  ["past", "/history/:session"],
  ["program", "/program"],
  ["roadmap", "/roadmap"],
  ["tests", "/tests"],
  ["test", "/tests/:key"],
  ["settings", "/settings"],
  ["connect", "/connect"],
]);

/** @type {Map<string, number>} */
const scrolls = new Map();

/** The key of the page being shown, so that its scroll is filed under it when it is left. */
let current = "";

/** Where we are; `listen` reads the address bar into it. */
export const route = signal(
  /** @type {Route} */ ({
    name: "today",
    path: "/",
    params: {},
    query: new URLSearchParams(),
    arrived: "load",
    scroll: 0,
  }),
);

/**
 * Which page a path names, with its parameters; `missing` when none.
 * @param {string} path
 * @returns {{name: string, params: Record<string, string>}}
 */
export function match(path) {
  const parts = segments(path);
  for (const [name, pattern] of PATTERNS) {
    const wanted = segments(pattern);
    if (wanted.length !== parts.length) continue;
    /** @type {Record<string, string>} */
    const params = {};
    const fits = wanted.every((word, i) => {
      if (!word.startsWith(":")) return word === parts[i];
      params[word.slice(1)] = parts[i];
      return true;
    });
    if (fits) return { name, params };
  }
  return { name: "missing", params: {} };
}

/**
 * Go to a path of this app.
 * @param {string} path
 * @param {{replace?: boolean}} [how]
 */
export function navigate(path, how = {}) {
  if (path === here()) return;
  remember();
  const { key, depth = 0 } = history.state ?? {};
  if (how.replace) history.replaceState({ key: key ?? newKey(), depth }, "", path);
  else history.pushState({ key: newKey(), depth: depth + 1 }, "", path);
  route.value = read("forward");
}

/** Go back when this app has a page behind it, else to `fallback`. @param {string} fallback */
export function back(fallback) {
  if (history.state?.depth > 0) history.back();
  else navigate(fallback, { replace: true });
}

/** Follow links and the back button inside the app; everything foreign stays with the browser. */
export function listen() {
  history.scrollRestoration = "manual";
  if (!history.state?.key) history.replaceState({ key: newKey(), depth: 0 }, "");
  route.value = read("load");
  addEventListener("popstate", () => {
    remember();
    route.value = read("back");
  });
  document.addEventListener("click", (event) => {
    const path = inApp(event);
    if (path === null) return;
    event.preventDefault();
    if (path === here()) scrollTo(0, 0);
    else navigate(path);
  });
}

function remember() {
  if (current) scrolls.set(current, scrollY);
}

/** @param {Route["arrived"]} arrived @returns {Route} */
function read(arrived) {
  const { name, params } = match(location.pathname);
  current = history.state?.key ?? "";
  return {
    name,
    params,
    path: location.pathname,
    query: new URLSearchParams(location.search),
    arrived,
    scroll: arrived === "back" ? scrolls.get(current) ?? 0 : 0,
  };
}

/**
 * The path a click asks for when it is a plain click on a link of ours.
 * @param {MouseEvent} event
 */
function inApp(event) {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) {
    return null;
  }
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.hash) return null;
  if (match(url.pathname).name === "missing") return null;
  return url.pathname + url.search;
}

function here() {
  return location.pathname + location.search;
}

/** @param {string} path @returns {string[]} */
function segments(path) {
  return path.split("/").filter(Boolean).map(decoded);
}

/**
 * A malformed escape in a typed address is a page we do not have, not a crash.
 * @param {string} part
 */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function newKey() {
  return Math.random().toString(36).slice(2, 10);
}
