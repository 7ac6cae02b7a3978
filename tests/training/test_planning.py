"""The days ahead: races, illness, runs that move or grow, lighter weeks, missed days."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from midstance.training.day import add_days, days_between, monday, weekday
from midstance.training.deload import deload_weeks
from midstance.training.explain import explain
from midstance.training.next_session import next_session
from midstance.training.spike import spike
from tests.training.diary import (
    BOTH_KINDS,
    START,
    days_from,
    days_of,
    history,
    live,
    planned,
    session,
    sessions,
)
from tests.training.scene import EXPERIENCED, NOVICE, POLICY, PROGRAM, plan_of

SLOW = settings(deadline=None, max_examples=40)
RACE = "2026-02-01"
RACING: Any = EXPERIENCED | {"race_day": RACE, "race_distance_m": 10_000}


def eased(items: list[Any], ease: str) -> list[str]:
    return [item["day"] for item in items if ease in item["ease"]]


def rules(item: Any) -> list[str]:
    return [reason["rule"] for reason in item["reasons"]]


# --- races --------------------------------------------------------------------------------------


def test_before_a_race_the_last_heavy_day_comes_in_time_and_one_light_session_after_it() -> None:
    items = planned(RACING)
    before = [item for item in items if item["day"] < RACE]
    last_heavy = max(days_of(before, heavy=True))
    assert 7 <= days_between(last_heavy, RACE) <= 10
    (light,) = eased(items, "race")
    assert 4 <= days_between(light, RACE) <= 6
    assert light == before[-1]["day"]
    assert "race_week" in rules(before[-1])


def test_in_the_last_two_weeks_nothing_new_and_afterwards_days_off_and_a_way_back() -> None:
    items = planned(RACING)
    new_from = add_days(RACE, -14)
    assert eased(items, "no_new") == [day for day in days_of(items) if new_from <= day < RACE]
    after = [day for day in days_of(items) if day > RACE]
    assert days_between(RACE, after[0]) > 5
    assert eased(items, "after_race") == [d for d in after if d <= add_days(RACE, 5 + 7)]


@pytest.mark.parametrize(
    ("meters", "off"), [(5000, 3), (10_000, 5), (21_097, 7), (42_195, 10), (90_000, 14)]
)
def test_a_longer_race_asks_for_more_days_off(meters: int, off: int) -> None:
    after = plan_of(RACING | {"race_distance_m": meters}, history(), START)["closed_light"]
    assert [d for d, rule in after.items() if rule == "rest_after_race"] == [
        add_days(RACE, each) for each in range(1, off + 1)
    ]


@SLOW
@given(st.integers(0, 60), st.integers(0, 45), st.sampled_from([EXPERIENCED, NOVICE, BOTH_KINDS]))
def test_race_weeks_are_the_same_whichever_weekday_the_race_is(
    race_in: int, day_in: int, runner: Any
) -> None:
    race, day = add_days(START, race_in), add_days(START, day_in)
    items = planned(runner | {"race_day": race}, day)
    for item in items:
        before = days_between(item["day"], race)
        assert not 0 <= before < 4
        assert not -7 <= before <= 0
        assert not (item["heavy"] and 0 <= before < 7)
        assert ("race" in item["ease"]) == (4 <= before <= 6)
        assert ("no_new" in item["ease"]) == (0 < before <= 14)
    assert len(eased(items, "race")) <= 1
    if 14 <= days_between(day, race) < 42 and items and items[0]["heavy"]:
        window = [add_days(race, -before) for before in range(7, 11)]
        assert set(window) & set(days_of(items, heavy=True))


# --- illness and runs ---------------------------------------------------------------------------


def test_while_ill_and_a_day_after_there_are_no_sessions_and_then_lighter_ones() -> None:
    ill: Any = {"change": "illness", "from": "2026-01-12", "to": "2026-01-15"}
    items = planned(EXPERIENCED, "2026-01-12", changes=[ill])
    assert items[0]["day"] >= "2026-01-17"
    assert eased(items, "after_illness") == [d for d in days_of(items) if d <= "2026-01-23"]


def test_an_illness_without_an_end_closes_all_days_and_says_so() -> None:
    known = history(changes=[{"change": "illness", "from": "2026-01-12"}])
    ahead = plan_of(EXPERIENCED, known, "2026-01-13")
    assert ahead["sessions"] == []
    found = next_session(ahead, [], "2026-01-13", POLICY)
    assert (found["kind"], found["reasons"]) == ("rest", [{"rule": "rest_ill"}])


@pytest.mark.parametrize("kind", ["long", "quality"])
def test_a_key_run_that_moves_to_tomorrow_moves_the_heavy_session(kind: str) -> None:
    moved = {"day": "2026-01-07", "distance_m": 9000.0, "type": kind}
    items = planned(EXPERIENCED, "2026-01-06", sessions=[], runs=[moved])
    heavy = days_of(items, heavy=True)
    assert not {"2026-01-06", "2026-01-07"} & set(heavy)
    assert heavy[0] == "2026-01-09"
    usual = planned(EXPERIENCED, "2026-01-06", runs=[moved | {"type": "easy"}])
    assert usual[0]["day"] == "2026-01-06"


def test_a_long_run_done_today_instead_of_sunday_closes_today_for_heavy_legs_only() -> None:
    today = "2026-01-09"
    runs = [{"day": today, "distance_m": 20_000.0, "type": "long"}]
    ahead = plan_of(BOTH_KINDS, history(runs=runs), today)
    assert ahead["closed"][today] == "rest_run"
    assert today not in ahead["closed_light"]


def test_a_quality_run_on_its_own_day_keeps_the_heavy_session_there() -> None:
    runs = [{"day": "2026-01-06", "distance_m": 8000.0, "type": "quality"}]
    assert planned(EXPERIENCED, "2026-01-06", runs=runs)[0]["day"] == "2026-01-06"


def run(day: str, km: float) -> Any:
    return {"day": day, "distance_m": km * 1000}


def test_a_run_far_beyond_the_longest_makes_the_next_strength_day_light() -> None:
    runs = [run("2026-01-04", 12), run("2026-01-11", 14)]
    done = sessions("strength-squat", "2026-01-06") + sessions("strength-hinge", "2026-01-09")
    items = planned(EXPERIENCED, "2026-01-12", sessions=done, runs=runs)
    assert eased(items, "spike") == [items[0]["day"]]
    reason = next(each for each in items[0]["reasons"] if each["rule"] == "run_spike")
    assert reason["values"] == {"run_m": 14000.0, "longest_run_m": 12000.0, "days": 30}
    assert explain(reason, POLICY, "kg")["text"].startswith("You ran 14 km; your longest in the 30")
    assert explain(reason, POLICY, "lb")["text"].startswith("You ran 8.7 mi; your longest")
    later = [*done, session("strength-squat", "2026-01-13")]
    assert eased(planned(EXPERIENCED, "2026-01-14", sessions=later, runs=runs), "spike") == []


@pytest.mark.parametrize(
    ("runs", "spikes"),
    [
        ([run("2026-01-04", 12), run("2026-01-11", 13.2)], False),
        ([run("2026-01-04", 12), run("2026-01-11", 13.3)], True),
        ([run("2026-01-11", 25)], False),
        ([run("2025-11-30", 12), run("2026-01-11", 14)], False),
        ([run("2026-01-04", 12), run("2026-01-11", 14), run("2026-01-12", 5)], True),
        ([run("2026-01-02", 12), run("2026-01-03", 14)], False),
    ],
    ids=["a tenth", "more", "the first", "none of late", "an easy one since", "long ago"],
)
def test_only_a_run_more_than_a_tenth_beyond_those_of_30_days_counts(
    runs: list[Any], spikes: bool
) -> None:
    assert (spike(runs, [], "2026-01-12", POLICY) is not None) == spikes


# --- lighter weeks ------------------------------------------------------------------------------

WEEKS = days_from(START, 70)[::7]


def test_every_fourth_trained_week_is_lighter_and_a_week_off_starts_the_count_again() -> None:
    assert deload_weeks(WEEKS[:6], WEEKS[5], 4) == {WEEKS[3]: "deload"}
    rested = [week for week in WEEKS[:6] if week != WEEKS[2]]
    assert deload_weeks(rested, WEEKS[5], 4) == {}


def test_a_worn_out_runner_gets_the_lighter_week_sooner_but_never_two_in_a_row() -> None:
    early = deload_weeks(WEEKS, WEEKS[-1], 4, tired=["2026-01-13"])
    assert early == {WEEKS[2]: "deload_early", WEEKS[6]: "deload"}
    again = deload_weeks(WEEKS, WEEKS[-1], 4, tired=["2026-01-13", "2026-01-20", "2026-01-27"])
    assert WEEKS[3] not in again
    in_turn = deload_weeks(WEEKS, WEEKS[-1], 4, tired=["2026-02-02"])
    assert in_turn == {WEEKS[3]: "deload", WEEKS[7]: "deload"}


def test_the_plan_tells_that_a_lighter_week_came_early() -> None:
    done = sessions("strength-squat", "2026-01-06", "2026-01-13")
    items = planned(EXPERIENCED, "2026-01-15", sessions=done, tired=["2026-01-15"])
    assert eased(items, "deload")[0] == "2026-01-16"
    assert "deload_early" in rules(items[0])


@pytest.mark.parametrize("runner", [EXPERIENCED, BOTH_KINDS], ids=["strength", "both kinds"])
def test_half_a_year_has_a_lighter_week_in_any_six_and_never_two_in_a_row(runner: Any) -> None:
    weeks = {monday(item["day"]): "deload" in item["ease"] for item in live(runner, 182)}
    lighter = [week for week, light in weeks.items() if light]
    assert all(days_between(a, b) <= 6 * 7 for a, b in pairwise([START, *lighter]))
    assert all(days_between(a, b) > 7 for a, b in pairwise(lighter))


# --- days missed, and both kinds together -------------------------------------------------------


def test_a_missed_heavy_day_comes_on_the_next_clear_one_and_the_rest_follows() -> None:
    items = planned(EXPERIENCED, "2026-01-14", sessions=sessions("strength-squat", "2026-01-09"))
    assert [(i["day"], i["template"]) for i in items[:2]] == [
        ("2026-01-14", "strength-hinge"),
        ("2026-01-16", "strength-squat"),
    ]
    assert "day_made_up" in rules(items[0])


def test_strength_and_light_sessions_take_their_own_turns() -> None:
    items = live(BOTH_KINDS, 28)
    assert [i["id"] for i in items if i["heavy"]] == ["2-1", "2-2", "2-3", "2-4"]
    assert [i["id"] for i in items if not i["heavy"]] == ["2-l1", "2-l2", "2-l3", "2-l4"]


def test_a_day_closed_for_heavy_legs_may_still_be_light() -> None:
    """Tuesday's strength was missed and could be made up, but a quality run moved to tomorrow."""
    friday, saturday = "2026-01-09", "2026-01-10"
    runs = [{"day": saturday, "distance_m": 9000.0, "type": "quality"}]
    ahead = plan_of(BOTH_KINDS, history(runs=runs), START)
    found = next_session(ahead, [], friday, POLICY)
    assert found["kind"] == "session"
    assert found["session"]["id"] == "2-l1"
    assert next_session(ahead, [], "2026-01-07", POLICY)["session"]["id"] == "2-1"


def test_a_first_time_of_slow_lowering_keeps_three_days() -> None:
    slow: Any = {"change": "stage", "from": START, "stage": 4}
    program = PROGRAM | {"stages": [PROGRAM["stages"][3]]}
    gaps = plan_of(EXPERIENCED, history(changes=[slow]), START, program)["gaps"]
    assert gaps["slow-squat"] == 72
    twice = sessions("slow-squat", "2026-01-06", "2026-01-13")
    assert plan_of(EXPERIENCED, history(sessions=twice), START, program)["gaps"]["slow-squat"] == 48


@SLOW
@given(
    st.lists(st.booleans(), min_size=56, max_size=56),
    st.sampled_from([EXPERIENCED, BOTH_KINDS, NOVICE | {"experience": "experienced"}]),
)
def test_whoever_misses_days_gets_every_session_once_and_no_week_too_full(
    comes: list[bool], runner: Any
) -> None:
    coming = dict(zip(days_from(START, 56), comes, strict=True))
    items = live(runner, 56, comes=lambda day: coming[day])
    for heavy in (True, False):
        own = [item for item in items if item["heavy"] == heavy]
        numbers = [int(item["id"].split("-")[1].removeprefix("l")) for item in own]
        assert numbers == [*range(1, len(own) + 1)]
    days = days_of(items, heavy=True)
    assert all(days_between(a, b) >= 2 for a, b in pairwise(days))
    assert all(weekday(day) != runner["long_run_day"] for day in days)
    most = plan_of(runner, history(), START)["per_week"]
    for week in {monday(item["day"]) for item in items}:
        kinds = [item["heavy"] for item in items if monday(item["day"]) == week]
        assert kinds.count(True) <= most["strength"]
        assert kinds.count(False) <= most["light"]


@SLOW
@given(
    st.lists(st.booleans(), min_size=42, max_size=42), st.sampled_from([EXPERIENCED, BOTH_KINDS])
)
def test_six_weeks_offline_keep_the_gaps_and_the_weeks_of_the_plan(
    comes: list[bool], runner: Any
) -> None:
    known, done = plan_of(runner, history(), START), list[Any]()
    for day, here in zip(days_from(START, 42), comes, strict=True):
        found = next_session(known, done, day, POLICY)
        if found["kind"] == "session" and here:
            done.append(session(found["session"]["template"], day))
    heavy = [one["day"] for one in done if one["heavy"]]
    assert all(days_between(a, b) >= 2 for a, b in pairwise(heavy))
    for week in {monday(day) for day in heavy}:
        assert sum(monday(day) == week for day in heavy) <= known["per_week"]["strength"]
