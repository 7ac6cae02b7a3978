"""Who sends this request: by bearer token, or by the cookie a browser keeps."""

from typing import Annotated

from fastapi import BackgroundTasks, Depends, Request

from midstance.accounts import cookie, devices
from midstance.accounts.devices import SignedIn, SignedOut
from midstance.accounts.invites import OwnerOnly
from midstance.database import Database


def current_device(request: Request, background: BackgroundTasks) -> SignedIn:
    """Raises SignedOut. Holds no connection afterwards, whatever the endpoint opens next."""
    database: Database = request.app.state.database
    token = bearer_token(request) or cookie.token(request)
    if token is None:
        raise SignedOut("Sign in to go on; nothing on this device is lost.")
    with database.read() as db:
        device, seen_again = devices.recognize(db, token)
    if seen_again:
        background.add_task(devices.note_seen, database, device)
        if bearer_token(request) is None:
            cookie.renew(request, token)
    return device


def bearer_token(request: Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


CurrentDevice = Annotated[SignedIn, Depends(current_device)]


def _current_owner(device: CurrentDevice) -> SignedIn:
    if not device.owner:
        raise OwnerOnly("Only the owner of this Midstance can do this.")
    return device


CurrentOwner = Annotated[SignedIn, Depends(_current_owner)]
