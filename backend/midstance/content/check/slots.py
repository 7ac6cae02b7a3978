"""Rules for where a slot begins: what it carries on, its entries, and tempos of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from midstance.content.check.loose import string, strings, table, tables
from midstance.content.read import Document, Problem

Tables = Mapping[str, Mapping[str, Any]]
UNLOADED = frozenset({"none", "body", "band"})


def slot_problems(program: Document, everywhere: Tables, catalog: Tables) -> Iterator[Problem]:
    """Problems of each slot's beginning; `everywhere` are the slots of all programs by their id."""
    for slot_id, value in table(program.data.get("slots")).items():
        slot, key = table(value), f"slots.{slot_id}"
        yield from _carries(program.file, key, slot_id, slot, everywhere)
        yield from _entry(program.file, key, slot, catalog)
        for slug in table(slot.get("tempos")):
            measure = table(catalog.get(slug)).get("measure")
            if slug not in strings(slot.get("chain")):
                told = f"{slug!r} is not in the chain"
                yield Problem(program.file, f"{key}.tempos.{slug}", told)
            elif measure and measure != "reps":
                told = f"never used: {slug!r} has no reps"
                yield Problem(program.file, f"{key}.tempos.{slug}", told)


def _carries(
    file: str, key: str, slot_id: str, slot: Mapping[str, Any], everywhere: Tables
) -> Iterator[Problem]:
    chain = set(strings(slot.get("chain")))
    for index, other in enumerate(strings(slot.get("carries"))):
        where = f"{key}.carries[{index}]"
        if other == slot_id:
            yield Problem(file, where, "carries itself")
        elif other and other not in everywhere:
            yield Problem(file, where, f"there is no slot {other!r}")
        elif other and not chain & set(strings(everywhere[other].get("chain"))):
            yield Problem(file, where, f"carries nothing: no exercise of {other!r} is in its chain")
    if "start_below" in slot and not slot.get("carries"):
        yield Problem(file, f"{key}.start_below", "never used: the slot carries nothing")


def _entry(file: str, key: str, slot: Mapping[str, Any], catalog: Tables) -> Iterator[Problem]:
    for experience, first in table(slot.get("entry")).items():
        slug, where = string(table(first).get("exercise")), f"{key}.entry.{experience}"
        if slug and slug not in strings(slot.get("chain")):
            yield Problem(file, f"{where}.exercise", f"{slug!r} is not in the chain")
        elif slug in catalog and "body_mass" in table(first):
            loads = {string(way.get("load")) for way in tables(catalog[slug].get("equipment"))}
            if loads <= UNLOADED:
                yield Problem(file, f"{where}.body_mass", f"never used: {slug!r} takes no load")
