/** Which session comes next: queues that a missed day neither skips nor doubles. */

/** @import {Done, Next, Plan, PlanItem, Policy, Reason} from "./values.d.ts" */
/** @typedef {{item: PlanItem, on: string, rested: string, gap_h: number, full: Set<string>}} Head */

const HOURS_A_DAY = 24;
const DAYS_TO_LOOK = 28;
const DAY_MS = 86_400_000;

/**
 * What `day` is: a session, rest, done or, with an empty plan, none. `done` are the recent
 * sessions, newest last; those the plan has counted stay out of the queue. Strength and light
 * sessions wait for themselves only: a day closed for one may be the other's.
 * @param {Plan} plan
 * @param {Done[]} done
 * @param {string} day
 * @param {Policy} policy
 * @returns {Next}
 */
export function next_session(plan, done, day, policy) {
  const fresh = done.filter((one) => !plan.counted.includes(one.session));
  const queue = pending(plan.sessions, fresh, plan.turns);
  const trained_today = done.some((one) => one.day === day);
  const shut = plan.closed_light[day];
  if (!queue.length) {
    if (trained_today) return { kind: "done", reasons: [{ rule: "done_today" }] };
    return { kind: shut ? "rest" : "none", reasons: [{ rule: shut ?? "plan_empty" }] };
  }
  const head = head_of(plan, queue, done, day, policy);
  /** @type {Next} */
  const answer = { kind: "rest", session: head.item, next_day: head.on, reasons: [] };
  if (trained_today) {
    answer.kind = "done";
    answer.reasons = [{ rule: "done_today" }];
  } else if (head.on === day) {
    answer.kind = "session";
    answer.reasons = [due(head.item, day), ...head.item.reasons];
  } else if (shut) {
    answer.reasons = [{ rule: shut }];
  } else if (day < head.item.day) {
    answer.reasons = [{ rule: "rest_planned" }];
  } else if (day < head.rested) {
    answer.reasons = [{ rule: "rest_gap", values: { hours: head.gap_h } }];
  } else if (head.full.has(monday(day))) {
    answer.reasons = [{ rule: "rest_full" }];
  } else {
    answer.reasons = [{ rule: plan.closed[day] ?? "rest_closed" }];
  }
  return answer;
}

/**
 * The queue without what was done: each session takes out the first item with its template, looked
 * for one turn ahead among the templates it takes turns with.
 * @param {PlanItem[]} queue
 * @param {Done[]} done
 * @param {string[][]} turns
 */
export function pending(queue, done, turns) {
  const left = [...queue];
  for (const { template } of done) {
    const turn = turns.find((each) => each.includes(template)) ?? [];
    const ahead = left.filter((item) => turn.includes(item.template)).slice(0, turn.length);
    const found = ahead.find((item) => item.template === template);
    if (found) left.splice(left.indexOf(found), 1);
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
 * Of the first of each turn the one that may come first. Strength turns come first in `turns` and
 * win a day that both could have.
 * @param {Plan} plan
 * @param {PlanItem[]} queue
 * @param {Done[]} done
 * @param {string} day
 * @param {Policy} policy
 */
function head_of(plan, queue, done, day, policy) {
  const trained_today = done.some((one) => one.day === day);
  /** @type {Head[]} */
  const found = [];
  for (const turn of plan.turns) {
    const item = queue.find((each) => turn.includes(each.template));
    if (!item) continue;
    const [free, gap_h] = rested(plan, item, done, policy);
    const earliest = latest(item.day, free, trained_today ? add_days(day, 1) : day);
    const full = full_weeks(plan, item, done);
    found.push({ item, on: open_day(plan, item, earliest, full), rested: free, gap_h, full });
  }
  return found.reduce((first, each) => (each.on < first.on ? each : first));
}

/** The Monday that begins the week of `day`. @param {string} day */
function monday(day) {
  return add_days(day, 1 - weekday(day));
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
 * The weeks that have all their sessions of the kind, so that made-up ones never pile up.
 * @param {Plan} plan
 * @param {PlanItem} head
 * @param {Done[]} done
 */
function full_weeks(plan, head, done) {
  /** @type {Map<string, number>} */
  const weeks = new Map();
  if (head.ease.includes("race")) return new Set();
  for (const one of done) {
    if (one.heavy !== head.heavy) continue;
    weeks.set(monday(one.day), (weeks.get(monday(one.day)) ?? 0) + 1);
  }
  const most = plan.per_week[head.heavy ? "strength" : "light"];
  return new Set([...weeks.keys()].filter((week) => (weeks.get(week) ?? 0) >= most));
}

/**
 * The first day from `earliest` on that takes `head`; those of a `full` week are taken.
 * @param {Plan} plan
 * @param {PlanItem} head
 * @param {string} earliest
 * @param {Set<string>} full
 */
function open_day(plan, head, earliest, full) {
  const days = Array.from({ length: DAYS_TO_LOOK }, (_, ahead) => add_days(earliest, ahead));
  const [closed, moves] = head.heavy
    ? [plan.closed, plan.open]
    : [plan.closed_light, plan.open_light];
  const free = days.filter((d) => !(d in closed) && !full.has(monday(d)));
  const fitting = free.find((d) => d === head.day || moves.includes(weekday(d)));
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
