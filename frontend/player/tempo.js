/**
 * Compiles one set into a timeline of phases and calls, and says where the set stands at any
 * second.
 */

import { heldLonger, paceAt, rhythm, slowed } from "./pace.js";

/**
 * @typedef {"ready"|"lower"|"pause_low"|"lift"|"pause_high"|"hold"|"contact"|"carry"
 *   |"rep"|"last_rep"|"switch"|"done"} EventType
 * @typedef {{t_s: number, duration_s: number, type: EventType, rep: number,
 *   count: number}} TimelineEvent
 *   `count` is what is left when it begins: seconds of a phase, reps or contacts still to do.
 * @typedef {"reps"|"hold"|"contacts"|"distance"} Measure
 * @typedef {{lower: number, pause_low: number, lift: number, pause_high: number}} Tempo seconds
 * @typedef {{
 *   measure: Measure, reps?: number, hold_s?: number, contacts?: number, distance_m?: number,
 *   tempo?: string, starts?: "top"|"bottom", ready_s?: number, contact_s?: number,
 *   side?: "left"|"right"|"both", ends?: "switch"|"done", paces?: import("./types.d.ts").Pace[],
 *   plus?: number,
 * }} SetPlan `plus` is what was asked for beyond the amount, `paces` where it gets slower or faster
 * @typedef {{
 *   measure: Measure, starts: "top"|"bottom", events: TimelineEvent[], total: number,
 *   ready_s: number, rep_s: number, rep_starts_s: number[], duration_s: number,
 *   under_tension_s: number, open: boolean,
 * }} Timeline `open`: the runner says when it is over (a distance), `duration_s` is an estimate.
 *   `rep_s` is the first rep's; `rep_starts_s` when each begins after the get-ready, and the end.
 * @typedef {{
 *   type: EventType, index: number, rep: number, of: number, left_s: number, count: number,
 *   phase_fraction: number, rep_fraction: number, turn: number, position: number, over: boolean,
 * }} Standing `turn` is the head's way around the ring; `position` the pose, 0 top and 1 bottom, or
 *   of contacts the landings so far and the way to the next.
 */

/**
 * Seconds for an X, "as fast as control allows". Heavy lifts take 0.5-0.8 s; much shorter and the
 * rising note is heard as a click, much longer and it holds the runner back.
 */
export const FAST_S = 0.6;
export const READY_S = 3;
/** Time to turn round and take the load in the other hand before the second side begins. */
export const SWITCH_READY_S = 8;
export const DEFAULT_TEMPO = "2-0-2-0";
/** An easy hopping rhythm of 120 a minute; bigger jumps are given their own. */
export const CONTACT_S = 0.5;
/** Loaded walking pace, only to estimate minutes: nobody is hurried along a distance. */
const CARRY_M_PER_S = 0.8;
/** Two steps of such a walk, some 55 cm each. */
export const STRIDE_S = 1.4;

const FROM_TOP = /** @type {const} */ (["lower", "pause_low", "lift", "pause_high"]);
const FROM_BOTTOM = /** @type {const} */ (["lift", "pause_high", "lower", "pause_low"]);

/**
 * Reads "3-1-1-0" (lower, pause, lift, pause); a lone "X" is fast both ways.
 * Null when it is no tempo.
 * @param {string|undefined|null} text
 * @returns {Tempo|null}
 */
export function parseTempo(text) {
  const written = (text ?? "").trim().toUpperCase();
  const parts = written === "X" ? ["X", "0", "X", "0"] : written.split("-");
  if (parts.length !== 4 || !parts.every((part) => /^(\d{1,2}|X)$/.test(part))) return null;
  const [lower, pause_low, lift, pause_high] = parts.map((p) => (p === "X" ? FAST_S : Number(p)));
  return lower + pause_low + lift + pause_high > 0 ? { lower, pause_low, lift, pause_high } : null;
}

/**
 * @param {SetPlan} plan
 * @returns {Timeline}
 */
export function compile(plan) {
  const { measure, paces = [] } = plan;
  const ready_s = plan.ready_s ?? READY_S;
  const total = Math.max(1, Math.round(amount(plan)));
  const starts = plan.starts ?? "top";
  /** @type {TimelineEvent[]} */
  const events = [];
  /** @type {number[]} */
  const rep_starts_s = [];
  let ms = 0;
  /** @type {(type: EventType, duration_s: number, rep: number, count: number) => void} */
  const add = (type, duration_s, rep, count) => {
    events.push({ t_s: ms / 1000, duration_s, type, rep, count });
    ms += Math.round(duration_s * 1000);
  };

  if (ready_s > 0) add("ready", ready_s, 0, ready_s);
  const begun_ms = ms;
  const worked_s = () => (ms - begun_ms) / 1000;
  if (measure === "reps") {
    const text = plan.tempo && parseTempo(plan.tempo) ? plan.tempo : DEFAULT_TEMPO;
    for (let rep = 1; rep <= total; rep++) {
      const tempo = /** @type {Tempo} */ (parseTempo(slowed(text, paceAt(paces, rep))));
      rep_starts_s.push(worked_s());
      add(rep === total ? "last_rep" : "rep", 0, rep, total - rep + 1);
      for (const phase of starts === "bottom" ? FROM_BOTTOM : FROM_TOP) {
        if (tempo[phase] > 0) add(phase, tempo[phase], rep, Math.ceil(tempo[phase]));
      }
    }
  } else if (measure === "contacts") {
    for (let rep = 1; rep <= total; rep++) {
      rep_starts_s.push(worked_s());
      const contact_s = rhythm(plan.contact_s ?? CONTACT_S, paceAt(paces, rep));
      add("contact", contact_s, rep, total - rep + 1);
    }
  } else {
    rep_starts_s.push(0);
    if (measure === "hold") add("hold", total, 1, total);
    else add("carry", total / CARRY_M_PER_S, 1, total);
  }
  rep_starts_s.push(worked_s());
  add(plan.ends ?? "done", 0, total, 0);
  return {
    measure,
    starts,
    events,
    total,
    ready_s,
    rep_s: rep_starts_s[1],
    rep_starts_s,
    duration_s: ms / 1000,
    under_tension_s: measure === "contacts" ? 0 : worked_s(),
    open: measure === "distance",
  };
}

/**
 * Where the set stands `t_s` seconds after its get-ready began.
 * @param {Timeline} timeline
 * @param {number} t_s
 * @returns {Standing}
 */
export function at(timeline, t_s) {
  const { events } = timeline;
  const last = events.length - 1;
  const time_s = Math.max(0, t_s);
  if (time_s >= timeline.duration_s && !timeline.open) return standing(timeline, last, 1, 0);
  let low = 0, high = last - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (events[middle].t_s <= time_s) low = middle;
    else high = middle - 1;
  }
  while (events[low].duration_s === 0) low++;
  const event = events[low];
  const into_s = time_s - event.t_s;
  const fraction = Math.min(1, Math.max(0, into_s / event.duration_s));
  const left_s = Math.max(0, event.duration_s - into_s);
  // Who walks on beyond the estimate walks on in the picture.
  const way = timeline.open ? into_s / event.duration_s : fraction;
  return standing(timeline, low, fraction, left_s, way);
}

/**
 * How long the words and numbers of a moment stay as they are: until its count changes.
 * @param {Standing} standing
 */
export function same_s({ left_s, count }) {
  return left_s > 0 ? left_s - (count - 1) : Infinity;
}

/**
 * The pose that far into an event.
 * @param {Timeline} timeline
 * @param {TimelineEvent} event
 * @param {number} fraction
 */
export function position(timeline, { type, rep, duration_s }, fraction) {
  if (type === "lower") return fraction;
  if (type === "lift") return 1 + fraction;
  if (type === "pause_low" || type === "hold") return 1;
  if (type === "pause_high") return 0;
  // A contact is heard at the landing: whole numbers are landings.
  if (type === "contact") return rep - 1 + fraction;
  if (type === "carry") return 2 * ((fraction * duration_s / STRIDE_S) % 1);
  if (timeline.measure === "contacts") return type === "ready" ? 0 : timeline.total;
  if (timeline.measure !== "reps") return timeline.measure === "distance" ? 0 : 1;
  return timeline.starts === "bottom" ? 1 : 0;
}

/**
 * What was really done when the set is left at `t_s`: whole reps, seconds, contacts,
 * tension by phase.
 * @param {Timeline} timeline
 * @param {number} t_s
 */
export function achieved(timeline, t_s) {
  /** @type {Record<string, number>} */
  const tension_s = {};
  let done = 0, under_tension_s = 0;
  for (const event of timeline.events) {
    if (event.type === "ready" || event.duration_s === 0) continue;
    const open = event.type === "carry";
    const lived_s = Math.max(
      0,
      open ? t_s - event.t_s : Math.min(event.duration_s, t_s - event.t_s),
    );
    // A rep counts when its last phase is over, a hold by its whole seconds.
    const complete = lived_s >= event.duration_s - 1e-6;
    if (event.type === "hold") done = Math.floor(lived_s + 1e-6);
    else if (open) done = lived_s > 0 ? timeline.total : 0;
    else if (complete) done = endsRep(timeline, event) ? event.rep : done;
    if (event.type === "contact") continue;
    under_tension_s += lived_s;
    if (lived_s > 0) tension_s[event.type] = round1((tension_s[event.type] ?? 0) + lived_s);
  }
  return { done, under_tension_s: Math.round(under_tension_s), tension_s };
}

/** @param {SetPlan} plan */
function amount({ measure, reps, hold_s = 1, contacts, distance_m, paces = [], plus = 0 }) {
  const by = {
    reps,
    hold: heldLonger(hold_s, paceAt(paces, 1)),
    contacts,
    distance: distance_m,
  };
  return (by[measure] ?? 1) + plus;
}

/**
 * @param {Timeline} timeline
 * @param {number} index
 * @param {number} fraction
 * @param {number} left_s
 * @param {number} [way] the fraction of the event's movement
 */
function standing(timeline, index, fraction, left_s, way = fraction) {
  const event = timeline.events[index];
  const { measure, total, ready_s, rep_starts_s } = timeline;
  const done = event.type === "done" || event.type === "switch";
  const work_s = event.t_s + fraction * event.duration_s - ready_s;
  const began_s = rep_starts_s[event.rep - 1], ends_s = rep_starts_s[event.rep];
  const rep_fraction = done || event.rep === 0
    ? Number(done)
    : clamp((work_s - began_s) / (ends_s - began_s));
  return {
    type: event.type,
    index,
    rep: Math.max(1, event.rep),
    of: total,
    left_s,
    count: done ? 0 : Math.max(1, Math.ceil(left_s - 1e-6)),
    phase_fraction: fraction,
    rep_fraction,
    turn: measure === "contacts" ? clamp(work_s / rep_starts_s[total]) : rep_fraction,
    position: position(timeline, event, way),
    over: done,
  };
}

/** @param {Timeline} timeline @param {TimelineEvent} event */
function endsRep(timeline, event) {
  const end_s = timeline.ready_s + timeline.rep_starts_s[event.rep];
  return Math.abs(event.t_s + event.duration_s - end_s) < 1e-3;
}

/** @param {number} x */
const clamp = (x) => Math.min(1, Math.max(0, x));
/** @param {number} x */
const round1 = (x) => Math.round(x * 10) / 10;
