"""Equipment from a bare living room to a gym, in kilograms or pounds."""

from random import Random
from typing import Literal

from midstance.training.runner_values import Barbell, Place

Units = Literal["kg", "lb"]

GRAMS_PER_LB = 453.59237
KITS = ("bare", "backpack", "pair", "dumbbells", "garage")
"""From nothing but walls and a floor to a bar at home."""

KG_DUMBBELLS = (2, 4, 6, 8, 10, 12.5, 15, 17.5, 20, 25)
LB_DUMBBELLS = (5, 8, 10, 15, 20, 25, 30, 35, 40, 50)
RACKS = ((0, 2, 4, 6, 8, 9), (1, 3, 4, 5, 6, 7), (2, 3, 5, 8), (0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
"""Which of them somebody owns: few kinds of homes, so that few ladders are built."""


def equipment(kit: str, units: Units, gym: bool, dice: Random) -> dict[str, Place]:
    """The home of a kit, and a gym for whoever goes to one."""
    places = {"home": _home(kit, units, dice)}
    return places | {"gym": _gym(units)} if gym else places


def _home(kit: str, units: Units, dice: Random) -> Place:
    owned = KG_DUMBBELLS if units == "kg" else LB_DUMBBELLS
    pack = [_grams(load, units) for load in ((4, 8, 12, 16) if units == "kg" else (10, 20, 30))]
    match kit:
        case "bare":
            return {}
        case "backpack":
            return {"items": ["step", "chair"], "backpack_g": pack[: dice.randint(1, len(pack))]}
        case "pair":
            one = _grams(dice.choice(owned[2:8]), units)
            return {"items": ["step", "chair", "towel"], "dumbbells_g": [one], "bands": 1}
        case "dumbbells":
            return {
                "items": ["step", "chair", "towel", "rope"],
                "dumbbells_g": [_grams(owned[each], units) for each in dice.choice(RACKS)],
                "kettlebells_g": [_grams(16 if units == "kg" else 35, units)],
                "backpack_g": pack,
                "bands": dice.choice((0, 3)),
            }
        case _:
            return {
                "items": ["step", "chair", "towel"],
                "barbell": _bar(units),
                "dumbbells_g": [_grams(x, units) for x in owned[:5]],
                "bands": 3,
            }


def _gym(units: Units) -> Place:
    steps = range(2, 42, 2) if units == "kg" else range(5, 85, 5)
    stack = [
        _grams(each, units) for each in (range(5, 125, 5) if units == "kg" else range(10, 260, 10))
    ]
    machines = ["machine_leg_press", "machine_leg_curl", "machine_knee_extension", "machine_calf"]
    return {
        "items": ["step", "chair", "towel", "rope", *machines],
        "dumbbells_g": [_grams(each, units) for each in steps],
        "kettlebells_g": [_grams(each, units) for each in steps if each >= 8],
        "barbell": _bar(units),
        "bands": 4,
        "stack_g": dict.fromkeys(machines, stack),
    }


def _bar(units: Units) -> Barbell:
    plates = (1.25, 2.5, 5, 10, 15, 20) if units == "kg" else (2.5, 5, 10, 25, 35, 45)
    return {
        "bar_g": _grams(20 if units == "kg" else 45, units),
        "plates_g": [_grams(each, units) for each in plates],
    }


def _grams(load: float, units: Units) -> int:
    return round(load * (1000 if units == "kg" else GRAMS_PER_LB))
