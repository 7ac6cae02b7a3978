"""What a day is for an athlete, as the phone computes it too."""

from typing import Any

from midstance.api.catalog import Catalog
from midstance.api.runner.standing import Standing
from midstance.training.asymmetry import weaker_side
from midstance.training.next_session import next_session
from midstance.training.prescribe import prescribe


def today(
    standing: Standing, catalog: Catalog, place: str | None, minutes: int | None
) -> dict[str, Any]:
    """The day's kind, readiness and workout. On a rest day it is the next session's workout."""
    runner, policy, ready = standing.runner, catalog.policy, standing.readiness
    upcoming = next_session(standing.plan, standing.done, standing.day, policy)
    kind = "stop" if ready["level"] == "stop" else upcoming["kind"]
    templates = {one["slug"]: one for one in runner.program["templates"]}
    answer: dict[str, Any] = {
        "day": standing.day,
        "kind": kind,
        "next": upcoming,
        "readiness": ready,
        "reasons": ready["reasons"] if kind == "stop" else upcoming["reasons"],
        "off": standing.changes,
        "per_week": sum(standing.plan["per_week"].values()),
        "levels_above": standing.levels_above,
        "tests_due": [one["test"] for one in standing.measured if one["due"]],
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
            ease=item["ease"],
            closed=standing.closed,
            asymmetry=weaker_side(standing.symmetry, standing.day),
            readiness=ready,
            policy=policy,
            day=standing.day,
        )
    return answer
