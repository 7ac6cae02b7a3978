"""Today's workout: a template filled from the runner's ladders, eased where today asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from midstance.training.fit import fit, minutes_of
from midstance.training.layoff import layoff, sets_after
from midstance.training.plan_values import Readiness
from midstance.training.program_values import Exercise, Slot, Template, TemplateSlot
from midstance.training.rungs import (
    MEASURES,
    amount,
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


@dataclass(frozen=True)
class Today:
    """What is the same for all slots of one workout."""

    exercises: Mapping[str, Exercise]
    deload: bool
    readiness: Readiness
    policy: Policy
    day: str


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
    largest of their cuts, never their sum.
    """
    today = Today(exercises, deload, readiness, policy, day)
    chosen: list[tuple[TemplateSlot, Item]] = []
    dropped: list[Dropped] = []
    for place_in in template["slots"] if readiness["level"] != "stop" else []:
        slot = place_in["slot"]
        ladder = ladders.get(slot, {}).get(place)
        position = positions.get(slot, {}).get(place)
        name = program_slots[slot]["name"]
        made = _item(today, name, place_in, ladder, position)
        if isinstance(made, list):
            dropped.append({"slot": slot, "reasons": made})
        else:
            chosen.append((place_in, made))
    items, left_out = fit(chosen, template["kind"], minutes, policy)
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


def _item(
    today: Today, name: str, place_in: TemplateSlot, ladder: Ladder | None, known: Position | None
) -> Item | list[Reason]:
    """The item of one slot, or the reasons why it has none today."""
    if ladder is None:
        return [{"rule": "no_equipment"}]
    position = known or start(ladder)
    until = position["blocked"].get("until", "") if "blocked" in position else ""
    if until > today.day:
        return [{"rule": "blocked_until", "values": {"until": until}}]
    ease = _ease(today, ladder, position, place_in.get("sets") or ladder["sets"])
    if isinstance(ease, list):
        return ease
    rung = ladder["rungs"][ease.rung]
    exercise = today.exercises[rung["exercise"]]
    item = {
        "slot": place_in["slot"],
        "name": name,
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
    row = layoff(position.get("last_day"), today.day, policy)
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
