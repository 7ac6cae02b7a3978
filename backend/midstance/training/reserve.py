"""How finely a runner is asked what a set has left in reserve."""

from midstance.training.day import WEEK_DAYS, days_between
from midstance.training.values import Policy


def levels_above(experience: str, first_day: str | None, day: str, policy: Policy) -> int:
    """Sets of more reps than this are told in three levels, not to the rep; at 0 all of them are.

    Nobody can tell a long set to the rep, and a novice none in the first weeks (science 3.7, Zou).
    `first_day` is that of the first session, None before it.
    """
    numbers = policy["reserve"]
    new_days = numbers["levels_weeks"] * WEEK_DAYS
    new = first_day is None or days_between(first_day, day) < new_days
    return 0 if experience == "novice" and new else int(numbers["levels_reps"])
