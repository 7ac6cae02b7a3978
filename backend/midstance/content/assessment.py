"""The schema of assessments.toml: the tests a runner does alone, and what they are held against."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from midstance.content.vocabulary import Key, Line, Part, Some, Source, StageNumber, Text

Step = Annotated[str, StringConstraints(min_length=10, max_length=200, pattern=r"^\S(.*\S)?$")]
Decade = Annotated[str, StringConstraints(pattern=r"^[1-9]0$")]
Norm = Annotated[int, Field(ge=1)]
Seconds = Annotated[int, Field(ge=1, le=10)]


class Norms(Part):
    """The norm of each decade of age, by the decade's first year: `"30" = 27`."""

    female: Annotated[dict[Decade, Norm], Field(min_length=1)]
    male: Annotated[dict[Decade, Norm], Field(min_length=1)]


class Test(Part):
    """One test: how it is done, what its value means, and the stages it belongs to.

    The value of a yes_no test is 1 or 0, and no value is above `most`. `good` says which values
    are the better ones, `compare` in words what others reach. At a pace each rise and each
    lowering takes `pace_s`; what is counted in `window_s` seconds ends by the clock.
    """

    __test__ = False  # not a case for pytest, whatever its name

    key: Key
    name: Line
    unit: Literal["reps", "s", "mm", "percent", "yes_no", "score"]
    sides: Literal["each", "both"]
    most: Annotated[int, Field(ge=1)]
    steps: Annotated[Some[Step], Field(min_length=2, max_length=6)]
    why: Text
    good: Literal["more", "less"]
    stages: Annotated[Some[StageNumber], Field(min_length=1)]
    pace_s: Seconds | None = None
    window_s: Annotated[int, Field(ge=5, le=120)] | None = None
    norms: Norms | None = None
    compare: Text | None = None
    source: Source


class Assessments(Part):
    tests: Annotated[Some[Test], Field(min_length=1)]
