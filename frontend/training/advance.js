/** What one session does to a position: the first rule with something to say decides. */

import { because, look, lowest, lowest_rir, weaker_side } from "./case.js";
import * as climb from "./climb.js";
import { look_back } from "./plateau.js";
import * as recovery from "./recovery.js";
import { MEASURES, same_load } from "./rungs.js";

/** @import {Case, Item, Ladder, Memory, Outcome, Policy} from "./values.d.ts" */
/** @import {Position, Reason, Rule, Rung, Verdict} from "./values.d.ts" */

/**
 * In this order: what protects the runner before what raises.
 * @type {Rule[]}
 */
const RULES = [
  recovery.red_flag,
  recovery.skipped,
  recovery.pain_high,
  recovery.pain_next_morning,
  recovery.pain_amber,
  recovery.swapped,
  recovery.soreness,
  recovery.eased,
  recovery.quality,
  recovery.missed,
  recovery.left_open,
  climb.two_for_two,
  climb.reserve,
  climb.goal_met,
];

const PAIN = ["pain_regress", "pain_sharp", "pain_rest", "pain_morning", "pain_hold"];

/**
 * The position after `outcome`, and the reasons, the deciding one first.
 * @param {Position} position
 * @param {Outcome} outcome
 * @param {Ladder} ladder
 * @param {Policy} policy
 * @returns {{position: Position, reasons: Reason[]}}
 */
export function advance(position, outcome, ladder, policy) {
  const seen = look(position, outcome, ladder, policy);
  /** @type {Verdict|null} */
  let first = null;
  for (const rule of RULES) if ((first = rule(seen))) break;
  const decided = /** @type {Verdict} */ (first);
  const [verdict, memory] = look_back(seen, climb.contacts_weekly(seen, decided));
  const amber = amber_after(seen, decided);
  const reasons = [
    with_entries(verdict.reason, outcome),
    ...memory.remarks,
    ...clinician(amber, decided, policy),
    ...remarks(seen, verdict),
  ];
  return { position: moved(seen, verdict, memory, amber, reasons), reasons };
}

/** The sessions in a row that hurt. @param {Case} seen @param {Verdict} verdict */
function amber_after({ position: { amber = 0 } }, { reason, kept }) {
  if (PAIN.includes(reason.rule)) return amber + 1;
  return kept ? amber : 0;
}

/** @param {number} sessions @param {Verdict} verdict @param {Policy} policy @returns {Reason[]} */
function clinician(sessions, { reason }, policy) {
  const enough = PAIN.includes(reason.rule) && sessions >= policy.pain.clinician_sessions;
  return enough ? [because("see_clinician", { sessions })] : [];
}

/**
 * @param {Case} seen
 * @param {Verdict} verdict
 * @param {Memory} memory
 * @param {number} amber
 * @param {Reason[]} reasons
 * @returns {Position}
 */
function moved(seen, verdict, { recent, plateaus }, amber, reasons) {
  const { position: before, outcome } = seen, counts = verdict.kept ? before : verdict;
  /** @type {Position} */
  const after = {
    rung: verdict.rung,
    streak: counts.streak ?? 0,
    misses: counts.misses ?? 0,
    exposures: verdict.kept ? before.exposures : exposures(seen, verdict),
    why: reasons,
  };
  const trained = outcome.sets.length > 0 && !outcome.skipped;
  if (!trained && before.last_day) after.last_day = before.last_day;
  if (!trained && before.blocked) after.blocked = before.blocked;
  if (verdict.blocked_until) {
    const region = outcome.prescribed.regions?.[0] ?? "all";
    after.blocked = { region, until: verdict.blocked_until };
  }
  if (trained) after.last_day = outcome.day;
  const did = seen.sets.length > 0, rir = did ? lowest_rir(seen.sets) : before.last_rir ?? null;
  const last = did ? done_rung(outcome.prescribed) : before.last;
  if (last) after.last = last;
  if (rir !== null) after.last_rir = rir;
  const raised = did && climb.is_new(seen) ? outcome.day : before.raised;
  if (raised) after.raised = raised;
  if (recent.length) after.recent = recent;
  if (plateaus) after.plateaus = plateaus;
  if (amber) after.amber = amber;
  return after;
}

/**
 * Sessions at this load; after a step down it is no first exposure.
 * @param {Case} seen
 * @param {Verdict} verdict
 */
function exposures({ ladder: { rungs }, position: before }, { rung }) {
  if (same_load(rungs[rung], rungs[before.rung])) return before.exposures + 1;
  return rung < before.rung ? 1 : 0;
}

/** @param {Item} prescribed @returns {Rung} */
function done_rung(prescribed) {
  const keys = ["exercise", ...MEASURES, "load_g", "load", "band", "tempo"];
  const kept = Object.entries(prescribed).filter(([key]) => keys.includes(key));
  return /** @type {Rung} */ (Object.fromEntries(kept));
}

/** What else is worth knowing about a decision. @param {Case} seen @param {Verdict} verdict */
function remarks(seen, verdict) {
  /** @type {Reason[]} */
  const found = [];
  if (verdict.kept || !seen.sets.length) return found;
  const load_g = lowest(seen.sets, "strength");
  if (seen.heavier) found.push(because("heavier_honored", { load_g }));
  const side = weaker_side(seen);
  if (side) found.push(because("weaker_side", { side }));
  if (verdict.streak) found.push(because("over_once"));
  return found;
}

/** @param {Reason} reason @param {Outcome} outcome @returns {Reason} */
function with_entries(reason, { entries = [] }) {
  return entries.length ? { ...reason, entries } : reason;
}
