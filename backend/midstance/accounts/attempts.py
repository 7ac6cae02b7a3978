"""The limit on guessing passwords and invites, counted in the database for every worker."""

import ipaddress
from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from midstance.accounts.tables import Attempt
from midstance.clock import now_ms
from midstance.database import Database, insert_of
from midstance.errors import Problem

# Guesses that cost nothing. One stranger locks out himself long before the name he guesses at.
FREE_PER_NAME_AND_ADDRESS = 5
FREE_PER_ADDRESS = 20
FREE_PER_NAME = 50
FIRST_WAIT_MS = 1_000
LONGEST_WAIT_MS = 15 * 60 * 1_000
FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1_000


class TooManyAttempts(Problem):
    status, code, title = 429, "too_many_attempts", "Too many attempts"


@dataclass(frozen=True)
class Attempts:
    """Counts a guess before it is checked and forgives it afterwards.

    Counting first means that a hundred guesses sent at the same moment are a hundred guesses,
    and that a failed one stays counted although its request ends in an error. Both calls open
    their own short transaction: use them outside of any other.
    """

    database: Database
    address: str
    enabled: bool = True

    def begin(self, name_key: str = "") -> None:
        """Count a guess, or raise TooManyAttempts while this name or address has to wait."""
        if not self.enabled:
            return
        now = now_ms()
        with self.database.write() as db:
            for key, free in self._keys(name_key).items():
                failures, until_ms = _count(db, key, now)
                if failures > free and until_ms > now:
                    raise _refusal(until_ms - now)
                row = update(Attempt).where(col(Attempt.key) == key)
                db.exec(row.values(until_ms=now + _wait_ms(failures - free)))
            _forget(db, now - FORGOTTEN_AFTER_MS)

    def forgive(self, name_key: str = "") -> None:
        """The guess was right: nothing is held against the name, and one less on the address."""
        if not self.enabled:
            return
        with self.database.write() as db:
            for key in self._keys(name_key):
                row = update(Attempt).where(col(Attempt.key) == key)
                left = Attempt.failures - 1 if key == self._address_key() else 0
                db.exec(row.values(failures=left, until_ms=now_ms()))

    def _keys(self, name_key: str) -> dict[str, int]:
        keys = {self._address_key(): FREE_PER_ADDRESS}
        if name_key:
            keys[f"name {name_key}"] = FREE_PER_NAME
            keys[f"name {name_key} at {self._network()}"] = FREE_PER_NAME_AND_ADDRESS
        return dict(sorted(keys.items()))  # always locked in one order

    def _address_key(self) -> str:
        return f"address {self._network()}"

    def _network(self) -> str:
        """An IPv6 household has 2^64 addresses; it counts as one."""
        try:
            address = ipaddress.ip_address(self.address)
        except ValueError:
            return self.address
        prefix = 64 if address.version == 6 else 32
        return str(ipaddress.ip_network((address, prefix), strict=False).network_address)


def _count(db: Session, key: str, now: int) -> tuple[int, int]:
    """Failures under `key` with this one, and until when it has to wait for the last one."""
    insert = insert_of(db, Attempt).values(key=key, failures=1, until_ms=now)
    one_more = insert.on_conflict_do_update(
        index_elements=["key"], set_={"failures": Attempt.failures + 1}
    )
    counted = one_more.returning(col(Attempt.failures), col(Attempt.until_ms))
    failures, until_ms = db.exec(counted).one()
    return failures, until_ms


def _wait_ms(beyond: int) -> int:
    """Twice as long after each guess beyond the free ones."""
    return 0 if beyond < 0 else min(FIRST_WAIT_MS << min(beyond, 20), LONGEST_WAIT_MS)


def _forget(db: Session, before_ms: int) -> None:
    stale = select(Attempt.key).where(col(Attempt.until_ms) < before_ms)
    unlocked = stale.with_for_update(skip_locked=True)  # never waits, so never deadlocks
    db.exec(delete(Attempt).where(col(Attempt.key).in_(unlocked)))


def _refusal(wait_ms: int) -> TooManyAttempts:
    wait_s = -(-wait_ms // 1000)
    wait, unit = (wait_s, "second") if wait_s < 120 else (-(-wait_s // 60), "minute")
    return TooManyAttempts(
        f"Too many failed attempts. Try again in {wait} {unit}{'s' * (wait > 1)}.",
        headers={"Retry-After": str(wait_s)},
        retry_after_s=wait_s,
    )
