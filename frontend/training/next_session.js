/** Which session comes next: a queue that a missed day neither skips nor doubles. */

/** @import {Done, Next, Plan, PlanItem, Policy, Reason} from "./values.d.ts" */

const HOURS_A_DAY = 24;
const DAYS_TO_LOOK = 28;
const DAY_MS = 86_400_000;

/**
 * What `day` is: a session, rest, done or, with an empty plan, none. `done` are the recent
 * sessions, newest last; those the plan has counted stay out of the queue.
 * @param {Plan} plan
 * @param {Done[]} done
 * @param {string} day
 * @param {Policy} policy
 * @returns {Next}
 */
export function next_session(plan, done, day, policy) {
  const fresh = done.filter((one) => !plan.counted.includes(one.session));
  const [head] = pending(plan.sessions, fresh, plan.turns[0].length);
  const trained_today = done.some((one) => one.day === day);
  if (!head) {
    if (trained_today) return { kind: "done", reasons: [{ rule: "done_today" }] };
    return { kind: "none", reasons: [{ rule: "plan_empty" }] };
  }
  const [free, gap_h] = rested(plan, head, done, policy);
  const earliest = latest(head.day, free, trained_today ? add_days(day, 1) : day);
  const on = open_day(plan, head, earliest);
  /** @type {Next} */
  const answer = { kind: "rest", session: head, next_day: on, reasons: [] };
  if (trained_today) {
    answer.kind = "done";
    answer.reasons = [{ rule: "done_today" }];
  } else if (on === day) {
    answer.kind = "session";
    answer.reasons = [due(head, day), ...head.reasons];
  } else if (day < head.day) {
    answer.reasons = [{ rule: "rest_planned" }];
  } else if (day < free) {
    answer.reasons = [{ rule: "rest_gap", values: { hours: gap_h } }];
  } else {
    answer.reasons = [{ rule: "rest_closed" }];
  }
  return answer;
}

/**
 * The queue without what was done: each session takes out the first item with its template, looked
 * for `turn` items ahead.
 * @param {PlanItem[]} queue
 * @param {Done[]} done
 * @param {number} turn
 */
export function pending(queue, done, turn) {
  const left = [...queue];
  for (const one of done) {
    const found = left.slice(0, turn).findIndex((item) => item.template === one.template);
    if (found >= 0) left.splice(found, 1);
  }
  return left;
}

/** @param {string} day @param {number} days @returns {string} */
export function add_days(day, days) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Days from `earlier` to `later`; negative the other way round.
 * @param {string} earlier
 * @param {string} later
 */
export function days_between(earlier, later) {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}

/** ISO weekday: Monday 1 to Sunday 7. @param {string} day */
export function weekday(day) {
  return new Date(day).getUTCDay() || 7;
}

/**
 * The first day that the sessions before leave free for `head`, and the hours they ask for.
 * @param {Plan} plan
 * @param {PlanItem} head
 * @param {Done[]} done
 * @param {Policy} policy
 * @returns {[string, number]}
 */
function rested(plan, head, done, policy) {
  let day = "", hours = 0;
  for (const one of done) {
    const both = one.heavy && head.heavy;
    const { light_gap_h } = policy.plan;
    const gap_h = both ? plan.gaps[one.template] ?? light_gap_h : light_gap_h;
    const free = add_days(one.day, Math.max(1, Math.floor(gap_h / HOURS_A_DAY)));
    if (free > day) [day, hours] = [free, gap_h];
  }
  return [day, hours];
}

/**
 * The first day from `earliest` on that takes `head`.
 * @param {Plan} plan
 * @param {PlanItem} head
 * @param {string} earliest
 */
function open_day(plan, head, earliest) {
  const days = Array.from({ length: DAYS_TO_LOOK }, (_, ahead) => add_days(earliest, ahead));
  const free = days.filter((d) => !(d in plan.closed));
  const fitting = free.find((d) => d === head.day || plan.open.includes(weekday(d)));
  return fitting ?? free[0] ?? earliest;
}

/** @param {PlanItem} head @param {string} day @returns {Reason} */
function due(head, day) {
  const late = days_between(head.day, day);
  return late > 0 ? { rule: "late", values: { days: late } } : { rule: "due" };
}

/** @param {string[]} days */
function latest(...days) {
  return days.reduce((a, b) => (a > b ? a : b));
}
