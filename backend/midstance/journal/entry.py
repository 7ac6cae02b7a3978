"""One entry of the journal: what it must look like before it is kept for ever."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from midstance.journal.fields import DAY, UUID
from midstance.journal.kinds import wrong_field

ENTRY_LIMIT_BYTES = 64 * 1024
# Far above any real entry, far below where JSON readers of any language give up.
NESTING_LIMIT = 32

KIND = re.compile(r"[A-Za-z][A-Za-z0-9_.:-]{0,63}")
ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
# Any year that four digits can say: a wrong clock is no reason to refuse somebody's work.
AT = re.compile(
    r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z-[0-9a-f]{6}-[0-9a-f]{8}"
)

_ascii = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode

Json = Any  # what a JSON reader returns: the type checker has no name for it


class Invalid(Exception):  # noqa: N818 - the contract's word for it
    """An entry that cannot be kept; `field` names the culprit, "" when it is the whole entry."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field = field
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that was checked; `text` is its JSON in ASCII, which any database can hold.

    `deleted` is None when the entry says nothing about it.
    """

    id: str
    kind: str
    record: str
    day: str
    zone: str
    at: str
    v: int
    deleted: bool | None
    set: dict[str, Json]
    text: str


def read(raw: Json) -> Entry:
    """Check one JSON value against the envelope and, where known, its kind.

    Fields come before the whole, so that whatever is wrong with one is told by its name.

    Raises:
        Invalid: it is not an entry, or a field has a wrong type or range.
    """
    if not isinstance(raw, dict):
        raise Invalid("", "An entry is a JSON object.")
    changes = raw.get("set", {})
    if not isinstance(changes, dict):
        raise Invalid("set", "set must be an object of fields.")
    deleted = raw.get("deleted")
    if "deleted" in raw and not isinstance(deleted, bool):
        raise Invalid("deleted", "deleted must be true or false.")
    kind, v = _matching(raw, "kind", KIND, "a short word"), _version(raw)
    envelope = {
        "id": _matching(raw, "id", UUID, "a UUID"),
        "record": _matching(raw, "record", UUID, "a UUID"),
        "day": _day(raw),
        "zone": _matching(raw, "zone", ZONE, "an IANA time zone"),
        "at": _matching(raw, "at", AT, "a clock like 2026-11-22T10:00:00.000Z-000000-0a1b2c3d"),
    }
    if wrong := wrong_field(kind, v, changes):
        raise Invalid(f"set.{wrong.field}", f"{wrong.field} must be {wrong.expected}.")
    text = _text(raw)
    return Entry(**envelope, kind=kind, v=v, deleted=deleted, set=changes, text=text)


def stored(text: str) -> Entry:
    """An entry as the journal holds it. It was checked when it came and is never refused later."""
    raw = json.loads(text)
    return Entry(
        **{field: raw[field] for field in ("id", "kind", "record", "day", "zone", "at", "v")},
        deleted=raw.get("deleted"),
        set=raw.get("set", {}),
        text=text,
    )


def same(text: str, other: str) -> bool:
    """Do two entries, as JSON text, have the same content?

    The order of keys is no content. 1 and 1.0 are one number, because a phone that reads 1.0
    hands on 1; true is not a number.
    """
    return text == other or _canonical(json.loads(text)) == _canonical(json.loads(other))


def _text(raw: dict[str, Json]) -> str:
    try:
        text = _ascii(raw)
    except ValueError as error:
        raise Invalid("", "A number is not finite, which JSON does not know.") from error
    except RecursionError as error:
        raise _too_deep() from error
    if len(text) > ENTRY_LIMIT_BYTES and _utf8_bytes(raw) > ENTRY_LIMIT_BYTES:
        raise Invalid("", f"The entry is larger than {ENTRY_LIMIT_BYTES // 1024} KiB.")
    if text.count("{") + text.count("[") > NESTING_LIMIT and _depth(raw) > NESTING_LIMIT:
        raise _too_deep()
    return text


def _utf8_bytes(raw: Json) -> int:
    """The size as a phone sends it: the ASCII form writes a letter of Greek in six bytes."""
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    return len(text.encode("utf-8", "surrogatepass"))


def _depth(raw: Json) -> int:
    depth, level = 0, [raw]
    while level:
        depth += 1
        level = [
            inner
            for value in level
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, dict | list)
        ]
    return depth


def _too_deep() -> Invalid:
    return Invalid("", f"The entry is nested deeper than {NESTING_LIMIT} levels.")


def _matching(raw: dict[str, Json], field: str, pattern: re.Pattern[str], expected: str) -> str:
    value = raw.get(field)
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    raise Invalid(field, f"{field} must be {expected}.")


def _day(raw: dict[str, Json]) -> str:
    day = _matching(raw, "day", DAY, "a date like 2026-11-22")
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise Invalid("day", "day must be a date of the calendar.") from error
    return day


def _version(raw: dict[str, Json]) -> int:
    v = raw.get("v")
    if isinstance(v, int) and not isinstance(v, bool) and v >= 1:
        return v
    raise Invalid("v", "v must be a whole number from 1 up.")


def _canonical(value: Json) -> Json:
    """A form in which `==` means equal JSON; Python alone holds True for 1."""
    if isinstance(value, dict):
        return {key: _canonical(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_canonical(inner) for inner in value]
    return (value,) if isinstance(value, bool) else value
