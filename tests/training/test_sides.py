"""Left and right: when a weaker side is believed, what it gets, and when that ends."""

from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from midstance.training.asymmetry import percent_shown, side_by_side, symmetry, weaker_side
from midstance.training.day import add_days
from tests.training.scene import POLICY

DAY = "2026-03-02"
NUMBERS = POLICY["asymmetry"]
TESTS = list(NUMBERS["patterns"])
RECORDS = (f"r{number}" for number in count())


def logged(test: str, left: float | None, right: float | None, day: str = DAY) -> list[Any]:
    values = {"left": left, "right": right}
    return [
        {"test": test, "side": side, "value": value, "day": day, "record": next(RECORDS)}
        for side, value in values.items()
        if value is not None
    ]


def rules(found: Any) -> list[str]:
    return [reason["rule"] for reason in found["reasons"]]


def test_a_side_alone_tells_nothing() -> None:
    found = symmetry(logged("heel_raise", 20, None), DAY, POLICY)
    assert (found["state"], rules(found)) == ("unknown", ["sides_unknown"])
    assert weaker_side(found, DAY) is None


def test_one_bad_result_is_watched_and_changes_nothing() -> None:
    found = symmetry(logged("heel_raise", 14, 20), DAY, POLICY)
    assert (found["state"], found["side"], rules(found)) == ("watch", "left", ["sides_watch"])
    assert weaker_side(found, DAY) is None


def test_two_of_three_on_one_side_make_it_the_first_with_a_set_more_where_it_shows() -> None:
    said = logged("heel_raise", 16, 20) + logged("single_leg_bridge", 16, 20)
    said += logged("single_leg_sit_to_stand", 12, 12)
    found = symmetry(said, DAY, POLICY)
    assert (found["state"], rules(found)) == ("acts", ["sides_act", "sides_extra"])
    assert found["patterns"] == ["calf", "calf_soleus", "hinge", "hamstring"]
    assert set(found["reasons"][0]["entries"]) == {one["record"] for one in said[:4]}
    assert weaker_side(found, DAY) == {
        "side": "left",
        "patterns": found["patterns"],
        "extra_set": True,
    }


def test_two_bad_results_on_different_sides_are_noise() -> None:
    said = logged("heel_raise", 16, 20) + logged("single_leg_bridge", 20, 16)
    assert symmetry(said, DAY, POLICY)["state"] == "watch"


def test_85_percent_is_not_below_85_percent() -> None:
    said = logged("heel_raise", 17, 20) + logged("single_leg_bridge", 17, 20)
    assert symmetry(said, DAY, POLICY)["state"] == "watch"
    said = logged("heel_raise", 18, 20) + logged("single_leg_bridge", 18, 20)
    assert symmetry(said, DAY, POLICY)["state"] == "even"


def test_the_set_more_ends_after_six_weeks_and_the_weaker_side_stays_first_until_a_test() -> None:
    said = logged("heel_raise", 16, 20) + logged("single_leg_bridge", 16, 20)
    for weeks, extra, last in ((3, True, "sides_extra"), (7, False, "sides_retest")):
        day = add_days(DAY, 7 * weeks)
        found = symmetry(said, day, POLICY)
        assert (found["retest_from"], rules(found)[-1]) == (add_days(DAY, 28), last)
        sided = weaker_side(found, day)
        assert sided is not None
        assert (sided["side"], sided["extra_set"]) == ("left", extra)


def test_the_phone_knows_that_the_weeks_are_over_from_an_older_pack() -> None:
    said = logged("heel_raise", 16, 20) + logged("single_leg_bridge", 16, 20)
    sided = weaker_side(symmetry(said, DAY, POLICY), add_days(DAY, 43))
    assert sided is not None
    assert not sided["extra_set"]


def test_a_retest_that_is_better_but_below_90_begins_the_weeks_anew() -> None:
    later = add_days(DAY, 30)
    said = logged("heel_raise", 16, 20) + logged("single_leg_bridge", 16, 20)
    said += logged("heel_raise", 17.5, 20, later) + logged("single_leg_bridge", 17.5, 20, later)
    found = symmetry(said, later, POLICY)
    assert (found["state"], found["since"]) == ("acts", later)


def test_it_ends_when_two_of_three_reach_90() -> None:
    later = add_days(DAY, 30)
    said = logged("heel_raise", 16, 20) + logged("single_leg_bridge", 16, 20)
    said += logged("heel_raise", 19, 20, later)
    assert symmetry(said, later, POLICY)["state"] == "acts"
    said += logged("single_leg_bridge", 18, 20, later)
    assert symmetry(said, later, POLICY)["state"] in ("even", "watch")
    assert weaker_side(symmetry(said, later, POLICY), later) is None


def test_sides_of_the_same_week_belong_together_and_each_value_counts_once() -> None:
    said = logged("heel_raise", 16, None) + logged("heel_raise", None, 20, add_days(DAY, 2))
    assert [r["day"] for r in side_by_side(said, POLICY)] == [add_days(DAY, 2)]
    said += logged("heel_raise", None, 21, add_days(DAY, 4))
    assert len(side_by_side(said, POLICY)) == 1
    apart = logged("heel_raise", 16, None) + logged("heel_raise", None, 20, add_days(DAY, 7))
    assert side_by_side(apart, POLICY) == []


def test_a_better_try_on_the_same_day_takes_the_place_of_the_first() -> None:
    said = logged("heel_raise", 10, 20) + logged("heel_raise", 18, None)
    assert [r["percent"] for r in side_by_side(said, POLICY)] == [90]


def test_other_tests_and_two_zeros_compare_nothing() -> None:
    said = logged("balance_s", 10, 30) + logged("heel_raise", 0, 0)
    assert symmetry(said, DAY, POLICY)["state"] == "unknown"


RESULT = st.tuples(
    st.sampled_from(TESTS), st.integers(0, 30), st.integers(0, 30), st.integers(0, 9)
)


@given(st.lists(RESULT, max_size=8))
def test_what_a_gate_asks_is_what_is_acted_on(results: list[Any]) -> None:
    said = [
        one
        for test, left, right, week in sorted(results, key=lambda result: result[3])
        for one in logged(test, left, right, add_days(DAY, 7 * week))
    ]
    day = add_days(DAY, 70)
    found, percent = symmetry(said, day, POLICY), percent_shown(said, POLICY)
    assert (percent is None) == (found["state"] == "unknown")
    if percent is not None and percent < NUMBERS["act_below"]:
        assert found["state"] == "acts"
    if found["state"] == "acts":
        assert percent is not None
        assert percent < NUMBERS["stop_from"]
        assert weaker_side(found, day) is not None
