"""A reason in words: the policy's sentence with its values in the runner's units."""

import re
from calendar import month_name
from datetime import date
from typing import Any

from midstance.training.values import Explained, Policy, Reason

GRAMS_PER_LB = 453.59237


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
    if name.endswith("load_g"):
        return load_text(value, units)
    if isinstance(value, list):
        return ", ".join(_word(name, each, units) for each in value)
    if name == "until":
        day = date.fromisoformat(value)
        return f"{month_name[day.month]} {day.day}"
    if isinstance(value, str):
        return value.replace("_", " ")
    return _decimal(int(value * 100 + 0.5), 100)


def _decimal(parts: int, whole: int) -> str:
    """`parts` of `whole` (10 or 100) as a decimal without trailing zeros."""
    left = str(parts % whole).zfill(len(str(whole)) - 1).rstrip("0")
    return f"{parts // whole}.{left}" if left else str(parts // whole)
