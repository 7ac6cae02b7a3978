"""Vectors of a day: which session comes next, the workout, and reasons in words."""

import random
from typing import Any

from midstance.training.day import add_days
from midstance.training.explain import explain
from midstance.training.next_session import next_session
from midstance.training.opens import closed_on
from midstance.training.readiness import readiness
from tests.training.scene import (
    EXPERIENCED,
    KITS,
    NOVICE,
    POLICY,
    READY,
    TEMPLATES,
    plan_of,
    workout_of,
)
from tests.vectors.progress import LADDERS
from tests.vectors.readiness import checkin_of

DAY = "2026-03-02"
NEXT_CASES = 300
BOTH_KINDS = {"weekly_distance_m": 70_000, "long_run_day": 6}
PRESCRIBE_CASES = 150
CLOSED_CASES = 80


def next_session_cases() -> list[dict[str, Any]]:
    dice = random.Random(12)
    return [_next(dice, number) for number in range(NEXT_CASES)]


def closed_cases() -> list[dict[str, Any]]:
    """Weeks off before, around and after the day from which a phone was alone."""
    dice = random.Random(16)
    return [_closed(dice, number) for number in range(CLOSED_CASES)]


def prescribe_cases() -> list[dict[str, Any]]:
    dice = random.Random(13)
    return [_prescribed(dice, number) for number in range(PRESCRIBE_CASES)]


def explain_cases() -> list[dict[str, Any]]:
    values = {
        "pain": 5, "before": 2, "soreness": 4, "quality": 2, "goal": 12, "load_g": 12500,
        "done": 2, "sets": 3, "rir": 1, "target": 3, "side": "left", "until": "2026-03-04",
        "flags": ["night_pain", "swelling"], "region": "lower_back", "item": "sleep", "value": 12,
        "usual": 8.5, "rir_added": 1, "days": 9, "hours": 48, "minutes": 30, "sessions": 2,
    }  # fmt: skip
    every: list[tuple[str, dict[str, Any], str]] = [
        (rule, {"rule": rule, "values": values}, units)
        for rule in POLICY["reasons"]
        for units in ("kg", "lb")
    ]
    loads = [0, 500, 1250, 12000, 12500, 20410, 22680, 61235, 99999]
    every += [
        (f"{load_g} g", {"rule": "heavier_honored", "values": {"load_g": load_g}}, units)
        for load_g in loads
        for units in ("kg", "lb")
    ]
    every += [
        ("a rule of tomorrow", {"rule": "moon_phase"}, "kg"),
        ("no values at all", {"rule": "pain_hold"}, "kg"),
    ]
    return [
        {
            "name": name,
            "in": {"reason": reason, "policy": "@policy", "units": units},
            "out": explain(reason, POLICY, units),  # type: ignore[arg-type]
        }
        for name, reason, units in every
    ]


def _closed(dice: random.Random, number: int) -> dict[str, Any]:
    since = add_days(DAY, -dice.choice([0, 1, 4, 9, 21, 22, 23, 40]))
    done: list[Any] = []
    last = add_days(DAY, -90)
    while (last := add_days(last, dice.choice([2, 3, 7, 20, 21, 22, 23, 30]))) <= DAY:
        done.append({"day": last})
    closed: Any = {"drops": [{"rule": "slot_closed"}]}
    by_rest: Any = {"jumps": [{"rule": "slot_closed"}], "drops": []}
    given = {"closed": closed, "by_rest": by_rest, "done": done, "day": DAY, "since": since}
    return {
        "name": f"weeks off {number}",
        "in": given | {"policy": "@policy"},
        "out": closed_on(closed, by_rest, done, DAY, POLICY, since=since),
    }


def _next(dice: random.Random, number: int) -> dict[str, Any]:
    """Some days into a plan, with some of it done, in or out of order, or not at all.

    Some runners have strength and light sessions, some fall ill, race, or move a key run.
    """
    profile = dice.choice([NOVICE, EXPERIENCED, EXPERIENCED | BOTH_KINDS])
    if dice.random() < 0.2:
        race = add_days(profile["start_day"], dice.randint(5, 20))
        profile = profile | {"race_day": race, "race_distance_m": dice.choice([5000, 42195])}
    history: dict[str, Any] = {"sessions": [], "assessments": []}
    if dice.random() < 0.2:
        ill = add_days("2026-01-05", dice.randint(0, 12))
        until = {"to": add_days(ill, dice.randint(0, 5))} if dice.random() < 0.7 else {}
        history["changes"] = [{"change": "illness", "from": ill} | until]
    if dice.random() < 0.3:
        moved = {"day": add_days("2026-01-05", dice.randint(0, 12)), "distance_m": 12000}
        history["runs"] = [moved | {"type": dice.choice(["long", "quality"])}]
    begun = plan_of(profile, history, "2026-01-05")
    begun = begun | {"sessions": begun["sessions"][: dice.choice([2, 6, 12])]}
    day = add_days("2026-01-05", dice.randint(0, 20))
    done: list[Any] = []
    for item in begun["sessions"]:
        if item["day"] <= day and dice.random() < 0.7:
            template = item["template"]
            if dice.random() < 0.15:
                template = dice.choice(sorted(TEMPLATES))
            done.append(
                {
                    "session": f"s{len(done)}",
                    "template": template,
                    "day": min(day, add_days(item["day"], dice.choice([0, 0, 1]))),
                    "ended_at": 0,
                    "heavy": TEMPLATES[template]["kind"] == "strength",
                    "place": "home",
                }
            )
    if done and dice.random() < 0.3:
        begun["counted"] = ["s0"]
    given: Any = {"plan": begun, "done": done, "day": day}
    return {
        "name": f"day {day} {number}",
        "in": given | {"policy": "@policy"},
        "out": next_session(begun, done, day, POLICY),
    }


EASES = [[]] * 6 + [
    ["deload"], ["deload"], ["spike"], ["race"], ["after_race"], ["after_illness"], ["no_new"],
    ["no_new", "deload"], ["race", "no_new"], ["deload", "spike"],
]  # fmt: skip
ASYMMETRIES: list[Any] = [None, None] + [
    {"side": side, "patterns": ["calf", "lunge", "step", "hinge"], "extra_set": extra}
    for side in ("left", "right")
    for extra in (True, False)
]


def _prescribed(dice: random.Random, number: int) -> dict[str, Any]:
    template, kit = dice.choice(sorted(TEMPLATES)), dice.choice(sorted(KITS))
    slots = [each["slot"] for each in TEMPLATES[template]["slots"]]
    ladders = LADDERS[kit]
    positions = {
        each["slot"]: {"home": _position(dice, ladders[each["slot"]]["home"])}
        for each in TEMPLATES[template]["slots"]
        if dice.random() < 0.8
    }
    for slot, at in positions.items():
        if dice.random() < 0.3:
            at["gym"] = _position(dice, ladders[slot]["home"])
    checkin, usual = checkin_of(dice)
    ready = readiness(checkin, usual, POLICY) if dice.random() < 0.5 else READY
    changes: dict[str, Any] = {
        "minutes": dice.choice([10, 15, 20, 30, 45, 60]),
        "ease": dice.choice(EASES),
        "closed": {dice.choice(slots): [{"rule": "no_equipment"}]} if dice.random() < 0.1 else {},
        "asymmetry": dice.choice(ASYMMETRIES),
        "readiness": ready,
        "place": "gym" if dice.random() < 0.02 else "home",
    }
    return {
        "name": f"{template} {kit} {number}",
        "in": {
            "template": f"@template:{template}",
            "program_slots": "@slots",
            "ladders": f"@ladders:{kit}",
            "positions": positions,
            "exercises": "@exercises",
            "policy": "@policy",
            "day": DAY,
            **changes,
        },
        "out": workout_of(template, ladders, positions, DAY, **changes),
    }


def _position(dice: random.Random, ladder: Any) -> dict[str, Any]:
    top = len(ladder["rungs"]) - 1
    rung = dice.randint(0, top)
    position: dict[str, Any] = {"rung": rung, "streak": 0, "misses": 0, "exposures": 1}
    if dice.random() < 0.9:
        position["last_day"] = add_days(DAY, -dice.choice([2, 3, 4, 7, 8, 14, 15, 21, 28, 40, 90]))
        position["last"] = ladder["rungs"][max(0, rung - dice.choice([0, 1, 1, 3]))]
        position["why"] = [{"rule": "goal_met", "entries": ["e1"]}]
    if dice.random() < 0.05:
        position["blocked"] = {"region": "knee", "until": dice.choice(["2026-03-04", DAY])}
    return position
