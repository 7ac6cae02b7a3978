"""What an athlete's journal holds of the things the engine looks at, as plain values."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy import select
from sqlmodel import Session

from midstance.clock import now_ms
from midstance.journal.kinds import known_fields
from midstance.journal.project import LOGS
from midstance.journal.tables import ENTRY, RECORD
from midstance.training.day import training_day
from midstance.training.values import Assessment, Checkin

SET_LOG, ASSESSMENT_LOG = LOGS["set"], LOGS["assessment"]


@dataclass(frozen=True)
class Logged:
    """One session as it was logged; `fields` are the record's."""

    session: str
    day: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Logbook:
    """Everything up to a day, oldest first; deleted records are not here.

    `sets` are by session, in the order of their clocks, those without one first. There is one
    check-in a day.
    """

    profile: dict[str, Any] | None = None
    ended: list[Logged] = field(default_factory=list)
    sets: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    checkins: dict[str, Checkin] = field(default_factory=dict)
    assessments: list[Assessment] = field(default_factory=list)


def read_logbook(db: Session, athlete_id: str, until: str) -> Logbook:
    """The athlete's journal up to the day `until`, that day included."""
    found: dict[str, list[Any]] = defaultdict(list)
    kinds = ("profile", "session", "checkin")
    alive = select(RECORD).where(
        RECORD.c.athlete_id == athlete_id, RECORD.c.kind.in_(kinds), RECORD.c.deleted.is_(False)
    )
    for row in db.execute(alive):
        found[row.kind].append(row)
    return Logbook(
        profile=_profile(found["profile"]),
        ended=_ended(found["session"], until),
        sets=_sets(db, athlete_id, until),
        checkins=_checkins(found["checkin"], until),
        assessments=_assessments(db, athlete_id, until),
    )


def today_of(db: Session, athlete_id: str, rollover_h: int) -> str:
    """The athlete's training day right now, where their last entry was made."""
    mine = ENTRY.c.athlete_id == athlete_id
    newest = select(ENTRY.c.text).where(mine).order_by(ENTRY.c.seq.desc()).limit(1)
    text = db.execute(newest).scalar_one_or_none()
    now = datetime.fromtimestamp(now_ms() / 1000, UTC)
    try:
        return training_day(now, json.loads(text)["zone"] if text else "UTC", rollover_h)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A zone newer than this machine's list, or no zone at all: "Europe" is a folder of them.
        return training_day(now, "UTC", rollover_h)


def _profile(rows: list[Any]) -> dict[str, Any] | None:
    """One profile, even where two phones began one each: the latest answer to each question."""
    answers: dict[str, tuple[list[str], Any]] = {}
    for row in rows:
        stamps = json.loads(row.stamps)
        for name, value in known_fields("profile", _fields(row)).items():
            stamp = stamps[f"set.{name}"]
            if name not in answers or stamp > answers[name][0]:
                answers[name] = stamp, value
    first = min((row.day for row in rows), default="")
    return {"start_day": first} | {k: v for k, (_, v) in answers.items()} if rows else None


def _ended(rows: Iterable[Any], until: str) -> list[Logged]:
    """Sessions that ended, in the order in which they did; a phone has them in the same."""
    sessions = [
        Logged(row.record, row.day, known_fields("session", _fields(row)))
        for row in rows
        if row.day <= until
    ]
    ended = [session for session in sessions if "ended_at" in session.fields]
    return sorted(ended, key=lambda one: (one.fields["ended_at"], one.session))


def _fields(row: Any) -> dict[str, Any]:
    """A record's fields. Half an emoji is kept, but no answer can carry it: it reads as "?"."""
    fields: dict[str, Any] = json.loads(row.fields)
    if "\\ud" in row.fields:
        fields = json.loads(json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace"))
    return fields


def _sets(db: Session, athlete_id: str, until: str) -> dict[str, list[dict[str, Any]]]:
    columns = [column for column in SET_LOG.columns if column.name not in ("athlete_id", "zone")]
    mine = (SET_LOG.c.athlete_id == athlete_id, SET_LOG.c.day <= until)
    # Databases differ in where they put what has no clock.
    clock, index = SET_LOG.c.started_at.nulls_first(), SET_LOG.c.index.nulls_first()
    order = (clock, index, SET_LOG.c.record)
    names = [column.name for column in columns]
    sets: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in db.execute(select(*columns).where(*mine).order_by(*order)):
        said = {name: value for name, value in zip(names, row, strict=True) if value is not None}
        # A set that a simple client logged without them was one of both sides.
        sets[said.get("session", "")].append({"side": "both", "index": 1} | said)
    return sets


def _checkins(rows: Iterable[Any], until: str) -> dict[str, Checkin]:
    """By day the one that was written last: every entry writes the day, so that cell is newest."""
    latest: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: json.loads(row.stamps)["day"]):
        if row.day <= until:
            latest[row.day] = known_fields("checkin", _fields(row))
    return cast(dict[str, Checkin], latest)


def _assessments(db: Session, athlete_id: str, until: str) -> list[Assessment]:
    said = ASSESSMENT_LOG.c
    mine = (said.athlete_id == athlete_id, said.day <= until)
    whole = (said.test.is_not(None), said.value.is_not(None))
    columns = (said.test, said.side, said.value, said.day)
    found = db.execute(select(*columns).where(*mine, *whole).order_by(said.day, said.record))
    return [
        {"test": row.test, "side": row.side or "both", "value": row.value, "day": row.day}
        for row in found
    ]
