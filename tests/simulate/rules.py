"""The safety rules of docs/science.md, each worked out on its own from a simulated life."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from midstance.simulate.life import Day, Life, Trained
from midstance.training.day import add_days, days_between, monday, weekday
from midstance.training.values import Item
from tests.simulate.equipment import loads_that_exist
from tests.simulate.gates import jumps_allowed

Check = tuple[str, str | None]
"""A day, and what broke on it; None where all was well."""


@dataclass
class Judged:
    """How often each rule was looked at, and each breach in words."""

    checked: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


def judge(life: Life) -> Judged:
    judged = Judged()
    for name, rule in RULES.items():
        for day, broken in rule(life):
            judged.checked[name] += 1
            if broken:
                judged.broken.append(f"{life.runner.name}, {day}: {name}: {broken}")
    return judged


def sessions(life: Life) -> list[tuple[Day, Trained]]:
    return [(day, day.trained) for day in life.days if day.trained]


def heavy_sessions(life: Life) -> list[tuple[Day, Trained]]:
    return [(day, done) for day, done in sessions(life) if done.item["heavy"]]


# --- how much in a week --------------------------------------------------------------------


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


# --- which day -----------------------------------------------------------------------------


def two_days_apart(life: Life) -> Iterator[Check]:
    for (one, _), (other, _) in pairwise(heavy_sessions(life)):
        apart = days_between(one.day, other.day)
        yield other.day, f"heavy legs {apart} day after {one.day}" if apart < 2 else None


def clear_of_key_runs(life: Life) -> Iterator[Check]:
    """Not on the long run's day nor the day before a key run, where any weekday is left."""
    profile = life.runner.profile
    long_run = profile.get("long_run_day")
    key = {*(profile.get("quality_days") or []), long_run}
    clear = [d for d in range(1, 8) if d != long_run and d % 7 + 1 not in key]
    for day, _ in heavy_sessions(life):
        on = weekday(day.day)
        wrong = on == long_run or (bool(clear) and on not in clear)
        yield day.day, f"heavy legs on weekday {on}, key runs on {key}" if wrong else None


def race_and_illness(life: Life) -> Iterator[Check]:
    """Nothing three days before a race, nothing heavy in its week, nothing while ill or away."""
    race = life.runner.profile.get("race_day")
    off = [c for c in life.journal.changes if c["change"] in ("illness", "away")]
    for day, done in sessions(life):
        wrong = None
        if race:
            left = days_between(day.day, race)
            if 0 <= left <= 3:
                wrong = f"a session {left} days before the race"
            elif 0 <= left < 7 and done.item["heavy"]:
                wrong = f"a heavy session {left} days before the race"
        for change in off:
            if change["from"] <= day.day <= change["to"] and day.synced:
                wrong = f"a session in spite of {change['change']} from {change['from']}"
        yield day.day, wrong


def lighter_weeks(life: Life) -> Iterator[Check]:
    """A lighter week or one without heavy legs among any six, never two deloads in a row.

    A light session that is done late is still one of the week that it was planned for.
    """
    heavy = heavy_sessions(life)
    eased = {monday(day.day): set[str]() for day, _ in heavy}
    for day, done in heavy:
        eased[monday(day.day)] |= set(done.item["ease"]) - {"no_new", "spike"}
    full, week = 0, min(eased, default="")
    while eased and week <= max(eased):
        full = full + 1 if week in eased and not eased[week] else 0
        yield week, f"{full} full weeks in a row" if full >= 6 else None
        week = add_days(week, 7)
    light = sorted({monday(done.item["day"]) for _, done in heavy if "deload" in done.item["ease"]})
    for one, other in pairwise(light):
        close = days_between(one, other) <= 7
        yield other, "two lighter weeks in a row" if close else None


# --- what is asked -------------------------------------------------------------------------


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
            pains = [one.get("pain", 0) for one in _sets_of(item, done)]
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
            logged = _sets_of(item, done)
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


def phone_and_server_agree(life: Life) -> Iterator[Check]:
    """Whenever the phone comes back, its positions are the server's."""
    apart = set(life.apart)
    for day in life.days:
        if day.synced:
            yield day.day, "phone and server have other positions" if day.day in apart else None
    end = life.end.day if life.end else ""
    yield end, "phone and server end in other positions" if end in apart else None


def _sets_of(item: Item, done: Trained) -> list[Any]:
    return [one for one in done.sets if one.get("slot") == item["slot"]]


RULES: dict[str, Callable[[Life], Iterator[Check]]] = {
    "caps of a week": caps,
    "contacts grow slowly": contacts_grow_slowly,
    "no jumps before their gate": jumps_wait_for_their_gate,
    "48 hours between heavy legs": two_days_apart,
    "heavy legs clear of key runs": clear_of_key_runs,
    "race days and illness free": race_and_illness,
    "lighter weeks in time, never two": lighter_weeks,
    "pain of 5 stops its region": pain_stops_a_region,
    "pain of 5 lowers its slot": pain_lowers_the_slot,
    "red flags stop the day": red_flags_stop_the_day,
    "recovery never raises": recovery_never_raises,
    "only good days raise": only_good_days_raise,
    "every load exists": loads_exist,
    "minutes kept": minutes_kept,
    "phone and server agree": phone_and_server_agree,
}
