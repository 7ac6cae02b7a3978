"""Keeping the projections in step with the journal: records, and the typed logs made of them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Float, Table, Text, bindparam, select
from sqlmodel import Session

from midstance.journal.entry import Entry
from midstance.journal.kinds import known_fields
from midstance.journal.merge import FIELD, Cell, Cells, View, cells, merge, view
from midstance.journal.rows import batches, put, remove
from midstance.journal.tables import (
    RECORD,
    AssessmentLog,
    CheckinLog,
    RunLog,
    SessionLog,
    SetLog,
    table_of,
)

LOGS: Mapping[str, Table] = {
    "session": table_of(SessionLog),
    "set": table_of(SetLog),
    "checkin": table_of(CheckinLog),
    "run": table_of(RunLog),
    "assessment": table_of(AssessmentLog),
}

Key = tuple[str, str]  # kind and record
_RECORDS = select(RECORD).where(
    RECORD.c.athlete_id == bindparam("mine"),
    RECORD.c.kind == bindparam("kind"),
    RECORD.c.record.in_(bindparam("some", expanding=True)),
)
_ENVELOPE = {"athlete_id", "record", "day", "zone"}


_json = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode


def project(db: Session, athlete_id: str, entries: Sequence[Entry]) -> None:
    """Fold new entries into the records they are about."""
    touched = _held(db, athlete_id, {(entry.kind, entry.record) for entry in entries})
    for entry in entries:
        key = (entry.kind, entry.record)
        touched[key] = merge(touched.get(key, {}), cells(entry))
    write(db, athlete_id, touched)


def write(db: Session, athlete_id: str, records: Mapping[Key, Cells]) -> None:
    """Store records and their rows in the typed logs; a deleted record has no row there."""
    views = {key: view(record) for key, record in records.items()}
    put(db, RECORD, [record_row(athlete_id, *key, records[key]) for key in records])
    for kind, log in LOGS.items():
        mine = {record: view for (of, record), view in views.items() if of == kind}
        alive = [
            log_row(log, athlete_id, kind, record, view)
            for record, view in mine.items()
            if not view.deleted
        ]
        put(db, log, alive)
        remove(db, log, athlete_id, [record for record, view in mine.items() if view.deleted])


def record_row(athlete_id: str, kind: str, record: str, cells: Cells) -> dict[str, Any]:
    """A row of `record`. Sorted, so that the same record is the same text whatever came first."""
    seen = view(cells)
    return {
        "athlete_id": athlete_id,
        "kind": kind,
        "record": record,
        "day": seen.day,
        "zone": seen.zone,
        "deleted": seen.deleted,
        "fields": _json(seen.fields),
        "stamps": _json({name: cell[:2] for name, cell in cells.items()}),
    }


def log_row(log: Table, athlete_id: str, kind: str, record: str, view: View) -> dict[str, Any]:
    """A row of a typed log: of the record's fields those that this version understands."""
    fields = known_fields(kind, view.fields)
    row = {"athlete_id": athlete_id, "record": record, "day": view.day, "zone": view.zone}
    for column in log.columns:
        if column.name not in _ENVELOPE:
            row[column.name] = _value(column.type, fields.get(column.name))
    return row


def _held(db: Session, athlete_id: str, keys: Iterable[Key]) -> dict[Key, Cells]:
    """The cells of those records that exist."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, record in keys:
        by_kind[kind].append(record)
    held: dict[Key, Cells] = {}
    for kind, records in by_kind.items():
        for some in batches(records):
            found = db.execute(_RECORDS, {"mine": athlete_id, "kind": kind, "some": some})
            held |= {(kind, row.record): _cells(row) for row in found}
    return held


def _cells(row: Any) -> Cells:
    values: dict[str, Any] = {"deleted": row.deleted, "day": row.day, "zone": row.zone}
    fields = json.loads(row.fields)
    values |= {FIELD + field: value for field, value in fields.items()}
    stamps: dict[str, tuple[str, str]] = json.loads(row.stamps)
    return {name: Cell(at, entry, values.get(name)) for name, (at, entry) in stamps.items()}


def _value(of: Any, value: Any) -> Any:
    """A field as its column can hold it; no database takes every text that JSON can say."""
    if value is None:
        return None
    if isinstance(of, Text):
        return _json(value)
    if isinstance(of, Float):
        return float(value)
    return None if isinstance(value, str) and not value.isprintable() else value
