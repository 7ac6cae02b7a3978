"""The phones and browsers an athlete is signed in on."""

import re
import secrets
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from midstance.accounts.tables import Athlete, Device
from midstance.accounts.tokens import new_token, secret_hash
from midstance.clock import now_ms
from midstance.database import Database
from midstance.errors import NotFound, Problem

# As long as browsers let a cookie live; every use starts it anew.
VALID_S = 400 * 24 * 60 * 60
SEEN_EVERY_MS = 60 * 60 * 1000
ID = re.compile(r"[0-9a-f]{8}")

# Asked with every request, so it is built once and makes rows, not objects.
_HOLDER = (
    select_columns(
        col(Device.athlete_id),
        col(Device.id),
        col(Device.last_seen_ms),
        col(Device.revoked_ms),
        col(Athlete.name),
        col(Athlete.is_owner),
    )
    .join(Athlete, col(Athlete.id) == col(Device.athlete_id))
    .where(col(Device.token_hash) == bindparam("token_hash"))
)


class SignedOut(Problem):
    status, code, title = 401, "signed_out", "Not signed in"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"})


@dataclass(frozen=True)
class SignedIn:
    """Who a request comes from: `athlete` and `device` are ids, `name` is the athlete's."""

    athlete: str
    device: str
    name: str
    owner: bool


def create(db: Session, athlete: Athlete, name: str) -> tuple[SignedIn, str]:
    """A new device of this athlete and its token, which is shown once."""
    token, now = new_token(), now_ms()
    device = Device(
        athlete_id=athlete.id,
        id=secrets.token_hex(4),
        name=name,
        token_hash=secret_hash(token),
        created_ms=now,
        last_seen_ms=now,
    )
    db.add(device)
    return SignedIn(athlete.id, device.id, athlete.name, athlete.is_owner), token


def recognize(db: Session, token: str) -> tuple[SignedIn, bool]:
    """Who holds this token, and whether it is time to note that the device was seen.

    Raises SignedOut for a token that is unknown, revoked or unused for VALID_S.
    """
    found = db.execute(_HOLDER, {"token_hash": secret_hash(token)}).one_or_none()
    if found is None:
        raise SignedOut("This device is not signed in here. Sign in; nothing on it is lost.")
    athlete_id, device_id, last_seen_ms, revoked_ms, name, owner = found
    unseen_ms = now_ms() - last_seen_ms
    if revoked_ms is not None:
        raise SignedOut("This device was signed out. Sign in again; nothing on it is lost.")
    if unseen_ms > VALID_S * 1000:
        raise SignedOut("This device was away for over a year. Sign in again; nothing is lost.")
    return SignedIn(athlete_id, device_id, name, owner), unseen_ms > SEEN_EVERY_MS


def note_seen(database: Database, device: SignedIn) -> None:
    """In a transaction of its own, after the answer: reading must not wait for the writer."""
    now = now_ms()
    with database.write() as db:
        row = update(Device).where(*_is(device.athlete, device.device))
        db.exec(row.where(col(Device.last_seen_ms) < now).values(last_seen_ms=now))


def signed_in(db: Session, athlete_id: str) -> list[Device]:
    """The athlete's devices that are not revoked, the one seen last first."""
    devices = select(Device).where(
        Device.athlete_id == athlete_id, col(Device.revoked_ms).is_(None)
    )
    return list(db.exec(devices.order_by(col(Device.last_seen_ms).desc(), Device.id)))


def revoke(db: Session, athlete_id: str, device_id: str) -> None:
    """Sign a device out. Raises NotFound for one that is not signed in, or somebody else's."""
    row = update(Device).where(*_is(athlete_id, device_id), col(Device.revoked_ms).is_(None))
    # What is no id at all is not asked for: Postgres refuses a text with a NUL in it.
    if not ID.fullmatch(device_id) or db.exec(row.values(revoked_ms=now_ms())).rowcount == 0:
        raise NotFound("There is no such device signed in.")


def revoke_others(db: Session, athlete_id: str, device_id: str | None) -> int:
    """Sign out every device but this one; returns how many."""
    row = update(Device).where(
        col(Device.athlete_id) == athlete_id, col(Device.revoked_ms).is_(None)
    )
    return db.exec(row.where(col(Device.id) != device_id).values(revoked_ms=now_ms())).rowcount


def _is(athlete_id: str, device_id: str) -> tuple[ColumnElement[bool], ...]:
    return col(Device.athlete_id) == athlete_id, col(Device.id) == device_id
