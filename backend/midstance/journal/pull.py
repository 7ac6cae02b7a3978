"""Handing entries out: one page after a cursor, as the text that was stored."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from midstance.errors import Problem
from midstance.journal.head import START, Position
from midstance.journal.tables import ENTRY

# A page ends here even when it could hold more entries; a phone on a train gets it through.
PAGE_LIMIT_BYTES = 1024 * 1024


class Reset(Problem):
    """The phone's place is not in this journal: one of the two was restored from a backup."""

    status, code, title = 409, "reset", "Start over from the beginning"


@dataclass(frozen=True)
class Page:
    """Entries as JSON text, in order; `end` is the place after the last, `more` says go on."""

    texts: list[str]
    end: Position
    more: bool


def place(db: Session, athlete_id: str, head: Position, cursor: int, chain: str) -> Position:
    """The place in the journal that a phone says it has reached.

    Raises:
        Reset: there is no such place here.
    """
    here = _at(db, athlete_id, head, cursor)
    if here is None or here.chain != chain:
        raise Reset(
            "This journal does not continue where the phone stopped. "
            "Put everything the phone holds back into its outbox and sync from cursor 0."
        )
    return here


def page(db: Session, athlete_id: str, after: Position, head: Position, limit: int) -> Page:
    """At most `limit` entries after a place, up to `head`."""
    if after.seq == head.seq:
        return Page([], head, more=False)
    columns = (ENTRY.c.seq, ENTRY.c.chain, ENTRY.c.bytes_total, ENTRY.c.text)
    fits = ENTRY.c.bytes_total <= after.bytes_total + PAGE_LIMIT_BYTES
    rows = db.execute(
        select(*columns)
        .where(
            ENTRY.c.athlete_id == athlete_id,
            ENTRY.c.seq > after.seq,
            ENTRY.c.seq <= min(head.seq, after.seq + limit),
            fits,
        )
        .order_by(ENTRY.c.seq)
    ).all()
    end = Position(*rows[-1][:3])
    return Page([row[3] for row in rows], end, more=end.seq < head.seq)


def _at(db: Session, athlete_id: str, head: Position, cursor: int) -> Position | None:
    if cursor in (START.seq, head.seq):
        return head if cursor == head.seq else START
    if cursor > head.seq:
        return None
    columns = (ENTRY.c.seq, ENTRY.c.chain, ENTRY.c.bytes_total)
    mine = (ENTRY.c.athlete_id == athlete_id, ENTRY.c.seq == cursor)
    return Position(*db.execute(select(*columns).where(*mine)).one())
