"""The loads that a place holds, worked out plate by plate, so that they can disagree with a ladder."""

from typing import Any


def loads_that_exist(kind: str, place: Any) -> set[int]:
    """Grams; of bands their numbers."""
    dumbbells = set(place.get("dumbbells_g") or [])
    match kind:
        case "barbell":
            bar = place.get("barbell")
            return _on_the_bar(bar["bar_g"], bar["plates_g"]) if bar else set()
        case "stack":
            return {load for loads in place.get("stack_g", {}).values() for load in loads}
        case "band":
            return set(range(1, place.get("bands", 0) + 1))
        case "dumbbell":
            return dumbbells
        case "dumbbells":
            return {2 * each for each in dumbbells}
        case "kettlebell":
            return set(place.get("kettlebells_g") or [])
        case "backpack":
            return set(place.get("backpack_g") or [])
    return {0}


def _on_the_bar(bar_g: int, plates_g: list[int]) -> set[int]:
    return {
        bar_g + 2 * sum(plate for bit, plate in enumerate(plates_g) if chosen >> bit & 1)
        for chosen in range(2 ** len(plates_g))
    }
