"""The records the engine looks at, kept in memory and renewed by what the journal says is new."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import Session

from midstance.api.runner.remembered import Remembered
from midstance.journal.head import CHAIN_0, head
from midstance.journal.kinds import known_fields
from midstance.journal.project import LOGS
from midstance.journal.rows import batches
from midstance.journal.tables import ENTRY, RECORD

FOLDED = ("profile", "session", "checkin", "plan_change")
"""Kinds read with all of their fields; the others have few, each in a column."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "set": (
        *("session", "slot", "exercise", "index", "side", "started_at"),
        *("reps", "hold_s", "contacts", "distance_m", "load_g", "rir", "pain", "sharp"),
        "quality",
    ),
    "assessment": ("test", "side", "value"),
    "run": ("distance_m", "type"),
}
FEW = 500
"""Changed records up to here are read one by one; a longer absence reads everything anew."""
REMEMBERED_SETS = 200_000


@dataclass(frozen=True)
class Kept:
    """One living record. `stamp` says when its day was written last."""

    record: str
    day: str
    fields: dict[str, Any]
    stamp: list[str] = field(default_factory=list)
    stamps: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Records:
    """What an athlete's journal amounts to up to `seq`, by kind and record; sets by session.

    `homes` are the sessions that the sets are in, by record.
    """

    seq: int = 0
    chain: str = CHAIN_0
    of: Mapping[str, Mapping[str, Kept]] = field(default_factory=dict)
    sets: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)

    def kind(self, kind: str) -> Iterable[Kept]:
        return self.of.get(kind, {}).values()


def read_records(db: Session, athlete_id: str) -> Records:
    """The records as `db` sees them now: those that changed are read, the others remembered.

    Entries are only ever added, so the same place in the same chain is the same journal, whatever
    database it lies in.
    """
    end = head(db, athlete_id)
    before = _MEMORY.get(athlete_id)
    if before and (before.seq, before.chain) == (end.seq, end.chain):
        return before
    changed = _changed(db, athlete_id, before) if before else None
    if before is None or changed is None:
        before, changed = Records(), None
    now = _renewed(db, athlete_id, before, changed, (end.seq, end.chain))
    if end.seq:
        _MEMORY.keep(athlete_id, now)
    return now


def _changed(db: Session, athlete_id: str, before: Records) -> dict[str, list[str]] | None:
    """The records that entries after `before` are about, by kind; None when too much is new."""
    mine = ENTRY.c.athlete_id == athlete_id
    there = select(ENTRY.c.chain).where(mine, ENTRY.c.seq == before.seq)
    if db.execute(there).scalar_one_or_none() != before.chain:
        return None
    new = select(ENTRY.c.kind, ENTRY.c.record).where(mine, ENTRY.c.seq > before.seq).limit(FEW + 1)
    changed: dict[str, dict[str, None]] = defaultdict(dict)
    rows = db.execute(new).all()
    for row in rows:
        changed[row.kind][row.record] = None
    return {kind: list(some) for kind, some in changed.items()} if len(rows) <= FEW else None


def _renewed(
    db: Session,
    athlete_id: str,
    before: Records,
    changed: dict[str, list[str]] | None,
    end: tuple[int, str],
) -> Records:
    """`before` with the `changed` records as they are now; None reads all there are."""
    of = dict(before.of)
    for kind in (*FOLDED, "assessment", "run"):
        if changed is None or kind in changed:
            some = None if changed is None else changed[kind]
            read = _folded if kind in FOLDED else _logged
            gone = set(some or ())
            kept = {k: v for k, v in before.of.get(kind, {}).items() if k not in gone}
            of[kind] = kept | {one.record: one for one in read(db, athlete_id, kind, some)}
    if changed is not None and "set" not in changed:
        return Records(*end, of, before.sets, before.homes)
    some = None if changed is None else changed["set"]
    logged: list[dict[str, Any]] = [
        # A set that a simple client logged without them was one of both sides.
        {"session": "", "side": "both", "index": 1, "record": one.record} | one.fields
        for one in _logged(db, athlete_id, "set", some)
    ]
    homes = {**before.homes, **{one["record"]: one["session"] for one in logged}}
    return Records(*end, of, _with_sets(before, set(some or ()), logged), homes)


def _folded(db: Session, athlete_id: str, kind: str, some: list[str] | None) -> Iterable[Kept]:
    for row in _rows(db, RECORD, athlete_id, some, RECORD.c.kind == kind):
        if not row.deleted:
            stamps = json.loads(row.stamps)
            stamps_of = stamps if kind == "profile" else {}
            fields = known_fields(kind, _fields(row))
            yield Kept(row.record, row.day, fields, stamps["day"], stamps_of)


def _logged(db: Session, athlete_id: str, kind: str, some: list[str] | None) -> Iterable[Kept]:
    """Rows of a typed log. Its texts repeat, so each is kept once."""
    for row in _rows(db, LOGS[kind], athlete_id, some):
        values = ((name, getattr(row, name)) for name in COLUMNS[kind])
        said = {
            name: intern(value) if isinstance(value, str) else value
            for name, value in values
            if value is not None
        }
        yield Kept(row.record, row.day, said)


def _rows(
    db: Session, table: Table, athlete_id: str, some: list[str] | None, *only: Any
) -> Iterable[Any]:
    mine = select(table).where(table.c.athlete_id == athlete_id, *only)
    if some is None:
        yield from db.execute(mine)
        return
    for few in batches(some):
        yield from db.execute(mine.where(table.c.record.in_(few)))


def _with_sets(
    before: Records, changed: set[str], read: list[dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """Sets by session, in the order of their clocks, those without one first.

    A list in which nothing changed stays the same object.
    """
    after = dict(before.sets)
    for session in {before.homes[record] for record in changed if record in before.homes}:
        left = (one for one in after.get(session, []) if one["record"] not in changed)
        after[session] = list(left)
    new: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in read:
        new[one["session"]].append(one)
    for session, sets in new.items():
        after[session] = sorted([*after.get(session, []), *sets], key=_in_time)
    return {session: sets for session, sets in after.items() if sets}


def _in_time(one: dict[str, Any]) -> tuple[int, int, str]:
    return one.get("started_at", -(10**16)), one["index"], one["record"]


def _fields(row: Any) -> dict[str, Any]:
    """A record's fields. Half an emoji is kept, but no answer can carry it: it reads as "?"."""
    fields: dict[str, Any] = json.loads(row.fields)
    if "\\ud" in row.fields:
        fields = json.loads(json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace"))
    return fields


def _size(records: Records) -> int:
    return sum(map(len, records.sets.values())) + 1


_MEMORY = Remembered[str, Records](REMEMBERED_SETS, _size)
"""The records of the athletes who were here lately."""
