"""What training leads to in half a year: healthy runners climb, stuck ones are told so."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from midstance.simulate.life import Life, Trained
from midstance.simulate.runner import HEALTHY
from midstance.simulate.weeks import weeks_of
from midstance.training.day import add_days, days_between
from midstance.training.values import Item, LoggedSet, Policy
from tests.simulate.lives import sessions
from tests.simulate.rules import Judged

PROGRESS_WEEKS, PROGRESS_STAGE = 20, 4
STUCK_EXPOSURES = 5
QUARTER = 0.25
AWAY_DAYS = 10
"""Days from one session to the next that are more than a missed one and days off after a race."""
PROGRESS = ("healthy runners reach stage 4", "healthy runners climb", "loads go up")
STUCK = "stuck runners are told"
TOLD = ("plateau", "plateau_missed")
"""Too few sessions is an answer too, and the count begins anew with it."""


def judge_progress(life: Life, judged: Judged) -> None:
    for name, broken in _found(life):
        judged.checked[name] += 1
        if broken:
            judged.broken.append(f"{life.runner.name}, {life.days[-1].day}: {name}: {broken}")


def _found(life: Life) -> Iterator[tuple[str, str | None]]:
    if len(life.days) < 7 * PROGRESS_WEEKS:
        return
    if is_adherent(life):
        stage = life.days[7 * PROGRESS_WEEKS - 1].stage
        late = None if stage >= PROGRESS_STAGE else f"stage {stage} after {PROGRESS_WEEKS} weeks"
        yield PROGRESS[0], late
        rose, slots = climbed(life)
        few = f"only {rose} of {slots} slots rose" if rose < 0.8 * slots else None
        yield PROGRESS[1], few
        heavier = loads_up(life)
        if heavier is not None:
            yield PROGRESS[2], None if heavier else "no main lift is heavier than at first"
    for broken in stuck(life):
        yield STUCK, broken


def is_adherent(life: Life) -> bool:
    """A healthy body that answers to training, a load at home too, and nearly every session."""
    traits = life.runner.traits
    away = sum(1 for one in _gaps(life) if one > AWAY_DAYS)
    return (
        life.runner.kind in HEALTHY
        and traits.gain >= 0.8
        and life.runner.kit != "bare"
        and _has_load(life)
        and life.runner.minutes >= 25
        and life.runner.online_days < 42
        and away == 0
    )


def _has_load(life: Life) -> bool:
    """Whether some place has the load that stage 2 is left with: a quarter of the body."""
    grams = [
        load
        for place in life.runner.places.values()
        for key in ("dumbbells_g", "kettlebells_g", "backpack_g")
        for load in place.get(key) or []
    ]
    grams += [
        place["barbell"]["bar_g"] for place in life.runner.places.values() if place.get("barbell")
    ]
    return max(grams, default=0) >= life.runner.body_mass_g * QUARTER


def stuck(life: Life) -> Iterator[str | None]:
    """Each stretch of whole sessions in which a slot brought nothing, and whether it was named."""
    trained: dict[tuple[str, str], list[Exposure]] = {}
    named: dict[tuple[str, str], list[str]] = {}
    for day, done in sessions(life):
        for item in done.workout["items"]:
            if any(reason["rule"] in TOLD for reason in item["reasons"]):
                named.setdefault((item["slot"], done.place), []).append(day.day)
            if found := exposure(day.day, item, done, life):
                trained.setdefault((item["slot"], done.place), []).append(found)
    for (slot, place), exposures in trained.items():
        for at in range(len(exposures) - STUCK_EXPOSURES):
            window = exposures[at : at + STUCK_EXPOSURES]
            if is_flat(window, life.world.policy) and came(life, window):
                first, after = window[0].day, exposures[at + STUCK_EXPOSURES].day
                if exposures[at + STUCK_EXPOSURES].item["rung"] > window[-1].item["rung"]:
                    continue  # it climbed in the end
                told = any(first < on <= after for on in named.get((slot, place), []))
                where = f"{slot} at {place} from {first} to {window[-1].day}"
                yield None if told else f"no plateau was named in {where}"


@dataclass(frozen=True)
class Exposure:
    """One whole session in a slot: what was asked, the best of its sets, whether it was the top."""

    day: str
    item: Item
    value: float
    rir: int | None
    top: bool


def exposure(day: str, item: Item, done: Trained, life: Life) -> Exposure | None:
    """None for a session that was not whole, eased, swapped, painful, sore or of jumps."""
    sets = [one for one in done.sets if one.get("slot") == item["slot"]]
    said = life.journal.checkins.get(day) or {}
    morning = (life.journal.checkins.get(add_days(day, 1)) or {}).get("pain_morning") or {}
    sore, hurt = said.get("soreness") or {}, said.get("pain") or {}
    whole = {one["index"] for one in sets} >= set(range(1, item["sets"] + 1))
    calm = all(one.get("pain", 0) < 3 and one["exercise"] == item["exercise"] for one in sets)
    if "contacts" in item or "eased" in item or not whole or not calm:
        return None
    for region in item["regions"]:
        pain = max(hurt.get(region, 0), morning.get(region, 0))
        if sore.get(region, 0) >= 4 or pain >= 2:
            return None
    best = 0.0
    for index in range(1, item["sets"] + 1):
        best = max(best, _value([one for one in sets if one["index"] == index], item))
    rirs = [one["rir"] for one in sets if "rir" in one and one["index"] <= item["sets"]]
    ladder = life.ladders[item["slot"]][done.place]
    return Exposure(
        day,
        item,
        best,
        min(rirs, default=None),
        item["rung"] == len(ladder["rungs"]) - 1,
    )


def is_flat(window: list[Exposure], policy: Policy) -> bool:
    """Nothing asked for rose, nothing done was more than 2 % better, and it was no easier."""
    first = window[0]
    gaps = (days_between(a.day, b.day) for a, b in pairwise(window))
    return (
        all(gap <= policy["plateau"]["gap_days"] for gap in gaps)
        and days_between(first.day, window[-1].day) >= policy["plateau"]["days"]
        and all(one.item["exercise"] == first.item["exercise"] for one in window)
        and all(one.item["load_g"] == first.item["load_g"] for one in window)
        and all(one.item.get("band") == first.item.get("band") for one in window)
        and all(b.item["rung"] <= a.item["rung"] for a, b in pairwise(window))
        and not any(one.top for one in window)
        and all(one.value <= first.value for one in window)
        and all((one.rir or 0) <= (first.rir or 0) for one in window)
    )


def came(life: Life, window: list[Exposure]) -> bool:
    """Whether every part of the window that is long enough to tell had its planned sessions."""
    policy = life.world.policy["plateau"]
    fields = life.journal.fields
    days = [one["day"] for one in life.journal.sessions]
    asked = {one["day"]: fields[one["session"]]["per_week"] for one in life.journal.sessions}
    for first, last in combinations((one.day for one in window), 2):
        span = days_between(first, last)
        done = sum(first < day <= last for day in days)
        if span >= policy["days"] and done / (asked[last] * span / 7) < policy["adherence"]:
            return False
    return True


def _value(sides: list[LoggedSet], item: Item) -> float:
    """One set by its weaker side; its reserve is the least that was said of it."""
    rir = min((one["rir"] for one in sides if "rir" in one), default=item["rir"])
    if "reps" in item and item["load_g"] > 0 and "band" not in item:
        return min(
            one.get("load_g", item["load_g"]) * (1 + (one.get("reps", 0) + rir) / 30)
            for one in sides
        )
    return min(
        one.get("reps", 0) or one.get("hold_s", 0) or one.get("distance_m", 0) for one in sides
    )


def climbed(life: Life) -> tuple[int, int]:
    """Of the slots trained six times or more as usual those that ended higher or at their top."""
    first: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    times: dict[tuple[str, str], int] = {}
    for _, done in sessions(life):
        for item in done.workout["items"]:
            key = item["slot"], done.place
            position = done.positions.get(item["slot"], {}).get(done.place)
            times[key] = times.get(key, 0) + ("eased" not in item)
            first.setdefault(key, item["rung"])
            last[key] = max(position["rung"] if position else item["rung"], last.get(key, 0))
    often = [key for key, count in times.items() if count >= 6]
    tops = {key: len(life.ladders[key[0]][key[1]]["rungs"]) - 1 for key in often}
    rose = sum(last[key] > first[key] or last[key] == tops[key] for key in often)
    return rose, len(often)


def loads_up(life: Life) -> bool | None:
    """Whether squat or hinge was heavier later than in the first week with a load.

    None where there is nothing much heavier to go to.
    """
    if life.runner.kit not in ("dumbbells", "garage") and life.runner.gym_part < 1:
        return None
    weeks = [week for week in weeks_of(life) if week.loads_g]
    lifts = {
        lift: [week.loads_g[lift] for week in weeks if week.loads_g.get(lift)]
        for lift in ("squat", "hinge")
    }
    known = [loads for loads in lifts.values() if len(loads) >= 6]
    return any(max(loads) > loads[0] for loads in known) if known else None


def _gaps(life: Life) -> list[int]:
    trained = [number for number, day in enumerate(life.days) if day.trained]
    return [b - a for a, b in zip([0, *trained], [*trained, len(life.days)], strict=True)]
