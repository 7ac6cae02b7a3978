"""The plain values of readiness, the plan and the stage."""

from typing import Literal, NotRequired, TypedDict

from midstance.training.program_values import Span
from midstance.training.runner_values import Assessment, Done, PlanChange, Run
from midstance.training.values import EaseKind, Reason

Level = Literal["go", "lighter", "mobility", "stop"]


class RegionBlock(TypedDict):
    region: str
    what: Literal["all", "load", "eccentric", "plyometric"]


class Readiness(TypedDict):
    """What today allows.

    With `drop_regions` the dropped sets concern those regions only. `sets_kept` is the part of the
    sets that a light day keeps, `lower_regions` are those that take a step down today.
    """

    level: Level
    sets_dropped: int
    rir_added: int
    blocked: list[RegionBlock]
    reasons: list[Reason]
    drop_regions: NotRequired[list[str]]
    sets_kept: NotRequired[float]
    lower_regions: NotRequired[list[str]]


class PlanItem(TypedDict):
    """One session of the queue; `ease` says what makes it lighter, `heavy` that it loads legs."""

    id: str
    template: str
    day: str
    stage: int
    week: int
    ease: list[EaseKind]
    heavy: bool
    reasons: list[Reason]


# `from` is a keyword, so this one is written as a call.
# `per_week` are the sessions of each kind that a week takes, also when missed ones are made up,
# `open` are the weekdays a heavy session may move to and `open_light` those for a light one,
# `closed` the days without heavy sessions and `closed_light` those without light ones, each with
# the reason a rest day there gives; `counted` the sessions already out of the queue, `gaps` the
# hours after each template before the next loaded one, `turns` the templates that take turns:
# a session done out of order is looked for one turn ahead among its own.
Plan = TypedDict(
    "Plan",
    {
        "from": str,
        "days": int,
        "sessions": list[PlanItem],
        "per_week": dict[str, int],
        "open": list[int],
        "open_light": list[int],
        "closed": dict[str, str],
        "closed_light": dict[str, str],
        "counted": list[str],
        "gaps": dict[str, int],
        "turns": list[list[str]],
        "reasons": list[Reason],
    },
)


class Next(TypedDict):
    kind: Literal["session", "rest", "done", "none"]
    reasons: list[Reason]
    session: NotRequired[PlanItem]
    next_day: NotRequired[str]


class GateLine(TypedDict):
    """One criterion and what is shown of it so far; `sides` are the values of a test by side."""

    key: str
    text: str
    done: bool
    blocks: bool
    need: NotRequired[float]
    value: NotRequired[float]
    test: NotRequired[str]
    sides: NotRequired[dict[str, float]]
    source: NotRequired[str]


class StageNow(TypedDict):
    """Which stage the runner is in since which day and why, and what is open to leave it.

    `week` counts the weeks trained in it since then, `weeks_left` those still to train before its
    gate can open, `next` is the stage behind it.
    """

    number: int
    name: str
    goal: str
    since: str
    week: int
    weeks: Span
    weeks_left: int
    gate: list[GateLine]
    review: bool
    reasons: list[Reason]
    next: NotRequired[int]


class Missing(TypedDict):
    """What still lies between the runner and `stage`."""

    stage: int
    weeks: int
    lines: list[GateLine]


class History(TypedDict):
    """What the plan looks back on, oldest first; `red_flags` and `tired` are days.

    A run dated ahead is a planned one. On a tired day two of wellness, strength and soreness ask
    for a lighter week.
    """

    sessions: list[Done]
    assessments: list[Assessment]
    changes: NotRequired[list[PlanChange]]
    runs: NotRequired[list[Run]]
    red_flags: NotRequired[list[str]]
    tired: NotRequired[list[str]]
