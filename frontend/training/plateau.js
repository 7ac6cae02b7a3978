/** Plateaus: whether the last whole sessions in a slot brought a gain, and what to do if not. */

import { too_few } from "./adherence.js";
import { because, lowest_rir } from "./case.js";
import { one_rep_g } from "./epley.js";
import { days_between } from "./next_session.js";
import { compared, has_one_rep, lighter, load_below, measure } from "./rungs.js";

/** @import {Case, Exposure, Ladder, Memory, Policy, Reason, Verdict} from "./values.d.ts" */

const FIXES = [
  "plateau_recovery", "plateau_lighter", "plateau_range", "plateau_variation", "plateau_volume",
];

/**
 * The verdict and what is remembered after it; some plateaus make the verdict lighter. Only
 * sessions that were whole count, nobody who climbs or stands at the top is stuck, and whoever left
 * out too much of the plan has no plateau but sessions to catch up with.
 * @param {Case} seen
 * @param {Verdict} verdict
 * @returns {[Verdict, Memory]}
 */
export function look_back(seen, verdict) {
  const { position: before, policy, ladder } = seen, numbers = policy.plateau;
  const last = exposure(seen, verdict), until_now = before.plateaus ?? 0;
  if (!last) {
    return [verdict, { recent: before.recent ?? [], plateaus: until_now, remarks: [] }];
  }
  const known = comparable(seen);
  const recent = [...known, last].slice(-numbers.remembered);
  const plateaus = known.length && !gain(recent[0], recent.slice(-1), policy) ? until_now : 0;
  if (verdict.rung > before.rung || verdict.reason.rule === "top") {
    return [verdict, { recent, plateaus, remarks: [] }];
  }
  const still = flat(recent, policy);
  if (!still.length) return [verdict, { recent, plateaus, remarks: early(recent, policy) }];
  const { day: since } = still[0], { day } = last;
  const values = { sessions: still.length, days: days_between(since, day) };
  const best = { ...last, value: Math.max(...still.map(({ value }) => value)) };
  const missed = too_few(seen.outcome.attendance, since, day, policy);
  if (missed) {
    const told = because("plateau_missed", { ...values, done: missed[0], planned: missed[1] });
    return [verdict, { recent: [best], plateaus, remarks: [told] }];
  }
  const told = because("plateau", values);
  const [rule, down] = fix(ladder, verdict.rung, plateaus, policy), reason = because(rule);
  const after = { recent: [best], plateaus: plateaus + 1, remarks: [told, reason] };
  if (down === verdict.rung || verdict.rung < seen.floor) return [verdict, after];
  const lowered = { ...verdict, rung: down, reason, streak: 0, misses: 0 };
  return [lowered, { ...after, remarks: [verdict.reason, told] }];
}

/**
 * What follows `named` plateaus, of what can be done at `rung`, and the rung it leads to.
 * @param {Ladder} ladder
 * @param {number} rung
 * @param {number} named
 * @param {Policy} policy
 * @returns {[string, number]}
 */
function fix(ladder, rung, named, { plateau: { down_least, down_most } }) {
  /** @type {Record<string, number>} */
  const moves = {
    plateau_lighter: lighter(ladder, rung, down_least, down_most),
    plateau_range: load_below(ladder, rung),
  };
  const fixes = FIXES.filter((rule) => moves[rule] !== rung);
  const rule = fixes[Math.min(named, fixes.length - 1)];
  return [rule, moves[rule] ?? rung];
}

/**
 * What the session says the runner can do; null when it was not whole, or light on purpose.
 * @param {Case} seen
 * @param {Verdict} verdict
 * @returns {Exposure|null}
 */
function exposure({ outcome: { prescribed, day }, sets, done }, verdict) {
  const whole = sets.length > 0 && done >= prescribed.sets && prescribed.eased === undefined;
  if (verdict.kept || verdict.mute || !whole || measure(prescribed) === "contacts") return null;
  const rir = lowest_rir(sets);
  let value = Math.max(...sets.map((s) => s.amount));
  if (has_one_rep(prescribed)) {
    const each = sets.map((s) => one_rep_g(s.strength, s.amount, s.rir ?? prescribed.rir));
    value = Math.floor(Math.max(...each) + 0.5);
  }
  const shown = { day, of: compared(prescribed), value };
  return rir === null ? shown : { ...shown, rir };
}

/**
 * The sessions before that were with the same exercise and came without long gaps.
 * @param {Case} seen
 * @returns {Exposure[]}
 */
function comparable({ position: { recent = [] }, outcome: { prescribed: now, day }, policy }) {
  const last = recent[recent.length - 1];
  if (last?.of !== compared(now)) return [];
  return days_between(last.day, day) <= policy.plateau.gap_days ? recent : [];
}

/**
 * The fewest last sessions that are enough to tell and brought no gain; else nothing.
 * @param {Exposure[]} recent
 * @param {Policy} policy
 * @returns {Exposure[]}
 */
function flat(recent, policy) {
  const { exposures, days } = policy.plateau, end = recent[recent.length - 1];
  for (let begin = recent.length - exposures; begin >= 0; begin--) {
    const [base, ...since] = recent.slice(begin);
    const long = days_between(base.day, end.day) >= days;
    const easier = (end.rir ?? 0) > (base.rir ?? 0);
    if (long && !easier && !gain(base, since, policy)) return [base, ...since];
  }
  return [];
}

/**
 * A first word when the same costs more effort than before.
 * @param {Exposure[]} recent
 * @param {Policy} policy
 * @returns {Reason[]}
 */
function early(recent, policy) {
  const sessions = policy.plateau.early;
  if (recent.length <= sessions) return [];
  const base = recent[recent.length - sessions - 1], since = recent.slice(-sessions);
  const { rir } = since[since.length - 1];
  const harder = rir !== undefined && rir < (base.rir ?? 0);
  return harder && !gain(base, since, policy) ? [because("plateau_early", { sessions })] : [];
}

/** @param {Exposure} base @param {Exposure[]} since @param {Policy} policy */
function gain(base, since, policy) {
  const beaten = base.value * (1 + policy.plateau.within);
  return since.some(({ value }) => value > beaten);
}
