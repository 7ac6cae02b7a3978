/** What a runner changes in the plan, as entries: niggles, illness, absences, the stage. Pure. */
import { addDays } from "./day.js";

/** @typedef {import("./types.d.ts").Record_} Record_ */
/** @typedef {{kind: string, record: string, set: Record<string, any>, deleted?: boolean}} Draft */

/** What keeps sessions or a region away for a while. */
const LASTING = ["niggle", "illness", "away"];

/**
 * Those that hold on `day` or begin later, the newest last.
 * @param {Record_[]} changes
 * @param {string} day
 */
export function holding(changes, day) {
  return changes.filter(({ set }) => LASTING.includes(set.change) && !(set.to < day));
}

/** What closes days for every session, and the reason a rest day gives then. */
const CLOSING = /** @type {Record<string, string>} */ ({ illness: "rest_ill", away: "rest_away" });

/**
 * The plan with those days closed on which the runner is ill or away, as this phone knows it by
 * now; the server lays the sessions out anew at the next sync.
 * @template {{from: string, days: number, closed: Record<string, string>,
 *   closed_light: Record<string, string>}} Plan
 * @param {Plan} plan
 * @param {Record_[]} changes
 * @param {any} policy
 * @returns {Plan}
 */
export function closing(plan, changes, policy) {
  const last = addDays(plan.from, plan.days);
  const reasons = new Set(Object.values(CLOSING));
  const shut = Object.fromEntries(changes.flatMap(({ set }) => {
    const rule = CLOSING[set.change];
    if (!rule || !set.from) return [];
    const clear = set.change === "illness" ? policy.plan.illness_clear_days : 0;
    const to = set.to ? addDays(set.to, clear) : last;
    return span(later(set.from, plan.from), to < last ? to : last).map((day) => [day, rule]);
  }));
  const anew = (/** @type {Record<string, string>} */ closed) => {
    const others = Object.entries(closed).filter(([, rule]) => !reasons.has(rule));
    return { ...shut, ...Object.fromEntries(others) };
  };
  return { ...plan, closed: anew(plan.closed), closed_light: anew(plan.closed_light) };
}

/**
 * The last word on the stage that the plan has not heard of yet: onward past an open gate, or back.
 * @param {Record_[]} changes
 * @param {{number: number, reasons?: {entries?: string[]}[]}} stage as the plan has it
 * @returns {Record_ | undefined}
 */
export function stageChange(changes, stage) {
  const known = new Set((stage.reasons ?? []).flatMap(({ entries = [] }) => entries));
  const last = changes
    .filter(({ set }) => set.change === "gate" || set.change === "stage")
    .toSorted((a, b) => a.at < b.at ? -1 : 1).at(-1);
  if (!last || known.has(last.record)) return undefined;
  const open = last.set.change === "gate"
    ? last.set.stage === stage.number
    : last.set.stage < stage.number;
  return open ? last : undefined;
}

/**
 * The entry that ends a change with yesterday; one that began today was never there.
 * @param {Record_} change
 * @param {string} day
 * @returns {Draft}
 */
export function ended({ record, set }, day) {
  const kind = "plan_change";
  if (set.from >= day) return { kind, record, set: {}, deleted: true };
  return { kind, record, set: { to: addDays(day, -1) } };
}

/**
 * The entry that takes an ending back.
 * @param {Record_} change as it was
 * @returns {Draft}
 */
export function reopened({ record, set }) {
  return { kind: "plan_change", record, set: { to: set.to ?? null }, deleted: false };
}

/**
 * What still misses before a change can be saved; "" when nothing does.
 * @param {{change: string, region?: string, from: string, to?: string | null}} draft
 */
export function lacking({ change, region, from, to }) {
  if (change === "niggle" && !region) return "Choose where it is.";
  if (change === "away" && !to) return "Choose the last day you are away.";
  if (!from) return "Choose the first day.";
  return to && to < from ? "The last day is before the first." : "";
}

/** Every day from `first` to `last`, both included. @param {string} first @param {string} last */
function span(first, last) {
  const days = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** @param {string} a @param {string} b */
function later(a, b) {
  return a > b ? a : b;
}
