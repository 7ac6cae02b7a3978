/** A notification when the rest is over while another app is looked at; asked for in Settings. */

const TAG = "rest";

const allowed = () => "Notification" in globalThis && Notification.permission === "granted";

/** @param {string} body what comes next */
export async function tellRestOver(body) {
  if (document.visibilityState === "visible" || !allowed()) return;
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  // The coach has its own sound for it.
  await worker?.showNotification("Rest over", { body, tag: TAG, silent: true, icon: icon() })
    .catch(() => {});
}

/** The runner is back: what was told has been heard. */
export async function takeBack() {
  if (!allowed()) return;
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const told = await worker?.getNotifications({ tag: TAG }).catch(() => []);
  told?.forEach((one) => one.close());
}

function icon() {
  return new URL("../media/icon-192.png", import.meta.url).href;
}
