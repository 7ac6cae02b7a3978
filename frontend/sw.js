/** The service worker: keeps one whole release on the phone, changes to the next when told. */

const RELEASE = "__RELEASE__";
/** @type {string[]} */
const FILES = /*__FILES__*/ [];

const PREFIX = "midstance-";
const CACHE = PREFIX + RELEASE;
/** The coach's words, stored at first use; their name says what is in them, whatever the release. */
const WORDS = PREFIX + "words";
const ANSWER_MS = 2_000;

// The kill switch: a release with `true` here takes the worker and its caches off every phone that
// meets it. What runners logged is in IndexedDB and is not touched.
const RETIRED = Boolean(0);

// The type checker knows pages, not workers.
const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  // No skipWaiting: a page keeps the release it was loaded with until the runner agrees.
  event.waitUntil(RETIRED ? worker.skipWaiting() : store());
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(RETIRED ? retire() : settle());
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data?.type === "activate") worker.skipWaiting();
  if (event.data?.type === "tidy") event.waitUntil(tidy());
});

worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  event.waitUntil(comeBack());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (RETIRED || request.method !== "GET" || origin !== worker.location.origin) return;
  if (pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(held("/", request));
  else if (pathname === "/manifest.webmanifest") event.respondWith(held(pathname, request));
  else if (pathname.includes("/media/voice/")) event.respondWith(words(pathname, request));
  else if (pathname.startsWith("/a/")) event.respondWith(file(pathname, request));
});

/** Fetch the whole release, or nothing: a half-stored one would break in a gym. */
async function store() {
  const cache = await caches.open(CACHE);
  try {
    const manifest = new Request("/manifest.webmanifest", { cache: "reload" });
    await cache.put("/", await shell());
    await cache.addAll([...FILES, manifest]);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** The page without its first content, which the server made for one moment and one person. */
async function shell() {
  const answer = await fetch("/", { cache: "reload", credentials: "omit" });
  const text = await answer.text();
  if (!text.includes(`/a/${RELEASE}/`)) throw new Error("The server has another release by now.");
  const bare = text.replace(/(<main id="app">)[^]*?(<\/main>)/, "$1$2");
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(bare, { headers });
}

/** Take over pages that have no worker yet, so that the first visit already works offline. */
async function settle() {
  await worker.clients.claim();
  const pages = await worker.clients.matchAll({ type: "window" });
  // Open pages are asked later, when they have loaded: asking here would hold up their requests.
  if (!pages.length) await tidy();
}

/** Throw away releases that no open page runs; one page that does not answer keeps them all. */
async function tidy() {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const running = await Promise.all(pages.map(releaseOf));
  const kept = (await caches.keys())
    .filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== WORDS);
  // A release that is being stored or waits belongs to the next worker.
  const { installing, waiting } = worker.registration;
  if (installing || waiting || running.includes(null)) return;
  const idle = kept.filter((name) => !running.includes(name.slice(PREFIX.length)));
  await Promise.all(idle.map((name) => caches.delete(name)));
}

/** Which release a page runs; null when it does not say. @param {any} page */
function releaseOf(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, ANSWER_MS, null);
    page.postMessage({ type: "release?" }, [port2]);
  });
}

/** @param {string} path @param {Request} request */
async function held(path, request) {
  return await caches.match(path, { cacheName: CACHE, ignoreVary: true }) ?? fetch(request);
}

/** A file of any release that is still kept. @param {string} path @param {Request} request */
async function file(path, request) {
  const cacheName = PREFIX + path.split("/")[2];
  return await caches.match(path, { cacheName, ignoreVary: true }) ?? fetch(request);
}

/** @param {string} path @param {Request} request */
async function words(path, request) {
  const cache = await caches.open(WORDS);
  const name = path.replace(/^\/a\/[^/]+/, "");
  const known = await cache.match(name, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    const older = await cache.keys();
    // A full disk keeps nobody from hearing them now.
    await cache.put(name, answer.clone()).then(
      () => Promise.all(older.map((key) => cache.delete(key))),
      () => {},
    );
  }
  return answer;
}

/** From a notification back to the session, in the tab that is open where there is one. */
async function comeBack() {
  const [page] = await worker.clients.matchAll({ type: "window" });
  return page ? page.focus() : worker.clients.openWindow("/session");
}

async function retire() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
