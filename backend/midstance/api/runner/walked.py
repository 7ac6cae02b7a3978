"""What is known of an athlete's past: the way through the stages, the days that were tired.

Without it both would be looked for from the first day on with every new set.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from midstance.api.runner.remembered import Remembered
from midstance.training.day import add_days
from midstance.training.runner_values import Checkin
from midstance.training.stage_walk import Walk, Way, walk_to
from midstance.training.tired import tired_days
from midstance.training.values import Policy

OPEN_DAYS = 14
"""Records older than that are rarely written or changed; when they are, all is looked for anew."""
REMEMBERED_ATHLETES = 64

Basis = tuple[object, ...]
"""All that something found rests on: while it is equal, so is what was found."""


def way_of(athlete_id: str, walk: Walk) -> Way | None:
    """The way up to a session some time before the walk's day; None while there is none."""
    sessions = [one["day"] for one in walk.history["sessions"]]
    at = bisect_right(sessions, add_days(walk.day, -OPEN_DAYS))
    if at == 0:
        return None
    until = sessions[at - 1]
    basis, known = _WAYS.get(athlete_id) or (None, None)
    if known and (known.until > until or basis != _basis(walk, known.until)):
        known = None
    if known and known.until == until:
        return known
    way = walk_to(replace(walk, day=until, known=known))
    return _WAYS.keep(athlete_id, (_basis(walk, until), way))[1]


def tired_of(
    athlete_id: str, checkins: Mapping[str, Checkin], weaker: list[str], policy: Policy, day: str
) -> list[str]:
    """The tired days up to `day`, of which those some time ago are remembered."""

    def basis_of(until: str) -> Basis:
        said = {on: one for on, one in checkins.items() if on < until}
        return policy, said, [on for on in weaker if on < until]

    until = add_days(day, -OPEN_DAYS)
    basis, since, known = _TIRED.get(athlete_id) or (None, "", [])
    if since > until or basis != basis_of(since):
        since, known = "", []
    found = known + tired_days(checkins, weaker, policy, since=since)
    earlier = [on for on in found if on < until]
    _TIRED.keep(athlete_id, (basis_of(until), until, earlier))
    return found


def _basis(walk: Walk, until: str) -> Basis:
    """All that the way to `until` rests on; lists of the same records are quick to compare."""
    history = walk.history
    return (
        (walk.profile, walk.program, walk.policy, walk.tests),
        [one for one in history["sessions"] if one["day"] <= until],
        [one for one in history["assessments"] if one["day"] < until],
        history.get("changes", []),
        history.get("red_flags", []),
    )


_WAYS = Remembered[str, tuple[Basis, Way]](REMEMBERED_ATHLETES)
_TIRED = Remembered[str, tuple[Basis, str, list[str]]](REMEMBERED_ATHLETES)
