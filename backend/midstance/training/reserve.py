"""How finely a runner is asked what a set has left in reserve."""

from collections.abc import Iterable

from midstance.training.day import WEEK_DAYS, days_between
from midstance.training.values import Policy


def levels_above(experience: str, days: Iterable[str], day: str, policy: Policy) -> int:
    """Sets of more reps than this are told in three levels, not to the rep; at 0 all of them are.

    Nobody can tell a long set to the rep, and a novice none in the first weeks (science 3.7, Zou).
    `days` are those of all sessions so far.
    """
    numbers = policy["reserve"]
    new_days = numbers["levels_weeks"] * WEEK_DAYS
    new = days_between(min(days, default=day), day) < new_days
    return 0 if experience == "novice" and new else int(numbers["levels_reps"])
