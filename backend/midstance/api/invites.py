"""Letting more people in."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from midstance.accounts import invites
from midstance.accounts.current import CurrentOwner
from midstance.database import Writing

router = APIRouter(prefix="/api/invites", tags=["invites"])


class NewInvite(BaseModel):
    """`code` is shown this once; `url` opens the form with the code filled in."""

    code: str
    url: str
    expires_ms: int


@router.post("", status_code=201)
def invite(owner: CurrentOwner, db: Writing, request: Request) -> NewInvite:
    """Make a code with which one more person may join within a week."""
    made = invites.create(db, owner.athlete)
    base = request.app.state.settings.public_url or str(request.base_url)
    url = f"{base.rstrip('/')}/welcome?invite={made.code}"
    return NewInvite(code=made.code, url=url, expires_ms=made.expires_ms)
