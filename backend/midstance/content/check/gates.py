"""Rules for what is to be shown: each criterion of a gate or a closed slot says by which record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from midstance.content.check.loose import number, string, table, tables
from midstance.content.read import Document, Problem

NEEDS = {
    "test": frozenset({"assessment", "norm", "side_difference"}),
    "slot": frozenset({"set", "clean_sessions", "rep_ratio", "quality"}),
    "or_min": frozenset({"norm"}),
}
"""Keys that some evidence cannot do without and that no other has."""
TIMED = frozenset({"pain", "soreness", "contacts"})
OF_A_STAY = frozenset({"share_done", "pain", "soreness"})
"""Evidence of the last sessions in a stage; a slot opens by the whole log, so by none of these."""
PARTS = frozenset({"share_done", "rep_ratio"})
JUMPS = "plyo_"


def gate_problems(program: Document, tests: Collection[str]) -> Iterator[Problem]:
    """Problems of every criterion in `program`, of stages that end on nothing, of open jumps."""
    slots = table(program.data.get("slots"))
    for index, stage in enumerate(tables(program.data.get("stages"))):
        gate = tables(stage.get("gate"))
        yield from _criteria(program.file, f"stages[{index}].gate", gate, slots, tests)
        if gate and all(criterion.get("blocks") is False for criterion in gate):
            yield Problem(program.file, f"stages[{index}].gate", "nothing in it blocks")
    for slot_id, slot in slots.items():
        key, opens = f"slots.{slot_id}.opens", tables(table(slot).get("opens"))
        yield from _criteria(program.file, key, opens, slots, tests)
        for at, criterion in enumerate(opens):
            if (evidence := string(criterion.get("evidence"))) in OF_A_STAY:
                told = f"{evidence!r} looks at sessions of one stage, a slot opens in any"
                yield Problem(program.file, f"{key}[{at}].evidence", told)
        if string(table(slot).get("pattern")).startswith(JUMPS) and not opens:
            yield Problem(program.file, key, "missing: jumps stay closed until something is shown")


def _criteria(
    file: str,
    key: str,
    criteria: Sequence[Mapping[str, Any]],
    slots: Mapping[str, Any],
    tests: Collection[str],
) -> Iterator[Problem]:
    keys = [string(criterion.get("key")) for criterion in criteria]
    for at, criterion in enumerate(criteria):
        where = f"{key}[{at}]"
        if keys[at] and keys[at] in keys[:at]:
            yield Problem(file, f"{where}.key", f"{keys[at]!r} is already taken")
        yield from _evidence(file, where, criterion)
        yield from _bounds(file, where, criterion)
        slot, test = string(criterion.get("slot")), string(criterion.get("test"))
        if slot and slot not in slots:
            yield Problem(file, f"{where}.slot", f"there is no slot {slot!r}")
        if test and test not in tests:
            yield Problem(file, f"{where}.test", f"there is no test {test!r} in assessments.toml")


def _evidence(file: str, where: str, criterion: Mapping[str, Any]) -> Iterator[Problem]:
    evidence = string(criterion.get("evidence"))
    for key, by in NEEDS.items():
        if evidence in by and key not in criterion:
            yield Problem(file, f"{where}.{key}", f"missing: {evidence!r} needs it")
        if evidence and evidence not in by and key in criterion:
            yield Problem(file, f"{where}.{key}", f"never used: {evidence!r} has none")
    if evidence and evidence not in TIMED and "times" in criterion:
        yield Problem(file, f"{where}.times", f"never used: {evidence!r} has none")


def _bounds(file: str, where: str, criterion: Mapping[str, Any]) -> Iterator[Problem]:
    low, high = number(criterion.get("min")), number(criterion.get("max"))
    if "min" not in criterion and "max" not in criterion:
        yield Problem(file, f"{where}.min", "missing: a criterion has a min or a max")
    if low is not None and high is not None and low > high:
        yield Problem(file, f"{where}.min", f"{low:g} is above the maximum, {high:g}")
    if string(criterion.get("evidence")) in PARTS:
        for key, bound in (("min", low), ("max", high)):
            if bound is not None and not 0 <= bound <= 1:
                yield Problem(file, f"{where}.{key}", f"a share is from 0 to 1, is {bound:g}")
