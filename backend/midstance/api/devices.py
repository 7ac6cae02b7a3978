"""Signing in and out: the phones and browsers of an account."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from midstance.accounts import athletes, cookie, devices
from midstance.accounts.current import CurrentDevice
from midstance.accounts.passwords import LENGTH_MAX
from midstance.api.sign_in import (
    AccountWithToken,
    CurrentAttempts,
    CurrentDatabase,
    Name,
    sign_in,
)
from midstance.database import Reading, Writing

router = APIRouter(prefix="/api/devices", tags=["devices"])


class Credentials(BaseModel):
    name: Name
    password: str = Field(max_length=LENGTH_MAX)
    device_name: Name


class Device(BaseModel):
    """Times are epoch milliseconds; `last_seen_ms` is exact to the hour."""

    id: str
    name: str
    created_ms: int
    last_seen_ms: int
    current: bool


class Devices(BaseModel):
    devices: list[Device]


@router.post("", status_code=201)
def sign_in_here(
    body: Credentials,
    request: Request,
    response: Response,
    database: CurrentDatabase,
    attempts: CurrentAttempts,
) -> AccountWithToken:
    """Sign in on a new device."""
    athlete = athletes.prove(database, attempts, name=body.name, password=body.password)
    return sign_in(request, response, database, athlete, body.device_name)


@router.get("")
def list_devices(device: CurrentDevice, db: Reading) -> Devices:
    """The devices of this account that are signed in, the one seen last first."""
    return Devices(
        devices=[
            Device(**row.model_dump(), current=row.id == device.device)
            for row in devices.signed_in(db, device.athlete)
        ]
    )


@router.delete("/current", status_code=204)
def sign_out(device: CurrentDevice, db: Writing, request: Request, response: Response) -> None:
    """Sign this device out."""
    devices.revoke(db, device.athlete, device.device)
    cookie.drop(request, response)


@router.delete("/{device_id}", status_code=204)
def sign_out_device(device_id: str, device: CurrentDevice, db: Writing) -> None:
    """Sign out another device, a lost phone for one."""
    devices.revoke(db, device.athlete, device_id)
