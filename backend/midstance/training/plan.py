"""The plan: the next sessions as queues, each with a suggested day and the reasons for it."""

from collections import Counter
from itertools import takewhile

from midstance.training.closed import Closed, closed_days
from midstance.training.day import add_days, monday, weekday
from midstance.training.laid import Calendar, Kind, lay
from midstance.training.lighter_days import Eased, lighter_days
from midstance.training.next_session import DAYS_TO_LOOK, HOURS_A_DAY
from midstance.training.plan_values import History, Plan, PlanItem, StageNow
from midstance.training.program_values import Program
from midstance.training.queues import Queues, gap_days, gaps_h, queues
from midstance.training.runner_values import Profile
from midstance.training.values import Policy, Reason
from midstance.training.week import Week, choose_week

WEEK_DAYS = 7


def plan(
    profile: Profile, program: Program, history: History, day: str, policy: Policy, *, now: StageNow
) -> Plan:
    """The plan from `day` on, for the stage the runner is in `now`.

    A stage is never left ahead of time: its sessions repeat until the gate is shown.
    """
    stage = next(each for each in program["stages"] if each["number"] == now["number"])
    sessions, days = history["sessions"], policy["plan"]["days"]
    week = choose_week(profile, program, stage, policy)
    upcoming = queues(program, stage, sessions, days)
    since, until = add_days(day, -WEEK_DAYS), add_days(day, days + DAYS_TO_LOOK)
    closed = closed_days(profile, history, since, until, policy)
    times = Counter(one["template"] for one in sessions)
    gaps = gaps_h(program, times)
    heavy = [one for one in sessions if one["heavy"]]
    gap_h = gaps.get(heavy[-1]["template"], policy["plan"]["light_gap_h"]) if heavy else 0
    laid = lay(
        Calendar(
            begin=profile["start_day"],
            since=now["since"],
            heavy=[one["day"] for one in heavy],
            light=[one["day"] for one in sessions if not one["heavy"]],
            free=add_days(heavy[-1]["day"], max(1, gap_h // HOURS_A_DAY)) if heavy else "",
            gap_days=gap_days(program, times, upcoming.strength),
            week=week,
            closed=closed,
            race=profile.get("race_day"),
            policy=policy,
        ),
        day,
        days,
    )
    lighter = lighter_days(profile, history, laid, policy, stage=stage, day=day)
    begun = max(monday(day), now["since"])
    of_late = takewhile(lambda one: one["day"] >= begun, reversed(sessions))
    trained = {monday(day) for one in of_late if one["template"] in stage["templates"]}
    eased_last = next((one["template"] for one in reversed(heavy) if one.get("light")), "")
    items = _items(laid, upcoming, week, lighter, eased_last, number=now["week"], trained=trained)
    if items and not sessions:
        items[0]["reasons"] = _first(items[0]["reasons"])
    return {
        "from": day,
        "days": days,
        "sessions": items,
        "per_week": {"strength": len(week.strength), "light": len(week.light)},
        "open": week.open,
        "open_light": week.open_light,
        "closed": closed.heavy,
        "closed_light": closed.light,
        "counted": [one["session"] for one in sessions],
        "gaps": gaps,
        "turns": upcoming.turns,
        "reasons": _reasons(week, closed, day, policy),
    }


def _items(
    laid: list[tuple[str, Kind]],
    upcoming: Queues,
    week: Week,
    lighter: list[list[Eased]],
    eased_last: str,
    *,
    number: int,
    trained: set[str],
) -> list[PlanItem]:
    """The queues on their days; the session of race week is a strength session made light.

    Where a week has one strength session alone, lighter weeks take turns too: with two templates
    every fourth week would always fall on `eased_last`, the one that the last lighter week had.
    `number` is that of this week in the stage, `trained` has this week if it was trained in.
    """
    strength, light = list(upcoming.strength), iter(upcoming.light)
    found: list[PlanItem] = []
    for (day, kind), eased in zip(laid, lighter, strict=True):
        from_light = kind == "light" or not upcoming.strength
        deload = any(ease == "deload" for ease, _ in eased) and len(week.strength) == 1
        if deload and not from_light:
            if strength[0]["template"] == eased_last:
                strength[:2] = reversed(strength[:2])
            eased_last = strength[0]["template"]
        item = next(light) if from_light else strength.pop(0)
        this_week = monday(day)
        reasons = [] if kind == "race" else [_day_reason(day, kind, week)]
        found.append(
            {
                **item,
                "day": day,
                "week": number + sum(each < this_week for each in trained),
                "ease": [ease for ease, _ in eased],
                "heavy": kind == "strength",
                "reasons": [*reasons, *(reason for _, reason in eased)],
            }
        )
        trained = trained | {this_week}
    return found


def _first(reasons: list[Reason]) -> list[Reason]:
    """A first session comes as soon as it may, so its day needs no other reason."""
    return [{"rule": "first_day"}, *(each for each in reasons if each["rule"] != "day_made_up")]


def _day_reason(day: str, kind: Kind, week: Week) -> Reason:
    own = week.strength if kind == "strength" else week.light
    return week.why[weekday(day)] if weekday(day) in own else {"rule": "day_made_up"}


def _reasons(week: Week, closed: Closed, day: str, policy: Policy) -> list[Reason]:
    """Why so many sessions a week, and what of the days ahead a race takes."""
    sessions, numbers = len(week.strength) + len(week.light), policy["plan"]
    reasons: list[Reason] = [{"rule": "per_week", "values": {"sessions": sessions}}]
    if sessions < week.wanted:
        values = {"sessions": sessions, "wanted": week.wanted}
        reasons = [{"rule": "fewer_days", "values": values}]
    until = add_days(day, numbers["days"])
    if any(rule == "rest_race" and day <= d < until for d, rule in closed.heavy.items()):
        last_days = {"days": numbers["race_last_heavy_days"] - 1}
        reasons.append({"rule": "race", "values": last_days})
    return reasons
