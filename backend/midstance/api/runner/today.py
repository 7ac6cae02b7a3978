"""What a day is for an athlete, as the phone computes it too."""

from typing import Any

from midstance.api.catalog import Catalog
from midstance.api.runner.standing import Standing
from midstance.training.next_session import next_session
from midstance.training.prescribe import prescribe
from midstance.training.readiness import readiness


def today(
    standing: Standing, catalog: Catalog, place: str | None, minutes: int | None
) -> dict[str, Any]:
    """The day's kind, readiness and workout. On a rest day it is the next session's workout."""
    runner, policy = standing.runner, catalog.policy
    upcoming = next_session(standing.plan, standing.done, standing.day, policy)
    ready = readiness(standing.checkin, standing.baseline, policy)
    kind = "stop" if ready["level"] == "stop" else upcoming["kind"]
    templates = {one["slug"]: one for one in runner.program["templates"]}
    answer: dict[str, Any] = {
        "day": standing.day,
        "kind": kind,
        "next": upcoming,
        "readiness": ready,
        "reasons": ready["reasons"] if kind == "stop" else upcoming["reasons"],
        "workout": None,
    }
    if kind in ("session", "rest") and "session" in upcoming:
        item = upcoming["session"]
        answer["workout"] = prescribe(
            template=templates[item["template"]],
            program_slots=runner.program["slots"],
            ladders=standing.ladders,
            positions=standing.positions,
            exercises=catalog.exercises,
            place=place or runner.place,
            minutes=minutes or runner.minutes,
            deload="deload" in item["ease"],
            readiness=ready,
            policy=policy,
            day=standing.day,
        )
    return answer
