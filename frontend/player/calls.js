/** Which word falls when: the spoken half of a set and of a rest, as a plain list. */
import { clip_s, hasClip } from "./voice.js";

/** @typedef {import("./sounds.js").Sound} Sound */
/** @typedef {import("./tempo.js").Timeline} Timeline */
/**
 * @typedef {{side?: "left"|"right"|"both", turned?: boolean, phase_words?: Record<string, string>}}
 *   Told what the timeline does not know: `turned` when the other side has just been done
 */

/** Words wait until the chime of their moment has rung out. */
const AFTER_SWITCH_S = 0.7;
const AFTER_DONE_S = 0.75;
const AFTER_SOON_S = 0.3;
const AFTER_REST_S = 1.1;
/** Shorter holds have no middle worth a word. */
const HALFWAY_FROM_S = 15;
const LAST_SECONDS = 5;
/** Faster contacts than this are told in fives. */
const COUNTABLE_S = 1;
const FIVES = 5;
/** A phase shorter than this is over before its name is. */
const NAMED_S = 0.8;
const REST_SOON_S = 10;
const COUNTED_S = 3;

/** When two words would fall on each other, the one that matters more is said. */
const WEIGHT = { phase: 0, count: 1, call: 2 };

/** @type {Record<string, string>} */
const PHASES = { lower: "lower", pause_low: "pause", lift: "lift", pause_high: "pause" };

/**
 * The words of a set from `from_s` on.
 * @param {Timeline} timeline
 * @param {number} [from_s]
 * @param {Told} [told]
 * @returns {Sound[]}
 */
export function setCalls(timeline, from_s = 0, told = {}) {
  const { events, total } = timeline;
  /** @type {(Sound & {weight: number})[]} */
  const calls = [];
  /** @type {(at_s: number, word: string, weight: number, after_s?: number) => void} */
  const say = (at_s, word, weight, after_s = 0) => {
    if (hasClip(word)) calls.push({ ...call(at_s, word, after_s), weight });
  };
  for (const { type, t_s, duration_s, rep } of events) {
    if (type === "ready") readyCalls(t_s, duration_s, told, say);
    else if (type === "rep" && rep > 1) say(t_s, String(rep), WEIGHT.count);
    else if (type === "last_rep" && rep > 1) say(t_s, "last_rep", WEIGHT.call);
    else if (type === "hold") holdCalls(t_s, duration_s, say);
    else if (type === "contact") {
      const told_now = rep > 1 && (duration_s >= COUNTABLE_S || rep % FIVES === 0);
      if (told_now && rep < total) say(t_s, String(rep), WEIGHT.count);
      else if (told_now) say(t_s, duration_s >= COUNTABLE_S ? "last_rep" : String(rep), WEIGHT.call);
    } else if (type === "done" && !timeline.open) say(t_s, "done", WEIGHT.call, AFTER_DONE_S);
    else if (PHASES[type] && rep === 1 && duration_s >= NAMED_S) {
      say(t_s, wordOf(type, told.phase_words), WEIGHT.phase);
    }
  }
  return oneAtATime(calls).filter(({ at_s }) => at_s >= from_s - 1e-9);
}

/**
 * The words of a rest of `rest_s`, of which `from_s` have gone.
 * @param {number} rest_s
 * @param {number} [from_s]
 * @returns {Sound[]}
 */
export function restCalls(rest_s, from_s = 0) {
  const calls = [];
  if (rest_s > 2 * REST_SOON_S) calls.push(call(rest_s - REST_SOON_S, "ten_seconds", AFTER_SOON_S));
  if (rest_s > 0) calls.push(call(rest_s, "rest_over", AFTER_REST_S));
  return calls.filter(({ at_s }) => at_s >= from_s);
}

/**
 * The side, then three, two, one, go. In a short get-ready the side is said instead of "three".
 * @param {number} t_s
 * @param {number} ready_s
 * @param {Told} told
 * @param {(at_s: number, word: string, weight: number, after_s?: number) => void} say
 */
function readyCalls(t_s, ready_s, { side = "both", turned = false }, say) {
  const named = side !== "both";
  if (named && turned) say(t_s, `switch_${side}`, WEIGHT.call, AFTER_SWITCH_S);
  else if (named) say(t_s, side, WEIGHT.call);
  for (let left = Math.min(COUNTED_S, Math.floor(ready_s)); left > 0; left--) {
    say(t_s + ready_s - left, String(left), WEIGHT.count);
  }
  say(t_s + ready_s, "go", WEIGHT.call);
}

/**
 * @param {number} t_s
 * @param {number} hold_s
 * @param {(at_s: number, word: string, weight: number) => void} say
 */
function holdCalls(t_s, hold_s, say) {
  if (hold_s >= HALFWAY_FROM_S) say(t_s + hold_s / 2, "halfway", WEIGHT.call);
  for (let left = LAST_SECONDS; left > 0; left--) {
    if (left < hold_s) say(t_s + hold_s - left, String(left), WEIGHT.call);
  }
}

/** @param {string} type @param {Record<string, string>} [own] what this exercise calls its phases */
function wordOf(type, own) {
  return own?.[type]?.toLowerCase().replaceAll(" ", "_") ?? PHASES[type];
}

/** @param {(Sound & {weight: number})[]} calls @returns {Sound[]} */
function oneAtATime(calls) {
  /** @type {(Sound & {weight: number})[]} */
  const kept = [];
  for (const next of calls.sort((a, b) => begin_s(a) - begin_s(b))) {
    const last = kept[kept.length - 1];
    if (!last || begin_s(next) >= begin_s(last) + clip_s(last.word ?? "")) kept.push(next);
    else if (next.weight > last.weight) kept.splice(-1, 1, next);
  }
  return kept.map(({ weight: _, ...sound }) => sound);
}

/** @param {Sound} sound */
const begin_s = ({ at_s, after_s = 0 }) => at_s + after_s;

/** @param {number} at_s @param {string} word @param {number} after_s @returns {Sound} */
function call(at_s, word, after_s) {
  const sound = /** @type {const} */ ({ kind: "say", duration_s: 0, from: 0 });
  return { ...sound, at_s, word, ...(after_s > 0 ? { after_s } : {}) };
}
