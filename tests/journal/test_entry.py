"""What is an entry, and what is refused with which words."""

import json
from typing import Any

import pytest

from midstance.journal.entry import ENTRY_LIMIT_BYTES, NESTING_LIMIT, Invalid, read, same, stored
from tests.journal.making import entry


def refusal(raw: Any) -> Invalid:
    with pytest.raises(Invalid) as caught:
        read(raw)
    return caught.value


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels - 1):
        value = [value]
    return value


def test_an_entry_is_kept_as_it_came_with_everything_unknown_in_it() -> None:
    raw = entry("weather", set={"wind": {"from": "NW", "knots": 12.5}}, sent_by="a newer app", v=7)
    kept = read(raw)
    assert json.loads(kept.text) == raw
    assert (kept.kind, kept.v, kept.set) == ("weather", 7, raw["set"])


def test_an_entry_that_says_nothing_about_deletion_leaves_it_alone() -> None:
    assert read(entry()).deleted is None
    assert read(entry(deleted=False)).deleted is False


def test_a_deletion_needs_no_fields() -> None:
    raw = entry(deleted=True)
    del raw["set"]
    assert read(raw).set == {}
    assert stored(read(raw).text) == read(raw)


@pytest.mark.parametrize("year", ["0001", "1970", "9999"])
def test_a_wrong_clock_is_no_reason_to_refuse(year: str) -> None:
    at = f"{year}-12-31T23:59:59.999Z-ffffff-ffffffff"
    assert read(entry(at=at)).at == at


@pytest.mark.parametrize("raw", [None, 5, "entry", [], True])
def test_what_is_no_object_is_no_entry(raw: Any) -> None:
    assert refusal(raw).field == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", None),
        ("id", 5),
        ("id", "not-a-uuid"),
        ("id", "019aaa00-0000-7000-8000-000000000001\n"),
        ("record", ""),
        ("record", ["019aaa00-0000-7000-8000-000000000001"]),
        ("kind", ""),
        ("kind", "no spaces"),
        ("kind", "nul\0"),
        ("kind", "k" * 65),
        ("day", "22.11.2026"),
        ("day", "2026-02-30"),
        ("day", "20261122"),
        ("day", "\uff12\uff10\uff12\uff16-11-22"),
        ("zone", None),
        ("zone", "Europe/\ud800"),
        ("at", "2026-11-22T10:00:00.000Z"),
        ("at", "2026-11-22T10:00:00.000Z-000000-0A1B2C3D"),
        ("at", "2026-11-22T10:00:00.000Z-0-0a1b2c3d"),
        ("at", "2026-13-22T10:00:00.000Z-000000-0a1b2c3d"),
        ("at", 1795363458259),
        ("v", 0),
        ("v", True),
        ("v", 1.0),
        ("v", "1"),
        ("deleted", None),
        ("deleted", 1),
        ("set", None),
        ("set", []),
    ],
)
def test_a_malformed_envelope_is_refused_by_the_name_of_its_field(field: str, value: Any) -> None:
    assert refusal(entry() | {field: value}).field == field


@pytest.mark.parametrize("field", ["id", "record", "kind", "day", "zone", "at", "v"])
def test_a_missing_part_of_the_envelope_is_refused_by_name(field: str) -> None:
    raw = entry()
    del raw[field]
    assert refusal(raw).field == field


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_know_are_refused(number: float) -> None:
    assert "finite" in refusal(entry("odd", set={"a": [number]})).detail


def test_an_entry_may_be_large_but_not_too_large() -> None:
    frame = len(json.dumps(entry("odd", set={"a": ""}), separators=(",", ":")))
    fits = entry("odd", set={"a": "x" * (ENTRY_LIMIT_BYTES - frame)})
    assert read(fits)
    fits["set"]["a"] += "x"
    assert "64 KiB" in refusal(fits).detail


def test_size_is_measured_as_a_phone_sends_it() -> None:
    """Greek takes two bytes a letter on the wire and six in the ASCII that is stored."""
    assert read(entry("odd", set={"note": "λ" * 30_000}))


def test_deep_nesting_is_refused_before_it_hurts_a_reader() -> None:
    envelope = 2
    assert read(entry("odd", set={"a": nested(NESTING_LIMIT - envelope)}))
    assert "nested" in refusal(entry("odd", set={"a": nested(NESTING_LIMIT - 1)})).detail
    assert "nested" in refusal(entry("odd", set={"a": nested(5000)})).detail


def test_many_small_lists_are_not_deep() -> None:
    assert read(entry("odd", set={"a": [[] for _ in range(500)]}))


def test_text_that_no_database_takes_is_stored_as_escapes() -> None:
    kept = read(entry("odd", set={"a": "\ud800\0", "\udfff": 1}))
    assert kept.text.isascii()
    assert "\0" not in kept.text
    assert stored(kept.text).set == {"a": "\ud800\0", "\udfff": 1}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{"a":1,"b":2}', '{"b":2,"a":1}'),
        ('{"a":1}', '{"a":1.0}'),
        ('{"a":1e3}', '{"a":1000}'),
        ('{"a":"\\u00e9"}', '{"a":"é"}'),
    ],
)
def test_content_is_the_same_when_only_its_writing_differs(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{"a":1}', '{"a":2}'),
        ('{"a":1}', '{"a":true}'),
        ('{"a":0}', '{"a":false}'),
        ('{"a":0}', '{"a":null}'),
        ('{"a":1}', '{"a":"1"}'),
        ('{"a":[1,2]}', '{"a":[2,1]}'),
        ('{"a":[true]}', '{"a":[[true]]}'),
        ('{"a":null}', "{}"),
        ('{"a":9007199254740993}', '{"a":9007199254740992.0}'),
    ],
)
def test_content_differs_when_a_value_or_its_type_does(one: str, other: str) -> None:
    assert not same(one, other)
