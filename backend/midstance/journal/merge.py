"""How entries become records: per field, the highest clock wins.

A record is a map of cells, and merging two maps takes the later cell of each. That makes merging
commutative, associative and idempotent, so entries may come late, twice and in any order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from midstance.journal.entry import Entry

# Cells of the envelope; fields of `set` carry a prefix, so that one named "day" is no trouble.
DELETED, DAY, ZONE = "deleted", "day", "zone"
FIELD = "set."


class Cell(NamedTuple):
    """A value and who wrote it; two cells with one clock are told apart by their entry."""

    at: str
    entry: str
    value: Any


Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class View:
    """What a record's cells say: the fields that have a value, and the envelope."""

    fields: dict[str, Any]
    deleted: bool
    day: str
    zone: str


def cells(entry: Entry) -> Cells:
    """What one entry says by itself."""
    said = {FIELD + field: value for field, value in entry.set.items()}
    said[DAY], said[ZONE] = entry.day, entry.zone
    if entry.deleted is not None:
        said[DELETED] = entry.deleted
    return {cell: Cell(entry.at, entry.id, value) for cell, value in said.items()}


def merge(one: Cells, other: Cells) -> Cells:
    """Both together. Neither argument is changed."""
    merged = dict(one)
    for name, cell in other.items():
        held = merged.get(name)
        if held is None or cell[:2] > held[:2]:
            merged[name] = cell
    return merged


def fold(entries: Iterable[Entry]) -> Cells:
    """All entries about one record, in any order."""
    merged: Cells = {}
    for entry in entries:
        merged = merge(merged, cells(entry))
    return merged


def view(cells: Cells) -> View:
    """The record itself: a field that was cleared is not there."""
    fields = {
        name.removeprefix(FIELD): cell.value
        for name, cell in cells.items()
        if name.startswith(FIELD) and cell.value is not None
    }
    return View(
        fields=fields,
        deleted=DELETED in cells and bool(cells[DELETED].value),
        day=cells[DAY].value,
        zone=cells[ZONE].value,
    )
