"""Where an athlete stands on each ladder, and what is above."""

from typing import Any

from midstance.api.runner.pack import STAGE
from midstance.api.runner.standing import Standing
from midstance.training.rungs import start
from midstance.training.values import Ladder, Position


def progression(standing: Standing) -> dict[str, Any]:
    """The stage with what is missing in its gate, and each slot that can be trained somewhere."""
    stage, program = standing.stage, standing.runner.program
    closed = standing.closed
    missing = [line for line in stage["gate"] if not line["done"]]
    return {
        "day": standing.day,
        "program": {"slug": program["slug"], "name": program["name"]},
        "stage": {**stage, "missing": missing},
        "stages": [
            {name: one[name] for name in STAGE}  # type: ignore[literal-required]
            for one in program["stages"]
        ],
        "symmetry": standing.symmetry,
        "measured": standing.measured,
        "slots": [
            {
                "slot": slot,
                "name": program["slots"][slot]["name"],
                **({"closed": {"reasons": closed[slot]}} if slot in closed else {}),
                "places": {
                    at: _place(ladder, standing.positions.get(slot, {}).get(at))
                    for at, ladder in ladders.items()
                },
            }
            for slot, ladders in standing.ladders.items()
        ],
    }


def _place(ladder: Ladder, known: Position | None) -> dict[str, Any]:
    position = known or start(ladder)
    rungs = ladder["rungs"]
    at = min(position["rung"], len(rungs) - 1)
    told: dict[str, Any] = {
        "rung": at,
        "rungs": len(rungs),
        "now": rungs[at],
        "position": {name: value for name, value in position.items() if name != "why"},
        "reasons": position.get("why") or [{"rule": "start"}],
    }
    return told | ({"next": rungs[at + 1]} if at + 1 < len(rungs) else {})
