"""The safety rules of the week, held over thousands of runners and of days missed."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from midstance.training.day import add_days, days_between, weekday
from midstance.training.next_session import next_session
from midstance.training.week import choose_week
from tests.training.scene import NOVICE, POLICY, PROGRAM, plan_of

STEADY = settings(deadline=None)
SLOW = settings(deadline=None, max_examples=40)
PROFILES = st.fixed_dictionaries(
    {
        "experience": st.sampled_from(["novice", "returning", "experienced"]),
        "run_days": st.lists(st.integers(1, 7), unique=True),
        "long_run_day": st.none() | st.integers(1, 7),
        "quality_days": st.lists(st.integers(1, 7), unique=True, max_size=3),
        "weekly_distance_m": st.integers(0, 150_000),
        "start_day": st.just("2026-01-05"),
        "race_day": st.none() | st.dates().map(str),
    }
)


@SLOW
@given(PROFILES, st.integers(0, 60))
def test_the_week_keeps_heavy_legs_off_the_long_run_and_two_days_apart(
    profile: Any, after: int
) -> None:
    day = add_days("2026-01-05", after)
    planned = plan_of(profile, {"sessions": [], "assessments": []}, day)
    heavy = [item["day"] for item in planned["sessions"] if item["heavy"]]
    assert all(weekday(each) != profile["long_run_day"] for each in heavy)
    assert all(days_between(a, b) >= 2 for a, b in pairwise(heavy))
    assert all(day <= item["day"] < add_days(day, 42) for item in planned["sessions"])
    assert len({item["day"] for item in planned["sessions"]}) == len(planned["sessions"])


@STEADY
@given(PROFILES)
def test_a_full_day_of_rest_stays_whenever_the_runs_leave_two(profile: Any) -> None:
    free = 7 - len(profile["run_days"])
    week = choose_week(profile, PROGRAM, PROGRAM["stages"][1], POLICY)
    left = set(range(1, 8)) - set(profile["run_days"]) - {*week.strength, *week.light}
    assert left or free < 2


@SLOW
@given(st.lists(st.booleans(), min_size=42, max_size=42), st.integers(0, 41))
def test_missed_days_neither_skip_nor_double_a_session(
    comes: list[bool], synced_after: int
) -> None:
    """Some days the runner comes, some not; once, the phone gets a new plan from the server."""
    profile = NOVICE | {"experience": "experienced", "quality_days": [4]}
    history: Any = {"sessions": [], "assessments": []}
    known = plan_of(profile, history, "2026-01-05")
    done: list[Any] = []
    ids: list[str] = []
    for after, here in enumerate(comes):
        day = add_days("2026-01-05", after)
        if after == synced_after:
            known = plan_of(profile, history | {"sessions": list(done)}, day)
        found = next_session(known, done, day, POLICY)
        if found["kind"] == "session" and here:
            item = found["session"]
            ids.append(item["id"])
            done.append(
                {"session": f"s{after}", "template": item["template"], "day": day, "ended_at": 0}
                | {"heavy": item["heavy"], "place": "home"}
            )
            assert next_session(known, done, day, POLICY)["kind"] == "done"
    assert ids == [f"2-{number + 1}" for number in range(len(ids))]
    assert all(days_between(a["day"], b["day"]) >= 2 for a, b in pairwise(done))
