/**
 * The composition root: boots the data, shows the view of the route, and owns what surrounds every
 * view.
 */
import { effect, html, render, useEffect, useErrorBoundary, useState } from "./vendor/preact.js";
import { listen, navigate, route } from "./router.js";
import {
  account,
  active,
  applyUpdate,
  boot,
  booted,
  prefs,
  sync,
  today,
  update,
} from "./data/store.js";
import { Button, Toasts } from "./ui/parts.js";
import Today from "./views/today.js";

/** @typedef {(props: {params: Record<string, string>}) => unknown} View */

/**
 * `open` views need no account; `tab` says which of the four is lit.
 * @typedef {{title: string, tab?: string, open?: boolean,
 *   load: () => Promise<{default: View}>}} Place
 */

/** @type {Record<string, Place>} */
const VIEWS = {
  today: { title: "Today", tab: "today", load: () => Promise.resolve({ default: Today }) },
  welcome: { title: "Welcome", open: true, load: () => import("./views/welcome.js") },
  profile: { title: "Your profile", load: () => import("./views/profile.js") },
  session: { title: "Session", load: () => import("./views/player.js") },
  library: { title: "Library", tab: "library", load: () => import("./views/library.js") },
  exercise: { title: "Exercise", tab: "library", load: () => import("./views/exercise.js") },
  history: { title: "History", tab: "history", load: () => import("./views/history.js") },
  past: { title: "Session", tab: "history", load: () => import("./views/past.js") },
  program: { title: "Program", tab: "settings", load: () => import("./views/program.js") },
  roadmap: { title: "Roadmap", tab: "today", load: () => import("./views/roadmap.js") },
  tests: { title: "Self-tests", tab: "today", load: () => import("./views/tests.js") },
  test: { title: "Self-test", tab: "today", load: () => import("./views/test.js") },
  settings: { title: "Settings", tab: "settings", load: () => import("./views/settings.js") },
  connect: { title: "Connect your phone", open: true, load: () => import("./views/connect.js") },
  missing: { title: "Not found", open: true, load: () => import("./views/missing.js") },
};

/** The browser's own bars take the color of the ground. */
const GROUNDS = { dark: "#0b0f14", light: "#f4f6f8" };

const VOICE_AFTER_MS = 15_000;

/** Views already loaded: coming back to one waits for nothing. @type {Map<string, View>} */
const loaded = new Map([["today", /** @type {View} */ (Today)]]);

function App() {
  const here = route.value;
  const ready = booted.value;
  const [shown, setShown] = useState({ here, view: loaded.get(here.name), failed: false });

  useEffect(() => {
    const known = VIEWS[here.name];
    if (ready && !account.value && !known.open) return navigate("/welcome", { replace: true });
    const view = loaded.get(here.name);
    if (view) return setShown({ here, view, failed: false });
    let wanted = true;
    known.load().then(
      (module) => {
        loaded.set(here.name, module.default);
        if (wanted) setShown({ here, view: module.default, failed: false });
      },
      () => wanted && setShown({ here, view: undefined, failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [here, ready, ready && account.value]);

  useEffect(() => arrive(shown.here), [shown]);

  if (!ready) return null;
  if (shown.failed) return html`<${NotHere} />`;
  if (!shown.view || (!account.value && !VIEWS[shown.here.name].open)) return null;
  return html`<${Guarded} key=${shown.here.path} view=${shown.view} params=${shown.here.params} />`;
}

/**
 * A view that fails says so and leaves the rest of the app standing.
 * @param {{view: View, params: object}} props
 */
function Guarded({ view, params }) {
  const [error, again] = useErrorBoundary((thrown) => console.error(thrown));
  if (!error) return html`<${view} params=${params} />`;
  return html`
    <div class="page">
      <h1 tabindex="-1">This page stumbled</h1>
      <p>
        Nothing you logged is lost: it is stored on this device before anything is shown. Try once
        more, or go back to Today.
      </p>
      <p class="muted small">${error.detail ?? error.message ?? String(error)}</p>
      <div class="actions">
        <${Button} primary onClick=${again}>Try again<//>
        <a class="button" href="/">Today</a>
      </div>
    </div>
  `;
}

/** A part of the app that is neither cached nor reachable. */
function NotHere() {
  return html`
    <div class="page">
      <h1 tabindex="-1">Not on this phone yet</h1>
      <p>
        This page could not be fetched, and it was not stored here before. Today and your session
        work without a network; open this page once with a connection and it stays.
      </p>
      <div class="actions">
        <${Button} primary onClick=${() => location.reload()}>Try again<//>
        <a class="button" href="/">Today</a>
      </div>
    </div>
  `;
}

/** Offered only when no session runs: an update never interrupts a set. */
function UpdateBanner() {
  if (!update.value || active.value) return null;
  return html`
    <div class="banner" role="status">
      <span>Update ready</span>
      <button class="text-button" onClick=${() => applyUpdate()}>Reload now</button>
    </div>
  `;
}

/**
 * What a page change means beyond its content: title, tab, focus, scroll.
 * @param {import("./router.js").Route} here
 */
function arrive(here) {
  const { title, tab } = VIEWS[here.name];
  document.title = here.name === "today" ? "Midstance" : `${title} · Midstance`;
  document.body.classList.toggle("bare", !tab);
  for (const link of document.querySelectorAll("[data-tab]")) {
    if (link.getAttribute("data-tab") === tab) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (here.arrived === "load") return;
  scrollTo(0, here.scroll);
  const heading = document.querySelector("#app h1") ?? document.getElementById("app");
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** The chosen theme wins over the system's; `system` leaves it to the style sheet. */
effect(() => {
  const theme = prefs.value?.theme ?? "system";
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    const own = meta.getAttribute("media")?.includes("light") ? "light" : "dark";
    meta.setAttribute("content", GROUNDS[theme === "system" ? own : theme]);
  }
});

listen();
render(html`<${UpdateBanner} />`, element("banner"));
render(html`<${Toasts} />`, element("toasts"));
await boot();
const main = element("app");
if (main.childElementCount && account.value && route.value.name === "today") await firstDay();
main.replaceChildren();
render(html`<${App} />`, main);
setTimeout(fetchVoice, VOICE_AFTER_MS);

/** What the server put on the page stands until there is a day to show instead. */
function firstDay() {
  const settled = () => today.value || !["syncing", "waiting"].includes(sync.value.state);
  let stop = () => {};
  return new Promise((resolve) => {
    stop = effect(() => settled() && resolve(null));
  }).finally(() => stop());
}

/** The coach's words, when nothing else wants the network, so that they are there in the gym. */
function fetchVoice() {
  const sparing = /** @type {any} */ (navigator).connection?.saveData;
  if (!account.value || !prefs.value.voice || !navigator.onLine || sparing) return;
  import("./player/voice.js").then(({ keepVoice }) => keepVoice(), () => {});
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
