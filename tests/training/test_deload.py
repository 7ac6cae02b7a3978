"""Lighter weeks by what was really done, also when a phone was long alone and late."""

from typing import Any

from midstance.training.day import add_days
from midstance.training.deload import deload_weeks

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
