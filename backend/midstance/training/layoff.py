"""What days off take away: the row of the policy for a gap, and what it leaves of the sets."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from midstance.training.day import days_between
from midstance.training.runner_values import Done
from midstance.training.values import Policy


def layoff(
    last_day: str | None,
    day: str,
    policy: Policy,
    trained: Iterable[str] = (),
) -> dict[str, Any]:
    """The layoff row for the days off since `last_day`, with `gap`, those days, added.

    `trained` are days on which anything was: a slot whose turn comes round has no layoff, but days
    off count for each session that comes after them. Never trained is no layoff.
    """
    gap = days_between(last_day, day) if last_day else 0
    if last_day and gap <= policy["layoff"]["slot_days"]:
        days = [last_day, *sorted(d for d in trained if last_day < d < day), day]
        gap = max(days_between(a, b) for a, b in pairwise(days))
    rows: list[dict[str, Any]] = policy["layoff"]["rows"]
    row = next((row for row in rows if gap <= row["days"]), rows[-1])
    return row | {"gap": gap}


def sets_after(row: dict[str, Any], sets: int) -> int:
    """The sets that remain, at least one; half a set counts as one."""
    return max(1, int((sets - row["sets_off"]) * row["sets_kept"] + 0.5))


def days_off(sessions: list[Done], day: str) -> Iterator[tuple[str, int]]:
    """Each stretch between two sessions, the last one up to `day`: where it began, and its days."""
    days = [*(one["day"] for one in sessions if one["day"] < day), day]
    for before, after in pairwise(days):
        if before != after:
            yield before, days_between(before, after)
