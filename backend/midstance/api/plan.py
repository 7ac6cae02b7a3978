"""GET /api/plan: the sessions ahead, each with a suggested day."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from midstance.accounts.current import CurrentDevice
from midstance.api.catalog import catalog
from midstance.api.day_asked import Day, day_or_today
from midstance.api.runner.standing import standing
from midstance.api.runner.told import told
from midstance.database import Reading

MOST_DAYS = 366

router = APIRouter(prefix="/api/plan", tags=["training"])


@router.get("")
def plan(
    device: CurrentDevice,
    db: Reading,
    from_: Annotated[Day | None, Query(alias="from")] = None,
    days: Annotated[int | None, Query(ge=1, le=MOST_DAYS)] = None,
) -> dict[str, Any]:
    """The queue of sessions from a day on, as far ahead as asked."""
    content = catalog()
    asked = day_or_today(db, device.athlete, from_)
    stands = standing(db, device.athlete, asked, content, days)
    answer: dict[str, Any] = told(stands.plan, content.policy, stands.runner.units)
    return answer
