"""The plain values of a standing: what lasts, the two sides, and what was measured of them."""

from typing import Literal, TypedDict

from midstance.training.values import Baseline

Side = Literal["left", "right"]


class Lately(TypedDict):
    """What the check-ins of the last weeks amount to; `bad_days` stops counting at a light day."""

    baseline: Baseline
    bad_days: int
    sore_long: list[str]
    pain_long: list[str]
