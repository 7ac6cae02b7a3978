"""Making the projections again from the journal, which must change nothing."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, delete, insert, select
from sqlmodel import Session

from midstance.database import Database
from midstance.journal.entry import Entry, stored
from midstance.journal.head import START, lock
from midstance.journal.merge import Cells, cells, merge, view
from midstance.journal.project import LOGS, Key, log_row, record_row
from midstance.journal.tables import ENTRY, HEAD, RECORD

BATCH = 1000


@dataclass
class Report:
    """What a rebuild met; `changed` has a sentence for everything that was not as it should be."""

    athletes: int = 0
    entries: int = 0
    records: int = 0
    changed: list[str] = field(default_factory=list)


def rebuild(database: Database) -> Report:
    """Fold every athlete's journal again and put right what differs, one transaction each."""
    report = Report()
    with database.read() as db:
        athletes = db.execute(select(HEAD.c.athlete_id).order_by(HEAD.c.athlete_id)).scalars().all()
    for athlete_id in athletes:
        with database.write() as db:
            _rebuild_one(db, athlete_id, report)
    return report


def _rebuild_one(db: Session, athlete_id: str, report: Report) -> None:
    head = lock(db, athlete_id)
    position, records = START, dict[Key, Cells]()
    for row, entry in _journal(db, athlete_id):
        position = position.after(entry.id, len(entry.text))
        if tuple(row[:3]) != position:
            report.changed.append(f"{athlete_id}: the chain breaks at entry {row.seq}")
            position = type(position)(*row[:3])
        key = (entry.kind, entry.record)
        records[key] = merge(records.get(key, {}), cells(entry))
        report.entries += 1
    if position != head:
        report.changed.append(f"{athlete_id}: the journal ends at {position.seq}, not {head.seq}")
    report.athletes += 1
    report.records += len(records)
    for table, rows in _projections(athlete_id, records):
        if wrong := _replace(db, table, athlete_id, rows):
            report.changed.append(f"{athlete_id}: {wrong} rows of {table.name} were wrong")


def _journal(db: Session, athlete_id: str) -> Iterator[tuple[Any, Entry]]:
    columns = (ENTRY.c.seq, ENTRY.c.chain, ENTRY.c.bytes_total, ENTRY.c.text)
    seq = START.seq
    while True:
        mine = (ENTRY.c.athlete_id == athlete_id, ENTRY.c.seq > seq)
        rows = db.execute(select(*columns).where(*mine).order_by(ENTRY.c.seq).limit(BATCH)).all()
        if not rows:
            return
        for row in rows:
            yield row, stored(row.text)
        seq = rows[-1].seq


def _projections(
    athlete_id: str, records: dict[Key, Cells]
) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    yield RECORD, [record_row(athlete_id, *key, record) for key, record in records.items()]
    views = {key: view(record) for key, record in records.items()}
    for kind, log in LOGS.items():
        yield (
            log,
            [
                log_row(log, athlete_id, kind, record, seen)
                for (of, record), seen in views.items()
                if of == kind and not seen.deleted
            ],
        )


def _replace(db: Session, table: Table, athlete_id: str, rows: list[dict[str, Any]]) -> int:
    """Put `rows` in the place of what is there. Answers with how many rows were different."""
    mine = table.c.athlete_id == athlete_id
    there = _comparable(row._mapping for row in db.execute(select(table).where(mine)))
    wanted = _comparable(rows)
    different = there ^ wanted
    if different:
        db.execute(delete(table).where(mine))
        if rows:
            db.execute(insert(table), rows)
    return len(different)


def _comparable(rows: Iterable[Any]) -> set[str]:
    return {json.dumps(dict(row), sort_keys=True) for row in rows}
