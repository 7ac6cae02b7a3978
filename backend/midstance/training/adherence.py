"""Adherence: how many of the planned sessions were done in the last weeks."""

from collections.abc import Iterable

from midstance.training.day import WEEK_DAYS, add_days, days_between
from midstance.training.values import Attendance, Policy


def attendance(
    per_week: int | None, days: Iterable[str], day: str, policy: Policy
) -> Attendance | None:
    """What a session on `day` says of adherence, after those on `days`; None without a plan.

    `per_week` is how many sessions a week were planned when it began.
    """
    if not per_week:
        return None
    since = add_days(day, -policy["plateau"]["adherence_days"])
    return {"per_week": per_week, "days": [each for each in days if since <= each <= day]}


def too_few(
    known: Attendance | None, since: str, day: str, policy: Policy
) -> tuple[int, int] | None:
    """Sessions done and planned from `since` to `day`, both of these with them.

    None where enough was done to judge by, or where nobody knows what was planned.
    """
    if known is None:
        return None
    numbers = policy["plateau"]
    first = max(since, add_days(day, -numbers["adherence_days"]))
    done = 1 + sum(first < each for each in known["days"])
    planned = known["per_week"] * days_between(first, day) / WEEK_DAYS
    if done >= numbers["adherence"] * planned:
        return None
    return done + 1, int(planned + 0.5) + 1
