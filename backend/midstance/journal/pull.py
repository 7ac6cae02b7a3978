"""Handing entries out: one page after a cursor, as the text that was stored."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlmodel import Session

from midstance.errors import Problem
from midstance.journal.head import START, Position
from midstance.journal.tables import ENTRY

# A page ends here even when it could hold more entries; a phone on a train gets it through.
PAGE_LIMIT_BYTES = 1024 * 1024

_POSITION = (ENTRY.c.seq, ENTRY.c.chain, ENTRY.c.bytes_total)
_IS_MINE = ENTRY.c.athlete_id == bindparam("mine")
_PLACE = select(*_POSITION).where(_IS_MINE, ENTRY.c.seq == bindparam("cursor"))
_PAGE = (
    select(*_POSITION, ENTRY.c.text)
    .where(
        _IS_MINE,
        ENTRY.c.seq > bindparam("after"),
        ENTRY.c.seq <= bindparam("until"),
        ENTRY.c.bytes_total <= bindparam("fits"),
    )
    .order_by(ENTRY.c.seq)
)


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
    span = {
        "mine": athlete_id,
        "after": after.seq,
        "until": min(head.seq, after.seq + limit),
        "fits": after.bytes_total + PAGE_LIMIT_BYTES,
    }
    rows = db.execute(_PAGE, span).all()
    end = Position(*rows[-1][:3])
    return Page([row[3] for row in rows], end, more=end.seq < head.seq)


def _at(db: Session, athlete_id: str, head: Position, cursor: int) -> Position | None:
    if cursor in (START.seq, head.seq):
        return head if cursor == head.seq else START
    if cursor > head.seq:
        return None
    return Position(*db.execute(_PLACE, {"mine": athlete_id, "cursor": cursor}).one())
