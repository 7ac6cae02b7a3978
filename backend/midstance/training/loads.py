"""The loads that really exist at a place, and what can be done with them."""

from midstance.training.program_values import Alternative
from midstance.training.runner_values import Place
from midstance.training.values import Policy


def loads_for(alternative: Alternative, place: Place, policy: Policy) -> list[int]:
    """The loads that exist for an alternative, ascending; empty when it cannot be done."""
    if not is_there(alternative, place):
        return []
    dumbbells = place.get("dumbbells_g") or []
    match alternative["load"]:
        case "dumbbell":
            found = dumbbells
        case "dumbbells":
            found = [2 * each for each in dumbbells]
        case "kettlebell":
            found = place.get("kettlebells_g") or []
        case "backpack":
            found = place.get("backpack_g") or []
        case "band":
            found = list(range(1, (place.get("bands") or 0) + 1))
        case "barbell":
            found = _bar_loads(place, policy)
        case "stack":
            stacks = place.get("stack_g") or {}
            found = next((stacks[need] for need in alternative["needs"] if need in stacks), [])
        case _:
            return [0]
    return sorted({load for load in found if load > 0})


def is_there(alternative: Alternative, place: Place) -> bool:
    have = set(place.get("items") or [])
    have |= {
        name
        for name, owned in (
            ("dumbbells", place.get("dumbbells_g")),
            ("kettlebells", place.get("kettlebells_g")),
            ("barbell", place.get("barbell")),
            ("backpack", place.get("backpack_g")),
            ("bands", place.get("bands")),
        )
        if owned
    }
    return have.issuperset(alternative["needs"])


def _bar_loads(place: Place, policy: Policy) -> list[int]:
    """The bar with every set of plates that is the same on both sides.

    Of loads that nobody can tell apart one is enough, or a hundred odd plates would make millions.
    """
    bar = place.get("barbell")
    if not bar:
        return []
    totals = {_told_apart(bar["bar_g"]): bar["bar_g"]}
    for plate_g in bar["plates_g"]:
        heavier = [total + 2 * plate_g for total in totals.values()]
        for total in heavier:
            if total <= policy["ladder"]["bar_most_g"]:
                totals.setdefault(_told_apart(total), total)
    return sorted(totals.values())


def _told_apart(load_g: int) -> int:
    return load_g // 100
