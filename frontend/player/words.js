/** The player's words: phases with their shapes, sides, what to load, what the card asks. Pure. */
import { count, loadWord, measure } from "../ui/format.js";
import { setCount } from "./order.js";

/** @typedef {import("./tempo.js").EventType} EventType */
/** @typedef {import("./types.d.ts").Item} Item */
/** @typedef {import("./types.d.ts").Side} Side */

/**
 * Every phase has a color of its kind, a word and a shape.
 * @type {Record<string, {kind: string, word: string}>}
 */
const PHASES = {
  ready: { kind: "ready", word: "Ready" },
  lower: { kind: "lower", word: "Lower" },
  pause_low: { kind: "pause", word: "Pause" },
  lift: { kind: "lift", word: "Lift" },
  pause_high: { kind: "pause", word: "Pause" },
  hold: { kind: "pause", word: "Hold" },
  contact: { kind: "lift", word: "Jump" },
  carry: { kind: "lift", word: "Walk" },
  switch: { kind: "ready", word: "Switch" },
  done: { kind: "ready", word: "Done" },
};

/**
 * @param {EventType} type
 * @param {Record<string, string>} [own] the exercise's own words, where "lower" would be wrong
 */
export function phaseOf(type, own = {}) {
  const phase = PHASES[type] ?? PHASES.ready;
  return { kind: phase.kind, word: own[type] ?? phase.word };
}

/** Where to turn before a second side. @param {import("./types.d.ts").Active} state */
export function turnWord({ performed, at }) {
  return Object.keys(performed).length > 0 ? `To the ${at.side}` : "";
}

/**
 * The word over a set.
 * @param {import("./types.d.ts").Active} state
 * @param {EventType} type
 * @param {Record<string, string>} [own]
 */
export function wordOver(state, type, own) {
  if (state.paused_at !== null) return "Paused";
  return (type === "ready" && turnWord(state)) || phaseOf(type, own).word;
}

/**
 * The big number of a moment: seconds or jumps still to do, of a carry its meters.
 * @param {import("./tempo.js").Standing} standing
 */
export function leftOf({ type, count, rep, of }) {
  if (type === "carry") return of;
  if (type === "contact") return of - rep + 1;
  return count || "";
}

/** @type {Record<Side, string>} */
export const SIDE = { left: "Left", right: "Right", both: "" };

/** "Set 2 of 3". @param {import("./types.d.ts").Active} state */
export function setWord(state) {
  const { number, of } = setCount(state);
  return `Set\u00a0${number} of\u00a0${of}`;
}

/**
 * What the set is made of: "8 reps", "2 × 8 kg", "3-1-1-0".
 * @param {Item} item
 * @param {"kg"|"lb"} units
 */
export function doseWords(item, units) {
  return { amount: amountWord(item), load: loadWord(item, units), tempo: item.tempo ?? "" };
}

/** "8 reps", "30 s", "20 contacts", "30 m". @param {import("../ui/format.js").Dose} dose */
export function amountWord(dose) {
  return dose.reps === undefined ? measure(dose) : count(dose.reps, "rep");
}

/**
 * What to pick up before the first set, as a sentence.
 * @param {Item} item
 * @param {"kg"|"lb"} units
 */
export function loadSentence(item, units) {
  const load = loadWord(item, units);
  if (!load) return "";
  if (load === "body") return "Your body is the load.";
  const what = {
    dumbbell: `One dumbbell: ${load}`,
    dumbbells: `Two dumbbells: ${load}`,
    kettlebell: `Kettlebell: ${load}`,
    barbell: `Barbell with plates: ${load} in all`,
    backpack: `Backpack filled to ${load}`,
    stack: `Machine set to ${load}`,
    band: `Band ${item.band ?? 1}, counted from the lightest`,
  }[item.load];
  return `${what ?? load}.`;
}

/**
 * One cue a set, another one the next.
 * @param {{cues?: string[]}} exercise
 * @param {{at: {set: number}}} state
 */
export function cueOf({ cues = [] }, { at }) {
  return cues.length > 0 ? cues[at.set % cues.length] : "Move with the ring";
}

/**
 * What happened that the runner should know before going on: the point of it, and the rest.
 * @param {import("./types.d.ts").Active} state
 * @returns {{strong: string, more: string}|null}
 */
export function noticeWords({ notice, phase, at, workout }) {
  if (!notice) return null;
  if (notice.key === "clock") {
    const strong = "The clock of this phone was set back.";
    return { strong, more: "How long it has been is unknown: go on when you are ready." };
  }
  if (notice.key === "left") {
    const then = phase === "log"
      ? "Log what you did, or do it again."
      : `The other side is counted; the ${at.side} one is next.`;
    return { strong: `You left during set ${notice.set + 1}. ${then}`, more: "" };
  }
  const name = workout.items[notice.item].name.toLowerCase();
  const strong = `That was enough for the ${name} today.`;
  if (notice.key === "form") {
    const more = "Form lost in two sets ends an exercise; what you did is logged. " +
      "Fewer clean reps next time do more.";
    return { strong, more };
  }
  const more = "Sharp pain, or pain of 5 or more, ends an exercise; what you did is logged. " +
    "If it is sharp or new, stop here and have it looked at.";
  return { strong, more };
}

export const PAIN = [
  { value: 0, label: "0", note: "none" },
  { value: 2, label: "1–2", note: "slight" },
  { value: 4, label: "3–4", note: "clear" },
  { value: 5, label: "5+", note: "too much" },
];

export const QUALITY = [
  { value: 4, label: "Clean" },
  { value: 3, label: "Slips" },
  { value: 2, label: "Wobbly" },
  { value: 1, label: "Lost" },
  { value: 0, label: "Failed" },
];

/**
 * Why an exercise is left out.
 * @type {{value: import("./types.d.ts").SkipReason, label: string}[]}
 */
export const SKIP = [
  { value: "pain", label: "It hurts" },
  { value: "equipment", label: "No equipment" },
  { value: "time", label: "No time" },
  { value: "other", label: "Another reason" },
];

/** Why another one is wanted. @type {Record<import("./types.d.ts").SwapReason, string>} */
export const SWAP = {
  same: "Same intent",
  easier: "Easier",
  harder: "Harder",
  equipment: "No equipment",
  pain: "This hurts",
};

/** Only strength is counted in reps one could still do. @param {Item} item */
export function asksReserve({ reps, rir, block }) {
  return reps !== undefined && typeof rir === "number" && block !== "prep";
}

/** The whole session's effort, 0 to 10. */
export const EFFORT = [
  "rest",
  "very easy",
  "easy",
  "moderate",
  "somewhat hard",
  "hard",
  "hard",
  "very hard",
  "very hard",
  "nearly all",
  "all I had",
];

/** What the card counts. @type {Record<string, string>} */
export const AMOUNT = { reps: "Reps", hold: "Seconds", contacts: "Contacts", distance: "Meters" };
