"""The plain values of content: exercises, slots, templates, stages and programs."""

from typing import Literal, NotRequired, TypedDict


class Range(TypedDict):
    min: int
    max: int
    step: int


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
    equipment: NotRequired[list[Alternative]]


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
    first_rung: NotRequired[int]


class TemplateSlot(TypedDict):
    slot: str
    block: Literal["prep", "main", "trunk"]
    priority: int
    sets: NotRequired[int]


class Template(TypedDict):
    slug: str
    name: str
    stage: int
    kind: Literal["light", "strength"]
    gap_h: int
    slots: list[TemplateSlot]


class Criterion(TypedDict):
    """One thing to show before a stage is left; `evidence` says which records count."""

    key: str
    text: str
    evidence: str
    min: NotRequired[float]
    max: NotRequired[float]
    test: NotRequired[str]
    slot: NotRequired[str]
    blocks: NotRequired[bool]


class Span(TypedDict):
    min: int
    max: int


class Stage(TypedDict):
    number: int
    slug: str
    name: str
    goal: str
    weeks: Span
    per_week: Span
    templates: list[str]
    gate: list[Criterion]
    source: str


class Program(TypedDict):
    slug: str
    name: str
    summary: str
    stages: list[Stage]
    templates: list[Template]
    slots: dict[str, Slot]
