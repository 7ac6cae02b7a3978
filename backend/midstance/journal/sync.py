"""One exchange with a phone: take its entries in, hand out what it has not seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from midstance.journal.entry import Json
from midstance.journal.head import head as head_of
from midstance.journal.head import lock
from midstance.journal.pull import Page, page, place
from midstance.journal.push import Pushed, push


@dataclass(frozen=True)
class Exchange:
    pushed: Pushed
    page: Page


def sync(
    db: Session,
    athlete_id: str,
    *,
    cursor: int,
    chain: str,
    entries: Sequence[Json],
    limit: int,
    now_ms: int,
) -> Exchange:
    """Both directions in one transaction. With nothing to push it only reads.

    Raises:
        Reset: `cursor` and `chain` are no place in this journal; nothing was taken in.
    """
    head = lock(db, athlete_id) if entries else head_of(db, athlete_id)
    after = place(db, athlete_id, head, cursor, chain)
    pushed = push(db, athlete_id, head, entries, now_ms) if entries else Pushed(head, [], [])
    return Exchange(pushed, page(db, athlete_id, after, pushed.head, limit))
