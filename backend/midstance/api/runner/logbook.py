"""What an athlete's journal holds of the things the engine looks at, as plain values."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy import select
from sqlmodel import Session

from midstance.api.runner.records import Kept, Records, read_records
from midstance.api.runner.remembered import Remembered
from midstance.clock import now_ms
from midstance.journal.tables import ENTRY
from midstance.training.day import add_days, training_day
from midstance.training.runner_values import Assessment, Checkin, PlanChange, Run

RUN_DAYS = 90
"""Runs are looked back on for a longest one in 30 days, and no further."""
REMEMBERED_ATHLETES = 64


@dataclass(frozen=True)
class Logbook:
    """Everything up to a day, oldest first; deleted records are not here.

    `sets` are by session, in the order of their clocks, those without one first. There is one
    check-in a day. Plan changes and runs may lie ahead: they are what is planned.
    """

    until: str = ""
    profile: dict[str, Any] | None = None
    ended: list[Kept] = field(default_factory=list)
    sets: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    checkins: dict[str, Checkin] = field(default_factory=dict)
    checkin_records: dict[str, str] = field(default_factory=dict)
    assessments: list[Assessment] = field(default_factory=list)
    changes: list[PlanChange] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


def read_logbook(db: Session, athlete_id: str, until: str) -> Logbook:
    """The athlete's journal up to the day `until`, that day included.

    Kinds in which nothing is new stay the same objects as the last time they were read.
    """
    records = read_records(db, athlete_id)
    before, known = _MEMORY.get(athlete_id) or (Records(), Logbook(until=until))

    def same(kind: str) -> bool:
        return known.until == until and before.of.get(kind) is records.of.get(kind)

    now = replace(known, until=until, sets=records.sets)
    if not same("profile"):
        now = replace(now, profile=_profile(list(records.kind("profile"))))
    if not same("session"):
        now = replace(now, ended=_ended(records.kind("session"), until))
    if not same("checkin"):
        checkins = _checkins(records.kind("checkin"), until)
        now = replace(
            now,
            checkins={day: cast(Checkin, one.fields) for day, one in checkins.items()},
            checkin_records={day: one.record for day, one in checkins.items()},
        )
    if not same("assessment"):
        now = replace(now, assessments=_assessments(records.kind("assessment"), until))
    if not same("plan_change"):
        now = replace(now, changes=_changes(records.kind("plan_change")))
    if not same("run"):
        now = replace(now, runs=_runs(records.kind("run"), add_days(until, -RUN_DAYS)))
    return _MEMORY.keep(athlete_id, (records, now))[1]


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


def _profile(rows: list[Kept]) -> dict[str, Any] | None:
    """One profile, even where two phones began one each: the latest answer to each question."""
    answers: dict[str, tuple[list[str], Any]] = {}
    for row in rows:
        for name, value in row.fields.items():
            stamp = row.stamps[f"set.{name}"]
            if name not in answers or stamp > answers[name][0]:
                answers[name] = stamp, value
    first = min((row.day for row in rows), default="")
    return {"start_day": first} | {k: v for k, (_, v) in answers.items()} if rows else None


def _ended(rows: Iterable[Kept], until: str) -> list[Kept]:
    """Sessions that ended, in the order in which they did; a phone has them in the same."""
    ended = [row for row in rows if row.day <= until and "ended_at" in row.fields]
    return sorted(ended, key=lambda one: (one.fields["ended_at"], one.record))


def _checkins(rows: Iterable[Kept], until: str) -> dict[str, Kept]:
    """By day the one that was written last: every entry writes the day, so that cell is newest."""
    written = sorted((row for row in rows if row.day <= until), key=lambda row: row.stamp)
    return {row.day: row for row in written}


def _assessments(rows: Iterable[Kept], until: str) -> list[Assessment]:
    whole = (row for row in rows if row.day <= until and {"test", "value"} <= row.fields.keys())
    return [
        {
            "test": row.fields["test"],
            "side": row.fields.get("side", "both"),
            "value": row.fields["value"],
            "day": row.day,
            "record": row.record,
        }
        for row in sorted(whole, key=lambda row: (row.day, row.record))
    ]


def _changes(rows: Iterable[Kept]) -> list[PlanChange]:
    """What the runner changed; without a first day it holds from the day it was said."""
    found = [
        cast(PlanChange, {"from": row.day, "record": row.record} | row.fields)
        for row in rows
        if "change" in row.fields
    ]
    return sorted(found, key=lambda change: (change["from"], change.get("record", "")))


def _runs(rows: Iterable[Kept], since: str) -> list[Run]:
    found = (row for row in rows if row.day >= since and "distance_m" in row.fields)
    return [
        cast(Run, {"day": row.day} | row.fields)
        for row in sorted(found, key=lambda row: (row.day, row.record))
    ]


_MEMORY = Remembered[str, tuple[Records, Logbook]](REMEMBERED_ATHLETES)
