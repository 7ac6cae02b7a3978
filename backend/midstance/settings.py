"""Every setting of an installation, read once from MIDSTANCE_* variables."""

from contextlib import suppress
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parents[1]
DATABASES = {"sqlite", "postgresql", "postgres"}
EVERY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound


class Settings(BaseSettings):
    """Built in `create_app` and the command line, passed down, never imported as a global."""

    model_config = SettingsConfigDict(env_prefix="MIDSTANCE_", env_ignore_empty=True, frozen=True)

    host: str = Field("0.0.0.0", description="Address to listen on")  # noqa: S104 - a phone must reach it
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on")
    database_url: str = Field(
        "sqlite:///data/midstance.db", description="SQLite file or Postgres address"
    )
    signup: Literal["invite", "open"] = Field(
        "invite", description="Who may join after the first account: invited people, or anyone"
    )
    rate_limit: Literal["on", "off"] = Field("on", description="Limit on failed sign-ins")
    public_url: str | None = Field(
        None, description="The https:// address phones use, when a proxy stands in front"
    )
    trusted_proxies: str = Field(
        "127.0.0.1",
        description="Addresses, with commas, whose X-Forwarded headers are believed; * for all",
    )
    certificate: Path | None = Field(None, description="TLS certificate file, to serve HTTPS")
    certificate_key: Path | None = Field(None, description="TLS key file, to serve HTTPS")
    log: Literal["plain", "json"] = Field("plain", description="Log format")
    reload: Literal["on", "off"] = Field(
        "off", description="Serve a changed front end without a restart, for development"
    )

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        with suppress(ArgumentError):
            if make_url(url).get_backend_name() in DATABASES:
                return url
        raise ValueError("an address of SQLite or Postgres, like sqlite:///data/midstance.db")

    def address_here(self, port: int) -> str:
        """Where programs on this machine reach the server that listens on `port`."""
        scheme = "https" if self.certificate else "http"
        host = "localhost" if self.host in EVERY_ADDRESS else self.host
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def shipped(name: str) -> Path:
    """Where `frontend` or `migrations` is: inside the wheel, or beside `backend` in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else CHECKOUT / name
