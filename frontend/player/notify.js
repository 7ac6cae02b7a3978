/** A notification when the rest is over while another app is looked at; asked for in Settings. */

const TAG = "rest";

/** Whether this browser can tell anything at all outside its page. */
export const canNotify = () => "Notification" in globalThis;

/** Must be called within a tap. @returns {Promise<boolean>} whether the runner agreed */
export async function askToNotify() {
  if (!canNotify()) return false;
  return await Notification.requestPermission() === "granted";
}

/** Whether the browser has been told "never": only its own settings can change that. */
export const isBlocked = () => canNotify() && Notification.permission === "denied";

/** @param {string} body what comes next */
export async function tellRestOver(body) {
  const seen = document.visibilityState === "visible";
  if (seen || !canNotify() || Notification.permission !== "granted") return;
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  // The coach has its own sound for it.
  await worker?.showNotification("Rest over", { body, tag: TAG, silent: true, icon: icon() })
    .catch(() => {});
}

/** The runner is back: what was told has been heard. */
export async function takeBack() {
  if (!canNotify() || Notification.permission !== "granted") return;
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const told = await worker?.getNotifications({ tag: TAG }).catch(() => []);
  told?.forEach((one) => one.close());
}

function icon() {
  return new URL("../media/icon-192.png", import.meta.url).href;
}
