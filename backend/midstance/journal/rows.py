"""Writing rows of the journal's tables, in the dialect in use."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

Row = Mapping[str, Any]
# Databases limit the parameters of one statement; a list this long stays far below it.
IN_LIMIT = 500


def ensure(db: Session, table: Table, row: Row) -> None:
    """Add a row unless one with its key is there, also when somebody else adds it just now."""
    db.execute(_ensuring(_dialect(db), table), [row])


def put(db: Session, table: Table, rows: Sequence[Row]) -> None:
    """Add rows, or replace those with the same primary key. All have every column."""
    if rows:
        db.execute(_putting(_dialect(db), table), list(rows))


def remove(db: Session, table: Table, athlete_id: str, records: Iterable[str]) -> None:
    """Take the athlete's rows of these records out of a projection."""
    for some in batches(records):
        db.execute(_removing(table), {"mine": athlete_id, "some": some})


def batches(values: Iterable[str]) -> Iterable[list[str]]:
    """Lists short enough for an IN."""
    everything = list(values)
    for start in range(0, len(everything), IN_LIMIT):
        yield everything[start : start + IN_LIMIT]


def _dialect(db: Session) -> str:
    return db.get_bind().dialect.name


# Building a statement takes longer than running it, so each is built once.


@cache
def _ensuring(dialect: str, table: Table) -> Any:
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def _putting(dialect: str, table: Table) -> Any:
    statement = _insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    replaced = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=replaced)


@cache
def _removing(table: Table) -> Any:
    mine = table.c.athlete_id == bindparam("mine")
    return delete(table).where(mine, table.c.record.in_(bindparam("some", expanding=True)))


def _insert(dialect: str, table: Table) -> Any:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
