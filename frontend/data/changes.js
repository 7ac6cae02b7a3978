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
