"""GET /api/today: what today is, how it looks, and why."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from midstance.accounts.current import CurrentDevice
from midstance.api.catalog import catalog
from midstance.api.day_asked import Day, day_or_today
from midstance.api.runner.standing import standing
from midstance.api.runner.today import today
from midstance.api.runner.told import told
from midstance.database import Reading

router = APIRouter(prefix="/api/today", tags=["training"])


@router.get("")
def the_day(
    device: CurrentDevice,
    db: Reading,
    day: Day | None = None,
    place: Literal["home", "gym"] | None = None,
    minutes: Annotated[int | None, Query(ge=1, le=600)] = None,
) -> dict[str, Any]:
    """The day's session with every number explained, or why there is none."""
    content = catalog()
    asked = day_or_today(db, device.athlete, day)
    stands = standing(db, device.athlete, asked, content)
    answer: dict[str, Any] = told(
        today(stands, content, place, minutes), content.policy, stands.runner.units
    )
    return answer
