"""The weeks around a race: its last heavy days, its light ones, days off after it, the way back."""

from midstance.training.day import add_days, monday
from midstance.training.runner_values import Profile
from midstance.training.values import Policy


def last_heavy_days(race: str | None, policy: Policy) -> list[str]:
    """The days before a race among which its last heavy session lies."""
    numbers = policy["plan"]
    first, last = numbers["race_first_last_heavy_days"], numbers["race_last_heavy_days"]
    return [add_days(race, -days) for days in range(first, last - 1, -1)] if race else []


def race_days(race: str | None, policy: Policy) -> list[str]:
    """The days of race week before the race, the last one first: at most one light session."""
    before: int = policy["plan"]["race_last_heavy_days"]
    return [add_days(race, -days) for days in range(1, before)] if race else []


def days_off_after(profile: Profile, policy: Policy) -> int:
    """Days without sessions after the race, by its distance, known or taken for granted."""
    numbers = policy["plan"]
    distance = profile.get("race_distance_m") or numbers["race_unknown_m"]
    rows: list[dict[str, int]] = numbers["race_off"]
    return next((row["days"] for row in rows if distance < row["below_m"]), rows[-1]["days"])


def race_weeks(profile: Profile, policy: Policy) -> set[str]:
    """The weeks from race week to the way back: light enough without a deload."""
    race, numbers = profile.get("race_day"), policy["plan"]
    if not race:
        return set()
    until = days_off_after(profile, policy) + numbers["after_days"]
    days = range(1 - numbers["race_last_heavy_days"], until + 1)
    return {monday(add_days(race, each)) for each in days}
