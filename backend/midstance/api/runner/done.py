"""Ended sessions as the plan and the gates look back on them."""

from collections import defaultdict
from typing import Any, cast

from midstance.training.program_values import Program
from midstance.training.rungs import MEASURES
from midstance.training.values import Checkin, Done, EndedSession, Item

SIDES = {"left", "right"}


def done(
    session: EndedSession,
    fields: dict[str, Any],
    checkins: tuple[Checkin | None, ...],
    program: Program,
) -> Done:
    """One ended session: how much of it was done, how well, and what the body said to it.

    `checkins` are those of its day and of the two days after.
    """
    template, sets = fields.get("template", ""), cast(list[dict[str, Any]], session["sets"])
    kinds = {one["slug"]: one["kind"] for one in program["templates"]}
    one: Done = {
        "session": session["session"],
        "template": template,
        "day": session["day"],
        "ended_at": fields["ended_at"],
        "heavy": kinds.get(template) == "strength",
        "place": session["place"],
        "best": _best(sets),
    }
    after = [checkin or Checkin() for checkin in checkins[1:]]
    pains = [set_["pain"] for set_ in sets if "pain" in set_]
    pains += _answers(after[0].get("pain_morning"))
    soreness = [sore for checkin in after for sore in _answers(checkin.get("soreness"))]
    if pains:
        one["pain"] = max(pains)
    if soreness:
        one["soreness"] = max(soreness)
    if session["items"]:
        one["share"] = _share(session["items"], sets)
    return one


def _answers(by_region: dict[str, int] | None) -> list[int]:
    return [answer for answer in (by_region or {}).values() if answer is not None]


def _share(items: list[Item], sets: list[dict[str, Any]]) -> float:
    """The part of the sets asked for that was done, each side counted, in hundredths."""
    asked = finished = 0
    for item in items:
        sides = 2 if item["sides"] == "each" else 1
        logged = [one for one in sets if one.get("slot") == item["slot"]]
        asked += item["sets"] * sides
        times = sum(1 if one["side"] in SIDES else sides for one in logged)
        finished += min(times, item["sets"] * sides)
    return int(100 * finished / asked + 0.5) / 100 if asked else 0.0


def _best(sets: list[dict[str, Any]]) -> dict[str, int]:
    """The best set by slot; a set with sides is as good as its weaker one, and needs both."""
    rounds: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for one in sets:
        amounts = [int(one[measure]) for measure in MEASURES if measure in one]
        if amounts and "slot" in one:
            rounds[one["slot"], one["index"]][one["side"]] = amounts[0]
    best: dict[str, int] = {}
    for (slot, _), sides in rounds.items():
        if "both" in sides or sides.keys() >= SIDES:
            best[slot] = max(best.get(slot, 0), min(sides.values()))
    return best
