"""The plain values of a runner: equipment, profile, check-ins, tests, runs, changes, sessions done.

Days are ISO dates (`2026-11-22`), loads are grams. An absent key means "not known".
"""

from typing import Literal, NotRequired, TypedDict


class Barbell(TypedDict):
    bar_g: int
    plates_g: list[int]


class Place(TypedDict):
    """What is really there. `plates_g` lists each weight there are two of, once per pair."""

    dumbbells_g: NotRequired[list[int]]
    kettlebells_g: NotRequired[list[int]]
    barbell: NotRequired[Barbell | None]
    backpack_g: NotRequired[list[int]]
    bands: NotRequired[int]
    items: NotRequired[list[str]]
    stack_g: NotRequired[dict[str, list[int]]]


class Profile(TypedDict):
    """The part of a profile that planning looks at."""

    experience: Literal["novice", "returning", "experienced"]
    run_days: list[int]
    weekly_distance_m: int
    start_day: str
    minutes: NotRequired[int]
    long_run_day: NotRequired[int | None]
    quality_days: NotRequired[list[int]]
    race_day: NotRequired[str | None]
    race_distance_m: NotRequired[float]
    body_mass_g: NotRequired[int]
    birth_year: NotRequired[int]
    sex: NotRequired[Literal["female", "male"]]


class Checkin(TypedDict, total=False):
    sleep: int
    fatigue: int
    stress: int
    soreness: dict[str, int]
    pain: dict[str, int]
    pain_morning: dict[str, int]
    red_flags: list[str]


class Baseline(TypedDict):
    """The runner's usual sum of sleep, fatigue and stress (3-21)."""

    mean: float
    sd: float
    n: int


class Assessment(TypedDict):
    """One side of one test; `record` is its journal record."""

    test: str
    side: Literal["left", "right", "both"]
    value: float
    day: str
    record: NotRequired[str]


# `from` is a keyword, so this one is written as a call. `change` says what: "gate" (leave the stage
# `stage` with an open gate), "stage" (go back to it), "niggle" (no load on `region`) or "illness";
# without `to` it still holds. `record` is its journal record.
PlanChange = TypedDict(
    "PlanChange",
    {
        "change": str,
        "from": str,
        "to": NotRequired[str],
        "reason": NotRequired[str],
        "stage": NotRequired[int],
        "region": NotRequired[str],
        "record": NotRequired[str],
    },
)


class Run(TypedDict):
    day: str
    distance_m: float
    type: NotRequired[Literal["easy", "long", "quality", "race"]]


class Done(TypedDict):
    """One ended session.

    `pain` and `soreness` are its worst, `share` is the part of its sets that was done (0-1),
    `best` the highest reps (or seconds, contacts, meters) of a set by slot, `contacts` those of
    its jumps by class. By slot too: whether it went `clean`, its lowest `quality`, and `rep_ratio`,
    the reps of its last set as a part of those of its first, the weaker side's. `light` is whether
    it was one of a lighter week, where that is known.
    """

    session: str
    template: str
    day: str
    ended_at: int
    heavy: bool
    place: str
    pain: NotRequired[int]
    soreness: NotRequired[int]
    share: NotRequired[float]
    best: NotRequired[dict[str, int]]
    contacts: NotRequired[dict[str, int]]
    clean: NotRequired[dict[str, bool]]
    quality: NotRequired[dict[str, int]]
    rep_ratio: NotRequired[dict[str, float]]
    heavy_sets: NotRequired[int]
    light: NotRequired[bool]
