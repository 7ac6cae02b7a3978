"""The loads that a place holds, plate by plate, worked out apart from the ladders."""

from typing import Any


def loads_that_exist(kind: str, place: Any) -> set[int]:
    """Grams; of bands their numbers."""
    dumbbells = place.get("dumbbells_g") or []
    bar = place.get("barbell")
    there: dict[str, Any] = {
        "barbell": _on_the_bar(bar["bar_g"], bar["plates_g"]) if bar else (),
        "stack": [load for loads in place.get("stack_g", {}).values() for load in loads],
        "band": range(1, place.get("bands", 0) + 1),
        "dumbbell": dumbbells,
        "dumbbells": [2 * each for each in dumbbells],
        "kettlebell": place.get("kettlebells_g") or [],
        "backpack": place.get("backpack_g") or [],
    }
    return set(there.get(kind, [0]))


def _on_the_bar(bar_g: int, plates_g: list[int]) -> set[int]:
    return {
        bar_g + 2 * sum(plate for bit, plate in enumerate(plates_g) if chosen >> bit & 1)
        for chosen in range(2 ** len(plates_g))
    }
