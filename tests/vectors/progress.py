"""Vectors of what sessions do to a position, told and thrown."""

import random
from typing import Any

from midstance.training.adherence import attendance
from midstance.training.advance import advance
from midstance.training.day import add_days
from midstance.training.ladder import RANGES
from midstance.training.rungs import MEASURES, compared, locate, start
from tests.training.scene import (
    EXERCISES,
    KITS,
    POLICY,
    SLOTS,
    TEMPLATES,
    ladders_of,
    sets_of,
)

DAY = "2026-03-02"
LADDERS = {kit: ladders_of(place) for kit, place in KITS.items()}
ADVANCE_CASES = 900
FLAT = {f"{slot}@{kit}": at["home"] for kit, slots in LADDERS.items() for slot, at in slots.items()}


def shared() -> dict[str, Any]:
    """What cases refer to as "@name", and to what is in it as "@name/key"."""
    used = {
        slug: {k: v for k, v in exercise.items() if k != "equipment"}
        for slug, exercise in EXERCISES.items()
    }
    told = {"name", "pattern", "start_below", "heavy_reps", *RANGES.values()}
    slots = {
        slot: {key: value for key, value in each.items() if key in told}
        for slot, each in SLOTS.items()
    }
    return {
        "policy": POLICY,
        "exercises": used,
        "slots": slots,
        **{f"template:{slug}": template for slug, template in TEMPLATES.items()},
        **{f"ladders:{kit}": value for kit, value in LADDERS.items()},
    }


def advance_cases() -> list[dict[str, Any]]:
    told = [_told(*story) for story in _stories()]
    dice = random.Random(20260302)
    return told + [_advanced(*_thrown(dice, number)) for number in range(ADVANCE_CASES)]


def item_at(ladder: Any, rung: int, **changes: Any) -> dict[str, Any]:
    """The item a workout would hold for a rung."""
    at = ladder["rungs"][rung]
    exercise = EXERCISES[at["exercise"]]
    each = exercise["laterality"] == "unilateral"
    return {
        "slot": ladder["slot"],
        "name": SLOTS[ladder["slot"]]["name"],
        "block": "main",
        **at,
        "sets": ladder["sets"],
        "sides": "each" if each else "both",
        "rest_s": ladder["rest_s"],
        "rir": ladder["rir"],
        "rung": rung,
        "regions": exercise["regions"],
        "reasons": [],
    } | changes


def _stories() -> list[tuple[str, str, dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Name, ladder, position, what is different about every set, about the outcome."""
    squat, lunge = "squat@dumbbell_set", "split_squat@dumbbell_set"
    at: dict[str, Any] = {"rung": 7, "exposures": 2}
    first_jump = FLAT["springs@bare"]["rungs"][0]
    jumped: dict[str, Any] = {"rung": 0, "exposures": 1, "last_day": DAY, "last": first_jump}
    once = {"raised": "2026-02-10"}
    days = ["2026-02-09", "2026-02-16", "2026-02-23"]
    between = ["2026-02-12", "2026-02-19"]

    def came(per_week: int, before: list[str]) -> dict[str, Any]:
        return {"attendance": {"per_week": per_week, "days": before}}

    stuck: dict[str, Any] = at | {
        "last": FLAT[squat]["rungs"][7],
        "last_day": "2026-02-23",
        "recent": [
            {"day": day, "of": compared(FLAT[squat]["rungs"][7]), "value": 12000, "rir": 3}
            for day in days
        ],
    }
    return [
        ("every set at its goal: one rung up", squat, at, {}, {}),
        ("the goal met at the very top stays there", squat, {"rung": 999}, {}, {}),
        ("pain of 5 takes load off", squat, at, {"pain": 5}, {}),
        ("pain of 5 at the bottom rests the slot", squat, {"rung": 0}, {"pain": 5}, {}),
        ("pain of 3 repeats the step", squat, at, {"pain": 3}, {}),
        ("pain of 2 is green", squat, at, {"pain": 2}, {}),
        ("pain up two points by morning takes load off", squat, at, {}, {"pain_morning": 2}),
        ("pain up one point by morning is fine", squat, at, {}, {"pain_morning": 1}),
        ("pain before the session holds", squat, at, {}, {"pain_before": 4, "pain_morning": 4}),
        ("soreness of 4 repeats the step", squat, at, {}, {"soreness": 4}),
        ("a red flag keeps the place", squat, at, {}, {"red_flag": True}),
        ("pain decides before quality", squat, at, {"pain": 6, "quality": 1}, {}),
        ("quality of 2 repeats the step", squat, at, {"quality": 2}, {}),
        ("a first miss holds", squat, at, {"reps": 5}, {}),
        ("a second miss in a row lowers", squat, at | {"misses": 1}, {"reps": 5}, {}),
        ("two over once is remembered", squat, at, {"reps": 14}, {}),
        ("two over twice takes the next load", squat, at | {"streak": 1}, {"reps": 14}, {}),
        ("one rep too little in reserve holds", squat, at, {"rir": 2}, {}),
        ("two too little: a rep less where the next load is far", squat, at, {"rir": 1}, {}),
        ("two too little at the bottom of a load", squat, at | {"rung": 6}, {"rir": 0}, {}),
        ("two too little with a bar", "squat@gym", at | {"rung": 60}, {"rir": 1}, {}),
        ("three too little with a bar", "squat@gym", at | {"rung": 60}, {"rir": 0}, {}),
        ("two too little with body weight", "calf_single@bare", at, {"rir": 0}, {}),
        ("too little at the first rung", squat, {"rung": 0}, {"rir": 0}, {}),
        ("two spare at a first exposure", squat, {"rung": 3}, {"rir": 5}, {}),
        ("far too light at a first exposure", squat, {"rung": 3}, {"rir": 8}, {}),
        ("spare reps later on are one rung", squat, {"rung": 3, "exposures": 1}, {"rir": 5}, {}),
        ("far too light later on, too", squat, {"rung": 3, "exposures": 1}, {"rir": 8}, {}),
        ("a heavier load is honored", squat, at, {"load_g": 12000}, {}),
        ("heavier and too few reps is no miss", squat, at, {"load_g": 20000, "reps": 3}, {}),
        ("a lighter load is a miss", squat, at, {"load_g": 1000}, {}),
        ("a lighter day on purpose changes nothing", squat, at, {}, {"eased": "deload"}),
        ("pain on a lighter day still counts", squat, at, {"pain": 6}, {"eased": "lighter"}),
        ("back from a layoff, lower", squat, {"rung": 12}, {}, {"eased": "return", "on": 6}),
        ("a skipped slot is unchanged", squat, at, {}, {"skipped": True}),
        ("another exercise leaves the place", squat, at, {}, {"swapped": True}),
        ("another exercise that hurt lowers it", squat, at, {"pain": 7}, {"swapped": True}),
        ("the weaker left side decides", lunge, at, {"reps": {"left": 4}}, {}),
        ("one side over is not two for two", lunge, at, {"reps": {"right": 14}}, {}),
        ("one side never logged stays open", lunge, at, {"only": "left"}, {}),
        ("a hold is seconds", "side_trunk@bare", {"rung": 2, "exposures": 1}, {}, {}),
        ("a carry is meters", "carry@gym", {"rung": 2, "exposures": 1}, {"distance_m": 50}, {}),
        ("a bar climbs by plates", "squat@gym", {"rung": 40, "exposures": 1}, {}, {}),
        ("a big step waits for reps in hand", lunge, at | {"rung": 5}, {}, {}),
        ("a big step with reps in hand", lunge, at | {"rung": 5}, {"rir": 9}, {}),
        ("a big step by patience", lunge, at | {"rung": 5, "exposures": 4}, {}, {}),
        ("jumps begin with a week as they are", "springs@bare", {"rung": 0}, {}, {}),
        ("jumps rise after a week", "springs@bare", jumped | {"raised": "2026-02-26"}, {}, {}),
        ("jumps rise once a week", "springs@bare", jumped | {"raised": "2026-02-27"}, {}, {}),
        ("more contacts stay a week", "springs@bare", jumped | {"rung": 1} | once, {}, {}),
        ("the third session that hurts", squat, at | {"amber": 2}, {"pain": 3}, {}),
        ("a plateau is named", squat, stuck, {"reps": 5}, {}),
        ("a second plateau is a lighter step", squat, stuck | {"plateaus": 1}, {"reps": 5}, {}),
        ("a third for more reps of less", squat, stuck | {"plateaus": 2}, {"reps": 5}, {}),
        ("a fourth for another exercise", squat, stuck | {"plateaus": 3}, {"reps": 5}, {}),
        ("a fifth for one set more", squat, stuck | {"plateaus": 4}, {"reps": 5}, {}),
        ("all planned sessions done: a plateau", squat, stuck, {"reps": 5}, came(1, days)),
        ("half of them done: none yet", squat, stuck, {"reps": 5}, came(2, days)),
        ("two more in between: a plateau", squat, stuck, {"reps": 5}, came(2, [*days, *between])),
        ("too few, and none for the third time", squat, stuck | {"plateaus": 2}, {"reps": 5},
         came(3, days)),
    ]  # fmt: skip


def _told(
    name: str, ladder_name: str, position: Any, every: dict[str, Any], more: dict[str, Any]
) -> dict[str, Any]:
    ladder = FLAT[ladder_name]
    at = start(ladder) | position
    rung = min(more.pop("on", at["rung"]), len(ladder["rungs"]) - 1)
    eased = {"eased": more.pop("eased")} if "eased" in more else {}
    item = item_at(ladder, rung, **eased)
    sets = [] if more.get("skipped") else [_shaped(s, item, every) for s in sets_of(item)]
    sets = [s for s in sets if every.get("only") in (None, s["side"])]
    outcome = {"prescribed": item, "sets": sets, "day": DAY, "entries": []} | more
    return _advanced(name, ladder_name, at, outcome)


def _shaped(done: Any, item: Any, every: dict[str, Any]) -> dict[str, Any]:
    """A set with what is different about it; a value by side concerns that side only."""
    kept = {k: v for k, v in done.items() if k not in ("slot", "exercise", "record")}
    for key, value in every.items():
        chosen = value.get(done["side"], item.get(key)) if isinstance(value, dict) else value
        if key != "only":
            kept[key] = chosen
    return kept


def _thrown(dice: random.Random, number: int) -> tuple[str, str, Any, Any]:
    """A random position and session; now and then the prescription is from other equipment."""
    name = dice.choice(sorted(FLAT))
    ladder = FLAT[name]
    slot, top = ladder["slot"], len(ladder["rungs"]) - 1
    own = dice.randint(0, top)
    position = {
        "rung": own,
        "streak": dice.choice([0, 0, 1]),
        "misses": dice.choice([0, 0, 1]),
        "exposures": dice.choice([0, 1, 4]),
        "last_day": "2026-02-26",
    }
    from_kit = dice.choice([name.split("@")[1]] * 4 + sorted(KITS))
    source = FLAT[f"{slot}@{from_kit}"]
    prescribed = source["rungs"][min(own, len(source["rungs"]) - 1)]
    eased = dice.choice([None] * 12 + ["deload", "layoff", "return", "lighter", "spike", "race"])
    rung = locate(source, prescribed)
    position |= _remembered(
        dice, compared(source["rungs"][max(0, rung - dice.choice([0] * 6 + [1]))])
    )
    item = item_at(source, rung, **({"eased": eased} if eased else {}))
    if dice.random() < 0.8:
        position["last"] = source["rungs"][max(0, rung - dice.choice([0, 0, 0, 1]))]
    sets = [_random_set(dice, s, item) for s in sets_of(item) if dice.random() > 0.02]
    outcome: Any = {"prescribed": item, "sets": sets, "day": DAY}
    outcome["entries"] = [f"r{number}"] if dice.random() < 0.2 else []
    for key, odds in {"pain_before": 0.15, "pain_morning": 0.2, "soreness": 0.2}.items():
        if dice.random() < odds:
            outcome[key] = dice.choice([0, 1, 2, 3, 4, 6])
    if item["sides"] == "each" and sets and dice.random() < 0.3:
        item["extra"] = {"side": dice.choice(["left", "right"]), "sets": 1}
        more = sets_of(item)[-1] | {"index": item["sets"] + 1, "side": item["extra"]["side"]}
        sets.append(_random_set(dice, more, item))
    if sets and dice.random() < 0.1:
        sets.append(_random_set(dice, sets_of(item)[0] | {"index": item["sets"] + 2}, item))
    if sets and dice.random() < 0.1:
        outcome["others"] = [_random_set(dice, sets_of(item)[-1], item)]
    if dice.random() < 0.6:
        outcome["attendance"] = _attendance(dice)
    for key in ("red_flag", "swapped"):
        if dice.random() < 0.02:
            outcome[key] = True
    if not sets:
        outcome["skipped"] = True
    return f"thrown {number}", name, position, outcome


def _attendance(dice: random.Random) -> Any:
    """Six weeks of a plan from which a part of the sessions was left out."""
    per_week, comes = dice.randint(1, 4), dice.choice([0.5, 0.8, 1.0])
    ago = [back for back in range(42, 0, -1) if dice.random() < comes * per_week / 7]
    return attendance(per_week, [add_days(DAY, -back) for back in ago], DAY, POLICY)


def _remembered(dice: random.Random, of: str) -> dict[str, Any]:
    """What a position may know of the weeks before: sessions alike, rises, pain, plateaus."""
    known: dict[str, Any] = {}
    if dice.random() < 0.6:
        value, every = dice.choice([10, 12, 30, 11000, 24000]), dice.choice([3, 7, 7, 16])
        known["recent"] = [
            {
                "day": add_days(DAY, -every * back),
                "of": of,
                "value": value + dice.choice([0, 0, 0, 1, 2]),
            }
            | dice.choice([{}, {"rir": dice.randint(1, 4)}])
            for back in range(dice.randint(1, 8), 0, -1)
        ]
    if dice.random() < 0.5:
        known["raised"] = add_days(DAY, -dice.choice([2, 3, 4, 5, 7, 20]))
    if dice.random() < 0.3:
        known["amber"] = dice.randint(1, 3)
    if dice.random() < 0.3:
        known["plateaus"] = dice.randint(1, 5)
    return known


def _random_set(dice: random.Random, done: Any, item: Any) -> dict[str, Any]:
    kept = {k: v for k, v in done.items() if k not in ("slot", "exercise", "record")}
    key = next(k for k in MEASURES if k in item)
    kept[key] = max(0, kept[key] + dice.choice([0] * 8 + [2, 2, 3, -1, -4, 10]))
    kept["pain"] = dice.choice([0] * 30 + [1, 2, 3, 5, 8])
    kept["quality"] = dice.choice([4] * 20 + [3, 2])
    if dice.random() < 0.01:
        kept["sharp"] = True
    kept["rir"] = max(0, kept["rir"] + dice.choice([0, 0, 0, 1, 2, 3, 5, -1]))
    if dice.random() < 0.1:
        kept["load_g"] = max(0, kept["load_g"] + dice.choice([-2000, 1000, 2500, 5000]))
    if dice.random() < 0.15:
        del kept[dice.choice(["rir", "quality", "pain", "load_g"])]
    return kept


def _advanced(name: str, ladder_name: str, position: Any, outcome: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": {
            "position": position,
            "outcome": outcome,
            "ladder": _shared_ladder(ladder_name),
            "policy": "@policy",
        },
        "out": advance(position, outcome, FLAT[ladder_name], POLICY),
    }


def _shared_ladder(name: str) -> str:
    """Where shared.json has the ladder "slot@kit"."""
    slot, kit = name.split("@")
    return f"@ladders:{kit}/{slot}/home"
