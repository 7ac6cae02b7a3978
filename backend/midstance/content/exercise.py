"""The schema of one exercise file: exercises/<slug>.toml."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from midstance.content.figure import Figure
from midstance.content.vocabulary import (
    Gear,
    Laterality,
    Line,
    LoadKind,
    Measure,
    Muscle,
    Part,
    Pattern,
    Region,
    Slug,
    Some,
    Source,
    StageNumber,
    Tag,
    Tempo,
    Text,
)

Cue = Annotated[str, StringConstraints(min_length=8, max_length=70, pattern=r"^\S(.*\S)?$")]
"""What the player shows or says while the runner moves: it must be read at one glance."""
Step = Annotated[str, StringConstraints(min_length=10, max_length=160, pattern=r"^\S(.*\S)?$")]
Word = Annotated[
    str, StringConstraints(min_length=3, max_length=14, pattern=r"^[A-Z][a-z]+( [a-z]+)*$")
]
"""What the ring says for a phase: one or two short words."""


class PhaseWords(Part):
    """Words for the tempo's phases where "lower" and "lift" would be odd."""

    lower: Word
    pause_low: Word
    lift: Word
    pause_high: Word


class Alternative(Part):
    """One way to do the exercise: the gear it needs and what is loaded."""

    needs: Some[Gear]
    load: LoadKind


class Muscles(Part):
    primary: Annotated[Some[Muscle], Field(min_length=1, max_length=4)]
    secondary: Annotated[Some[Muscle], Field(max_length=6)]


class Fault(Part):
    """What a coach sees go wrong, and what to say then."""

    fault: Annotated[str, StringConstraints(min_length=8, max_length=80, pattern=r"^\S(.*\S)?$")]
    fix: Annotated[str, StringConstraints(min_length=8, max_length=140, pattern=r"^\S(.*\S)?$")]


class Exercise(Part):
    """One movement of the catalog.

    `number` is its row in the science file. `tempo` is lower-pause-lift-pause in seconds; with
    `starts = "bottom"` a rep begins with the lift; `contact_s` is the time from one landing to the
    next. `equipment` is ordered best to fallback: the first alternative whose needs are at the
    place is used, and the last must be possible at home with a stair, a chair and a backpack. An
    alternative loading `body` says that the exercise may also be done unloaded. `regions` are the
    parts of the body it loads. `easier` and `harder` are slugs, the nearest first, and each link is
    said by both of its ends.
    """

    slug: Slug
    number: Annotated[int, Field(ge=1)]
    name: Line
    short: Annotated[str, StringConstraints(min_length=3, max_length=18)] | None = None
    pattern: Pattern
    laterality: Laterality
    stages: Annotated[Some[StageNumber], Field(min_length=1)]
    measure: Measure
    tempo: Tempo | None = None
    contact_s: Annotated[float, Field(ge=0.3, le=10)] | None = None
    starts: Literal["top", "bottom"]
    phase_words: PhaseWords | None = None
    equipment: Annotated[Some[Alternative], Field(min_length=1)]
    regions: Annotated[Some[Region], Field(min_length=1)]
    tags: Some[Tag]
    muscles: Muscles
    why: Text
    setup: Annotated[Some[Step], Field(min_length=2, max_length=4)]
    cues: Annotated[Some[Cue], Field(min_length=3, max_length=5)]
    faults: Annotated[Some[Fault], Field(min_length=2, max_length=4)]
    breathing: Text
    easier: Some[Slug]
    harder: Some[Slug]
    leave_out: Text
    source: Source | None = None
    figure: Figure | None = None
