"""Codes with which the owner lets people in: each for one person, for a week."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from midstance.accounts.tables import Invite
from midstance.accounts.tokens import code_hash, new_code
from midstance.clock import now_ms
from midstance.errors import Problem

VALID_MS = 7 * 24 * 60 * 60 * 1000


class InviteNeeded(Problem):
    status, code, title = 403, "invite_needed", "Invite needed"


class InviteRefused(Problem):
    status, code, title = 403, "invite_refused", "Invite not valid"


class OwnerOnly(Problem):
    status, code, title = 403, "owner_only", "Only for the owner"


@dataclass(frozen=True)
class NewInvite:
    """Shown once: only the hash of the code is kept."""

    code: str
    expires_ms: int


def create(db: Session, athlete_id: str) -> NewInvite:
    invite = NewInvite(new_code(), now_ms() + VALID_MS)
    db.add(
        Invite(
            code_hash=code_hash(invite.code), athlete_id=athlete_id, expires_ms=invite.expires_ms
        )
    )
    return invite


def check(db: Session, code: str | None) -> None:
    """Raise InviteNeeded without a code, InviteRefused with one that lets nobody in."""
    if not code:
        raise InviteNeeded("Joining here takes an invite. Ask the owner of this Midstance for one.")
    if not db.exec(select(Invite.code_hash).where(*_valid(code))).first():
        raise _refusal()


def use(db: Session, code: str | None) -> None:
    """The same, and the code is used up when the transaction ends well."""
    check(db, code)
    used = update(Invite).where(*_valid(code or "")).values(used_ms=now_ms())
    if db.exec(used).rowcount == 0:
        raise _refusal()


def _valid(code: str) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Invite.code_hash) == code_hash(code),
        col(Invite.used_ms).is_(None),
        col(Invite.expires_ms) > now_ms(),
    )


def _refusal() -> InviteRefused:
    return InviteRefused("This invite was used, is over a week old or has a typing error.")
