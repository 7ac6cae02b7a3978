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
Block = Literal["prep", "plyo", "main", "trunk"]
"""The parts of a session in their order: what asks most of fresh legs comes first."""
Evidence = Literal[
    "sessions", "share_done", "weeks_strength", "jump_sessions", "clean_sessions",
    "assessment", "norm", "side_difference", "symmetry",
    "pain", "soreness", "contacts", "set", "rep_ratio", "quality",
]  # fmt: skip


class Span(Part):
    """From `min` to `max`, both included."""

    min: Count
    max: Count


class Range(Part):
    """What a slot climbs through: reps, seconds, contacts or meters, `min` to `max` by `step`.

    With `beyond` the last load of the hardest exercise goes on to there: nothing else is left.
    """

    min: Count
    max: Count
    step: Count
    beyond: Count | None = None


class Criterion(Part):
    """One thing to show before a stage is left, or before a slot opens.

    `evidence` says which records count:
    - sessions ended in the stage; the share of planned sessions done (0-1); weeks with a strength
      session, in all; sessions with jumps in the stage; sessions in which `slot` went clean, in all
    - the last assessment of `test`, the weaker side where there are two: its value, or its part of
      the norm for age and sex (0-1; shown as well by a value of `or_min`, which alone counts where
      age or sex is unknown), or the difference between its sides
    - symmetry: the weaker side in percent of the stronger by the rule on asymmetry, 100 while that
      rule sees no weaker side
    - the worst pain, or soreness within 48 hours, of the last `times` sessions
    - contacts of a clean session, as many as were reached `times` times
    - the best logged set of `slot`; its last set's reps as a part of its first's, or its quality,
      when it was last done

    The value must be at least `min` and at most `max`. One that does not block only adds drills.
    """

    key: Key
    text: Text
    evidence: Evidence
    test: Key | None = None
    slot: Key | None = None
    times: Count | None = None
    min: float | None = None
    or_min: float | None = None
    max: float | None = None
    blocks: bool = True
    source: Source = "D"


class Stage(Part):
    """A part of a program; `level` is the stage of the catalog its exercises are meant for.

    Without a `level` that is its own number. `deload_every_weeks` is a rhythm of its own for the
    lighter week, whatever the runner's experience.
    """

    number: StageNumber
    level: StageNumber | None = None
    slug: Slug
    name: Line
    goal: Text
    weeks: Span
    per_week: Span
    deload_every_weeks: Annotated[int, Field(ge=2, le=6)] | None = None
    templates: Annotated[Some[Slug], Field(min_length=1)]
    gate: Some[Criterion]
    source: Source


class TemplateSlot(Part):
    """A slot in a template; the lowest priority number is the last to be dropped for time.

    Neighbors with the same `group` are done in rounds: the first set of each, then the second.
    """

    slot: Key
    block: Block
    priority: Annotated[int, Field(ge=1, le=3)]
    sets: Count | None = None
    group: Key | None = None


class Template(Part):
    """A session of one stage; `gap_h` hours must pass after it before the next loaded one.

    After the first time, when what it brings is new to the legs, it is `first_gap_h`.
    """

    slug: Slug
    name: Line
    stage: StageNumber
    kind: Literal["light", "strength"]
    gap_h: Annotated[int, Field(ge=0, le=96)]
    first_gap_h: Annotated[int, Field(ge=0, le=96)] | None = None
    slots: Annotated[Some[TemplateSlot], Field(min_length=1)]


class First(Part):
    """A first rung: the lightest of `exercise`, or its heaviest load up to a part of body mass."""

    exercise: Slug
    body_mass: Annotated[float, Field(gt=0, le=1.5)] | None = None


class SlotEntry(Part):
    """Where a runner with some past in strength training begins."""

    returning: First | None = None
    experienced: First | None = None


class Slot(Part):
    """A place for a pattern; its chain runs from the easiest exercise to the hardest.

    `heavy_reps` takes the place of `reps` where a barbell or a stack carries the load. `tempo`
    stands above the exercises' own, and `tempos` above both, by exercise. Who is new here begins
    where the most recently trained of `carries` stands, with the part `start_below` of its load
    taken off; else at `entry`, else at `first_rung`. The slot is closed until all of `opens` is
    shown.
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
    tempos: dict[Slug, Tempo] | None = None
    first_rung: Annotated[int, Field(ge=0)] | None = None
    carries: Some[Key] | None = None
    start_below: Annotated[float, Field(gt=0, lt=1)] | None = None
    entry: SlotEntry | None = None
    opens: Some[Criterion] | None = None


class Program(Part):
    slug: Slug
    name: Line
    summary: Text
    stages: Annotated[Some[Stage], Field(min_length=1)]
    templates: Annotated[Some[Template], Field(min_length=1)]
    slots: Annotated[dict[Key, Slot], Field(min_length=1)]
