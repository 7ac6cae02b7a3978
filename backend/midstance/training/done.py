"""Ended sessions as the plan and the gates look back on them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from midstance.training.program_values import Exercise, Program
from midstance.training.rungs import MEASURES
from midstance.training.runner_values import Checkin, Done
from midstance.training.values import EndedSession, Item, Ladders, Policy

SIDES = {"left", "right"}
JUMPS = "plyo_"
"""Patterns of jumps begin with it; the rest is the class."""

Sets = list[dict[str, Any]]
Checkins = tuple[Checkin | None, ...]


@dataclass(frozen=True)
class Ground:
    """What sessions are judged by; `program` has the templates and slots of all programs."""

    program: Program
    exercises: Mapping[str, Exercise]
    ladders: Ladders
    policy: Policy


def done(session: EndedSession, fields: dict[str, Any], checkins: Checkins, ground: Ground) -> Done:
    """One ended session: how much of it was done, how well, and what the body said to it.

    `checkins` are those of its day and of the two days after.
    """
    template, sets = fields.get("template", ""), cast(Sets, session["sets"])
    asked = _asked(session["items"], sets)
    kinds = {one["slug"]: one["kind"] for one in ground.program["templates"]}
    one: Done = {
        "session": session["session"],
        "template": template,
        "day": session["day"],
        "ended_at": fields["ended_at"],
        "heavy": kinds.get(template) == "strength",
        "place": session["place"],
        "best": _best(session["items"], sets),
        "clean": {
            item["slot"]: _is_clean(item, own, checkins, ground)
            for item in session["items"]
            if (own := _of(item, sets))
        },
    }
    if contacts := _contacts(sets, ground):
        one["contacts"] = contacts
    if heavy := sum(_rounds(_of(item, sets)) for item in session["items"] if _heavy(item, ground)):
        one["heavy_sets"] = heavy
    if one["heavy"] and any(item["reasons"] for item in session["items"]):
        one["light"] = any(_is_light(item) for item in session["items"])
    if quality := _lowest_quality(sets):
        one["quality"] = quality
    if ratio := _rep_ratios(asked):
        one["rep_ratio"] = ratio
    after = [checkin or Checkin() for checkin in checkins[1:]]
    pains = [_pain(set_, ground.policy) for set_ in sets if "pain" in set_ or "sharp" in set_]
    pains += _answers(after[0].get("pain_morning"))
    soreness = [sore for checkin in after for sore in _answers(checkin.get("soreness"))]
    if pains:
        one["pain"] = max(pains)
    if any(checkins[1:]):  # whoever checked in and named nothing was not sore
        one["soreness"] = max(soreness, default=0)
    if session["items"]:
        one["share"] = _share(session["items"], asked)
    return one


def _is_light(item: Item) -> bool:
    return any(reason["rule"] == "deload" for reason in item["reasons"])


def _answers(by_region: dict[str, int] | None) -> list[int]:
    return [answer for answer in (by_region or {}).values() if answer is not None]


def _of(item: Item, sets: Sets) -> Sets:
    return [one for one in sets if one.get("slot") == item["slot"]]


def _asked(items: list[Item], sets: Sets) -> Sets:
    """The sets without those on top of what was asked for in their slot."""
    most = {item["slot"]: item["sets"] for item in items}
    return [one for one in sets if one["index"] <= most.get(one.get("slot", ""), one["index"])]


def _pain(one: dict[str, Any], policy: Policy) -> int:
    """The pain of a set; sharp pain is never mild."""
    said: int = one.get("pain") or 0
    return max(said, policy["pain"]["regress_from"]) if one.get("sharp") else said


def _rounds(sets: Sets) -> int:
    """Sets with their two sides taken as one."""
    return len({one["index"] for one in sets})


def _heavy(item: Item, ground: Ground) -> bool:
    exercise = ground.exercises.get(item["exercise"])
    return item["block"] == "main" and exercise is not None and "heavy" in exercise["tags"]


def _is_clean(item: Item, sets: Sets, checkins: Checkins, ground: Ground) -> bool:
    """No pain in the amber zone, good quality where it was said, and a calm next morning."""
    numbers = ground.policy
    before = _worst((checkins[0] or Checkin()).get("pain"), item)
    morning = _worst((checkins[1] or Checkin()).get("pain_morning"), item)
    return (
        all(_pain(one, numbers) < numbers["pain"]["hold_from"] for one in sets)
        and all(one.get("quality", 4) >= numbers["quality"]["progress_from"] for one in sets)
        and morning <= before + numbers["pain"]["morning_rise"]
    )


def _worst(by_region: dict[str, int] | None, item: Item) -> int:
    answers = by_region or {}
    return max((answers.get(region) or 0 for region in item["regions"]), default=0)


def _contacts(sets: Sets, ground: Ground) -> dict[str, int]:
    """Contacts by class of jumps, of both legs where each was logged."""
    found: dict[str, int] = defaultdict(int)
    for one in sets:
        exercise = ground.exercises.get(one.get("exercise", ""))
        if exercise and exercise["pattern"].startswith(JUMPS) and one.get("contacts"):
            found[exercise["pattern"].removeprefix(JUMPS)] += one["contacts"]
    return dict(found)


def _lowest_quality(sets: Sets) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in sets:
        if "slot" in one and "quality" in one:
            found[one["slot"]] = min(one["quality"], found.get(one["slot"], one["quality"]))
    return found


def _rep_ratios(sets: Sets) -> dict[str, float]:
    """The reps of the last set as a part of those of the first, by slot, in hundredths.

    A set with sides is as good as its weaker one; one set alone says nothing.
    """
    reps: dict[str, dict[int, int]] = defaultdict(dict)
    for one in sets:
        if "slot" in one and "reps" in one:
            rounds, index = reps[one["slot"]], one["index"]
            rounds[index] = min(one["reps"], rounds.get(index, one["reps"]))
    return {
        slot: int(100 * rounds[max(rounds)] / rounds[min(rounds)] + 0.5) / 100
        for slot, rounds in reps.items()
        if len(rounds) > 1 and rounds[min(rounds)] > 0
    }


def _share(items: list[Item], sets: Sets) -> float:
    """The part of the sets asked for that was done, each side counted, in hundredths."""
    asked = finished = 0
    for item in items:
        sides = 2 if item["sides"] == "each" else 1
        asked += item["sets"] * sides
        times = sum(1 if one["side"] in SIDES else sides for one in _of(item, sets))
        finished += min(times, item["sets"] * sides)
    return int(100 * finished / asked + 0.5) / 100 if asked else 0.0


def _best(items: list[Item], sets: Sets) -> dict[str, int]:
    """The best set by slot; a set with sides is as good as its weaker one, and needs both.

    Sets of another exercise than was asked for show nothing of it.
    """
    asked = {item["slot"]: item["exercise"] for item in items}
    rounds: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for one in sets:
        amounts = [int(one[measure]) for measure in MEASURES if measure in one]
        own = one.get("exercise") == asked.get(one.get("slot", ""), one.get("exercise"))
        if amounts and "slot" in one and own:
            rounds[one["slot"], one["index"]][one["side"]] = amounts[0]
    best: dict[str, int] = {}
    for (slot, _), sides in rounds.items():
        if "both" in sides or sides.keys() >= SIDES:
            best[slot] = max(best.get(slot, 0), min(sides.values()))
    return best
