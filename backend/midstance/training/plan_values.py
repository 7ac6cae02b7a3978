"""The plain values of readiness, the plan and the stage."""

from typing import Literal, NotRequired, TypedDict

from midstance.training.program_values import Span
from midstance.training.values import Assessment, Done, Reason

Level = Literal["go", "lighter", "mobility", "stop"]


class RegionBlock(TypedDict):
    region: str
    what: Literal["all", "load", "eccentric", "plyometric"]


class Readiness(TypedDict):
    """What today allows; with `drop_regions` the dropped sets concern those regions only."""

    level: Level
    sets_dropped: int
    rir_added: int
    blocked: list[RegionBlock]
    reasons: list[Reason]
    drop_regions: NotRequired[list[str]]


class PlanItem(TypedDict):
    id: str
    template: str
    day: str
    stage: int
    week: int
    deload: bool
    heavy: bool
    reasons: list[Reason]


# `from` is a keyword, so this one is written as a call.
# `open` are the weekdays a session may move to, `closed` the days around a race, `counted`
# the sessions already out of the queue, `gaps` the hours after each template before the next
# loaded one, `turn` how far ahead in the queue a session done out of order is looked for.
Plan = TypedDict(
    "Plan",
    {
        "from": str,
        "days": int,
        "sessions": list[PlanItem],
        "open": list[int],
        "closed": list[str],
        "counted": list[str],
        "gaps": dict[str, int],
        "turn": int,
        "reasons": list[Reason],
    },
)


class Next(TypedDict):
    kind: Literal["session", "rest", "done", "none"]
    reasons: list[Reason]
    session: NotRequired[PlanItem]
    next_day: NotRequired[str]


class GateLine(TypedDict):
    key: str
    text: str
    done: bool
    blocks: bool
    need: NotRequired[float]
    value: NotRequired[float]


class StageNow(TypedDict):
    """Which stage the runner is in since which day, its week, and what is open to leave it."""

    number: int
    name: str
    goal: str
    since: str
    week: int
    weeks: Span
    gate: list[GateLine]
    review: bool


class History(TypedDict):
    """What the plan looks back on, oldest first."""

    sessions: list[Done]
    assessments: list[Assessment]
