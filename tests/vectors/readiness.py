"""Vectors of readiness: what a check-in and the weeks before it take away from a day."""

import random
from typing import Any

from midstance.training.day import add_days
from midstance.training.lately import lately, niggles
from midstance.training.readiness import readiness
from tests.training.scene import POLICY

DAY = "2026-03-02"
REGIONS = ["ankle", "calf", "foot", "hamstrings", "hip", "knee", "lower_back", "quads"]
READINESS_CASES = 400
LATELY_CASES = 300
NIGGLE_CASES = 60
USUAL = {"mean": 8.4, "sd": 1.6, "n": 14}


def readiness_cases() -> list[dict[str, Any]]:
    told: list[tuple[str, Any, Any]] = [
        ("no check-in", None, USUAL),
        ("nothing to report", {"sleep": 2, "fatigue": 2, "stress": 2}, USUAL),
        ("sore calves of 4", {"soreness": {"calf": 4}}, None),
        ("sore calves of 6", {"soreness": {"calf": 6}}, None),
        ("a little pain", {"pain": {"knee": 2}}, None),
        ("amber pain", {"pain": {"knee": 3}}, None),
        ("red pain", {"pain": {"knee": 5}}, None),
        ("red pain in the morning", {"pain_morning": {"knee": 5}, "pain": {"knee": 1}}, None),
        ("a red flag stops all", {"red_flags": ["night_pain"], "sleep": 7}, USUAL),
        ("one terrible night", {"sleep": 6, "fatigue": 1, "stress": 1}, USUAL),
        ("more tired than usual", {"sleep": 4, "fatigue": 4, "stress": 4}, USUAL),
        ("more tired, too few entries", {"sleep": 4, "fatigue": 4, "stress": 4}, USUAL | {"n": 9}),
        ("a very even runner", {"sleep": 3, "fatigue": 3, "stress": 3}, USUAL | {"sd": 0.0}),
        ("tired and sore takes one set", {"sleep": 7, "soreness": {"calf": 5, "hip": 4}}, None),
        (
            "three red flags, three answers",
            {"red_flags": ["fever_or_feeling_ill", "a_pop", "bone_pain"]},
            None,
        ),
    ]
    sore, hurt = {"soreness": {"calf": 4, "hip": 1}}, {"pain": {"knee": 3}}
    lasting: list[tuple[str, Any, Any, Any]] = [
        ("a niggle without a check-in", None, USUAL, {"niggles": ["calf"]}),
        ("a niggle on a good day", {"sleep": 1}, USUAL, {"niggles": ["calf", "knee"]}),
        ("a red flag beside a niggle", {"red_flags": ["a_pop"]}, USUAL, {"niggles": ["calf"]}),
        ("two bad days are none in a row", {"sleep": 4}, USUAL, {"bad_days": 2}),
        ("a third bad day is a light day", {"sleep": 4}, USUAL, {"bad_days": 3}),
        ("a light day of a sore runner", sore, USUAL, {"bad_days": 3, "sore_long": ["calf"]}),
        ("sore for three days", sore, None, {"sore_long": ["calf"]}),
        ("amber for two weeks", hurt, None, {"pain_long": ["knee"]}),
    ]
    dice = random.Random(11)
    thrown = [(f"thrown {n}", *checkin_of(dice)) for n in range(READINESS_CASES)]
    return [_ready(*case) for case in [*told, *lasting, *thrown]]


def lately_cases() -> list[dict[str, Any]]:
    """Weeks of check-ins, some with gaps, some getting worse."""
    dice = random.Random(14)
    return [_lately(dice, number) for number in range(LATELY_CASES)]


def niggle_cases() -> list[dict[str, Any]]:
    dice = random.Random(15)
    return [_niggles(dice, number) for number in range(NIGGLE_CASES)]


def checkin_of(dice: random.Random) -> tuple[Any, Any]:
    def regions(most: int) -> dict[str, int]:
        return {r: dice.randint(0, most) for r in dice.sample(REGIONS, dice.randint(0, 3))}

    low = dice.random() < 0.7
    checkin: dict[str, Any] = {
        item: dice.randint(1, 5 if low else 7) for item in ("sleep", "fatigue", "stress")
    }
    checkin |= {"soreness": regions(7), "pain": regions(6), "pain_morning": regions(5)}
    for key in list(checkin):
        if dice.random() < 0.25:
            del checkin[key]
    if dice.random() < 0.05:
        checkin["red_flags"] = ["bone_pain"]
    n = dice.choice([0, 9, 10, 20])
    usual = {"mean": dice.choice([6.0, 8.43, 11.5]), "sd": dice.choice([0.0, 0.9, 2.31]), "n": n}
    return checkin, dice.choice([None, usual, usual])


def _ready(name: str, checkin: Any, usual: Any, lasting: Any = None) -> dict[str, Any]:
    given = {"checkin": checkin, "baseline": usual, "policy": "@policy"}
    return {
        "name": name,
        "in": given | ({"lasting": lasting} if lasting else {}),
        "out": readiness(checkin, usual, POLICY, **(lasting or {})),
    }


def _lately(dice: random.Random, number: int) -> dict[str, Any]:
    checkins: dict[str, Any] = {}
    day, base, hard = DAY, dice.randint(1, 3), dice.randint(0, 5)
    for back in range(dice.choice([0, 3, 14, 26])):
        checkin, _ = checkin_of(dice)
        rest = {item: min(7, base + dice.choice([0, 0, 1])) for item in ("sleep", "fatigue")}
        worse = {"fatigue": 5, "stress": 5, "soreness": {"calf": 4}, "pain": {"knee": 3}}
        checkins[day] = checkin | rest | {"stress": base} | (worse if back < hard else {})
        if back >= hard and dice.random() < 0.7:
            checkins[day]["pain"] = {"knee": 4}
        day = add_days(day, -dice.choice([1, 1, 1, 2, 2, 4, 5]))
    if dice.random() < 0.1:
        checkins.pop(DAY, None)
    given: Any = {"checkins": checkins, "day": DAY}
    return {
        "name": f"weeks {number}",
        "in": given | {"policy": "@policy"},
        "out": lately(checkins, DAY, POLICY),
    }


def _niggles(dice: random.Random, number: int) -> dict[str, Any]:
    changes: list[Any] = []
    for _ in range(dice.randint(0, 4)):
        begin = add_days(DAY, dice.randint(-9, 2))
        change = {"change": dice.choice(["niggle", "niggle", "illness"]), "from": begin}
        if dice.random() < 0.6:
            change["to"] = add_days(begin, dice.randint(0, 12))
        if dice.random() < 0.9:
            change["region"] = dice.choice(REGIONS)
        changes.append(change)
    given = {"changes": changes, "day": DAY}
    return {"name": f"changes {number}", "in": given, "out": niggles(changes, DAY)}
