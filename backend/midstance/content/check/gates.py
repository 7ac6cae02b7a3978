"""Rules for the gates of a program: each criterion can be shown, and says by what."""

from collections.abc import Iterator, Mapping
from typing import Any

from midstance.content.check.loose import number, string, table, tables
from midstance.content.read import Document, Problem

BY_TEST = frozenset({"assessment", "side_difference"})


def gate_problems(program: Document) -> Iterator[Problem]:
    """Problems of every criterion, and a stage that ends on nothing at all."""
    slots = table(program.data.get("slots"))
    for index, stage in enumerate(tables(program.data.get("stages"))):
        gate = tables(stage.get("gate"))
        keys = [string(criterion.get("key")) for criterion in gate]
        for at, criterion in enumerate(gate):
            where = f"stages[{index}].gate[{at}]"
            if keys[at] and keys[at] in keys[:at]:
                yield Problem(program.file, f"{where}.key", f"{keys[at]!r} is already taken")
            yield from _evidence(program.file, where, criterion, slots)
            yield from _bounds(program.file, where, criterion)
        if gate and all(criterion.get("blocks") is False for criterion in gate):
            yield Problem(program.file, f"stages[{index}].gate", "nothing in it blocks")


def _evidence(
    file: str, where: str, criterion: Mapping[str, Any], slots: Mapping[str, Any]
) -> Iterator[Problem]:
    evidence, slot = string(criterion.get("evidence")), string(criterion.get("slot"))
    for key, wanted in (("test", evidence in BY_TEST), ("slot", evidence == "set")):
        if wanted and key not in criterion:
            yield Problem(file, f"{where}.{key}", f"missing: {evidence!r} needs it")
        if evidence and not wanted and key in criterion:
            yield Problem(file, f"{where}.{key}", f"never used: {evidence!r} has none")
    if slot and slot not in slots:
        yield Problem(file, f"{where}.slot", f"there is no slot {slot!r}")


def _bounds(file: str, where: str, criterion: Mapping[str, Any]) -> Iterator[Problem]:
    low, high = number(criterion.get("min")), number(criterion.get("max"))
    if "min" not in criterion and "max" not in criterion:
        yield Problem(file, f"{where}.min", "missing: a criterion has a min or a max")
    if low is not None and high is not None and low > high:
        yield Problem(file, f"{where}.min", f"{low:g} is above the maximum, {high:g}")
    if criterion.get("evidence") == "share_done":
        for key, bound in (("min", low), ("max", high)):
            if bound is not None and not 0 <= bound <= 1:
                yield Problem(file, f"{where}.{key}", f"a share is from 0 to 1, is {bound:g}")
