"""Looking into values that may not fit their schema: what is of another type counts as absent."""

from typing import Any


def table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def tables(value: object) -> list[dict[str, Any]]:
    """The tables of an array; anything else in it as an empty one, so that indexes stay right."""
    return [table(item) for item in value] if isinstance(value, list) else []


def string(value: object) -> str:
    return value if isinstance(value, str) else ""


def strings(value: object) -> list[str]:
    """The strings of an array; anything else in it as an empty one, so that indexes stay right."""
    return [string(item) for item in value] if isinstance(value, list) else []


def numbers(value: object) -> list[float]:
    """The numbers of an array."""
    found = [number(item) for item in value] if isinstance(value, list) else []
    return [item for item in found if item is not None]


def number(value: object) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
