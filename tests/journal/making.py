"""Entries for tests: whole and valid unless a test says otherwise."""

import itertools
from typing import Any

_numbers = itertools.count(1)

DAY = "2026-11-22"
ZONE = "Europe/Paris"


def uuid(number: int) -> str:
    """A UUIDv7 that says its number."""
    return f"019aaa00-0000-7000-8000-{number:012x}"


def new_uuid() -> str:
    return uuid(next(_numbers))


def clock(ms: int = 0, counter: int = 0, device: str = "0a1b2c3d") -> str:
    """A reading on the morning of DAY, `ms` milliseconds (below a minute) after ten."""
    return f"{DAY}T10:00:{ms // 1000:02}.{ms % 1000:03}Z-{counter:06x}-{device}"


def entry(kind: str = "set", **said: Any) -> dict[str, Any]:
    """An entry; what is said replaces or joins the usual."""
    usual = {
        "id": new_uuid(),
        "record": new_uuid(),
        "kind": kind,
        "day": DAY,
        "zone": ZONE,
        "at": clock(),
        "v": 1,
        "set": {},
    }
    return usual | said
