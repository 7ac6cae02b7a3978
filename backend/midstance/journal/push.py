"""Taking entries in: each is kept once, or refused by itself with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from sqlalchemy import bindparam, insert, select
from sqlmodel import Session

from midstance.journal.entry import Entry, Invalid, Json, read, same
from midstance.journal.head import Position, move
from midstance.journal.project import project
from midstance.journal.rows import batches
from midstance.journal.tables import ENTRY

_HELD = select(ENTRY.c.id, ENTRY.c.text).where(
    ENTRY.c.athlete_id == bindparam("mine"), ENTRY.c.id.in_(bindparam("ids", expanding=True))
)
_APPEND = insert(ENTRY)


class Rejected(TypedDict, total=False):
    """Why an entry was not kept. `index` finds one in its push that has no id to find it by."""

    id: str | None
    index: int
    code: str
    detail: str
    field: str


@dataclass(frozen=True)
class Pushed:
    """`accepted` has every id that is in the journal now, whether it is new or was there."""

    head: Position
    accepted: list[str]
    rejected: list[Rejected]


def push(db: Session, athlete_id: str, head: Position, raws: Sequence[Json], now_ms: int) -> Pushed:
    """Keep what is new in `raws` and project it. `head` is the locked end of the journal."""
    incoming, rejected = _read(raws)
    held = _held(db, athlete_id, incoming)
    fresh: list[Entry] = []
    accepted: dict[str, None] = {}
    for index, entry in incoming:
        text = held.get(entry.id)
        if text is None:
            held[entry.id] = entry.text
            fresh.append(entry)
        elif not same(text, entry.text):
            rejected.append(_reused(entry.id, index))
            continue
        accepted[entry.id] = None
    if fresh:
        head = _append(db, athlete_id, head, fresh, now_ms)
        project(db, athlete_id, fresh)
    return Pushed(head, list(accepted), sorted(rejected, key=lambda refusal: refusal["index"]))


def _read(raws: Sequence[Json]) -> tuple[list[tuple[int, Entry]], list[Rejected]]:
    entries: list[tuple[int, Entry]] = []
    rejected: list[Rejected] = []
    for index, raw in enumerate(raws):
        try:
            entries.append((index, read(raw)))
        except Invalid as error:
            rejected.append(_invalid(raw, index, error))
    return entries, rejected


def _invalid(raw: Json, index: int, error: Invalid) -> Rejected:
    said = raw.get("id") if isinstance(raw, dict) else None
    refusal = Rejected(
        id=said if isinstance(said, str) else None,
        index=index,
        code="invalid",
        detail=error.detail,
    )
    return refusal | Rejected(field=error.field) if error.field else refusal


def _reused(entry_id: str, index: int) -> Rejected:
    detail = "An entry with this id and other content is in the journal; entries never change."
    return Rejected(id=entry_id, index=index, code="id_reused", detail=detail)


def _held(db: Session, athlete_id: str, incoming: Sequence[tuple[int, Entry]]) -> dict[str, str]:
    """The stored text of those entries that are in the journal already, by id."""
    held: dict[str, str] = {}
    for ids in batches(entry.id for _, entry in incoming):
        found = db.execute(_HELD, {"mine": athlete_id, "ids": ids})
        held |= {row.id: row.text for row in found}
    return held


def _append(
    db: Session, athlete_id: str, head: Position, fresh: Sequence[Entry], now_ms: int
) -> Position:
    rows: list[dict[str, Any]] = []
    for entry in fresh:
        head = head.after(entry.id, len(entry.text))
        rows.append(
            {
                "athlete_id": athlete_id,
                "id": entry.id,
                "kind": entry.kind,
                "record": entry.record,
                "day": entry.day,
                "received_ms": now_ms,
                "text": entry.text,
                **head._asdict(),
            }
        )
    db.execute(_APPEND, rows)
    move(db, athlete_id, head)
    return head
