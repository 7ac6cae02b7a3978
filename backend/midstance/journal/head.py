"""How far a journal goes, and the lock that puts one athlete's pushes in line."""

import hashlib
from typing import NamedTuple

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from midstance.journal.rows import ensure
from midstance.journal.tables import HEAD

CHAIN_0 = "0" * 32


class Position(NamedTuple):
    """A place in a journal: how many entries come before it, their ids in one hash, their size."""

    seq: int
    chain: str
    bytes_total: int

    def after(self, entry_id: str, size: int) -> "Position":
        digest = hashlib.sha256((self.chain + entry_id).encode("ascii")).hexdigest()
        return Position(self.seq + 1, digest[:32], self.bytes_total + size)


START = Position(0, CHAIN_0, 0)

_IS_MINE = HEAD.c.athlete_id == bindparam("mine")
_READ = select(HEAD.c.seq, HEAD.c.chain, HEAD.c.bytes_total).where(_IS_MINE)
_LOCK = _READ.with_for_update()
_MOVE = update(HEAD).where(_IS_MINE)


def head(db: Session, athlete_id: str) -> Position:
    """Where the journal ends now; an athlete who wrote nothing yet is at the start."""
    row = db.execute(_READ, {"mine": athlete_id}).one_or_none()
    return Position(*row) if row else START


def lock(db: Session, athlete_id: str) -> Position:
    """Where the journal ends, and nobody else moves it before this transaction is over."""
    row = db.execute(_LOCK, {"mine": athlete_id}).one_or_none()
    if row is None:
        ensure(db, HEAD, {"athlete_id": athlete_id, **START._asdict()})
        row = db.execute(_LOCK, {"mine": athlete_id}).one()
    return Position(*row)


def move(db: Session, athlete_id: str, to: Position) -> None:
    """Only under the lock."""
    db.execute(_MOVE, {"mine": athlete_id, **to._asdict()})
