"""Joining an installation, and proving to be somebody who has."""

from uuid import uuid4

from sqlmodel import Session, col, select

from midstance.accounts import devices, invites
from midstance.accounts.attempts import Attempts
from midstance.accounts.devices import SignedIn
from midstance.accounts.names import cleaned, name_key
from midstance.accounts.passwords import hash_password, is_password
from midstance.accounts.tables import Athlete
from midstance.clock import now_ms
from midstance.database import Database, insert_of
from midstance.errors import NotFound, Problem


class NameTaken(Problem):
    status, code, title = 409, "name_taken", "Name taken"


class WrongPassword(Problem):
    status, code, title = 401, "wrong_password", "Wrong name or password"


class WrongCurrentPassword(Problem):
    """403: the request is signed in, and a phone must not take this for being signed out."""

    status, code, title = 403, "wrong_password", "Wrong password"


def sign_up(
    database: Database,
    attempts: Attempts,
    *,
    name: str,
    password: str,
    invite: str | None,
    open_to_all: bool,
) -> Athlete:
    """A new athlete; the first of an installation is its owner and needs no invite.

    Raises InviteNeeded, InviteRefused, NameTaken or TooManyAttempts. An invite is used up only
    when the account is really made.
    """
    needs_invite = not open_to_all and _has_owner(database)
    if needs_invite:
        attempts.begin()
        with database.read() as db:
            invites.check(db, invite)
        attempts.forgive()
    with database.read() as db:
        _refuse_taken(db, name)
    password_hash = hash_password(password)  # slow, so before the transaction
    with database.write() as db:
        return _insert(db, name, password_hash, invite, open_to_all=open_to_all)


def prove(database: Database, attempts: Attempts, *, name: str, password: str) -> Athlete:
    """The athlete of this name and password; WrongPassword says not which of them was wrong."""
    attempts.begin(name_key(name))
    with database.read() as db:
        athlete = _by_name(db, name)
    if not is_password(password, athlete.password_hash if athlete else None) or athlete is None:
        raise WrongPassword("This name and password do not belong together.")
    attempts.forgive(name_key(name))
    return athlete


def change_password(
    database: Database, attempts: Attempts, device: SignedIn, *, current: str, new: str
) -> int:
    """Returns how many other devices were signed out. Raises WrongCurrentPassword."""
    with database.read() as db:
        athlete = db.get_one(Athlete, device.athlete)
    attempts.begin(athlete.name_key)
    if not is_password(current, athlete.password_hash):
        raise WrongCurrentPassword("The current password is not this one.")
    attempts.forgive(athlete.name_key)
    return _set_password(database, athlete.id, new, keep_device=device.device)


def reset_password(database: Database, *, name: str, new: str) -> int:
    """For whoever owns the machine. Returns how many devices were signed out."""
    with database.read() as db:
        athlete = _by_name(db, name)
    if athlete is None:
        raise NotFound(f"There is nobody called {name} here.")
    return _set_password(database, athlete.id, new, keep_device=None)


def _set_password(
    database: Database, athlete_id: str, password: str, *, keep_device: str | None
) -> int:
    password_hash = hash_password(password)
    with database.write() as db:
        db.get_one(Athlete, athlete_id).password_hash = password_hash
        return devices.revoke_others(db, athlete_id, keep_device)


def _insert(
    db: Session, name: str, password_hash: str, invite: str | None, *, open_to_all: bool
) -> Athlete:
    """All that was checked before the hash is checked again by what the database allows."""
    owner = not _owner_exists(db)
    if not owner and not open_to_all:
        invites.use(db, invite)
    athlete = Athlete(
        id=str(uuid4()),
        name=cleaned(name),
        name_key=name_key(name),
        password_hash=password_hash,
        is_owner=owner,
        created_ms=now_ms(),
    )
    insert = insert_of(db, Athlete).values(athlete.model_dump()).on_conflict_do_nothing()
    if db.exec(insert.returning(col(Athlete.id))).first() is None:
        _refuse_taken(db, name)
        raise invites.InviteNeeded("Somebody else just became the owner here. Ask for an invite.")
    return athlete


def _has_owner(database: Database) -> bool:
    with database.read() as db:
        return _owner_exists(db)


def _owner_exists(db: Session) -> bool:
    return db.exec(select(Athlete.id).where(Athlete.is_owner)).first() is not None


def _by_name(db: Session, name: str) -> Athlete | None:
    return db.exec(select(Athlete).where(Athlete.name_key == name_key(name))).first()


def _refuse_taken(db: Session, name: str) -> None:
    if _by_name(db, name):
        raise NameTaken(f"There is already somebody called {cleaned(name)} here.")
