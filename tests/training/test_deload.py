"""Lighter weeks by what was really done, also when a phone was long alone and late."""

from itertools import pairwise
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from midstance.training.day import add_days, days_between, monday
from midstance.training.deload import deload_weeks, since_lighter
from tests.training.diary import BOTH_KINDS, days_from, history, session
from tests.training.scene import plan_of

MONDAY = "2026-03-02"


def week(number: int, day: int = 0) -> str:
    return add_days(MONDAY, 7 * number + day)


def lighter(full: list[int], ahead: list[int], light: dict[str, bool], **more: Any) -> list[str]:
    """The lighter ones of the weeks `ahead`, after heavy sessions in the weeks `full`."""
    heavy = [week(number) for number in [*full, *ahead]]
    found = deload_weeks(heavy, week(ahead[-1]), 4, light=light, today=week(ahead[0]), **more)
    return [day for day in found if day >= week(ahead[0])]


def test_a_lighter_week_that_was_trained_in_full_comes_at_once() -> None:
    done = {week(number): False for number in range(5)}
    assert lighter([0, 1, 2, 3, 4], [5, 6, 7, 8, 9], done) == [week(5), week(9)]
    assert lighter([0, 1, 2, 3, 4], [5, 6, 7, 8, 9], {}) == [week(7)]


def test_one_that_was_trained_late_counts_from_then() -> None:
    done = {week(number): number == 4 for number in range(5)}
    assert lighter([0, 1, 2, 3, 4], [5, 6, 7, 8, 9], done) == [week(8)]


def test_a_session_of_this_week_changes_nothing_in_it() -> None:
    done = {week(number): False for number in range(3)} | {week(3, 0): False}
    heavy = [week(0), week(1), week(2), week(3), week(3, 3), week(4)]
    found = deload_weeks(heavy, week(4), 4, light=done, today=week(3, 2))
    assert list(found) == [week(3)]


def test_a_light_session_of_this_week_spares_the_next_one() -> None:
    """A phone that was long alone had its lighter week sooner than the server would."""
    done = {week(number): False for number in range(3)} | {week(3, 0): False, week(3, 2): True}
    heavy = [*done, week(4), week(4, 2)]
    found = deload_weeks(heavy, week(4), 5, light=done, today=week(3, 6))
    assert list(found) == [week(3)]


def test_a_week_that_has_no_session_left_to_be_lighter_leaves_it_to_the_next() -> None:
    done = {week(number, day): False for number in range(4) for day in (0, 2)}
    ahead = [week(number, day) for number in range(4, 9) for day in (0, 2)]
    found = deload_weeks([*done, *ahead], week(8), 4, light=done, today=week(3, 4))
    assert list(found) == [week(4), week(8)]


def test_a_light_session_done_a_week_late_makes_no_second_lighter_week() -> None:
    done = {week(n): False for n in range(3)} | {week(3): True, week(4, 0): True}
    found = deload_weeks([*done, week(4, 2)], week(4), 4, light=done, today=week(4, 1))
    assert list(found) == [week(3)]


@example([(7, None)] * 4 + [(7, True), (7, False)])
@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from([True, False, None])), max_size=60))
def test_a_long_log_is_told_from_its_last_lighter_week(log: list[tuple[int, bool | None]]) -> None:
    day, sessions = MONDAY, list[Any]()
    for gap, light in log:
        day = add_days(day, gap)
        known = {} if light is None else {"light": light}
        sessions.append({"day": day, "heavy": True} | known)

    def ahead(known: list[Any]) -> dict[str, str]:
        days = [*(one["day"] for one in known), *(add_days(day, 3 * n) for n in range(1, 14))]
        light = {one["day"]: one["light"] for one in known if "light" in one}
        found = deload_weeks(days, add_days(day, 42), 4, light=light, today=day)
        return {week: rule for week, rule in found.items() if week >= monday(day)}

    assert ahead(since_lighter(sessions, day)) == ahead(sessions)


def test_with_one_strength_session_a_week_lighter_weeks_take_turns_too() -> None:
    """Every fourth week of two templates would always be the same one's."""
    past, eased, trained = history(), list[str](), list[tuple[str, str]]()
    for day in days_from(BOTH_KINDS["start_day"], 7 * 24):
        items = plan_of(BOTH_KINDS, past, day)["sessions"]
        item = next((each for each in items if each["day"] == day), None)
        if item is None:
            continue
        light = "deload" in item["ease"]
        known = {"light": light} if item["heavy"] else {}
        past["sessions"] = [*past["sessions"], session(item["template"], day, **known)]
        if item["heavy"]:
            trained.append((day, item["template"]))
            eased += [item["template"]] if light else []
    assert len(eased) >= 4
    assert all(one != other for one, other in pairwise(eased)), eased
    for template in set(eased):
        days = [day for day, each in trained if each == template]
        assert max(days_between(a, b) for a, b in pairwise(days)) <= 21, days
    assert len(trained) == 24
