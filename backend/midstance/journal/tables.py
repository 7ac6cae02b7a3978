"""The journal's tables: the entries themselves, and what is folded from them.

Every key begins with `athlete_id` and no row refers to another athlete's, so an installation can
be split by athlete. Entries are only ever added; everything below them can be made again.
"""

from typing import Any, cast

from sqlalchemy import BigInteger, Index, Table, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

import midstance.database  # noqa: F401 - sets the naming convention before the tables are made


class Head(SQLModel, table=True):
    """How far an athlete's journal goes; its row lock puts that athlete's pushes in line."""

    athlete_id: str = Field(primary_key=True, max_length=36)
    seq: int = Field(sa_type=BigInteger)
    chain: str = Field(max_length=32)
    bytes_total: int = Field(sa_type=BigInteger)


class Entry(SQLModel, table=True):
    """One entry as it came. `seq` has no gaps; `chain` and `bytes_total` sum up all before it."""

    __table_args__ = (UniqueConstraint("athlete_id", "id"),)

    athlete_id: str = Field(primary_key=True, max_length=36)
    seq: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    id: str = Field(max_length=36)
    kind: str = Field(max_length=64)
    record: str = Field(max_length=36)
    day: str = Field(max_length=10)
    received_ms: int = Field(sa_type=BigInteger)
    bytes_total: int = Field(sa_type=BigInteger)
    chain: str = Field(max_length=32)
    text: str = Field(sa_type=Text)


class Record(SQLModel, table=True):
    """What all entries about one thing amount to: its fields, and which entry won each of them.

    `fields` and `stamps` are JSON: {field: value} and {cell: [at, entry id]}. Records of unknown
    kinds are kept too, and deleted ones stay as tombstones.
    """

    __table_args__ = (Index("ix_record_day", "athlete_id", "kind", "day"),)

    athlete_id: str = Field(primary_key=True, max_length=36)
    kind: str = Field(primary_key=True, max_length=64)
    record: str = Field(primary_key=True, max_length=36)
    day: str = Field(max_length=10)
    zone: str = Field(max_length=64)
    deleted: bool
    fields: str = Field(sa_type=Text)
    stamps: str = Field(sa_type=Text)


class _Log(SQLModel):
    """What every typed projection begins with; a column is empty where its field has no value."""

    athlete_id: str = Field(primary_key=True, max_length=36)
    record: str = Field(primary_key=True, max_length=36)
    day: str = Field(max_length=10)
    zone: str = Field(max_length=64)


class SessionLog(_Log, table=True):
    __tablename__ = "session_log"
    __table_args__ = (Index("ix_session_log_day", "athlete_id", "day"),)

    template: str | None = None
    place: str | None = None
    started_at: int | None = Field(None, sa_type=BigInteger)
    ended_at: int | None = Field(None, sa_type=BigInteger)
    rpe: float | None = None


class SetLog(_Log, table=True):
    __tablename__ = "set_log"
    __table_args__ = (
        Index("ix_set_log_session", "athlete_id", "session"),
        Index("ix_set_log_exercise", "athlete_id", "exercise", "day"),
    )

    session: str | None = None
    slot: str | None = None
    exercise: str | None = None
    index: int | None = None
    side: str | None = None
    reps: int | None = None
    hold_s: float | None = None
    contacts: int | None = None
    distance_m: float | None = None
    load_g: int | None = None
    rir: float | None = None
    pain: float | None = None
    sharp: bool | None = None
    quality: int | None = None
    tempo: str | None = None
    under_tension_s: float | None = None
    started_at: int | None = Field(None, sa_type=BigInteger)
    ended_at: int | None = Field(None, sa_type=BigInteger)


class CheckinLog(_Log, table=True):
    """The maps by region are JSON."""

    __tablename__ = "checkin_log"
    __table_args__ = (Index("ix_checkin_log_day", "athlete_id", "day"),)

    sleep: int | None = None
    fatigue: int | None = None
    stress: int | None = None
    soreness: str | None = Field(None, sa_type=Text)
    pain: str | None = Field(None, sa_type=Text)
    pain_morning: str | None = Field(None, sa_type=Text)


class RunLog(_Log, table=True):
    __tablename__ = "run_log"
    __table_args__ = (Index("ix_run_log_day", "athlete_id", "day"),)

    started_at: int | None = Field(None, sa_type=BigInteger)
    distance_m: float | None = None
    duration_s: float | None = None
    type: str | None = None
    source: str | None = None


class AssessmentLog(_Log, table=True):
    __tablename__ = "assessment_log"
    __table_args__ = (Index("ix_assessment_log_test", "athlete_id", "test", "day"),)

    test: str | None = None
    side: str | None = None
    value: float | None = None
    pain: float | None = None


def table_of(model: type[SQLModel]) -> Table:
    """The Core table of a model: the journal writes and reads rows, never mapped objects."""
    return cast(Table, cast(Any, model).__table__)


HEAD = table_of(Head)
ENTRY = table_of(Entry)
RECORD = table_of(Record)
