"""The item of one slot in today's workout: its dose, what differs from last time, and why."""

from math import ceil
from typing import Any, cast

from midstance.training.dose import dose
from midstance.training.ease import Today, ease_of, sorest
from midstance.training.program_values import Slot, TemplateSlot
from midstance.training.rungs import MEASURES, amount, finding_load, measure, same_load, start
from midstance.training.values import Item, Ladder, Position, Reason, Rung


def item_of(
    today: Today, slot: Slot, place_in: TemplateSlot, ladder: Ladder | None, known: Position | None
) -> Item | list[Reason]:
    """The item of one slot, or the reasons why it has none today."""
    if ladder is None:
        return [{"rule": "no_equipment"}]
    position = known or start(ladder)
    until = position["blocked"].get("until", "") if "blocked" in position else ""
    if until > today.day:
        return [{"rule": "blocked_until", "values": {"until": until}}]
    sets = place_in.get("sets") or ladder["sets"]
    ease = ease_of(today, place_in, ladder, position, sets)
    if isinstance(ease, list):
        return ease
    rung = ladder["rungs"][ease.rung]
    exercise = today.exercises[rung["exercise"]]
    sore = sorest(rung, exercise, today.policy)
    half: list[Reason] = [{"rule": "first_half"}] if sore and _meets(position, rung) else []
    item: dict[str, Any] = {
        "slot": place_in["slot"],
        "name": slot["name"],
        "block": place_in["block"],
        **rung,
        "sets": min(ease.sets, ceil(sets / 2)) if half else ease.sets,
        "sides": "each" if exercise["laterality"] == "unilateral" else "both",
        "rest_s": ladder["rest_s"],
        "rir": ease.rir,
        "rung": ease.rung,
        "regions": exercise["regions"],
        "reasons": [*ease.reasons, *half, *(position.get("why") or [_first(position, ladder)])],
    }
    if not ease.kind and place_in["block"] != "prep" and _heavier_here(position, rung, ladder):
        item["reasons"].append({"rule": "find_load", "values": {"rir": ladder["rir"]}})
    light = today.kind == "light" or place_in["block"] == "prep"
    item["reasons"].extend(dose(rung, slot, ladder, sets, light=light, policy=today.policy))
    if ease.kind:
        item["eased"] = ease.kind
    if "contact_s" in exercise:
        item["contact_s"] = exercise["contact_s"]
    if "group" in place_in:
        item["group"] = place_in["group"]
    change = _change(position.get("last"), rung)
    if change:
        item["change"] = change
    if ease.kind == "race" and place_in["block"] == "main" and "reps" in item:
        item["reps"] = min(item["reps"], today.policy["race_week"]["reps"])
    return cast(Item, item)


def _meets(position: Position, rung: Rung) -> bool:
    """Whether this is the first time here with an exercise."""
    before = position["last"]["exercise"] if "last_day" in position and "last" in position else ""
    return before != rung["exercise"]


def _heavier_here(position: Position, rung: Rung, ladder: Ladder) -> bool:
    """Whether a new load may be climbed from: the same exercise goes heavier here."""
    heavier = (r["load_g"] > rung["load_g"] for r in ladder["rungs"] if _alike(r, rung))
    return "reps" in rung and finding_load(position, rung) and any(heavier)


def _alike(one: Rung, other: Rung) -> bool:
    return one["exercise"] == other["exercise"] and one["load"] == other["load"]


def _first(position: Position, ladder: Ladder) -> Reason:
    if "last_day" in position:
        return {"rule": "start_again"}
    start_here: Reason = {"rule": "start"}
    return ladder.get("first_why", start_here)


def _change(last: Rung | None, rung: Rung) -> dict[str, Any] | None:
    """What differs from what was last done, the most telling difference first."""
    if last is None:
        return None
    key = measure(rung)
    if last["exercise"] != rung["exercise"]:
        by = "exercise"
    elif not same_load(last, rung):
        by = "load"
    elif amount(last, key) != amount(rung, key):
        by = dict(zip(MEASURES, ("reps", "hold", "contacts", "distance"), strict=True))[key]
    else:
        return None
    return {"from": last, "by": by}
