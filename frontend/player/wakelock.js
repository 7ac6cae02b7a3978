/**
 * Keeps the screen on during a session, takes the lock back after every absence, and admits when
 * it cannot.
 */

/** @param {{onRefused: () => void}} told called at most once, when the screen may go dark */
export function screenLock({ onRefused }) {
  let wanted = false;
  let refused = false;
  /** @type {{release: () => Promise<void>, released: boolean}|null} */
  let held = null;

  const refuse = () => {
    if (!refused) onRefused();
    refused = true;
  };
  const take = async () => {
    if (!wanted || document.visibilityState !== "visible" || (held && !held.released)) return;
    if (!("wakeLock" in navigator)) return refuse();
    try {
      held = await navigator.wakeLock.request("screen");
      if (!wanted) await held.release();
    } catch {
      // A page just hidden may not hold it: that is no absence, the next look brings it back.
      if (document.visibilityState === "visible") refuse();
    }
  };
  document.addEventListener("visibilitychange", take);
  return {
    hold() {
      wanted = true;
      return take();
    },
    release() {
      wanted = false;
      document.removeEventListener("visibilitychange", take);
      held?.release().catch(() => {});
    },
  };
}
