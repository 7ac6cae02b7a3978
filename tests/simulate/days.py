"""On which days there is a session: apart, clear of key runs, races and illness, lighter weeks."""

from collections.abc import Iterator
from itertools import pairwise

from midstance.simulate.life import Life
from midstance.training.day import add_days, days_between, monday, weekday
from tests.simulate.lives import Check, heavy_sessions, sessions


def two_days_apart(life: Life) -> Iterator[Check]:
    for (one, _), (other, _) in pairwise(heavy_sessions(life)):
        apart = days_between(one.day, other.day)
        yield other.day, f"heavy legs {apart} day after {one.day}" if apart < 2 else None


def clear_of_key_runs(life: Life) -> Iterator[Check]:
    """Not on the long run's day nor the day before a key run, where any weekday is left."""
    profile = life.runner.profile
    long_run = profile.get("long_run_day")
    key = {*(profile.get("quality_days") or []), long_run}
    clear = [d for d in range(1, 8) if d != long_run and d % 7 + 1 not in key]
    for day, _ in heavy_sessions(life):
        on = weekday(day.day)
        wrong = on == long_run or (bool(clear) and on not in clear)
        yield day.day, f"heavy legs on weekday {on}, key runs on {key}" if wrong else None


def race_and_illness(life: Life) -> Iterator[Check]:
    """Nothing three days before a race, nothing heavy in its week, nothing while ill or away."""
    race = life.runner.profile.get("race_day")
    off = [c for c in life.journal.changes if c["change"] in ("illness", "away")]
    for day, done in sessions(life):
        wrong = None
        if race:
            left = days_between(day.day, race)
            if 0 <= left <= 3:
                wrong = f"a session {left} days before the race"
            elif 0 <= left < 7 and done.item["heavy"]:
                wrong = f"a heavy session {left} days before the race"
        for change in off:
            if change["from"] <= day.day <= change["to"] and day.synced:
                wrong = f"a session in spite of {change['change']} from {change['from']}"
        yield day.day, wrong


def lighter_weeks(life: Life) -> Iterator[Check]:
    """A lighter week or one without heavy legs among any six, never two deloads in a row.

    A light session that is done late may be one of the week that it was planned for.
    """
    heavy = heavy_sessions(life)
    eased = {monday(day.day): set[str]() for day, _ in heavy}
    for day, done in heavy:
        eased[monday(day.day)] |= set(done.item["ease"]) - {"no_new", "spike"}
    full, week = 0, min(eased, default="")
    while eased and week <= max(eased):
        full = full + 1 if week in eased and not eased[week] else 0
        yield week, f"{full} full weeks in a row" if full >= 6 else None
        week = add_days(week, 7)
    for one, other in pairwise(_lighter(life)):
        close = days_between(one, other) <= 7
        yield other, "two lighter weeks in a row" if close else None


def _lighter(life: Life) -> list[str]:
    """The lighter weeks, as few as hold each light session by its planned day or its real one."""
    spans = [
        (monday(day.day), monday(done.item["day"]))
        for day, done in heavy_sessions(life)
        if "deload" in done.item["ease"]
    ]
    weeks: list[str] = []
    for real, planned in sorted(spans):
        if not weeks or weeks[-1] < planned:
            weeks.append(real)
    return weeks
