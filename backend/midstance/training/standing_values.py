"""The plain values of a standing: what lasts, the two sides, and what was measured."""

from typing import Literal, NotRequired, TypedDict

from midstance.training.runner_values import Baseline
from midstance.training.values import Reason

Side = Literal["left", "right"]


class Lately(TypedDict):
    """What the check-ins of the last weeks amount to; `bad_days` stops counting at a light day."""

    baseline: Baseline
    bad_days: int
    sore_long: list[str]
    pain_long: list[str]


class SideBySide(TypedDict):
    """One test with both sides: `percent` of the stronger that the weaker side reached."""

    test: str
    day: str
    left: float
    right: float
    percent: int
    entries: list[str]
    weaker: NotRequired[Side]


class Symmetry(TypedDict):
    """How the sides compare; `results` are the last ones that count.

    While it acts, `side` is the weaker one since `since`, trained first in all patterns and with a
    set more in `patterns` up to `extra_until`; from `retest_from` on a test decides how it goes on.
    """

    state: Literal["unknown", "even", "watch", "acts"]
    results: list[SideBySide]
    reasons: list[Reason]
    side: NotRequired[Side]
    patterns: NotRequired[list[str]]
    since: NotRequired[str]
    extra_until: NotRequired[str]
    retest_from: NotRequired[str]


class Value(TypedDict):
    value: float
    day: str
    record: NotRequired[str]


class Measured(TypedDict):
    """What is known of one test: the last value by side, and whether it is time for it (again).

    `value` is that of the weaker side, or of both; `part` is that as a part of the norm for the
    runner's age and sex.
    """

    test: str
    latest: dict[str, Value]
    due: bool
    reasons: list[Reason]
    value: NotRequired[float]
    norm: NotRequired[int]
    part: NotRequired[float]
