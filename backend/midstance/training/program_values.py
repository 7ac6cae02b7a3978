"""The plain values of content: exercises, slots, templates, stages and programs."""

from typing import Literal, NotRequired, TypedDict


class Range(TypedDict):
    """`beyond` is how far it goes where nothing heavier or harder is there."""

    min: int
    max: int
    step: int
    beyond: NotRequired[int]


class Alternative(TypedDict):
    """One way to equip an exercise: what must be there, and what carries the load."""

    needs: list[str]
    load: str


class Exercise(TypedDict):
    """The part of a catalog exercise that the rules look at."""

    slug: str
    pattern: str
    laterality: Literal["bilateral", "unilateral"]
    measure: Literal["reps", "hold", "contacts", "distance"]
    regions: list[str]
    tags: list[str]
    tempo: NotRequired[str]
    contact_s: NotRequired[float]
    equipment: NotRequired[list[Alternative]]


class Criterion(TypedDict):
    """One thing to show before a stage is left or a slot opens; `evidence` says what counts."""

    key: str
    text: str
    evidence: str
    min: NotRequired[float]
    or_min: NotRequired[float]
    max: NotRequired[float]
    test: NotRequired[str]
    slot: NotRequired[str]
    times: NotRequired[int]
    blocks: NotRequired[bool]
    source: NotRequired[str]


class First(TypedDict):
    """A first rung: the lightest of `exercise`, or its heaviest load up to a part of body mass."""

    exercise: str
    body_mass: NotRequired[float]


class Slot(TypedDict):
    """A place for a pattern, with its exercises from easiest to hardest and its dose."""

    name: str
    pattern: str
    chain: list[str]
    sets: int
    rir: int
    rest_s: int
    reps: NotRequired[Range]
    heavy_reps: NotRequired[Range]
    hold_s: NotRequired[Range]
    contacts: NotRequired[Range]
    distance_m: NotRequired[Range]
    tempo: NotRequired[str]
    tempos: NotRequired[dict[str, str]]
    first_rung: NotRequired[int]
    carries: NotRequired[list[str]]
    start_below: NotRequired[float]
    entry: NotRequired[dict[str, First]]
    opens: NotRequired[list[Criterion]]


class TemplateSlot(TypedDict):
    slot: str
    block: Literal["prep", "plyo", "main", "trunk"]
    priority: int
    sets: NotRequired[int]
    group: NotRequired[str]


class Template(TypedDict):
    slug: str
    name: str
    stage: int
    kind: Literal["light", "strength"]
    gap_h: int
    first_gap_h: NotRequired[int]
    slots: list[TemplateSlot]


class Span(TypedDict):
    min: int
    max: int


class Stage(TypedDict):
    number: int
    level: NotRequired[int]
    slug: str
    name: str
    goal: str
    weeks: Span
    per_week: Span
    deload_every_weeks: NotRequired[int]
    templates: list[str]
    gate: list[Criterion]
    source: str


class Test(TypedDict):
    """A test a runner can do alone; `norms` by sex and by the first year of each decade of age."""

    key: str
    name: str
    unit: Literal["reps", "s", "mm", "percent", "yes_no", "score"]
    sides: Literal["each", "both"]
    most: int
    steps: list[str]
    why: str
    good: Literal["more", "less"]
    stages: list[int]
    source: str
    norms: NotRequired[dict[str, dict[str, int]]]
    compare: NotRequired[str]
    pace_s: NotRequired[int]
    window_s: NotRequired[int]


Tests = dict[str, Test]
"""Every test by its key."""


class Program(TypedDict):
    slug: str
    name: str
    summary: str
    stages: list[Stage]
    templates: list[Template]
    slots: dict[str, Slot]
