"""Vectors of what happened in a session: outcomes by slot from logged sets and check-ins."""

import random
from typing import Any

from midstance.training.outcome import outcomes
from tests.training.scene import KITS, TEMPLATES, sets_of, workout_of
from tests.vectors.progress import DAY, LADDERS

OUTCOME_CASES = 100


def outcome_cases() -> list[dict[str, Any]]:
    dice = random.Random(7)
    return [_outcome_case(dice, number) for number in range(OUTCOME_CASES)]


def _outcome_case(dice: random.Random, number: int) -> dict[str, Any]:
    template, kit = dice.choice(sorted(TEMPLATES)), dice.choice(sorted(KITS))
    items = workout_of(template, LADDERS[kit], {}, DAY)["items"][:3]
    sets: list[Any] = []
    for item in items:
        for done in sets_of(item):
            roll = dice.random()
            if roll < 0.2:
                continue
            if roll < 0.3:
                done |= {"exercise": "another-exercise", "pain": dice.randint(0, 6)}
            if roll < 0.4:
                del done["record"]
            if roll > 0.95:
                done["sharp"] = True
            sets.append(done)
    dice.shuffle(sets)
    regions = ["calf", "knee", "hip", "foot"]
    answers: Any = {
        "soreness": {region: dice.randint(0, 7) for region in regions[:2]},
        "pain": {region: dice.randint(0, 5) for region in regions[1:3]},
        "red_flags": ["night_pain"] if dice.random() < 0.1 else [],
    }
    session: Any = {
        "items": items,
        "sets": sets,
        "day": DAY,
        "checkin": answers if dice.random() < 0.6 else None,
        "morning": {"pain_morning": {"calf": 4, "knee": 1}} if dice.random() < 0.4 else None,
    }
    if dice.random() < 0.5:
        session["attendance"] = {"per_week": dice.randint(1, 4), "days": ["2026-02-24"]}
    return {"name": f"{template} {number}", "in": session, "out": outcomes(**session)}
