"""Which session comes next: queues that a missed day neither skips nor doubles."""

from collections import Counter
from dataclasses import dataclass
from typing import cast

from midstance.training.day import add_days, days_between, monday, weekday
from midstance.training.plan_values import Next, Plan, PlanItem
from midstance.training.runner_values import Done
from midstance.training.values import Policy, Reason

HOURS_A_DAY = 24
DAYS_TO_LOOK = 28


@dataclass(frozen=True)
class Head:
    """The first of a queue and the day `on` which it may come.

    It waits until `rested`, as the sessions before ask for `gap_h` hours, and for the end of a week
    that is `full`.
    """

    item: PlanItem
    on: str
    rested: str
    gap_h: int
    full: set[str]


def next_session(plan: Plan, done: list[Done], day: str, policy: Policy) -> Next:
    """What `day` is: a session, rest, done or, with an empty plan, none.

    `done` are the recent sessions, newest last; those the plan has counted stay out of the queue.
    With rest the session is the next one, for a runner who wants it earlier. Strength and light
    sessions wait for themselves only: a day closed for one may be the other's.
    """
    new = [one for one in done if one["session"] not in plan["counted"]]
    queue = pending(plan["sessions"], new, plan["turns"])
    trained_today = any(one["day"] == day for one in done)
    shut = plan["closed_light"].get(day)
    if not queue:
        if trained_today:
            return {"kind": "done", "reasons": [{"rule": "done_today"}]}
        return {"kind": "rest" if shut else "none", "reasons": [{"rule": shut or "plan_empty"}]}
    head = _head(plan, queue, done, day, policy)
    item = head.item
    answer: Next = {"kind": "rest", "session": item, "next_day": head.on, "reasons": []}
    if trained_today:
        answer["kind"], answer["reasons"] = "done", [{"rule": "done_today"}]
    elif head.on == day:
        answer["kind"], answer["reasons"] = "session", [_due(item, day), *item["reasons"]]
    elif shut:
        answer["reasons"] = [{"rule": shut}]
    elif day < item["day"]:
        answer["reasons"] = [{"rule": "rest_planned"}]
    elif day < head.rested:
        answer["reasons"] = [{"rule": "rest_gap", "values": {"hours": head.gap_h}}]
    elif monday(day) in head.full:
        answer["reasons"] = [{"rule": "rest_full"}]
    else:
        answer["reasons"] = [{"rule": plan["closed"].get(day, "rest_closed")}]
    return answer


def pending(queue: list[PlanItem], done: list[Done], turns: list[list[str]]) -> list[PlanItem]:
    """The queue without what was done.

    Each session takes out the first item with its template, looked for one turn ahead among the
    templates it takes turns with, so that two swapped sessions both count and an extra one takes
    nothing.
    """
    left = list(queue)
    for one in done:
        turn = next((each for each in turns if one["template"] in each), [])
        ahead = [item for item in left if item["template"] in turn][: len(turn)]
        found = next((item for item in ahead if item["template"] == one["template"]), None)
        if found:
            left.remove(found)
    return left


def _head(plan: Plan, queue: list[PlanItem], done: list[Done], day: str, policy: Policy) -> Head:
    """Of the first of each turn the one that may come first.

    Strength turns come first in `turns` and win a day that both could have.
    """
    trained_today = any(one["day"] == day for one in done)
    found: list[Head] = []
    for turn in plan["turns"]:
        item = next((each for each in queue if each["template"] in turn), None)
        if item:
            rested, gap_h = _rested(plan, item, done, policy)
            earliest = max(item["day"], rested, add_days(day, 1) if trained_today else day)
            full = _full_weeks(plan, item, done)
            found.append(Head(item, _open_day(plan, item, earliest, full), rested, gap_h, full))
    return min(found, key=lambda head: head.on)


def _rested(plan: Plan, head: PlanItem, done: list[Done], policy: Policy) -> tuple[str, int]:
    """The first day that the sessions before leave free for `head`, and the hours they ask for."""
    day, hours = "", 0
    for one in done:
        both = one["heavy"] and head["heavy"]
        light_gap_h: int = policy["plan"]["light_gap_h"]
        gap_h = plan["gaps"].get(one["template"], light_gap_h) if both else light_gap_h
        free = add_days(one["day"], max(1, gap_h // HOURS_A_DAY))
        if free > day:
            day, hours = free, gap_h
    return day, hours


def _full_weeks(plan: Plan, head: PlanItem, done: list[Done]) -> set[str]:
    """The weeks that have all their sessions of the kind, so that made-up ones never pile up."""
    if "race" in head["ease"]:
        return set()
    weeks = Counter(monday(one["day"]) for one in done if one["heavy"] == head["heavy"])
    most = plan["per_week"]["strength" if head["heavy"] else "light"]
    return {week for week, sessions in weeks.items() if sessions >= most}


def _open_day(plan: Plan, head: PlanItem, earliest: str, full: set[str]) -> str:
    """The first day from `earliest` on that takes `head`.

    A race or a key run closes days, and those of a `full` week are taken.
    """
    heavy = head["heavy"]
    closed, moves = (
        (plan["closed"], plan["open"]) if heavy else (plan["closed_light"], plan["open_light"])
    )
    days = [add_days(earliest, ahead) for ahead in range(DAYS_TO_LOOK)]
    free = [d for d in days if d not in closed and monday(d) not in full]
    fitting = [d for d in free if d == head["day"] or weekday(d) in moves]
    return next(iter([*fitting, *free, earliest]))


def _due(head: PlanItem, day: str) -> Reason:
    late = days_between(head["day"], day)
    values = {"days": late}
    return cast(Reason, {"rule": "late", "values": values} if late > 0 else {"rule": "due"})
