/** What today is, computed from the pack and from what this phone knows beyond it. */
import { attendance } from "../training/adherence.js";
import { advance } from "../training/advance.js";
import { weaker_side } from "../training/asymmetry.js";
import { lately, niggles } from "../training/lately.js";
import { next_session } from "../training/next_session.js";
import { closed_on } from "../training/opens.js";
import { outcomes } from "../training/outcome.js";
import { prescribe } from "../training/prescribe.js";
import { readiness as judge } from "../training/readiness.js";
import { begin } from "../training/rungs.js";
import { closing, holding } from "./changes.js";
import { addDays } from "./day.js";
import { due } from "./self_tests.js";

/** @typedef {import("./types.d.ts").Fields} Fields */
/** @typedef {import("./types.d.ts").Record_} Record_ */
/** @typedef {import("../training/values.d.ts").Checkin} Checkin */
/** @typedef {import("../training/values.d.ts").Done} Done */
/** @typedef {import("../training/values.d.ts").PlanChange} PlanChange */
/** @typedef {import("../training/values.d.ts").Positions} Positions */
/**
 * @typedef {object} Known
 * @property {any} pack
 * @property {string} day
 * @property {Fields | null} checkin today's
 * @property {Record_[]} sessions recent ones, whether the pack knows them or not
 * @property {Record_[]} sets of all sessions that the pack's positions do not know
 * @property {Record_[]} checkins of the same time
 * @property {Record_[]} [changes] of the plan, by the runner
 * @property {Record_[]} [assessments] of the last weeks
 * @property {"home" | "gym"} place
 * @property {number} [minutes]
 */

const MINUTES = 30;

/**
 * Online and offline alike: the pack's positions moved by what was trained since, then the queue,
 * the check-in and the workout. On a rest day the workout is the next one, for whoever wants it.
 *
 * A niggle, an illness and days away count from the moment they are said, and weeks off close jumps
 * again. Stages and the weaker side are the pack's: what is tested or decided here changes them at
 * the next sync, when all phones' tests are together.
 * @param {Known} known
 */
export function today(known) {
  const { pack, day, checkin, sessions, sets, checkins, place, minutes } = known;
  const { changes = [], assessments = [] } = known;
  const { policy, plan, templates } = pack;
  const since = sessions
    .filter(({ record, set }) => set.ended_at !== undefined && !pack.folded.includes(record))
    .sort((a, b) => a.set.ended_at - b.set.ended_at || (a.record < b.record ? -1 : 1));
  const folded = new Set(pack.folded);
  const days = pack.done.flatMap((/** @type {Done} */ one) => folded.has(one.session) ? one.day : []);
  let { positions } = pack;
  for (const session of since) {
    positions = move(positions, session, { sets, checkins, days, pack });
    days.push(session.day);
  }
  const done = [...pack.done, ...doneSince(pack, since)];
  const next = next_session(closing(plan, changes, policy), done, day, policy);
  const { baseline, ...lasting } = lately(byDay(checkins, day, checkin), day, policy);
  const resting = niggles(changes.map(planChange), day);
  const readiness = judge(checkin, baseline, policy, { ...lasting, niggles: resting });
  const kind = readiness.level === "stop" ? "stop" : next.kind;
  const template = templates[next.session?.template ?? ""];
  const trains = (kind === "session" || kind === "rest") && template;
  return {
    day,
    kind,
    next,
    readiness,
    positions,
    done,
    per_week: plan.per_week.strength + plan.per_week.light,
    levels_above: pack.levels_above,
    off: holding(changes, day),
    tests_due: due(pack, assessments).length,
    reasons: kind === "stop" ? readiness.reasons : next.reasons,
    workout: !trains ? null : prescribe({
      template,
      program_slots: pack.slots,
      ladders: pack.ladders,
      positions,
      exercises: pack.exercises,
      place,
      minutes: minutes ?? MINUTES,
      ease: next.session?.ease ?? [],
      closed: closed_on(pack.closed, pack.closed_by_rest ?? {}, done, day, policy, pack.day),
      asymmetry: weaker_side(pack.symmetry, day),
      readiness,
      policy,
      day,
    }),
  };
}

/**
 * The positions after one more session, as `positions.apply` has them on the server.
 * @param {Positions} positions
 * @param {Record_} session
 * @param {{sets: Record_[], checkins: Record_[], days: string[], pack: any}} known `days` are those
 *   of the sessions before
 * @returns {Positions}
 */
function move(positions, { record, day, set }, { sets, checkins, days, pack }) {
  const { place, items, per_week } = set;
  const happened = outcomes({
    items: items ?? [],
    sets: sets.filter(({ set }) => set.session === record).map(logged).sort(inTime),
    day,
    checkin: checkinOf(checkins, day),
    morning: checkinOf(checkins, addDays(day, 1)),
    attendance: attendance(per_week, days, day, pack.policy),
  });
  const after = { ...positions };
  for (const [slot, outcome] of Object.entries(happened)) {
    const at = outcome.prescribed.place ?? place;
    const ladder = pack.ladders[slot]?.[at];
    if (!ladder) continue;
    const before = after[slot]?.[at] ?? begin(ladder, outcome.prescribed);
    const { position } = advance(before, outcome, ladder, pack.policy);
    after[slot] = { ...after[slot], [at]: position };
  }
  return after;
}

/** @param {Record_} one @returns {any} */
function logged({ set, record }) {
  return { side: "both", index: 1, ...set, record };
}

/** @param {any} a @param {any} b */
function inTime(a, b) {
  return (a.started_at ?? 0) - (b.started_at ?? 0) || a.index - b.index ||
    (a.record < b.record ? -1 : 1);
}

/** Of these those that the pack does not list. @param {any} pack @param {Record_[]} since */
function doneSince(pack, since) {
  const listed = new Set(pack.done.map((/** @type {Done} */ one) => one.session));
  return since.filter(({ record }) => !listed.has(record)).map(({ record, day, set }) => ({
    session: record,
    template: set.template,
    day,
    ended_at: set.ended_at,
    heavy: pack.templates[set.template]?.kind === "strength",
    place: set.place,
  }));
}

/**
 * Check-ins by day; today's is the one on the screen.
 * @param {Record_[]} checkins
 * @param {string} day
 * @param {Fields | null} today
 * @returns {Record<string, Checkin>}
 */
function byDay(checkins, day, today) {
  const written = [...checkins].sort((a, b) => a.at < b.at ? -1 : 1);
  const days = Object.fromEntries(written.map((one) => [one.day, one.set]));
  return today ? { ...days, [day]: today } : days;
}

/** Without a first day it holds from the day it was said. @param {Record_} one @returns {PlanChange} */
function planChange({ record, day, set }) {
  return { change: "", from: day, record, ...set };
}

/**
 * Two phones may have made one each; the one written last counts.
 * @param {Record_[]} checkins
 * @param {string} day
 */
function checkinOf(checkins, day) {
  const [latest] = checkins.filter((one) => one.day === day).sort((a, b) => a.at < b.at ? 1 : -1);
  return latest?.set ?? null;
}
