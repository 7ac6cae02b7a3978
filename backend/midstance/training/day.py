"""The training day: the runner's local date, turning over some hours after midnight."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

WEEK_DAYS = 7

DAYS_KEPT = 8192
"""Plans ask for the same days again and again; reading them from text is what takes time."""


def training_day(instant: datetime, zone: str, rollover_h: int) -> str:
    """The ISO day that an aware `instant` belongs to in the IANA `zone`.

    What happens after midnight still belongs to the evening before, whatever the clocks do that
    night. Raises ZoneInfoNotFoundError for an unknown zone.
    """
    local = instant.astimezone(ZoneInfo(zone))
    return add_days(local.date().isoformat(), -1 if local.hour < rollover_h else 0)


@lru_cache(maxsize=DAYS_KEPT)
def add_days(day: str, days: int) -> str:
    """The day that many days later; where the calendar ends, its first or last day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.min if days < 0 else date.max).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Days from `earlier` to `later`; negative when it is the other way round."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


@lru_cache(maxsize=DAYS_KEPT)
def weekday(day: str) -> int:
    """ISO weekday: Monday 1 to Sunday 7."""
    return date.fromisoformat(day).isoweekday()


@lru_cache(maxsize=DAYS_KEPT)
def monday(day: str) -> str:
    """The Monday that begins the week of `day`."""
    return add_days(day, 1 - weekday(day))
