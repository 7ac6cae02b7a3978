"""What a field may hold: small checks that answer with what is wrong, or with nothing."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

# The widest span of dates that JavaScript can hold, in milliseconds around 1970.
MS_LIMIT = 8_640_000_000_000_000
LIST_LIMIT = 1000

UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TEMPO = re.compile(r"([0-9]{1,2}|X)(-([0-9]{1,2}|X)){3}")


class Wrong(NamedTuple):
    """A field, by its path from the one it sits in, and what it should have been."""

    field: str
    expected: str

    def inside(self, outer: str) -> "Wrong":
        return Wrong(f"{outer}.{self.field}" if self.field else outer, self.expected)


Check = Callable[[Any], Wrong | None]


def _check(accepts: Callable[[Any], bool], expected: str) -> Check:
    wrong = Wrong("", expected)
    return lambda value: None if accepts(value) else wrong


def whole(low: int, high: int) -> Check:
    """A whole number; neither `true` nor 8.0 is one."""
    return _check(
        lambda value: type(value) is int and low <= value <= high,
        f"a whole number from {low} to {high}",
    )


def number(low: int, high: int) -> Check:
    return _check(
        lambda value: type(value) in (int, float) and low <= value <= high,
        f"a number from {low} to {high}",
    )


def text(limit: int) -> Check:
    return _check(
        lambda value: isinstance(value, str) and len(value) <= limit,
        f"a text of at most {limit} characters",
    )


def one_of(*choices: str) -> Check:
    return _check(
        lambda value: isinstance(value, str) and value in choices, f"one of {', '.join(choices)}"
    )


def anything(_: Any) -> None:
    """Whatever it is, it is kept."""


def mapping_of(check: Check) -> Check:
    """An object with any keys whose values all pass; `null` stands for "nothing said"."""

    def inner(value: Any) -> Wrong | None:
        if not isinstance(value, dict):
            return Wrong("", "an object")
        for key, part in value.items():
            if part is not None and (wrong := check(part)):
                return wrong.inside(key)
        return None

    return inner


def shape(checks: Mapping[str, Check]) -> Check:
    """An object whose named keys pass; other keys are kept unseen."""

    def inner(value: Any) -> Wrong | None:
        if not isinstance(value, dict):
            return Wrong("", "an object")
        for key, check in checks.items():
            if value.get(key) is not None and (wrong := check(value[key])):
                return wrong.inside(key)
        return None

    return inner


def list_of(check: Check, most: int = LIST_LIMIT) -> Check:
    def inner(value: Any) -> Wrong | None:
        if not isinstance(value, list) or len(value) > most:
            return Wrong("", f"a list of at most {most}")
        for position, part in enumerate(value):
            if wrong := check(part):
                return wrong.inside(str(position))
        return None

    return inner


def _is_day(value: Any) -> bool:
    if not (isinstance(value, str) and DAY.fullmatch(value)):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


boolean = _check(lambda value: isinstance(value, bool), "true or false")
flags = mapping_of(boolean)
day = _check(_is_day, "a date like 2026-11-22")
uuid = _check(lambda value: isinstance(value, str) and bool(UUID.fullmatch(value)), "a UUID")
tempo = _check(
    lambda value: isinstance(value, str) and bool(_TEMPO.fullmatch(value)),
    "a tempo like 3-1-1-0, X for fast",
)
