"""Writing rows of the journal's tables, in the dialect in use."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

Row = Mapping[str, Any]
# Databases limit the parameters of one statement; a list this long stays far below it.
IN_LIMIT = 500


def ensure(db: Session, table: Table, row: Row) -> None:
    """Add a row unless one with its key is there, also when somebody else adds it just now."""
    db.execute(_insert(db, table).on_conflict_do_nothing(), [row])


def put(db: Session, table: Table, rows: Sequence[Row]) -> None:
    """Add rows, or replace those with the same primary key. All have every column."""
    if not rows:
        return
    statement = _insert(db, table)
    replaced = {column.name: statement.excluded[column.name] for column in table.columns}
    keys = [column.name for column in table.primary_key]
    for key in keys:
        del replaced[key]
    db.execute(statement.on_conflict_do_update(index_elements=keys, set_=replaced), list(rows))


def remove(db: Session, table: Table, athlete_id: str, records: Iterable[str]) -> None:
    """Take the athlete's rows of these records out of a projection."""
    for some in batches(records):
        mine = table.c.athlete_id == athlete_id
        db.execute(delete(table).where(mine, table.c.record.in_(some)))


def batches(values: Iterable[str]) -> Iterable[list[str]]:
    """Lists short enough for an IN."""
    everything = list(values)
    for start in range(0, len(everything), IN_LIMIT):
        yield everything[start : start + IN_LIMIT]


def _insert(db: Session, table: Table) -> Any:
    dialect = db.get_bind().dialect.name
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
