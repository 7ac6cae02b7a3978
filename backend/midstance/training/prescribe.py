"""Today's workout: a template filled from the runner's ladders, eased where today asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from midstance.training.dose import dose
from midstance.training.fit import fit, minutes_of
from midstance.training.layoff import layoff, sets_after
from midstance.training.plan_values import Readiness
from midstance.training.program_values import Exercise, Slot, Template, TemplateSlot
from midstance.training.rungs import (
    MEASURES,
    amount,
    finding_load,
    lighter,
    measure,
    same_load,
    start,
)
from midstance.training.values import (
    Dropped,
    Eased,
    Item,
    Ladder,
    Ladders,
    Policy,
    Position,
    Positions,
    Reason,
    Rung,
    Workout,
)

USUAL: Readiness = {
    "level": "go",
    "sets_dropped": 0,
    "rir_added": 0,
    "blocked": [],
    "reasons": [],
}
"""A day that takes nothing away: workouts are fitted to it, so that an easier one adds nothing."""


@dataclass(frozen=True)
class Today:
    """What is the same for all slots of one workout."""

    exercises: Mapping[str, Exercise]
    deload: bool
    readiness: Readiness
    policy: Policy
    day: str
    kind: str
    trained: frozenset[str]


@dataclass(frozen=True)
class Ease:
    """How far today stays below the position: the rung, the sets, the reserve, and why."""

    rung: int
    sets: int
    rir: int
    kind: Eased | None
    reasons: list[Reason]


def prescribe(
    *,
    template: Template,
    program_slots: Mapping[str, Slot],
    ladders: Ladders,
    positions: Positions,
    exercises: Mapping[str, Exercise],
    place: str,
    minutes: int,
    deload: bool,
    readiness: Readiness,
    policy: Policy,
    day: str,
) -> Workout:
    """The workout of `template` for `day`, within `minutes` plus the policy's tolerance.

    Every load is one of the ladders', so it exists. A deload, a layoff and a poor day take the
    largest of their cuts, never their sum; the minutes they free stay free.
    """
    today = Today(exercises, deload, readiness, policy, day, template["kind"], _trained(positions))
    usual = replace(today, deload=False, readiness=USUAL)
    chosen: list[tuple[TemplateSlot, Item]] = []
    dropped: list[Dropped] = []

    def made(on: Today, place_in: TemplateSlot) -> Item | list[Reason]:
        slot = place_in["slot"]
        ladder, position = ladders.get(slot, {}).get(place), positions.get(slot, {}).get(place)
        return _item(on, program_slots[slot], place_in, ladder, position)

    for place_in in template["slots"] if readiness["level"] != "stop" else []:
        item = made(usual, place_in)
        if isinstance(item, list):
            dropped.append({"slot": place_in["slot"], "reasons": item})
        else:
            full = _full(place_in, ladders[place_in["slot"]][place])
            chosen.append((place_in, {**item, "sets": full}))
    fitting, left_out = fit(chosen, template["kind"], minutes, policy)
    places = {place_in["slot"]: place_in for place_in, _ in chosen}
    items: list[Item] = []
    for kept in fitting:
        item = made(today, places[kept["slot"]])
        if isinstance(item, list):
            dropped.append({"slot": kept["slot"], "reasons": item})
        else:
            items.append(_within(item, kept))
    deloading: list[Reason] = [{"rule": "deload"}] if deload else []
    return {
        "template": template["slug"],
        "name": template["name"],
        "stage": template["stage"],
        "kind": template["kind"],
        "place": place,
        "minutes": minutes_of(items, template["kind"], policy),
        "items": items,
        "dropped": [*dropped, *left_out],
        "reasons": [*deloading, *readiness["reasons"]],
    }


def _trained(positions: Positions) -> frozenset[str]:
    """The days on which some slot was trained last, anywhere."""
    places = [place for slot in positions.values() for place in slot.values()]
    return frozenset(place["last_day"] for place in places if "last_day" in place)


def _full(place_in: TemplateSlot, ladder: Ladder) -> int:
    return place_in.get("sets") or ladder["sets"]


def _within(item: Item, kept: Item) -> Item:
    """The item with no more sets than the time left of it."""
    if item["sets"] <= kept["sets"]:
        return item
    fewer = [reason for reason in kept["reasons"] if reason["rule"] == "fewer_sets"]
    return {**item, "sets": kept["sets"], "reasons": [*item["reasons"], *fewer]}


def _item(
    today: Today, slot: Slot, place_in: TemplateSlot, ladder: Ladder | None, known: Position | None
) -> Item | list[Reason]:
    """The item of one slot, or the reasons why it has none today."""
    if ladder is None:
        return [{"rule": "no_equipment"}]
    position = known or start(ladder)
    until = position["blocked"].get("until", "") if "blocked" in position else ""
    if until > today.day:
        return [{"rule": "blocked_until", "values": {"until": until}}]
    sets = _full(place_in, ladder)
    ease = _ease(today, ladder, position, sets)
    if isinstance(ease, list):
        return ease
    rung = ladder["rungs"][ease.rung]
    exercise = today.exercises[rung["exercise"]]
    item: dict[str, Any] = {
        "slot": place_in["slot"],
        "name": slot["name"],
        "block": place_in["block"],
        **rung,
        "sets": ease.sets,
        "sides": "each" if exercise["laterality"] == "unilateral" else "both",
        "rest_s": ladder["rest_s"],
        "rir": ease.rir,
        "rung": ease.rung,
        "regions": exercise["regions"],
        "reasons": [*ease.reasons, *(position.get("why") or [_first(position)])],
    }
    if not ease.kind and place_in["block"] != "prep" and _heavier_here(position, rung, ladder):
        item["reasons"].append({"rule": "find_load", "values": {"rir": ladder["rir"]}})
    light = today.kind == "light" or place_in["block"] == "prep"
    item["reasons"].extend(dose(rung, slot, ladder, sets, light=light, policy=today.policy))
    if ease.kind:
        item["eased"] = ease.kind
    change = _change(position.get("last"), rung)
    if change:
        item["change"] = change
    return cast(Item, item)


def _ease(today: Today, ladder: Ladder, position: Position, sets: int) -> Ease | list[Reason]:
    """What layoff, deload and readiness leave of a position; reasons alone when nothing is left."""
    policy, ready = today.policy, today.readiness
    own = min(position["rung"], len(ladder["rungs"]) - 1)
    rung, rir, cuts, kind = own, ladder["rir"], [sets], None
    reasons: list[Reason] = []
    row = layoff(position.get("last_day"), today.day, policy, today.trained)
    if row["gap"] > policy["layoff"]["rows"][0]["days"]:
        rung = lighter(ladder, own, row["load_down_least"], row["load_down_most"])
        cuts.append(sets_after(row, sets))
        kind = "return" if row["settles"] else "layoff"
        rule = "layoff_return" if row["settles"] else "layoff"
        reasons.append({"rule": rule, "values": {"days": row["gap"]}})
    if today.deload:
        numbers = policy["deload"]
        down = lighter(ladder, own, numbers["load_down_least"], numbers["load_down_most"])
        rung, rir = min(rung, down), max(rir, numbers["rir_least"])
        cuts.append(int(sets * numbers["sets_kept"] + 0.5))
        kind = kind or "deload"
        reasons.append({"rule": "deload"})
    found, region = _allowed(today, ladder, rung)
    if found < 0:
        rule = "blocked_region" if region else "mobility_only"
        return [{"rule": rule, "values": {"region": region}} if region else {"rule": rule}]
    if found < rung:
        kind = kind or "lighter"
        reasons.append({"rule": "eased_region", "values": {"region": region}})
    regions = today.exercises[ladder["rungs"][found]["exercise"]]["regions"]
    only = ready.get("drop_regions")
    if only is None or any(region in only for region in regions):
        rir += ready["rir_added"]
        if ready["sets_dropped"] or ready["rir_added"]:
            cuts.append(sets - ready["sets_dropped"])
            kind = kind or "lighter"
            reasons.append({"rule": "lighter_day"})
    return Ease(found, max(1, min(cuts)), rir, cast(Eased | None, kind), reasons)


def _allowed(today: Today, ladder: Ladder, rung: int) -> tuple[int, str]:
    """The hardest rung up to `rung` that today's blocks allow, -1 for none; and the region why."""
    why = ""
    for index in range(rung, -1, -1):
        exercise = today.exercises[ladder["rungs"][index]["exercise"]]
        block = next((b["region"] for b in today.readiness["blocked"] if _hits(b, exercise)), "")
        moves = today.readiness["level"] != "mobility" or _is_mobility(exercise)
        if not block and moves:
            return index, why
        why = why or block
    return -1, why


def _hits(block: Any, exercise: Exercise) -> bool:
    if block["region"] not in [*exercise["regions"], "all"]:
        return False
    if block["what"] == "load":
        return not _is_mobility(exercise)
    return block["what"] == "all" or block["what"] in exercise["tags"]


def _is_mobility(exercise: Exercise) -> bool:
    return exercise["pattern"].startswith("mobility") or "mobility" in exercise["tags"]


def _heavier_here(position: Position, rung: Rung, ladder: Ladder) -> bool:
    """Whether a new load may be climbed from: the same exercise goes heavier here."""
    heavier = (r["load_g"] > rung["load_g"] for r in ladder["rungs"] if _alike(r, rung))
    return "reps" in rung and finding_load(position, rung) and any(heavier)


def _alike(one: Rung, other: Rung) -> bool:
    return one["exercise"] == other["exercise"] and one["load"] == other["load"]


def _first(position: Position) -> Reason:
    return {"rule": "start_again" if "last_day" in position else "start"}


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
