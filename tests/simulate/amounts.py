"""How much there is in a week: heavy sets, contacts, and when jumps begin and rise."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from midstance.simulate.life import Life, Trained
from midstance.training.day import days_between, monday
from tests.simulate.gates import jumps_allowed
from tests.simulate.lives import Check, sessions


def caps(life: Life) -> Iterator[Check]:
    """In no week more heavy sets, contacts or sore reps than the caps, in no session of jumps."""
    limits = life.world.policy["caps"]
    for week, days in groupby(sessions(life), key=lambda one: monday(one[0].day)):
        loads = [_load_of(done, life) for _, done in days]
        total = sum(loads, Counter[str]())
        over = {
            "heavy_sets_week": total["heavy_sets"],
            "low_contacts_week": total["plyo_low"],
            "hard_contacts_week": total["plyo_medium"] + total["plyo_high"],
            "session_contacts": max(sum(load[kind] for kind in JUMPS) for load in loads),
        }
        wrong = [f"{key} is {value}" for key, value in over.items() if value > limits[key]]
        wrong += [
            f"{total[slug]} reps of {slug}"
            for slug, most in limits["reps_week"].items()
            if total[slug] > most
        ]
        yield week, "; ".join(wrong) or None


JUMPS = ("plyo_low", "plyo_medium", "plyo_high")


def _load_of(done: Trained, life: Life) -> Counter[str]:
    """Heavy sets, contacts by class and reps by exercise of one session, as logged."""
    load: Counter[str] = Counter()
    rounds = set()
    blocks = {item["slot"]: item["block"] for item in done.workout["items"]}
    for one in done.sets:
        exercise = life.world.exercises[one["exercise"]]
        if exercise["pattern"].startswith("plyo"):
            load[exercise["pattern"]] += one.get("contacts", 0)
        if "heavy" in exercise["tags"] and blocks[one["slot"]] == "main":
            rounds.add((one["slot"], one["index"]))
        load[one["exercise"]] += one.get("reps", 0)
    load["heavy_sets"] = len(rounds)
    return load


def contacts_grow_slowly(life: Life) -> Iterator[Check]:
    """Jumps of one exercise rise by a fifth at most, and about a week apart."""
    most: dict[tuple[str, str], tuple[str, int, str]] = {}
    for day, done in sessions(life):
        for item in done.workout["items"]:
            key = item["slot"], done.place
            if "contacts" not in item or "race" in done.item["ease"]:
                continue
            slug, before, rose = most.get(key, ("", 0, ""))
            up = item["contacts"] - before
            if slug != item["exercise"]:
                most[key] = item["exercise"], item["contacts"], day.day
                continue
            wrong = None
            if up > max(1, 0.2 * before):
                wrong = f"{item['slot']} from {before} to {item['contacts']}"
            elif up > 0 and days_between(rose, day.day) < RISE_DAYS:
                wrong = f"{item['slot']} rose on {rose} and again"
            if up:
                most[key] = slug, item["contacts"], day.day
            yield day.day, wrong


RISE_DAYS = 6
"""A week, where the next session comes a day early."""


def jumps_wait_for_their_gate(life: Life) -> Iterator[Check]:
    """No jump before its class is open."""
    for day, done in sessions(life):
        classes = {
            pattern
            for item in done.workout["items"]
            if (pattern := life.world.exercises[item["exercise"]]["pattern"]).startswith("plyo")
        }
        for pattern in sorted(classes):
            why_not = jumps_allowed(pattern, day, life)
            yield day.day, f"{pattern} although {why_not}" if why_not else None
