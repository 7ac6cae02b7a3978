"""What a session asks for: less after pain, what is there, no longer than there is time."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from midstance.simulate.life import Life, Trained
from midstance.training.day import days_between
from midstance.training.values import Item
from tests.simulate.equipment import loads_that_exist
from tests.simulate.lives import Check, sessions, sets_of


def pain_stops_a_region(life: Life) -> Iterator[Check]:
    """What hurts 5 or more this morning is not loaded today."""
    limit = life.world.policy["pain"]["regress_from"]
    for day in life.days:
        said = day.checkin or {}
        worst = Counter(said.get("pain") or {}) | Counter(said.get("pain_morning") or {})
        hurt = {region for region, pain in worst.items() if pain >= limit}
        workout = day.today.workout
        if hurt and workout:
            loaded = [item["slot"] for item in workout["items"] if hurt & set(item["regions"])]
            yield day.day, f"{loaded} in spite of pain in {hurt}" if loaded else None


def pain_lowers_the_slot(life: Life) -> Iterator[Check]:
    """A set with pain of 5 or more: lower next time, or two days of rest where nothing is lower."""
    numbers = life.world.policy["pain"]
    waiting: dict[tuple[str, str], tuple[str, int]] = {}
    for day, done in sessions(life):
        for item in done.workout["items"]:
            before = waiting.pop((item["slot"], done.place), None)
            if before is None:
                continue
            hurt_on, rung = before
            rested = days_between(hurt_on, day.day) >= numbers["rest_days"]
            lower = item["rung"] < rung or (rung == 0 and rested)
            yield day.day, None if lower else f"{item['slot']} hurt on {hurt_on} and is no easier"
        for item in done.workout["items"]:
            pains = [one.get("pain", 0) for one in sets_of(item, done)]
            if max(pains, default=0) >= numbers["regress_from"]:
                waiting[item["slot"], done.place] = day.day, item["rung"]


def red_flags_stop_the_day(life: Life) -> Iterator[Check]:
    for day in life.days:
        if (day.checkin or {}).get("red_flags"):
            yield day.day, "trained in spite of a red flag" if day.trained else None


def recovery_never_raises(life: Life) -> Iterator[Check]:
    """No item above its position, no more sets and no less reserve than on its ladder."""
    for day, done in sessions(life):
        template = life.world.templates[done.workout["template"]]
        sets = {one["slot"]: one.get("sets") for one in template["slots"]}
        for item in done.workout["items"]:
            slot = item["slot"]
            ladder = life.ladders[slot][done.place]
            position = done.positions.get(slot, {}).get(done.place)
            wrong = []
            if position and item["rung"] > position["rung"]:
                wrong.append(f"rung {item['rung']} above {position['rung']}")
            if item["sets"] > (sets[slot] or ladder["sets"]):
                wrong.append(f"{item['sets']} sets")
            if item["rir"] < ladder["rir"]:
                wrong.append(f"reserve {item['rir']}")
            yield day.day, f"{slot}: {', '.join(wrong)}" if wrong else None


def only_good_days_raise(life: Life) -> Iterator[Check]:
    """A position rises only after a session without pain, soreness, poor quality or easing."""
    numbers = life.world.policy
    for (day, done), (_, after) in pairwise(sessions(life)):
        sore = (day.checkin or {}).get("soreness") or {}
        for item in done.workout["items"]:
            slot = item["slot"]
            now = after.positions.get(slot, {}).get(done.place)
            before = done.positions.get(slot, {}).get(done.place)
            if now is None or now["rung"] <= (before["rung"] if before else item["rung"]):
                continue
            logged = sets_of(item, done)
            wrong = []
            if (
                max((one.get("pain", 0) for one in logged), default=0)
                >= numbers["pain"]["hold_from"]
            ):
                wrong.append("pain")
            if min((one.get("quality", 4) for one in logged), default=4) < 3:
                wrong.append("poor quality")
            if max((sore.get(region, 0) for region in item["regions"]), default=0) >= 4:
                wrong.append("soreness")
            if item.get("eased", "return") != "return":
                wrong.append(f"an eased day ({item.get('eased')})")
            yield day.day, f"{slot} rose after {', '.join(wrong)}" if wrong else None


def loads_exist(life: Life) -> Iterator[Check]:
    existing = {
        at: {kind: loads_that_exist(kind, place) for kind in KINDS_OF_LOAD}
        for at, place in life.runner.places.items()
    }
    for day, done in sessions(life):
        for item in done.workout["items"]:
            there = existing[done.place][item["load"]]
            carried = item.get("band", 0) if item["load"] == "band" else item["load_g"]
            wrong = f"{item['slot']}: no {item['load']} of {carried}"
            yield day.day, None if carried in there else wrong


KINDS_OF_LOAD = (
    "none", "body", "dumbbell", "dumbbells", "kettlebell", "barbell", "backpack", "band", "stack"
)  # fmt: skip


def minutes_kept(life: Life) -> Iterator[Check]:
    """Worked out again: warm-up + sets x (work + rest + change), a tenth over at most."""
    for day, done in sessions(life):
        took = _seconds(done, life.world.policy["session"]) / 60
        most = life.runner.minutes * 1.1
        yield day.day, f"{took:.1f} minutes of {life.runner.minutes}" if took > most else None


def _seconds(done: Trained, numbers: dict[str, Any]) -> float:
    prep = work = 0.0
    for item in done.workout["items"]:
        sides = 2 if item["sides"] == "each" else 1
        one = _one_side_s(item, numbers)
        between = item["rest_s"] + numbers["change_s"]
        total = item["sets"] * (one * sides + between)
        if "extra" in item:
            total += item["extra"]["sets"] * (one + between)
        if item["block"] == "prep":
            prep += total
        else:
            work += total
    return float(max(numbers[f"warm_up_{done.workout['kind']}_s"], prep) + work)


def _one_side_s(item: Item, numbers: dict[str, Any]) -> float:
    if "hold_s" in item:
        return item["hold_s"]
    if "contacts" in item:
        return float(item["contacts"] * item.get("contact_s", numbers["contact_s"]))
    if "distance_m" in item:
        return float(item["distance_m"] / numbers["carry_m_per_s"])
    tempo = item.get("tempo", "")
    rep = sum(1 if digit == "X" else int(digit) for digit in tempo.split("-")) if tempo else 4
    return item["reps"] * rep
