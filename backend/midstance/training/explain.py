"""A reason in words: the policy's sentence with its values in the runner's units."""

import re
from calendar import month_name
from datetime import date
from typing import Any

from midstance.training.values import Explained, Policy, Reason

GRAMS_PER_LB = 453.59237
METERS_PER_MILE = 1609.344


def explain(reason: Reason, policy: Policy, units: str) -> Explained:
    """The sentence and the source of `reason`; `units` is "kg" or "lb".

    A rule that the policy does not know (an older pack) is told by its name.
    """
    known = policy["reasons"].get(reason["rule"])
    if known is None:
        return {"text": reason["rule"].replace("_", " "), "source": ""}
    values = reason.get("values") or {}
    text = re.sub(r"\{(\w+)\}", lambda m: _word(m[1], values.get(m[1]), units), known["text"])
    return {"text": text, "source": known["source"]}


def load_text(load_g: int, units: str) -> str:
    """Grams as "12 kg", "1.25 kg" or "26.5 lb"; nothing is body weight."""
    if load_g == 0:
        return "body weight"
    if units == "lb":
        return f"{_decimal(int(load_g / GRAMS_PER_LB * 10 + 0.5), 10)} lb"
    return f"{_decimal(int(load_g / 10 + 0.5), 100)} kg"


def _word(name: str, value: Any, units: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_word(name, each, units) for each in value)
    if isinstance(value, str):
        return _day_text(value) if name == "until" else value.replace("_", " ")
    if name.endswith("load_g"):
        return load_text(value, units)
    if name.endswith("run_m"):
        return _run_text(value, units)
    return _decimal(int(value * 100 + 0.5), 100)


def _day_text(day: str) -> str:
    """The date "2026-01-12" as "January 12"."""
    at = date.fromisoformat(day)
    return f"{month_name[at.month]} {at.day}"


def _run_text(run_m: float, units: str) -> str:
    """Meters as "14 km" or "8.7 mi"."""
    meters, unit = (METERS_PER_MILE, "mi") if units == "lb" else (1000, "km")
    return f"{_decimal(int(run_m / meters * 10 + 0.5), 10)} {unit}"


def _decimal(parts: int, whole: int) -> str:
    """`parts` of `whole` (10 or 100) as a decimal without trailing zeros."""
    left = str(parts % whole).zfill(len(str(whole)) - 1).rstrip("0")
    return f"{parts // whole}.{left}" if left else str(parts // whole)
