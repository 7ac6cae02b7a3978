"""Reps in reserve: how finely a runner is asked for them, and what too few of them take off."""

import pytest

from midstance.training.reserve import levels_above
from tests.training.climbing import known, top_of, train
from tests.training.scene import DUMBBELL_SET, GYM, POLICY, ladders_of

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


# --- too few of them -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rir", "load_g", "rule"), [(1, 102500, "reserve_low"), (0, 97500, "reserve_less")]
)
def test_two_reps_missing_in_reserve_take_a_little_off_and_one_alone_is_noise(
    rir: int, load_g: int, rule: str
) -> None:
    """Four percent for each: 8 % below 102.5 kg is 94.3 kg, and the nearest load above is 97.5."""
    ladder = ladders_of(GYM)["heavy_squat"]["home"]
    found = train(ladder, known(top_of(ladder, 102500, "barbell-squat")), rir=rir)
    assert found["reasons"][0]["rule"] == rule
    assert ladder["rungs"][found["position"]["rung"]]["load_g"] == load_g


def test_where_the_next_lighter_load_is_far_a_rep_goes_instead_and_at_the_bottom_nothing() -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    at = top_of(ladder, 10000, "goblet-squat")
    fewer = train(ladder, known(at), rir=0)
    assert fewer["reasons"][0]["rule"] == "reserve_less"
    assert fewer["position"]["rung"] == at - 1
    bottom = top_of(ladder, 8000, "goblet-squat") + 1
    same = train(ladder, known(bottom), rir=0)
    assert same["reasons"][0]["rule"] == "reserve_low"
    assert same["position"]["rung"] == bottom


def test_no_rep_missing_in_reserve_leads_back_to_an_easier_exercise() -> None:
    ladder = ladders_of(DUMBBELL_SET)["calf"]["home"]
    at = next(i for i, r in enumerate(ladder["rungs"]) if r["exercise"] == "single-leg-calf-raise")
    found = train(ladder, known(at), rir=0)
    assert found["reasons"][0]["rule"] == "reserve_low"
    assert found["position"]["rung"] == at
    assert train(ladder, known(at + 1), rir=0)["position"]["rung"] == at


def test_whoever_took_more_than_asked_and_found_it_hard_goes_back_to_what_was_asked() -> None:
    ladder = ladders_of(GYM)["heavy_squat"]["home"]
    at = top_of(ladder, 102500, "barbell-squat")
    found = train(ladder, known(at), load_g=110000, rir=0)
    assert found["reasons"][0]["rule"] == "reserve_low"
    assert found["position"]["rung"] == at
