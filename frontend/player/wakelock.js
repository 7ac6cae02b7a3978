/**
 * Keeps the screen on during a session, takes the lock back after every absence, and admits when
 * it cannot.
 */

/** @param {{onRefused: () => void}} told called at most once, when the screen may go dark */
export function screenLock({ onRefused }) {
  let wanted = false;
  let refused = false;
  let asking = false;
  /** @type {WakeLockSentinel|null} */
  let held = null;

  const refuse = () => {
    if (!refused) onRefused();
    refused = true;
  };
  const take = async () => {
    if (asking || !wanted || document.visibilityState !== "visible") return;
    if (held && !held.released) return;
    if (!("wakeLock" in navigator)) return refuse();
    asking = true;
    try {
      held = await navigator.wakeLock.request("screen");
      if (!wanted) await held.release();
      // A battery running low takes it away from a page in sight: ask again, or say so.
      held.addEventListener?.("release", take, { once: true });
    } catch {
      // A page just hidden may not hold it: that is no absence, the next look brings it back.
      if (document.visibilityState === "visible") refuse();
    } finally {
      asking = false;
    }
  };
  return {
    hold() {
      wanted = true;
      document.addEventListener("visibilitychange", take);
      return take();
    },
    release() {
      wanted = false;
      document.removeEventListener("visibilitychange", take);
      held?.release().catch(() => {});
    },
  };
}
