/** The only door of the views to data: what is true now as signals, what can be done as actions. */
import { batch, computed, signal } from "../vendor/preact.js";
import { addDays, trainingDay } from "./day.js";
import { Database } from "./db.js";
import { askToPersist, POINTER, recall, remember, whose, zone } from "./device.js";
import * as disk from "./disk.js";
import { uuid7 } from "./journal.js";

export { prefs, savePrefs } from "./device.js";

/** @typedef {import("./types.d.ts").Account} Account */
/** @typedef {import("./types.d.ts").Draft} Draft */
/** @typedef {import("./types.d.ts").Entry} Entry */
/** @typedef {import("./types.d.ts").Fields} Fields */
/** @typedef {import("./types.d.ts").SyncSignal} SyncSignal */
/** @typedef {{day: string, place?: "home" | "gym", minutes?: number}} Choice */

const RECENT_DAYS = 60;
const TURN_CHECK_MS = 30_000;
/** @type {SyncSignal} */
const FIRST_SYNC = { state: "waiting", waiting: 0, waiting_sets: 0, attention: 0 };
/** @type {import("./types.d.ts").Recent} */
const NOTHING = { sessions: [], sets: [], checkins: [], changes: [], assessments: [] };

export const booted = signal(false);
export const account = signal(/** @type {Account | null} */ (null));
export const profile = signal(/** @type {Fields | null} */ (null));
export const pack = signal(/** @type {any} */ (null));
/** Whole exercises by number; read from the disk a moment after boot. */
export const catalog = signal(/** @type {any[]} */ ([]));
export const sync = signal(FIRST_SYNC);
/** The session in progress. */
export const active = signal(/** @type {any} */ (null));
/** The local training day; it turns at four in the morning. */
export const day = signal(trainingDay(Date.now()));
/** Counts up whenever records changed, here or elsewhere: a reason to read again. */
export const revision = signal(0);
const recent = signal(NOTHING);
const choice = signal(/** @type {Choice | null} */ (null));
/** The rules of training: more code than the rest of the first screen, and only Today asks them. */
const rules = signal(/** @type {typeof import("./today.js") | null} */ (null));
/** The day as it was last computed: shown until the rules are here. */
const remembered = signal(/** @type {{basis: string, day: any} | null} */ (null));
/** The reading of this phone's clock in its newest entry. */
const clock = signal("");
const worker = signal(/** @type {ServiceWorker | null} */ (null));

/** A new version waits; never said while a session runs. */
export const update = computed(() => worker.value !== null && active.value === null);
const checkin_record = computed(() =>
  recent.value.checkins.filter((record) => record.day === day.value)
    .reduce((a, b) => a && a.at > b.at ? a : b, /** @type {any} */ (null))
);
export const checkin = computed(() => checkin_record.value?.set ?? null);
/** What the runner changed in the plan: niggles, illness, absences, gates passed on their word. */
export const changes = computed(() => recent.value.changes);
const chosen = computed(() => choice.value?.day === day.value ? choice.value : null);
export const place = computed(() => chosen.value?.place ?? profile.value?.default_place ?? "home");
export const minutes = computed(() => chosen.value?.minutes ?? profile.value?.minutes);
/** What the day rests on (the release too), in a word: the same word, the same day. */
const basis = computed(() =>
  [import.meta.url, pack.value?.catalog, pack.value?.cursor, pack.value?.day, clock.value]
    .concat(day.value, place.value, minutes.value).join()
);
export const today = computed(() => {
  if (!pack.value) return null;
  if (!rules.value) return remembered.value?.basis === basis.value ? remembered.value.day : null;
  return rules.value.today({
    ...recent.value,
    pack: pack.value,
    day: day.value,
    checkin: checkin.value,
    place: place.value,
    minutes: minutes.value,
  });
});

/** @type {Database | null} */
let db = null;
/** @type {BroadcastChannel | null} */
let channel = null;
/** @type {Promise<import("./schedule.js").Schedule | null>} */
let scheduling = Promise.resolve(null);

/** What the parts that are loaded when used may touch. */
const shown = { account, catalog, day, profile, sync, worker };
const inside = { ...shown, database, enter, leave, changed, say };
/** @typedef {typeof inside} Inside */

/** Show what this phone holds, then begin to sync. Works without a network. */
export async function boot() {
  const { athlete, fresh, signing_out } = whose();
  if (signing_out) import("./account.js").then((it) => it.finishSignOut()).catch(() => {});
  try {
    if (athlete) await enter(athlete, fresh);
  } catch (error) {
    say({ state: "trouble", message: /** @type {any} */ (error).detail ?? String(error) });
  }
  booted.value = true;
  setInterval(turnDay, TURN_CHECK_MS);
  addEventListener("visibilitychange", turnDay);
  addEventListener("storage", ({ key }) => {
    if (key === POINTER && recall(POINTER).athlete !== account.peek()?.athlete) location.reload();
  });
  import("./update.js").then(({ watchUpdates }) => watchUpdates(inside)).catch(() => {});
}

/** @param {{name: string, password: string, invite?: string}} fields */
export const signUp = async (fields) => (await import("./account.js")).signUp(inside, fields);
/** @param {{name: string, password: string}} fields */
export const signIn = async (fields) => (await import("./account.js")).signIn(inside, fields);
/** What is not synced stays on this phone. @returns {Promise<{kept: number}>} entries that stay */
export const signOut = async () => (await import("./account.js")).signOut(inside, syncNow);
export const devices = async () => (await import("./account.js")).devices();
/** @param {string} id */
export const revoke = async (id) => (await import("./account.js")).revoke(id);
export const invite = async () => (await import("./account.js")).invite();
export const programs = async () => (await import("./programs.js")).programs();
/** Everything this phone holds, as one file. @returns {Promise<Blob>} */
export const exportAll = async () => (await import("./export.js")).exportAll(inside);
/** Change to the waiting version and reload, once. */
export const applyUpdate = async () => (await import("./update.js")).applyUpdate(inside);
/** Try now; resolves when the round is over, whatever came of it. */
export const syncNow = async () => await (await scheduling)?.now();

/** A new record's id. */
export function newRecord() {
  return uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/**
 * Write one entry; resolves when it is on this device's disk.
 * @param {string} kind
 * @param {string} record
 * @param {Fields} set
 * @param {{deleted?: boolean, day?: string}} [more]
 * @returns {Promise<Entry>}
 * @throws {import("./db.js").StorageFull | import("./db.js").StorageBroken} nothing was written
 */
export async function append(kind, record, set, more = {}) {
  const [entry] = await appendAll([{ kind, record, set, ...more }]);
  return entry;
}

/** Write several entries, all or none. @param {Draft[]} drafts @returns {Promise<Entry[]>} */
export async function appendAll(drafts) {
  const now_ms = Date.now();
  const here = { device: me().device, zone: zone(), day: trainingDay(now_ms), now_ms };
  const named = drafts.map((draft) => ({ ...draft, id: newRecord() }));
  const entries = await disk.writeEntries(database(), named, here);
  // It is written: should showing it fail, the promise still holds.
  await changed().catch(() => {});
  scheduling.then((schedule) => schedule?.soon());
  if (entries.some(({ kind }) => kind === "set")) askToPersist();
  return entries;
}

/** @param {Fields} fields */
export const saveProfile = async (fields) => await append("profile", me().athlete, fields);

/** Today's check-in, or more of it. @param {Fields} fields */
export async function saveCheckin(fields) {
  turnDay();
  return await append("checkin", checkin_record.peek()?.record ?? newRecord(), fields);
}

/**
 * Records of a kind by day, oldest first; deleted ones are left out unless asked for.
 * @param {string} kind
 * @param {{from?: string, to?: string, deleted?: boolean}} [span] days, both included
 */
export const records = async (kind, span = {}) => await disk.recordsOf(database(), kind, span);
/** Entries that the server refused, each with its reason. */
export const attention = async () => await disk.parked(database());

/** Keep the session in progress: a reload or a flat battery resumes it. @param {any} state */
export async function saveActive(state) {
  active.value = state;
  await disk.keep(database(), "active", state);
  channel?.postMessage("active");
}

/** Train elsewhere today. @param {"home" | "gym"} place */
export const setPlace = async (place) => await choose({ place });
/** Have more or less time today. @param {number} minutes */
export const setMinutes = async (minutes) => await choose({ minutes });

/** Open an athlete's journal. @param {string} athlete @param {Account} [fresh] just signed in */
async function enter(athlete, fresh) {
  leave();
  db = new Database(`midstance-${athlete}`, {
    blocked: () => say({ state: "trouble", message: "Close the other Midstance tabs to go on." }),
  });
  if (fresh) await disk.keep(db, "account", fresh);
  await reload("everything");
  const ruled = loadRules().catch(() => {});
  if (!today.peek()) await ruled;
  if (fresh) remember(POINTER, { athlete });
  channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(`midstance-${athlete}`) : null;
  channel?.addEventListener("message", ({ data }) => reload(data).catch(() => {}));
  scheduling = beginSync(db);
}

/** @param {Database} mine @returns {Promise<import("./schedule.js").Schedule | null>} */
async function beginSync(mine) {
  try {
    const { start } = await import("./schedule.js");
    return db === mine ? start(inside) : null;
  } catch {
    // Neither stored on this phone nor reachable; the next start of the app tries again.
    say({ state: "offline" });
    return null;
  }
}

/** Close the journal; it stays on this phone. */
function leave() {
  scheduling.then((schedule) => schedule?.stop());
  scheduling = Promise.resolve(null);
  channel?.close();
  db?.close();
  db = channel = null;
  batch(() => {
    account.value = profile.value = pack.value = active.value = choice.value = null;
    [catalog.value, recent.value, sync.value, remembered.value] = [[], NOTHING, FIRST_SYNC, null];
  });
}

/**
 * Show a change here and in the other tabs.
 * @param {"records" | "pack" | "everything"} [what] `pack` also reads the pack again
 */
async function changed(what = "records") {
  channel?.postMessage(what);
  await reload(what);
}

/** @param {"records" | "pack" | "active" | "everything"} what */
async function reload(what) {
  const [mine, known] = [database(), ["pack", "everything"].includes(what) ? null : pack.peek()];
  const now = await disk.readNow(mine, addDays(day.peek(), -RECENT_DAYS), known);
  // Read before a sign-out, or beside an older pack than the one shown by now.
  if (mine !== db) return;
  if (known && known !== pack.peek()) return await reload(what);
  batch(() => {
    [account.value, profile.value, pack.value] = [now.account, now.profile, now.pack];
    [recent.value, choice.value, clock.value] = [now.recent, now.choice, now.clock];
    if (what === "active" || what === "everything") active.value = now.active;
    if (what === "everything") remembered.value = now.today;
    say(now.counts);
    revision.value = revision.peek() + 1;
  });
  rememberDay();
}

/** Kept when it rests on something new. A phone too full for it computes the day each time. */
function rememberDay() {
  const mine = db;
  if (!mine || !rules.peek() || !today.peek() || remembered.peek()?.basis === basis.peek()) return;
  remembered.value = { basis: basis.peek(), day: today.peek() };
  disk.keep(mine, "today", remembered.peek()).catch(() => {});
}

async function loadRules() {
  rules.value ??= await import("./today.js");
  rememberDay();
}

/** @param {Partial<SyncSignal>} some */
function say(some) {
  const next = { ...sync.peek(), ...some };
  if (next.state === "synced" && next.waiting) next.state = "waiting";
  // Another tab has sent what waited here.
  if (next.state === "waiting" && !next.waiting && next.last_ms) next.state = "synced";
  sync.value = next;
}

/** @param {Partial<Choice>} some */
async function choose(some) {
  choice.value = { ...chosen.peek(), ...some, day: day.peek() };
  await disk.keep(database(), "choice", choice.peek());
  rememberDay();
}

function turnDay() {
  day.value = trainingDay(Date.now());
}

function me() {
  return account.peek() ?? signedOut();
}

function database() {
  return db ?? signedOut();
}

/** @returns {never} */
function signedOut() {
  throw Object.assign(new Error("signed_out"), { code: "signed_out", detail: "Sign in first." });
}
