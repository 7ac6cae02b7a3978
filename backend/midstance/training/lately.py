"""What the last weeks of check-ins and plan changes say: the runner's usual, and what lasts."""

from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from midstance.training.day import add_days, days_between
from midstance.training.runner_values import Baseline, Checkin, PlanChange
from midstance.training.standing_values import Lately
from midstance.training.values import Policy

ITEMS = ("sleep", "fatigue", "stress")

Says = Callable[[str, Checkin], bool]


def lately(checkins: Mapping[str, Checkin], day: str, policy: Policy) -> Lately:
    """What `checkins`, by day, come to on `day`.

    What lasts is what check-ins in a row say, `day` with them: a check-in that says otherwise or a
    longer silence ends it. Without a check-in on `day` nothing is known to last.
    """
    return {
        "baseline": baseline_of(checkins, day, policy),
        "bad_days": bad_days(checkins, day, policy),
        "sore_long": sore_long(checkins, day, policy),
        "pain_long": pain_long(checkins, day, policy),
    }


def bad_days(checkins: Mapping[str, Checkin], day: str, policy: Policy) -> int:
    """The days in a row well above the usual of their own time, as many as make a light day."""
    numbers = policy["wellness"]

    def tired(on: str, checkin: Checkin) -> bool:
        return is_above(checkin, baseline_of(checkins, on, policy), numbers["light_sd"], policy)

    return min(len(_row(checkins, day, tired, policy)), int(numbers["light_days"]))


def sore_long(checkins: Mapping[str, Checkin], day: str, policy: Policy) -> list[str]:
    """The regions that are sore for longer than a good dose makes them."""
    numbers, now = policy["soreness"], checkins.get(day) or Checkin()

    def sore(region: str) -> Says:
        return lambda _, checkin: _answer(checkin, region, "soreness") >= numbers["lighter_from"]

    return [
        region
        for region in sorted(now.get("soreness") or {})
        if len(_row(checkins, day, sore(region), policy)) >= numbers["long_checkins"]
    ]


def pain_long(checkins: Mapping[str, Checkin], day: str, policy: Policy) -> list[str]:
    """The regions that hurt for longer than an app should watch."""
    numbers, now = policy["pain"], checkins.get(day) or Checkin()

    def hurts(region: str) -> Says:
        return lambda _, checkin: _pain(checkin, region) >= numbers["hold_from"]

    def is_long(region: str) -> bool:
        days = _row(checkins, day, hurts(region), policy)
        return bool(days) and days_between(days[-1], day) > numbers["long_days"]

    painful = {*(now.get("pain") or {}), *(now.get("pain_morning") or {})}
    return [region for region in sorted(painful) if is_long(region)]


def baseline_of(checkins: Mapping[str, Checkin], day: str, policy: Policy) -> Baseline:
    """The runner's usual in the days before `day`."""
    since = add_days(day, -policy["wellness"]["window_days"])
    return baseline([checkin for on, checkin in checkins.items() if since <= on < day])


def baseline(checkins: Sequence[Checkin]) -> Baseline:
    """The mean and sample deviation of the sums of sleep, fatigue and stress, to two decimals.

    Only check-ins with all three count.
    """
    sums = [total for checkin in checkins if (total := wellness_sum(checkin)) is not None]
    n, total, squares = len(sums), sum(sums), sum(each * each for each in sums)
    # Of whole numbers, so that the phone divides the same two and gets the same.
    spread = sqrt((n * squares - total * total) / (n * (n - 1))) if n > 1 else 0.0
    return {
        "mean": _hundredths(total / n) if n else 0.0,
        "sd": _hundredths(spread),
        "n": n,
    }


def is_above(checkin: Checkin, usual: Baseline | None, sd: float, policy: Policy) -> bool:
    """Whether the day's sum lies more than `sd` deviations above a usual that is known."""
    numbers, total = policy["wellness"], wellness_sum(checkin)
    if total is None or usual is None or usual["n"] < numbers["min_entries"]:
        return False
    limit: float = usual["mean"] + sd * max(usual["sd"], numbers["sd_floor"])
    return total > limit


def wellness_sum(checkin: Checkin) -> int | None:
    values = [checkin.get(item) for item in ITEMS]
    return sum(v for v in values if isinstance(v, int)) if None not in values else None


def niggles(changes: Sequence[PlanChange], day: str) -> list[str]:
    """The regions that the runner takes care of on `day`."""
    found = {
        change["region"]
        for change in active(changes, day)
        if change["change"] == "niggle" and "region" in change
    }
    return sorted(found)


def active(changes: Sequence[PlanChange], day: str) -> list[PlanChange]:
    """The changes that hold on `day`: begun, and without an end or not past it."""
    return [c for c in changes if c["from"] <= day <= (c.get("to") or day)]


def _row(checkins: Mapping[str, Checkin], day: str, says: Says, policy: Policy) -> list[str]:
    """The days of the check-ins in a row that say it, newest first, beginning with `day`."""
    gap_days: int = policy["wellness"]["row_gap_days"]
    row: list[str] = []
    for on in sorted((on for on in checkins if on <= day), reverse=True):
        before = add_days(row[-1], -gap_days) if row else day
        if on < before or not says(on, checkins[on]):
            break
        row.append(on)
    return row


def _pain(checkin: Checkin, region: str) -> float:
    return max(_answer(checkin, region, "pain"), _answer(checkin, region, "pain_morning"))


def _answer(checkin: Checkin, region: str, key: str) -> float:
    by_region = checkin.get(key)
    return (by_region.get(region) or 0) if isinstance(by_region, dict) else 0


def _hundredths(value: float) -> float:
    return int(value * 100 + 0.5) / 100
