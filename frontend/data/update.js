/** New versions: a waiting service worker is announced, and changed to on request. */

const RECHECK_MS = 60 * 60_000;

/** @typedef {import("./store.js").Inside} Inside */

/** Register the worker and say when a newer one waits. @param {Inside} inside */
export async function watchUpdates({ worker }) {
  // Browsers allow workers on HTTPS and on localhost only.
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.addEventListener("message", answerRelease);
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const look = () => {
    // The first worker of all waits for nobody and is no news.
    worker.value = navigator.serviceWorker.controller ? registration.waiting : null;
  };
  const follow = (/** @type {ServiceWorker | null} */ coming) =>
    coming?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  follow(registration.waiting);
  look();
  registration.active?.postMessage({ type: "tidy" });
  let looked_ms = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked_ms < RECHECK_MS) return;
    looked_ms = Date.now();
    registration.update().catch(() => {});
  });
}

/**
 * Let the waiting version take over and load the page once with it.
 * @param {Inside} inside
 * @returns {Promise<void>} resolves when the reload began
 */
export function applyUpdate({ worker }) {
  return new Promise((resolve) => {
    const waiting = worker.peek();
    const reload = () => resolve(location.reload());
    if (!waiting || waiting.state === "activated") return reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    waiting.postMessage({ type: "activate" });
  });
}

/** The worker asks before it throws versions away. @param {MessageEvent} event */
function answerRelease({ data, ports }) {
  if (data?.type === "release?") ports[0]?.postMessage(release());
}

/** This file's own address names the release it belongs to. */
function release() {
  return new URL(import.meta.url).pathname.split("/")[2];
}
