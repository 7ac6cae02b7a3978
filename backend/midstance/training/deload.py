"""Lighter weeks: in their turn, sooner when the runner is worn out, never two in a row."""

from bisect import bisect_left
from collections.abc import Collection, Mapping

from midstance.training.day import WEEK_DAYS, add_days, monday
from midstance.training.program_values import Stage
from midstance.training.runner_values import Done, Profile
from midstance.training.values import Policy


def deload_weeks(
    heavy: Collection[str],
    until: str,
    every: int,
    tired: Collection[str] = (),
    spared: Collection[str] = (),
    *,
    light: Mapping[str, bool] | None = None,
    today: str = "",
) -> dict[str, str]:
    """The lighter weeks up to `until` by their Mondays, each with its rule.

    `heavy` are the days of heavy sessions: the week that ends a run of `every` weeks with one is
    lighter, and one in which a day was `tired`. A week off and the `spared` weeks around a race
    break the run: rest taken is not prescribed again. What was done decides: a week with a `light`
    session is a lighter one, and one with others only and none to come is none. A phone that
    was long alone and late may have come to its lighter sessions later, or not yet; a light session
    in the week after a lighter one was still of that.
    """
    days = sorted(heavy)
    weeks = {monday(day) for day in days}
    early = {_week_of(day, days) for day in tired}
    was: dict[str, bool] = {}
    still_open = {monday(day) for day in days if day >= today and day not in (light or {})}
    for day, easy in (light or {}).items():
        if easy or monday(day) not in still_open:
            was[monday(day)] = easy or was.get(monday(day), False)
    found: dict[str, str] = {}
    week, run, rested = min(weeks, default=add_days(until, 1)), 0, False
    while week <= until:
        run = run + 1 if week in weeks and week not in spared else 0
        late = was.get(week) and add_days(week, -WEEK_DAYS) in found
        if week in was and not late:
            found |= {week: "deload"} if was[week] else {}
            run = 0 if was[week] else run
        elif run and run >= every:
            found[week], run = "deload", 0
        elif run and week in early and not rested:
            found[week], run = "deload_early", 0
        rested = week in found or week in spared
        week = add_days(week, WEEK_DAYS)
    return found


def since_lighter(sessions: list[Done], day: str) -> list[Done]:
    """The sessions from the last lighter week before that of `day` on: it ended what was before.

    Sure to be one is only a week after one that was none: of two, the second was the first one's.
    """
    since = ""
    for one in reversed(sessions):
        week, light = monday(one["day"]), one.get("light")
        if since and week < add_days(since, -WEEK_DAYS):
            break
        if light and week < monday(day):
            since = week
        elif since and week < since and one["heavy"] and light is None:
            since = ""
    return sessions[bisect_left(sessions, since, key=lambda one: one["day"]) :]


def deload_every(profile: Profile, stage: Stage, day: str, policy: Policy) -> int:
    """Every how many weeks; high mileage and masters as often as a novice, some stages more."""
    numbers = policy["deload"]
    born = profile.get("birth_year")
    masters = born is not None and int(day[:4]) - born >= numbers["masters_age"]
    often = masters or profile["weekly_distance_m"] >= numbers["high_distance_m"]
    usual: int = numbers["every_weeks"]["novice" if often else profile["experience"]]
    return min(usual, stage.get("deload_every_weeks", usual))


def _week_of(tired: str, days: list[str]) -> str:
    """The week that a tired day makes lighter: its own if it has a session left, else the next."""
    later = days[bisect_left(days, tired) :]
    next_week = add_days(monday(tired), WEEK_DAYS)
    return monday(tired) if later and later[0] < next_week else next_week
