"""How finely a runner is asked what a set has left in reserve."""

import pytest

from midstance.training.reserve import levels_above
from tests.training.scene import POLICY

ALL, LONG = 0, POLICY["reserve"]["levels_reps"]


@pytest.mark.parametrize(
    ("days", "day", "asked"),
    [
        ([], "2026-01-05", ALL),
        (["2026-01-05"], "2026-01-05", ALL),
        (["2026-01-05", "2026-01-20"], "2026-01-25", ALL),
        (["2026-01-05", "2026-01-20"], "2026-01-26", LONG),
    ],
)
def test_a_novice_is_asked_in_levels_for_three_weeks(days: list[str], day: str, asked: int) -> None:
    assert levels_above("novice", days, day, POLICY) == asked


@pytest.mark.parametrize("experience", ["returning", "experienced"])
def test_who_has_trained_before_is_asked_in_levels_only_where_a_set_is_long(
    experience: str,
) -> None:
    assert levels_above(experience, [], "2026-01-05", POLICY) == LONG
