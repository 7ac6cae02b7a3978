"""The rows of accounts: athletes, the devices they sign in on, invites and failed attempts."""

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlmodel import Field, SQLModel

import midstance.database  # noqa: F401 - sets the naming convention before the tables are made


class Athlete(SQLModel, table=True):
    """A person. `name_key` is the name as it is compared: no case, no odd spaces."""

    # The first account is the owner; two people racing to be first cannot both win.
    __table_args__ = (
        Index(
            "ix_athlete_one_owner",
            "is_owner",
            unique=True,
            sqlite_where=text("is_owner"),
            postgresql_where=text("is_owner"),
        ),
    )

    id: str = Field(primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    password_hash: str
    is_owner: bool
    created_ms: int = Field(sa_type=BigInteger)


class Device(SQLModel, table=True):
    """One sign-in. A revoked device keeps its row: its id stays in the entries it made."""

    athlete_id: str = Field(primary_key=True, sa_column_args=[ForeignKey("athlete.id")])
    id: str = Field(primary_key=True)
    name: str
    token_hash: str = Field(unique=True)
    created_ms: int = Field(sa_type=BigInteger)
    last_seen_ms: int = Field(sa_type=BigInteger)
    revoked_ms: int | None = Field(default=None, sa_type=BigInteger)


class Invite(SQLModel, table=True):
    """A code that lets one more person join, once."""

    code_hash: str = Field(primary_key=True)
    athlete_id: str = Field(sa_column_args=[ForeignKey("athlete.id")])
    expires_ms: int = Field(sa_type=BigInteger)
    used_ms: int | None = Field(default=None, sa_type=BigInteger)


class Attempt(SQLModel, table=True):
    """Failed guesses under one key; nothing is tried again under it before `until_ms`."""

    key: str = Field(primary_key=True)
    failures: int
    until_ms: int = Field(sa_type=BigInteger, index=True)
