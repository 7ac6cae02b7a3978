"""The pack: a phone computes every day from it and from its own entries since."""

from typing import Any

from midstance.api.catalog import Catalog
from midstance.api.runner.standing import Standing

# Another number for a change that an older app would trip over; disk.js has its twin.
PACK_VERSION = 2
STAGE = ("number", "name", "goal", "weeks")
CARD = (
    "name",
    "short",
    "measure",
    "laterality",
    "regions",
    "tags",
    "pattern",
    "starts",
    "tempo",
    "contact_s",
)


def pack(athlete_id: str, cursor: int, standing: Standing, catalog: Catalog) -> dict[str, Any]:
    """What GET /api/pack answers; `cursor` says which entries it knows."""
    program = standing.runner.program
    settled = set(standing.settled_sessions)
    return {
        "version": PACK_VERSION,
        "athlete": athlete_id,
        "day": standing.day,
        "cursor": cursor,
        "catalog": catalog.version,
        "program": {"slug": program["slug"], "name": program["name"]},
        "stage": standing.stage,
        "stages": [
            {name: one[name] for name in STAGE}  # type: ignore[literal-required]
            for one in program["stages"]
        ],
        "plan": standing.plan,
        "templates": {one["slug"]: one for one in program["templates"]},
        "slots": program["slots"],
        "ladders": standing.ladders,
        "positions": standing.settled,
        "done": standing.done,
        "folded": [one["session"] for one in standing.done if one["session"] in settled],
        "closed": standing.closed,
        "closed_by_rest": standing.closed_by_rest,
        "changes": standing.changes,
        "levels_above": standing.levels_above,
        "tests": list(catalog.tests.values()),
        "measured": standing.measured,
        "symmetry": standing.symmetry,
        "exercises": {
            slug: {name: exercise[name] for name in CARD if name in exercise}  # type: ignore[literal-required]
            for slug, exercise in catalog.exercises.items()
        },
        "policy": catalog.policy,
        "sources": catalog.sources,
    }
