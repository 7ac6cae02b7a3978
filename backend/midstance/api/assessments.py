"""GET /api/assessments: the tests, what was measured in them, and how the sides compare."""

from typing import Any

from fastapi import APIRouter

from midstance.accounts.current import CurrentDevice
from midstance.api.catalog import catalog
from midstance.api.day_asked import Day, day_or_today
from midstance.api.runner.assessments import assessments
from midstance.api.runner.standing import standing
from midstance.api.runner.told import told
from midstance.database import Reading

router = APIRouter(prefix="/api/assessments", tags=["training"])


@router.get("")
def what_was_measured(device: CurrentDevice, db: Reading, day: Day | None = None) -> dict[str, Any]:
    """Every test with its last values, norm and whether it is due; and how the sides compare."""
    content = catalog()
    asked = day_or_today(db, device.athlete, day)
    stands = standing(db, device.athlete, asked, content)
    answer: dict[str, Any] = told(assessments(stands, content), content.policy, stands.runner.units)
    return answer
