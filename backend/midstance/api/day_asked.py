"""The `day` of a question: the one that was asked for, or the athlete's own today."""

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator
from sqlmodel import Session

from midstance.api.catalog import catalog
from midstance.api.runner.logbook import today_of

# Rules count some months to both sides of a day, and calendars end.
EARLIEST, LATEST = "1900-01-01", "9000-12-31"


def _is_day(day: str) -> str:
    date.fromisoformat(day)
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"a day from {EARLIEST} to {LATEST}")
    return day


Day = Annotated[
    str,
    Query(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        description="A training day; without it the athlete's own today",
        examples=["2026-11-22"],
        json_schema_extra={"format": "date"},
    ),
    AfterValidator(_is_day),
]


def day_or_today(db: Session, athlete_id: str, day: str | None) -> str:
    return day or today_of(db, athlete_id, catalog().policy["day"]["rollover_h"])
