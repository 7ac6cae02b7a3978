"""Ended sessions folded through the engine, as far as possible from where the last fold was."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from midstance.api.runner.items import frozen, presumed
from midstance.api.runner.remembered import Remembered
from midstance.training.adherence import attendance
from midstance.training.day import add_days
from midstance.training.done import Ground, done
from midstance.training.positions import apply
from midstance.training.runner_values import Checkin, Done
from midstance.training.tired import lost_load
from midstance.training.values import EndedSession, Positions

REMEMBERED_ATHLETES = 64


class Ended(NamedTuple):
    """One ended session: `checkins` are those of its day and of the two days after."""

    session: str
    day: str
    place: str
    fields: dict[str, Any]
    sets: list[dict[str, Any]]
    checkins: tuple[Checkin | None, ...]


@dataclass(frozen=True)
class Step:
    """What one session led to; `weaker` when it confirmed a lost load in some slot."""

    of: Ended
    positions: Positions
    done: Done
    weaker: bool


@dataclass(frozen=True)
class Folded:
    """Positions after the settled sessions, and after all; the days that lost a load."""

    settled: Positions
    settled_sessions: list[str]
    positions: Positions
    done: list[Done]
    weaker_days: list[str]


def fold(athlete_id: str, sessions: list[Ended], ground: Ground, day: str) -> Folded:
    """Fold `sessions`, oldest first, as of `day`.

    Settled ones, whose morning after is over, come first: a phone starts from their positions and
    adds the others in order.
    """
    yesterday = add_days(day, -1)
    ordered = sorted(sessions, key=lambda one: one.day >= yesterday)
    steps = _beginning(athlete_id, ground, ordered)
    positions = steps[-1].positions if steps else {}
    for one in ordered[len(steps) :]:
        steps.append(_step(one, positions, [step.of.day for step in steps], ground))
        positions = steps[-1].positions
    _MEMORY.keep(athlete_id, (ground, steps))
    settled = steps[: sum(step.of.day < yesterday for step in steps)]
    return Folded(
        settled=settled[-1].positions if settled else {},
        settled_sessions=[step.of.session for step in settled],
        positions=positions,
        done=[step.done for step in steps],
        weaker_days=[step.of.day for step in steps if step.weaker],
    )


def _step(one: Ended, positions: Positions, days: list[str], ground: Ground) -> Step:
    """What `one` led to, after sessions on `days`."""
    items = frozen(one.fields.get("items", [])) or presumed(one.sets, one.place, ground, positions)
    session: Any = {
        "session": one.session,
        "day": one.day,
        "place": one.place,
        "items": items,
        "sets": one.sets,
        "checkin": one.checkins[0],
        "morning": one.checkins[1],
        "attendance": attendance(one.fields.get("per_week"), days, one.day, ground.policy),
    }
    judged: EndedSession = session
    after = apply(positions, judged, ground.ladders, ground.policy)
    places = (after.get(item["slot"], {}).get(one.place) for item in items)
    weaker = any(
        at["last_day"] == one.day and lost_load(at, ground.policy)
        for at in places
        if at and "last_day" in at
    )
    return Step(one, after, done(judged, one.fields, one.checkins, ground), weaker)


def _beginning(athlete_id: str, ground: Ground, sessions: list[Ended]) -> list[Step]:
    """The steps of the last fold that still hold.

    A beginning is taken over only where all that went into it is equal, so a late entry, an edit or
    other equipment is folded anew from there.
    """
    before, steps = _MEMORY.get(athlete_id) or (ground, [])
    if before != ground:
        return []
    same = 0
    for step, one in zip(steps, sessions, strict=False):
        if step.of != one:
            break
        same += 1
    return steps[:same]


_MEMORY = Remembered[str, tuple[Ground, list[Step]]](REMEMBERED_ATHLETES)
