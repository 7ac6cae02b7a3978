/** Sessions and their sets gathered by week, newest first, with what each week adds up to. Pure. */
import { addDays, weekday } from "../data/day.js";

/** @typedef {import("../data/types.d.ts").Record_} Record_ */
/**
 * @typedef {{record: string, day: string, name: string, place?: string, minutes: number | null,
 *   sets: number,
 *   rpe?: number, ended_early: boolean, open: boolean}} Past
 * @typedef {{monday: string, sessions: Past[], sets: number, minutes: number, tonnage_g: number}}
 *   Week
 */

/**
 * @param {Record_[]} sessions
 * @param {Record_[]} sets
 * @returns {Week[]} sessions without an end and without a set are left out
 */
export function weeks(sessions, sets) {
  /** @type {Map<string, Record_[]>} */
  const bySession = new Map();
  for (const set of sets) {
    const own = bySession.get(set.set.session) ?? [];
    own.push(set);
    bySession.set(set.set.session, own);
  }
  /** @type {Map<string, Week>} */
  const found = new Map();
  const newest = sessions.toSorted((a, b) => (b.set.started_at ?? 0) - (a.set.started_at ?? 0));
  for (const session of newest) {
    const own = bySession.get(session.record) ?? [];
    if (!session.set.ended_at && own.length === 0) continue;
    const monday = addDays(session.day, 1 - weekday(session.day));
    const week = found.get(monday) ?? { monday, sessions: [], sets: 0, minutes: 0, tonnage_g: 0 };
    const told = past(session, own);
    week.sessions.push(told);
    week.sets += told.sets;
    week.minutes += told.minutes ?? 0;
    week.tonnage_g += tonnage(own);
    found.set(monday, week);
  }
  return [...found.values()].sort((a, b) => a.monday < b.monday ? 1 : -1);
}

/** @param {Record_} session @param {Record_[]} own @returns {Past} */
function past({ record, day, set }, own) {
  const last = set.ended_at ?? Math.max(0, ...own.map((it) => it.set.ended_at ?? 0));
  const minutes = last && set.started_at
    ? Math.max(1, Math.round((last - set.started_at) / 60000))
    : null;
  return {
    record,
    day,
    name: set.workout ?? "Session",
    place: set.place,
    minutes,
    sets: setsOf(own),
    rpe: set.rpe,
    ended_early: !!set.ended_early,
    open: !set.ended_at,
  };
}

/** Sets as a runner counts them: both sides are one. @param {Record_[]} own */
export function setsOf(own) {
  return new Set(own.map(({ set }) => `${set.slot} ${set.exercise} ${set.index}`)).size;
}

/** What was lifted in all: reps times load, grams. @param {Record_[]} sets */
function tonnage(sets) {
  return sets.reduce((sum, { set }) => sum + (set.reps ?? 0) * (set.load_g ?? 0), 0);
}
