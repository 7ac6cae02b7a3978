"""GET /api/progression: the stage, what is missing to leave it, and every slot's rung."""

from typing import Any

from fastapi import APIRouter

from midstance.accounts.current import CurrentDevice
from midstance.api.catalog import catalog
from midstance.api.day_asked import Day, day_or_today
from midstance.api.runner.progression import progression
from midstance.api.runner.standing import standing
from midstance.api.runner.told import told
from midstance.database import Reading

router = APIRouter(prefix="/api/progression", tags=["training"])


@router.get("")
def where_i_stand(device: CurrentDevice, db: Reading, day: Day | None = None) -> dict[str, Any]:
    """Where the runner stands, what comes next in each slot, and why."""
    content = catalog()
    asked = day_or_today(db, device.athlete, day)
    stands = standing(db, device.athlete, asked, content)
    answer: dict[str, Any] = told(progression(stands), content.policy, stands.runner.units)
    return answer
