"""The schema of one program file: programs/<slug>.toml."""

from typing import Annotated, Literal

from pydantic import Field

from midstance.content.vocabulary import (
    Key,
    Line,
    Part,
    Pattern,
    Slug,
    Some,
    Source,
    StageNumber,
    Tempo,
    Text,
)

Count = Annotated[int, Field(ge=1)]


class Span(Part):
    """From `min` to `max`, both included."""

    min: Count
    max: Count


class Range(Part):
    """What a slot climbs through: reps, seconds, contacts or meters, `min` to `max` by `step`."""

    min: Count
    max: Count
    step: Count


class Criterion(Part):
    """One thing to show before a stage is left.

    `evidence` says which records count: sessions ended in the stage, the share of planned sessions
    done (0-1), the last assessment of `test` (the weaker side where there are two), the difference
    between its sides, the worst pain of the last sessions, or the best logged set of `slot`.
    The value must be at least `min` and at most `max`. One that does not block only adds drills.
    """

    key: Key
    text: Text
    evidence: Literal[
        "sessions", "share_done", "assessment", "side_difference", "pain", "soreness", "set"
    ]
    test: Key | None = None
    slot: Key | None = None
    min: float | None = None
    max: float | None = None
    blocks: bool = True
    source: Source = "D"


class Stage(Part):
    number: StageNumber
    slug: Slug
    name: Line
    goal: Text
    weeks: Span
    per_week: Span
    templates: Annotated[Some[Slug], Field(min_length=1)]
    gate: Some[Criterion]
    source: Source


class TemplateSlot(Part):
    """A slot in a template; the lowest priority number is the last to be dropped for time."""

    slot: Key
    block: Literal["prep", "main", "trunk"]
    priority: Annotated[int, Field(ge=1, le=3)]
    sets: Count | None = None


class Template(Part):
    """A session of one stage; `gap_h` hours must pass after it before the next loaded one."""

    slug: Slug
    name: Line
    stage: StageNumber
    kind: Literal["light", "strength"]
    gap_h: Annotated[int, Field(ge=0, le=96)]
    slots: Annotated[Some[TemplateSlot], Field(min_length=1)]


class Slot(Part):
    """A place for a pattern; its chain runs from the easiest exercise to the hardest.

    `heavy_reps` takes the place of `reps` where a barbell or a stack carries the load.
    """

    name: Line
    pattern: Pattern
    chain: Annotated[Some[Slug], Field(min_length=1)]
    sets: Count
    reps: Range | None = None
    heavy_reps: Range | None = None
    hold_s: Range | None = None
    contacts: Range | None = None
    distance_m: Range | None = None
    rir: Annotated[int, Field(ge=0, le=10)]
    rest_s: Annotated[int, Field(ge=0, le=600)]
    tempo: Tempo | None = None
    first_rung: Annotated[int, Field(ge=0)] | None = None


class Program(Part):
    slug: Slug
    name: Line
    summary: Text
    stages: Annotated[Some[Stage], Field(min_length=1)]
    templates: Annotated[Some[Template], Field(min_length=1)]
    slots: Annotated[dict[Key, Slot], Field(min_length=1)]
