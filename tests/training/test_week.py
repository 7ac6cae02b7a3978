"""Which weekdays: hard days hard, key runs kept clear, a day of rest, both kinds together."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from midstance.training.week import choose_week, per_week
from tests.training.scene import EXPERIENCED, NOVICE, POLICY, PROGRAM

STAGE_1, STAGE_2 = PROGRAM["stages"][:2]
STEADY = settings(deadline=None, max_examples=100)
WEEKDAYS = st.lists(st.integers(1, 7), unique=True)
RUNNERS = st.fixed_dictionaries(
    {
        "experience": st.sampled_from(["novice", "returning", "experienced"]),
        "run_days": WEEKDAYS,
        "long_run_day": st.none() | st.integers(1, 7),
        "quality_days": WEEKDAYS,
        "weekly_distance_m": st.integers(0, 150_000),
        "minutes": st.sampled_from([20, 30, 60]),
        "start_day": st.just("2026-01-05"),
    }
)


def week_of(profile: Any, stage: Any = STAGE_2) -> Any:
    return choose_week(profile, PROGRAM, stage, POLICY)


def is_clear(day: int, profile: Any) -> bool:
    """Said once more in other words, so that it can disagree: 48 hours to the next key run."""
    tomorrow = 1 if day == 7 else day + 1
    long_run = profile["long_run_day"]
    return long_run not in (day, tomorrow) and tomorrow not in profile["quality_days"]


def fits(days: tuple[int, ...], profile: Any) -> bool:
    apart = all(1 < b - a < 6 for a, b in combinations(days, 2))
    return apart and all(is_clear(day, profile) for day in days)


@STEADY
@given(RUNNERS)
def test_heavy_legs_keep_48_hours_from_each_other_and_from_key_runs(profile: Any) -> None:
    week = week_of(profile)
    if any(is_clear(day, profile) for day in range(1, 8)):
        assert week.strength
        assert fits(week.strength, profile)
        assert all(is_clear(day, profile) for day in week.open)
    else:
        assert len(week.strength) == 1
        assert week.why[week.strength[0]] == {"rule": "day_before_key"}
        assert week.strength[0] != profile["long_run_day"]


@STEADY
@given(RUNNERS)
def test_there_are_fewer_sessions_only_if_no_week_has_room_for_more(profile: Any) -> None:
    week, (wanted, light) = week_of(profile), per_week(profile, PROGRAM, STAGE_2, POLICY)
    runs = set(profile["run_days"])
    for more in range(len(week.strength) + 1, wanted + 1):
        for days in combinations(range(1, 8), more):
            rest = set(range(1, 8)) - runs - set(days)
            room = len(runs - set(days)) >= light or len(rest) > light
            assert not (fits(days, profile) and (len(runs) == 7 or (rest and room)))
    assert len(week.light) == light
    assert week.wanted == wanted + light


@STEADY
@given(RUNNERS)
def test_a_day_of_rest_goes_only_when_no_run_day_is_clear(profile: Any) -> None:
    week, free = week_of(profile), set(range(1, 8)) - set(profile["run_days"])
    if free and not free - {*week.strength, *week.light}:
        clear = [day for day in range(1, 8) if is_clear(day, profile)]
        assert set(clear) <= free


@STEADY
@given(RUNNERS)
def test_the_two_kinds_never_share_a_day_and_each_day_says_why(profile: Any) -> None:
    for stage in (STAGE_1, STAGE_2):
        week = week_of(profile, stage)
        assert not set(week.strength) & set(week.light)
        assert week.why.keys() == {*week.strength, *week.light}
        assert all(reason["rule"] in POLICY["reasons"] for reason in week.why.values())


def test_hard_days_are_made_hard_and_the_easy_ones_left_easy() -> None:
    assert week_of(EXPERIENCED).strength == (2, 5)
    assert [week_of(EXPERIENCED).why[day]["rule"] for day in (2, 5)] == ["day_quality"] * 2


def test_a_third_session_that_only_fits_before_a_key_run_is_left_out() -> None:
    busy: Any = NOVICE | {"experience": "experienced", "quality_days": [4]}
    assert len(week_of(busy).strength) == 2
    free: Any = busy | {"quality_days": [], "long_run_day": None}
    assert len(week_of(free).strength) == 3


def test_who_runs_hard_every_day_keeps_one_session_and_hears_why() -> None:
    daily: Any = EXPERIENCED | {"run_days": [*range(1, 8)], "quality_days": [1, 2, 3, 4, 5, 6]}
    week = week_of(daily | {"long_run_day": 7})
    assert (len(week.strength), week.wanted) == (1, 2)
    assert week.why[week.strength[0]]["rule"] == "day_before_key"


@pytest.mark.parametrize(
    ("meters", "sessions"),
    [(20_000, (3, 0)), (40_000, (2, 0)), (80_000, (1, 1)), (120_000, (1, 0))],
)
def test_more_running_leaves_room_for_fewer_and_lighter_sessions(
    meters: int, sessions: tuple[int, int]
) -> None:
    runner: Any = EXPERIENCED | {"quality_days": [], "long_run_day": None}
    week = week_of(runner | {"weekly_distance_m": meters})
    assert (len(week.strength), len(week.light)) == sessions


def test_short_sessions_come_once_more_a_week_where_the_running_allows_it() -> None:
    runner: Any = NOVICE | {"long_run_day": None}
    assert len(week_of(runner | {"minutes": 45}).strength) == 2
    assert len(week_of(runner | {"minutes": 20}).strength) == 3
    assert len(week_of(runner | {"minutes": 20, "weekly_distance_m": 50_000}).strength) == 2
