"""How often a week and on which weekdays: every choice of days is priced, the cheapest wins."""

from dataclasses import dataclass
from itertools import combinations

from midstance.training.program_values import Stage
from midstance.training.values import Policy, Profile, Reason

WEEK = range(1, 8)


@dataclass(frozen=True)
class Week:
    """Weekdays (1-7) for sessions, those a late session may move to, and why each was chosen."""

    days: tuple[int, ...]
    open: list[int]
    why: dict[int, Reason]


def per_week(profile: Profile, stage: Stage, heavy: bool, policy: Policy) -> int:
    """Sessions a week, from experience, weekly distance and what the stage asks for."""
    numbers, most = policy["plan"], stage["per_week"]["max"]
    if not heavy:
        wanted: int = numbers["light"][profile["experience"]]
        return max(stage["per_week"]["min"], min(wanted, most))
    band = next(b for b in numbers["by_distance"] if profile["weekly_distance_m"] < b["below_m"])
    return int(min(numbers["strength"][profile["experience"]], band["strength"], most))


def choose_week(profile: Profile, stage: Stage, heavy: bool, policy: Policy) -> Week:
    """The cheapest weekdays; heavy sessions never lie on the day of the long run.

    Where all the sessions only fit with one right before a key run, it is one session less, as long
    as the stage allows it.
    """
    count = per_week(profile, stage, heavy, policy)
    week = _cheapest(profile, count, heavy, policy)
    while count > stage["per_week"]["min"] and _before_key_run(week):
        count -= 1
        week = _cheapest(profile, count, heavy, policy)
    return week


def _cheapest(profile: Profile, count: int, heavy: bool, policy: Policy) -> Week:
    """Heavy sessions keep their gap if that is possible at all; equal prices go to earlier days."""
    days = [d for d in WEEK if not heavy or d != profile.get("long_run_day")]
    gap = policy["week"]["gap_days"] if heavy else 1
    choices = list(combinations(days, count))
    spaced = [c for c in choices if min(_gaps(c)) >= gap]
    best = min(spaced or choices, key=lambda c: (_price(c, profile, heavy, policy), c))
    return Week(best, _open(best, profile, heavy), {d: _why(d, profile, heavy) for d in best})


def _before_key_run(week: Week) -> bool:
    return any(reason["rule"] == "day_before_key" for reason in week.why.values())


def _price(days: tuple[int, ...], profile: Profile, heavy: bool, policy: Policy) -> float:
    costs, even = policy["week"], 7 / len(days)
    price = sum(costs["uneven"] * abs(gap - even) for gap in _gaps(days))
    price += sum(_day_price(day, profile, heavy, policy) for day in days)
    free = [d for d in WEEK if d not in days and d not in profile["run_days"]]
    return float(price + (0 if free else costs["last_rest_day"]))


def _day_price(day: int, profile: Profile, heavy: bool, policy: Policy) -> float:
    costs = policy["week"]
    if not heavy:
        return float(costs["light_long_run_day"] if day == profile.get("long_run_day") else 0)
    price = 0.0
    if _next(day) == profile.get("long_run_day"):
        price += costs["long_run_eve"]
    if _next(day) in _quality(profile):
        price += costs["quality_eve"]
    if day in _quality(profile):
        return price + float(costs["quality_day"])
    return price + float(costs["easy_day" if day in profile["run_days"] else "rest_day"])


def _open(chosen: tuple[int, ...], profile: Profile, heavy: bool) -> list[int]:
    if not heavy:
        return list(WEEK)
    key = {*_quality(profile), profile.get("long_run_day")}
    good = {d for d in WEEK if d != profile.get("long_run_day") and _next(d) not in key}
    return sorted(good | set(chosen))


def _why(day: int, profile: Profile, heavy: bool) -> Reason:
    if not heavy:
        return {"rule": "day_light"}
    if _next(day) in {*_quality(profile), profile.get("long_run_day")}:
        return {"rule": "day_before_key"}
    if day in _quality(profile):
        return {"rule": "day_quality"}
    return {"rule": "day_easy" if day in profile["run_days"] else "day_rest"}


def _gaps(days: tuple[int, ...]) -> list[int]:
    """Days from each session to the next, around the week."""
    return [(b - a - 1) % 7 + 1 for a, b in zip(days, [*days[1:], days[0]], strict=True)]


def _next(day: int) -> int:
    return day % 7 + 1


def _quality(profile: Profile) -> list[int]:
    return profile.get("quality_days") or []
