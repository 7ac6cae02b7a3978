"""How long a workout takes, and what goes first when there is less time."""

from math import ceil, floor

from midstance.training.program_values import TemplateSlot
from midstance.training.values import Dropped, Item, Policy, Reason

Chosen = list[tuple[TemplateSlot, Item]]


def fit(
    chosen: Chosen, kind: str, minutes: int, policy: Policy
) -> tuple[list[Item], list[Dropped]]:
    """The items that fit `minutes` plus the tolerance, and those left out, with reasons.

    A light session is short however many minutes there are.

    Priorities 3 and 2 go first, the last in order before the others. Then sets go, and only then
    slots of priority 1; one set of one slot always stays.
    """
    most_s = budget_s(kind, minutes, policy)
    if kind == "light":
        minutes = min(minutes, policy["session"]["light_most_min"])
    least_sets: int = policy["session"]["least_sets"]
    values = {"minutes": minutes}
    left = list(chosen)
    dropped: list[Dropped] = []
    while seconds([item for _, item in left], kind, policy) > most_s:
        gone = _droppable(left, kind, policy, 2)
        fewer = -1 if gone >= 0 else _with_sets(left, least_sets)
        if gone < 0 and fewer < 0:
            gone = _droppable(left, kind, policy, 1)
        if gone >= 0:
            slot = left.pop(gone)[0]["slot"]
            dropped.append({"slot": slot, "reasons": [{"rule": "no_time", "values": values}]})
        elif fewer >= 0:
            left[fewer] = (left[fewer][0], _one_set_less(left[fewer][1], values))
        else:
            break
    return [item for _, item in left], dropped


def budget_s(kind: str, minutes: int, policy: Policy) -> int:
    """The seconds a session may take: `minutes` and the tolerance; a light one is short."""
    most_s: int = 60 * floor(minutes * (1 + policy["session"]["over_budget"]))
    short: int = policy["session"]["light_most_min"]
    return min(most_s, 60 * short) if kind == "light" else most_s


def minutes_of(items: list[Item], kind: str, policy: Policy) -> int:
    """Warm-up + sets x (work x sides + rest + change), in minutes, rounded up."""
    return ceil(seconds(items, kind, policy) / 60)


def set_seconds(item: Item, policy: Policy) -> float:
    """The work of one set, both sides."""
    return _side_seconds(item, policy) * sides_of(item)


def contacts_of(item: Item) -> int:
    """The landings of an item, those of both legs and of sets on top."""
    extra = item["extra"]["sets"] if "extra" in item else 0
    return item.get("contacts", 0) * (item["sets"] * sides_of(item) + extra)


def seconds(items: list[Item], kind: str, policy: Policy) -> float:
    """The whole session; preparing is part of the warm-up, so the longer of the two counts."""
    numbers = policy["session"]
    prep, work = 0.0, 0.0
    for item in items:
        between = item["rest_s"] + numbers["change_s"]
        total = item["sets"] * (set_seconds(item, policy) + between)
        if "extra" in item:
            total += item["extra"]["sets"] * (_side_seconds(item, policy) + between)
        if item["block"] == "prep":
            prep += total
        else:
            work += total
    return float(max(numbers[f"warm_up_{kind}_s"], prep) + work) if items else 0.0


def sides_of(item: Item) -> int:
    """How many sides a set is done with."""
    return 2 if item["sides"] == "each" else 1


def _side_seconds(item: Item, policy: Policy) -> float:
    numbers = policy["session"]
    if "hold_s" in item:
        work: float = item["hold_s"]
    elif "contacts" in item:
        work = item["contacts"] * item.get("contact_s", numbers["contact_s"])
    elif "distance_m" in item:
        work = item["distance_m"] / numbers["carry_m_per_s"]
    else:
        work = item.get("reps", 0) * _rep_seconds(item.get("tempo"), policy)
    return work


def _rep_seconds(tempo: str | None, policy: Policy) -> int:
    numbers = policy["session"]
    if not tempo:
        return int(numbers["default_rep_s"])
    return sum(int(numbers["fast_s"] if d == "X" else d) for d in tempo.split("-"))


def _droppable(left: Chosen, kind: str, policy: Policy, lowest: int) -> int:
    """The last item of the least priority (not below `lowest`) that gives time back, or -1."""
    now = seconds([item for _, item in left], kind, policy)
    for priority in range(3, lowest - 1, -1):
        for index in range(len(left) - 1, -1, -1):
            rest = [item for i, (_, item) in enumerate(left) if i != index]
            matches = left[index][0]["priority"] == priority
            if matches and rest and seconds(rest, kind, policy) < now:
                return index
    return -1


def _with_sets(left: Chosen, least: int) -> int:
    """The last item with more sets than `least`, else with more than one, or -1."""
    more = [i for i, (_, item) in enumerate(left) if item["sets"] > least]
    any_left = [i for i, (_, item) in enumerate(left) if item["sets"] > 1]
    return (more or any_left or [-1])[-1]


def _one_set_less(item: Item, values: dict[str, int]) -> Item:
    reason: Reason = {"rule": "fewer_sets", "values": values}
    reasons = item["reasons"] if reason in item["reasons"] else [*item["reasons"], reason]
    return {**item, "sets": item["sets"] - 1, "reasons": reasons}
