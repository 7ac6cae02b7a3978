"""What joining and signing in have in common.

A password hash takes 0.2 s, far too long to hold the only writer, and a failed attempt is recorded
although its request fails. So these endpoints take the database itself, not one transaction.
"""

from typing import Annotated

from fastapi import Depends, Request, Response
from pydantic import AfterValidator, BaseModel, WithJsonSchema

from midstance.accounts import cookie, devices
from midstance.accounts.attempts import Attempts
from midstance.accounts.devices import SignedIn
from midstance.accounts.names import LENGTH_MAX, PATTERN, cleaned
from midstance.accounts.tables import Athlete
from midstance.database import Database

_DESCRIBED = {"type": "string", "minLength": 1, "maxLength": LENGTH_MAX, "pattern": PATTERN}
Name = Annotated[str, AfterValidator(cleaned), WithJsonSchema(_DESCRIBED)]


class Account(BaseModel):
    """`athlete` and `device` are ids; `name` is the athlete's."""

    athlete: str
    device: str
    name: str
    owner: bool

    @classmethod
    def of(cls, device: SignedIn) -> "Account":
        return cls(
            athlete=device.athlete, device=device.device, name=device.name, owner=device.owner
        )


class AccountWithToken(Account):
    """The token is shown this once; browsers get it as a cookie too and need not keep it."""

    token: str


def sign_in(
    request: Request, response: Response, database: Database, athlete: Athlete, device_name: str
) -> AccountWithToken:
    """A new device for an athlete whose password was just checked, or just set."""
    with database.write() as db:
        device, token = devices.create(db, athlete, device_name)
    cookie.keep(request, response, token)
    return AccountWithToken(token=token, **Account.of(device).model_dump())


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _attempts(request: Request) -> Attempts:
    address = request.client.host if request.client else "unknown"
    enabled = request.app.state.settings.rate_limit == "on"
    return Attempts(_database(request), address, enabled)


CurrentDatabase = Annotated[Database, Depends(_database)]
CurrentAttempts = Annotated[Attempts, Depends(_attempts)]
