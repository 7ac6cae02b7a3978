"""Merging is a join: order, grouping and repetition make no difference."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from midstance.journal.entry import Entry, read
from midstance.journal.merge import Cells, cells, fold, merge, view
from tests.journal.making import clock, entry, uuid

RECORD = uuid(1)


def said(number: int, ms: int = 0, **more: object) -> Entry:
    """An entry about RECORD; `number` is its identity."""
    return read(entry("odd", id=uuid(number), record=RECORD, at=clock(ms), **more))


@st.composite
def many_entries(draw: st.DrawFn, first: int = 10) -> list[Entry]:
    """Different entries about one record, many of them at the very same clock reading."""
    count = draw(st.integers(1, 6))
    return [
        said(
            number,
            ms=draw(st.integers(0, 2)),
            day=draw(st.sampled_from(["2026-11-21", "2026-11-22"])),
            zone=draw(st.sampled_from(["UTC", "Asia/Tokyo"])),
            set=draw(
                st.dictionaries(
                    st.sampled_from(["reps", "day", "deleted"]), st.none() | st.integers(0, 3)
                )
            ),
            **draw(st.fixed_dictionaries({}, optional={"deleted": st.booleans()})),
        )
        for number in range(first, first + count)
    ]


def merged(entries: list[Entry]) -> Cells:
    return reduce(merge, [cells(entry) for entry in entries])


@given(many_entries(), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_arrive_makes_no_difference(entries, random) -> None:
    shuffled = random.sample(entries, len(entries))
    assert merged(shuffled) == merged(entries) == fold(entries)


@given(many_entries(first=10), many_entries(first=20), many_entries(first=30))
def test_how_entries_are_grouped_makes_no_difference(one, two, three) -> None:
    a, b, c = fold(one), fold(two), fold(three)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, b) == merge(b, a)


@given(many_entries())
def test_an_entry_that_arrives_twice_changes_nothing(entries) -> None:
    assert fold(entries + entries) == fold(entries)
    assert merge(fold(entries), fold(entries)) == fold(entries)


def test_each_field_keeps_its_latest_value() -> None:
    seen = view(fold([said(1, ms=2, set={"reps": 9}), said(2, ms=1, set={"reps": 8, "rir": 2})]))
    assert seen.fields == {"reps": 9, "rir": 2}


def test_null_clears_a_field_and_a_later_value_brings_it_back() -> None:
    entries = [said(1, ms=1, set={"reps": 8}), said(2, ms=2, set={"reps": None})]
    assert view(fold(entries)).fields == {}
    assert view(fold([*entries, said(3, ms=3, set={"reps": 7})])).fields == {"reps": 7}


def test_deleting_is_undone_by_a_later_entry_that_says_so_and_by_nothing_else() -> None:
    gone = [said(1, ms=1, set={"reps": 8}), said(2, ms=2, deleted=True)]
    assert view(fold([*gone, said(3, ms=3, set={"reps": 9})])).deleted
    back = view(fold([*gone, said(3, ms=3, deleted=False)]))
    assert not back.deleted
    assert back.fields == {"reps": 8}


def test_a_field_named_like_a_part_of_the_envelope_is_its_own() -> None:
    seen = view(fold([said(1, set={"day": "Monday", "deleted": True, "zone": 5})]))
    assert (seen.day, seen.zone, seen.deleted) == ("2026-11-22", "Europe/Paris", False)
    assert seen.fields == {"day": "Monday", "deleted": True, "zone": 5}


def test_at_one_clock_reading_the_higher_entry_wins_everywhere() -> None:
    one, two = said(1, set={"reps": 8}), said(2, set={"reps": 9})
    assert view(fold([one, two])) == view(fold([two, one]))
    assert view(fold([one, two])).fields == {"reps": 9}
