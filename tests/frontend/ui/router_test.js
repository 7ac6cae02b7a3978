/// <reference lib="deno.ns" />
/** Which page an address names, and where back leads. */
import { back, listen, match, navigate } from "../../../frontend/router.js";
import { equal } from "./expect.js";

Deno.test("the root is today", () => equal(match("/"), { name: "today", params: {} }));

Deno.test("a trailing slash changes nothing", () => equal(match("/history/").name, "history"));

Deno.test("an exercise brings its slug", () =>
  equal(match("/exercises/split-squat"), { name: "exercise", params: { slug: "split-squat" } }));

Deno.test("a past session is not the list of sessions", () =>
  equal(match("/history/0192"), { name: "past", params: { session: "0192" } }));

Deno.test("an address deeper than any page is missing", () =>
  equal(match("/history/1/2").name, "missing"));

Deno.test("a broken escape in a typed address is no crash", () =>
  equal(match("/exercises/%E0%A4%A").params.slug, "%E0%A4%A"));

/** A browser tab, as far as the router asks one. @param {string} path where it was opened */
function tab(path) {
  const pages = [{ path, state: /** @type {any} */ (null) }];
  let at = 0;
  const history = {
    get state() {
      return pages[at].state;
    },
    /** @param {unknown} state @param {string} _ @param {string} path */
    pushState: (state, _, path) => pages.splice(++at, pages.length, { path, state }),
    /** @param {unknown} state @param {string} _ @param {string} [path] */
    replaceState: (state, _, path = pages[at].path) => pages[at] = { path, state },
    back: () => at = Math.max(0, at - 1),
  };
  const location = {
    search: "",
    get pathname() {
      return pages[at].path;
    },
  };
  const page = { history, location, scrollY: 0, document: new EventTarget() };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { configurable: true, value });
  }
  listen();
  return { history, shows: () => pages[at].path };
}

Deno.test("back goes to the page before, also after a reload", () => {
  const { shows } = tab("/history");
  navigate("/exercises/bridge");
  listen();
  back("/library");
  equal(shows(), "/history");
});

Deno.test("with no page of ours behind it, back goes to the fallback", () => {
  const { history, shows } = tab("/exercises/bridge");
  navigate("/settings");
  history.back();
  back("/library");
  equal(shows(), "/library");
});
