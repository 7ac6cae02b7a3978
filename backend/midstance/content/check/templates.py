"""Rules for the order of a session: its blocks, its rounds, and where jumps belong."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from midstance.content.check.gates import JUMPS
from midstance.content.check.loose import number, string, table, tables
from midstance.content.program import Block
from midstance.content.read import Document, Problem

ORDER: tuple[str, ...] = get_args(Block)


def template_problems(program: Document, jumps_gap_h: float | None) -> Iterator[Problem]:
    """Blocks out of their order, jumps outside of theirs or too close, and rounds with a gap."""
    slots = table(program.data.get("slots"))
    for index, template in enumerate(tables(program.data.get("templates"))):
        places = tables(template.get("slots"))
        yield from _order(program.file, f"templates[{index}]", places)
        yield from _rounds(program.file, f"templates[{index}]", places)
        if jumps_gap_h is not None and any(place.get("block") == "plyo" for place in places):
            yield from _gap(program.file, f"templates[{index}]", template, jumps_gap_h)
        for at, place in enumerate(places):
            block = string(place.get("block"))
            pattern = string(table(slots.get(string(place.get("slot")))).get("pattern"))
            if block in ORDER and pattern and (block == "plyo") != pattern.startswith(JUMPS):
                told = "jumps belong there" if block != "plyo" else "only jumps belong there"
                key = f"templates[{index}].slots[{at}].block"
                yield Problem(program.file, key, f"the block of {pattern!r}: plyo, and {told}")


def _order(file: str, key: str, places: list[dict[str, Any]]) -> Iterator[Problem]:
    reached = 0
    for at, place in enumerate(places):
        block = string(place.get("block"))
        if block not in ORDER:
            continue
        if ORDER.index(block) < reached:
            told = f"{block!r} after {ORDER[reached]!r}: the order is {', '.join(ORDER)}"
            yield Problem(file, f"{key}.slots[{at}].block", told)
        reached = max(reached, ORDER.index(block))


def _gap(file: str, key: str, template: Mapping[str, Any], least: float) -> Iterator[Problem]:
    """Light sessions may lie on the day after any other, so that jumps have no place in them."""
    gap_h = number(template.get("gap_h"))
    if template.get("kind") == "light":
        yield Problem(file, f"{key}.kind", f"jumps need {least:g} hours: never in a light session")
    if gap_h is not None and gap_h < least:
        yield Problem(file, f"{key}.gap_h", f"jumps need {least:g} hours after them")


def _rounds(file: str, key: str, places: list[dict[str, Any]]) -> Iterator[Problem]:
    groups = [string(place.get("group")) for place in places]
    for at, group in enumerate(groups):
        where = f"{key}.slots[{at}].group"
        if group and groups.count(group) == 1:
            yield Problem(file, where, f"{group!r} is no round: nothing else is in it")
        elif group and at and group in groups[:at] and groups[at - 1] != group:
            yield Problem(file, where, f"{group!r} is interrupted: a round has no gap")


def sets_of(place: Mapping[str, Any], slot: Mapping[str, Any]) -> object:
    """The sets of a slot where it stands in a template."""
    return place.get("sets", slot.get("sets"))
