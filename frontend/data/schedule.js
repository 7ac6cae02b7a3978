/** When to sync: after a write, when the network or the page comes back, and now and then. */
import { Problem, request } from "./api.js";
import { POINTER, recall } from "./device.js";
import { readCatalog, renewCatalog, renewPack } from "./pack.js";
import { syncRound } from "./sync.js";

/** @typedef {{soon(): void, now(): Promise<void>, stop(): void}} Schedule */
/** @typedef {{failures: number, retry_after_s: number}} Trouble */

/** Tabs share one cookie, so one lock: whoever holds it syncs, or signs somebody in or out. */
const LOCK = "midstance-sync";

const SOON_MS = 300;
const BUSY_MS = 1_000;
const PERIOD_MS = 5 * 60_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

const SIGNED_OUT = new Problem("signed_out", "Sign in again to sync. Nothing here is lost.", {
  status: 401,
});

/**
 * Begin to sync the open journal.
 * @param {import("./store.js").Inside} inside
 * @returns {Schedule}
 */
export function start(inside) {
  let failures = 0;
  let timer = 0;
  let stopped = false;
  let recognized = "";
  let missed = false;
  /** @type {Promise<void> | null} */
  let running = null;
  const mine = inside.account.peek()?.athlete;

  /** @param {number} ms */
  function arm(ms) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(now, ms);
  }

  function soon() {
    // A round that is on its way may have passed what was written just now.
    missed = running !== null;
    arm(SOON_MS);
  }

  /** @returns {Promise<void>} */
  function now() {
    running ??= exclusively(attempt, BUSY_MS)
      .then((next_ms) => arm(missed && failures === 0 ? SOON_MS : next_ms))
      .finally(() => {
        running = null;
        missed = false;
      });
    return running;
  }

  /** One try; tells the runner how it went. @returns {Promise<number>} ms until the next */
  async function attempt() {
    if (stopped) return PERIOD_MS;
    try {
      await recognize();
      inside.say({ state: "syncing" });
      const db = inside.database();
      const { changed } = await syncRound(db, postSync);
      if (changed) await inside.changed();
      const now_ms = Date.now();
      if (await renewCatalog(db, now_ms)) await readCatalog(inside);
      // Without a profile to plan from there is no pack to have.
      const since = { traveled: changed, day: inside.day.peek(), now_ms };
      if (inside.profile.peek() && await renewPack(db, since)) await inside.changed("pack");
    } catch (error) {
      if (stopped) return PERIOD_MS;
      await inside.changed().catch(() => {});
      return failed(error);
    }
    failures = 0;
    inside.say({ state: "synced", message: undefined, last_ms: Date.now() });
    return jittered(PERIOD_MS);
  }

  /**
   * The cookie is shared by all tabs. Before entries leave, it must be known to be this athlete's:
   * at first, and again whenever any tab began to sign in.
   */
  async function recognize() {
    const pointer = recall(POINTER);
    if ((pointer.athlete ?? mine) !== mine) throw SIGNED_OUT;
    const seal = JSON.stringify(pointer);
    if (seal === recognized) return;
    const who = await request("GET", "/api/account");
    if (who?.body.athlete !== mine) throw SIGNED_OUT;
    recognized = seal;
  }

  /** @param {any} error */
  function failed(error) {
    failures += 1;
    const known = error instanceof Problem;
    inside.say({
      state: known && error.status === 401
        ? "sign_in"
        : known && error.code === "offline"
        ? "offline"
        : "trouble",
      message: error.detail ?? String(error),
    });
    return backoff({ failures, retry_after_s: known ? error.retry_after_s : 0 });
  }

  const onVisible = () => document.visibilityState === "visible" && arm(0);
  addEventListener("online", soon);
  document.addEventListener("visibilitychange", onVisible);
  readCatalog(inside).catch(() => {});
  arm(0);
  return {
    soon,
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
      removeEventListener("online", soon);
      document.removeEventListener("visibilitychange", onVisible);
    },
  };
}

/**
 * Run `work` while no other tab syncs or signs in.
 * @template T
 * @param {() => Promise<T>} work
 * @param {T} [busy] answered at once when another tab is at it; without it we wait our turn
 * @returns {Promise<T>}
 */
export function exclusively(work, busy) {
  // Without HTTPS there are no locks; a page that another tab took first is then simply dropped.
  if (!navigator.locks) return work();
  return navigator.locks.request(
    LOCK,
    { ifAvailable: busy !== undefined },
    (lock) => lock ? work() : /** @type {T} */ (busy),
  );
}

/**
 * How long to wait after a failure: twice as long each time, never all phones at once, and never
 * less than the server asks for.
 * @param {Trouble} trouble
 * @param {() => number} [random]
 */
export function backoff({ failures, retry_after_s }, random = Math.random) {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
  return Math.max(jittered(wait, random), retry_after_s * 1000 * (1 + random() / 4));
}

/** @param {unknown} body */
async function postSync(body) {
  return (await request("POST", "/api/sync", { body }))?.body;
}

/** @param {number} ms @param {() => number} [random] */
function jittered(ms, random = Math.random) {
  return ms * (0.5 + random() / 2);
}
