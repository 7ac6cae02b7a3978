/// <reference lib="deno.ns" />
/** What is told beyond the screen: names and troubles aloud, the lock screen, the notification. */
import { equal } from "./expect.js";
import { ending, page, soon, until } from "./page.js";
import { bridge, circuit, play, session, split_squat } from "./workouts.js";

/** @typedef {import("../../../frontend/player/types.d.ts").Active} Active */

const globals = /** @type {any} */ (globalThis);

/** A phone with a voice of its own; returns what it says. */
function voiced() {
  /** @type {string[]} */
  const spoken = [];
  globals.SpeechSynthesisUtterance = class {
    /** @param {string} text */
    constructor(text) {
      this.text = text;
    }
  };
  globals.speechSynthesis = {
    getVoices: () => [{ localService: true, lang: "en-US", default: true }],
    speak: (/** @type {{text: string}} */ { text }) => text && spoken.push(text),
    cancel() {},
  };
  return spoken;
}

/** @param {string} name @param {unknown} value */
function onNavigator(name, value) {
  Object.defineProperty(navigator, name, { configurable: true, value });
}

Deno.test("in a circuit the next exercise is said by its name while it is rested", async () => {
  const spoken = voiced();
  const { coach } = page(ending(session(circuit)));
  await until(() => coach.state.value.phase === "rest");
  equal(spoken, ["Next: plank."]);
  coach.close();
});

Deno.test("where a circuit hardly rests no name runs into the count", async () => {
  const spoken = voiced();
  const short = circuit.map((item) => ({ ...item, rest_s: 5 }));
  const { coach } = page(ending(session(short)));
  await until(() => coach.state.value.phase === "rest");
  await coach.tap({ type: "rest_done" });
  equal([coach.state.value.phase, spoken], ["work", []]);
  coach.close();
});

/** A set that ended while nobody was there. @returns {Active} */
function left() {
  const { state } = play(session([bridge])).do("start");
  return { ...state, phase_started_at: Date.now() - 600_000 };
}

Deno.test("without looking, what must be known first is heard", () => {
  const spoken = voiced();
  const { coach } = page(left(), { prefs: { eyes_free: true } });
  equal(spoken, ["You left during set 1. Log what you did, or do it again."]);
  coach.close();
});

Deno.test("whoever looks, or wants no voice, reads it", () => {
  const spoken = voiced();
  page(left()).coach.close();
  page(left(), { prefs: { eyes_free: true, voice: false } }).coach.close();
  equal(spoken, []);
});

Deno.test("without looking, a disk that refuses is heard of, once", async () => {
  const spoken = voiced();
  const disk = () => Promise.reject({ detail: "The phone is full." });
  const { coach } = page(session([bridge]), { disk, prefs: { eyes_free: true } });
  await coach.tap({ type: "start" });
  await coach.tap({ type: "start" });
  equal(spoken, ["The phone is full."]);
  coach.close();
});

Deno.test("the lock screen names an exercise taken for another of the same dose", async () => {
  const media = { metadata: { title: "" }, playbackState: "", setActionHandler() {} };
  onNavigator("mediaSession", media);
  globals.MediaMetadata = class {
    /** @param {object} told */
    constructor(told) {
      Object.assign(this, told);
    }
  };
  const { coach } = page(session([bridge]));
  equal(media.metadata.title, "bridge");
  const item = { ...bridge, exercise: "long-bridge" };
  const { manners: [manner] } = coach.state.value;
  await coach.tap({ type: "swap", item, manner });
  equal(media.metadata.title, "long bridge");
  coach.close();
  onNavigator("mediaSession", undefined);
});

Deno.test("a rest over under the card, out of sight, tells what comes next", async () => {
  /** @type {string[]} */
  const told = [];
  globals.Notification = { permission: "granted" };
  /** @param {string} title @param {{body: string}} more */
  const showNotification = (title, { body }) => {
    told.push(`${title}: ${body}`);
    return Promise.resolve();
  };
  const getNotifications = () => Promise.resolve([]);
  const registration = { showNotification, getNotifications };
  onNavigator("serviceWorker", { getRegistration: () => Promise.resolve(registration) });
  const items = [{ ...split_squat, sets: 1 }, bridge];
  const { state } = play(session(items)).do("start").whole().whole();
  const now_ms = Date.now();
  const rest = { from: now_ms - 60_000, until: now_ms + 60 };
  const { coach, look } = page({ ...state, rest }, { prefs: { notify: true } });
  look("hidden");
  await until(() => told.length > 0);
  await soon();
  equal([told, coach.state.value.phase], [["Rest over: bridge"], "log"]);
  coach.close();
  onNavigator("serviceWorker", undefined);
  delete globals.Notification;
});
