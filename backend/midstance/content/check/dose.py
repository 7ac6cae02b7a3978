"""Rules for what a slot prescribes: a range for each measure of its chain, and none besides."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from midstance.content.check.loose import number, string, strings, table, tables
from midstance.content.read import Problem

RANGES = {"reps": "reps", "hold": "hold_s", "contacts": "contacts", "distance": "distance_m"}
HEAVY_LOADS = frozenset({"barbell", "stack"})


def dose_problems(
    file: str,
    key: str,
    slot: Mapping[str, Any],
    catalog: Mapping[str, Mapping[str, Any]],
    contacts_step: float | None,
) -> Iterator[Problem]:
    """Problems of one slot's numbers, given the exercises of its chain.

    Contacts rise by the part `contacts_step` at once at most, also to the next exercise.
    """
    for name in (*RANGES.values(), "heavy_reps"):
        yield from _range(file, f"{key}.{name}", table(slot.get(name)))
        if name != "reps" and "beyond" in table(slot.get(name)):
            yield Problem(file, f"{key}.{name}.beyond", "only reps go on beyond their range")
    known = [catalog[slug] for slug in strings(slot.get("chain")) if slug in catalog]
    if not known:
        return
    asked = {RANGES.get(string(exercise.get("measure")), "") for exercise in known}
    for name in RANGES.values():
        if name in asked and name not in slot:
            yield Problem(file, f"{key}.{name}", "missing: an exercise of the chain counts it")
        if name in slot and name not in asked:
            yield Problem(file, f"{key}.{name}", "never used: no exercise of the chain counts it")
    if "tempo" in slot and "reps" not in asked:
        yield Problem(file, f"{key}.tempo", "never used: no exercise of the chain has reps")
    if "heavy_reps" in slot:
        yield from _heavy(file, key, slot, known)
    if contacts_step is not None:
        yield from _rises(file, f"{key}.contacts", slot, known, contacts_step)


def _range(file: str, key: str, given: Mapping[str, Any]) -> Iterator[Problem]:
    low, high, step = (number(given.get(part)) for part in ("min", "max", "step"))
    if low is None or high is None:
        return
    if low > high:
        yield Problem(file, f"{key}.min", f"{low:g} is above the maximum, {high:g}")
    elif step is not None and low < high and step > high - low:
        yield Problem(file, f"{key}.step", f"{step:g} steps over the whole range")
    beyond = number(given.get("beyond"))
    if beyond is not None and step is not None and beyond < high + step:
        told = f"{beyond:g} is no step above the maximum, {high:g}"
        yield Problem(file, f"{key}.beyond", told)


def _rises(
    file: str,
    key: str,
    slot: Mapping[str, Any],
    known: list[Mapping[str, Any]],
    most: float,
) -> Iterator[Problem]:
    given = table(slot.get("contacts"))
    low, high, step = (number(given.get(part)) for part in ("min", "max", "step"))
    if low is None or high is None or not step or not low <= high:
        return
    if min(low + step, high) > low * (1 + most) + _ROUNDING:
        yield Problem(file, f"{key}.step", f"from {low:g} by {step:g} is more than {most:.0%}")
    sides = [2 if exercise.get("laterality") == "unilateral" else 1 for exercise in known]
    for before, after in pairwise(sides):
        if low * after > high * before * (1 + most) + _ROUNDING:
            told = f"{high * before:g} to {low * after:g} at the next exercise, over {most:.0%}"
            yield Problem(file, f"{key}.min", told)


_ROUNDING = 1e-9


def _heavy(
    file: str, key: str, slot: Mapping[str, Any], known: list[Mapping[str, Any]]
) -> Iterator[Problem]:
    loads = {
        string(alternative.get("load"))
        for exercise in known
        for alternative in tables(exercise.get("equipment"))
    }
    if not loads & HEAVY_LOADS:
        yield Problem(file, f"{key}.heavy_reps", "never used: no bar and no stack in the chain")
    heavy, plain = (number(table(slot.get(k)).get("max")) for k in ("heavy_reps", "reps"))
    if heavy is not None and plain is not None and heavy > plain:
        yield Problem(file, f"{key}.heavy_reps.max", f"{heavy:g} is above the usual {plain:g}")
