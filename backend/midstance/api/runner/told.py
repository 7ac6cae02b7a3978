"""Reasons in words, wherever they are in an answer."""

from typing import Any

from midstance.training.explain import explain
from midstance.training.values import Policy

REASONS = {"reasons", "why"}


def told(value: Any, policy: Policy, units: str) -> Any:
    """The same value with `text` and `source` in each of its reasons."""
    if isinstance(value, list):
        return [told(part, policy, units) for part in value]
    if isinstance(value, dict):
        return {
            name: _told(part, policy, units) if _is_why(name, part) else told(part, policy, units)
            for name, part in value.items()
        }
    return value


def _is_why(name: str, value: Any) -> bool:
    """Reasons are a list; the "why" of an exercise or a test is a sentence already."""
    return name in REASONS and isinstance(value, list)


def _told(reasons: list[Any], policy: Policy, units: str) -> list[Any]:
    return [reason | explain(reason, policy, units) for reason in reasons]
