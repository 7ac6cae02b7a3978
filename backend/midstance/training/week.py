"""How often a week and on which weekdays: every choice of days is priced, the cheapest wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from midstance.training.program_values import Program, Stage
from midstance.training.runner_values import Profile
from midstance.training.values import Policy, Reason

WEEK = range(1, 8)
Days = tuple[int, ...]


@dataclass(frozen=True)
class Week:
    """Weekdays (1-7) for strength and light sessions, those each may move to, and why.

    `wanted` are the sessions that suit the runner, where the running week leaves room for fewer.
    """

    strength: Days
    light: Days
    open: list[int]
    open_light: list[int]
    why: dict[int, Reason]
    wanted: int


def per_week(profile: Profile, program: Program, stage: Stage, policy: Policy) -> tuple[int, int]:
    """Strength and light sessions a week: by experience, distance run, minutes, and the stage's."""
    kinds = {t["kind"] for t in program["templates"] if t["slug"] in stage["templates"]}
    numbers, span = policy["plan"], stage["per_week"]
    if "strength" not in kinds:
        wanted: int = numbers["light"][profile["experience"]]
        return 0, max(span["min"], min(wanted, span["max"]))
    band = next(b for b in numbers["by_distance"] if profile["weekly_distance_m"] < b["below_m"])
    short = profile.get("minutes", numbers["short_min"]) < numbers["short_min"]
    wanted = numbers["strength"][profile["experience"]] + (1 if short else 0)
    strength: int = min(wanted, band["strength"], span["max"])
    light: int = min(band["light"], span["max"] - strength) if "light" in kinds else 0
    return strength, light


def choose_week(profile: Profile, program: Program, stage: Stage, policy: Policy) -> Week:
    """The cheapest weekdays for both kinds of sessions together.

    Heavy sessions lie 48 hours apart and from the next key run, and a full day of rest stays where
    the runs leave one. Where not all fit so, there are fewer; one is always there, on the best of
    the days before a key run if there is no other.
    """
    strength, light = per_week(profile, program, stage, policy)
    for count in range(strength, 0 if strength else -1, -1):
        choices = [c for c in _choices(profile, count, light, policy) if _rests(profile, c)]
        if choices:
            return _week(profile, choices, strength + light, policy)
    choices = list(_choices(profile, min(1, strength), light, policy))
    if not choices:
        days = (day for day in WEEK if day != profile.get("long_run_day"))
        choices = [((day,), days_l) for day in days for days_l in _light(light, (day,))]
        choices = [c for c in choices if _rests(profile, c)] or choices
    return _week(profile, choices, strength + light, policy)


def keeps_clear(day: int, profile: Profile) -> bool:
    """Whether heavy legs on that weekday stay off the long run and 48 hours before a key run."""
    return day != profile.get("long_run_day") and _next(day) not in _key(profile)


def _choices(
    profile: Profile, strength: int, light: int, policy: Policy
) -> Iterator[tuple[Days, Days]]:
    """All ways to lay so many sessions of each kind that keep heavy legs clear and apart."""
    allowed = [day for day in WEEK if keeps_clear(day, profile)]
    for heavy in combinations(allowed, strength):
        if min(_gaps(heavy), default=7) >= policy["week"]["gap_days"]:
            for rest in _light(light, heavy):
                yield heavy, rest


def _light(count: int, heavy: Days) -> Iterator[Days]:
    return combinations([day for day in WEEK if day not in heavy], count)


def _rests(profile: Profile, choice: tuple[Days, Days]) -> bool:
    """Whether a day without run and session stays, or the runs leave none anyway."""
    free = set(WEEK) - set(profile["run_days"])
    return not free or bool(free - {*choice[0], *choice[1]})


def _week(profile: Profile, choices: list[tuple[Days, Days]], wanted: int, policy: Policy) -> Week:
    """The week of the cheapest choice; equal prices go to earlier days."""
    heavy, light = min(choices, key=lambda c: (_price(c, profile, policy), c))
    moves = {day for day in WEEK if keeps_clear(day, profile)}
    return Week(
        heavy,
        light,
        sorted(moves | set(heavy)),
        list(WEEK),
        {**{day: {"rule": "day_light"} for day in light}, **{d: _why(d, profile) for d in heavy}},
        wanted,
    )


def _price(choice: tuple[Days, Days], profile: Profile, policy: Policy) -> float:
    """What the choice costs: its days, and how unevenly each kind and both together lie."""
    heavy, light = choice
    costs = policy["week"]
    price = sum(_heavy_price(day, profile, policy) for day in heavy)
    price += sum(_light_price(day, profile, policy) for day in light)
    kinds = [heavy, tuple(sorted((*heavy, *light)))] if heavy and light else [heavy or light]
    for days in kinds:
        price += sum(costs["uneven"] * abs(gap - 7 / len(days)) for gap in _gaps(days))
    return price


def _heavy_price(day: int, profile: Profile, policy: Policy) -> float:
    costs, price = policy["week"], 0.0
    if _next(day) == profile.get("long_run_day"):
        price += costs["long_run_eve"]
    if _next(day) in (profile.get("quality_days") or []):
        price += costs["quality_eve"]
    if day in (profile.get("quality_days") or []):
        return price + float(costs["quality_day"])
    return price + float(costs["easy_day" if day in profile["run_days"] else "rest_day"])


def _light_price(day: int, profile: Profile, policy: Policy) -> float:
    costs = policy["week"]
    price = costs["light_long_run_day"] if day == profile.get("long_run_day") else 0
    return float(price + (costs["light_key_eve"] if _next(day) in _key(profile) else 0))


def _why(day: int, profile: Profile) -> Reason:
    if not keeps_clear(day, profile):
        return {"rule": "day_before_key"}
    if day in (profile.get("quality_days") or []):
        return {"rule": "day_quality"}
    return {"rule": "day_easy" if day in profile["run_days"] else "day_rest"}


def _gaps(days: Days) -> list[int]:
    """Days from each session to the next, around the week."""
    return [(b - a - 1) % 7 + 1 for a, b in zip(days, [*days[1:], *days[:1]], strict=True)]


def _key(profile: Profile) -> set[int | None]:
    """The weekdays of key runs: quality and long."""
    return {*(profile.get("quality_days") or []), profile.get("long_run_day")}


def _next(day: int) -> int:
    return day % 7 + 1
