"""Joining an installation, and one's own account."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from midstance.accounts import athletes
from midstance.accounts.current import CurrentDevice
from midstance.accounts.passwords import LENGTH_MAX, LENGTH_MIN
from midstance.api.sign_in import (
    Account,
    AccountWithToken,
    CurrentAttempts,
    CurrentDatabase,
    Name,
    sign_in,
)

router = APIRouter(prefix="/api", tags=["accounts"])

NewPassword = Annotated[str, Field(min_length=LENGTH_MIN, max_length=LENGTH_MAX)]


class NewAccount(BaseModel):
    name: Name
    password: NewPassword
    device_name: Name
    invite: str | None = Field(None, max_length=100)


class PasswordChange(BaseModel):
    current: str = Field(max_length=LENGTH_MAX)
    new: NewPassword


class DevicesSignedOut(BaseModel):
    signed_out: int


@router.post("/accounts", status_code=201)
def join(
    body: NewAccount,
    request: Request,
    response: Response,
    database: CurrentDatabase,
    attempts: CurrentAttempts,
) -> AccountWithToken:
    """Create an account. The first one is the owner; later ones need an invite."""
    athlete = athletes.sign_up(
        database,
        attempts,
        name=body.name,
        password=body.password,
        invite=body.invite,
        open_to_all=request.app.state.settings.signup == "open",
    )
    return sign_in(request, response, database, athlete, body.device_name)


@router.get("/account")
def who_am_i(device: CurrentDevice) -> Account:
    """The account and device of this request."""
    return Account.of(device)


@router.put("/account/password")
def change_password(
    body: PasswordChange,
    device: CurrentDevice,
    database: CurrentDatabase,
    attempts: CurrentAttempts,
) -> DevicesSignedOut:
    """Set a new password and sign out every other device."""
    signed_out = athletes.change_password(
        database, attempts, device, current=body.current, new=body.new
    )
    return DevicesSignedOut(signed_out=signed_out)
