"""What was asked for in a session: its frozen items, or what they must have been."""

from typing import Any, cast

from midstance.training.done import Ground
from midstance.training.rungs import MEASURES, start
from midstance.training.values import Item, Ladder, Positions

TEXTS = ("slot", "name", "block", "exercise", "load", "sides")
NUMBERS = ("sets", "load_g", "rest_s", "rir", "rung")


def frozen(items: list[Any]) -> list[Item]:
    """Of the items a phone froze into a session those that are whole."""
    return [cast(Item, {"regions": [], "reasons": []} | item) for item in items if _whole(item)]


def presumed(
    sets: list[dict[str, Any]], place: str, ground: Ground, positions: Positions
) -> list[Item]:
    """For a client that freezes nothing: where the runner stood in each slot that was trained."""
    items: list[Item] = []
    for slot in dict.fromkeys(one["slot"] for one in sets if "slot" in one):
        ladder = ground.ladders.get(slot, {}).get(place)
        if ladder:
            position = positions.get(slot, {}).get(place) or start(ladder)
            items.append(_item(slot, ladder, position["rung"], ground))
    return items


def _item(slot: str, ladder: Ladder, index: int, ground: Ground) -> Item:
    rung = ladder["rungs"][index]
    exercise = ground.exercises[rung["exercise"]]
    item = {
        **rung,
        "slot": slot,
        "name": ground.program["slots"][slot]["name"],
        "block": "main",
        "sets": ladder["sets"],
        "sides": "each" if exercise["laterality"] == "unilateral" else "both",
        "rest_s": ladder["rest_s"],
        "rir": ladder["rir"],
        "rung": index,
        "regions": exercise["regions"],
        "reasons": [],
    }
    return cast(Item, item)


def _whole(item: Any) -> bool:
    """Has an item everything a rule reads? A newer phone's may look quite different."""
    return (
        isinstance(item, dict)
        and all(isinstance(item.get(name), str) for name in TEXTS)
        and all(type(item.get(name)) is int for name in NUMBERS)
        and any(type(item.get(name)) is int for name in MEASURES)
        and all(type(item[name]) is int for name in MEASURES if name in item)
        and isinstance(item.get("regions", []), list)
        and all(isinstance(region, str) for region in item.get("regions", []))
        and type(item.get("band", 0)) is int
    )
