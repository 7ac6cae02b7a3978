"""Every setting of an installation, read once from MIDSTANCE_* variables."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parents[1]


class Settings(BaseSettings):
    """Built in `create_app` and the command line, passed down, never imported as a global."""

    model_config = SettingsConfigDict(env_prefix="MIDSTANCE_", frozen=True)

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


def shipped(name: str) -> Path:
    """Where `frontend` or `migrations` is: inside the wheel, or beside `backend` in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else CHECKOUT / name
