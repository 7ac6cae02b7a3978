"""Building a runner's ladder for a slot from the equipment that is really there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, cast

from midstance.training.loads import is_there, loads_for
from midstance.training.program_values import Alternative, Exercise, Program, Range, Slot
from midstance.training.runner_values import Place
from midstance.training.values import Ladder, Ladders, Policy, Rung

RANGES = {"reps": "reps", "hold": "hold_s", "contacts": "contacts", "distance": "distance_m"}
UNLOADED = {"none", "body"}

Step = tuple[Exercise, str, list[int]]
"""An exercise, what carries its load, and the loads that exist: grams, or band numbers."""


def build_ladder(
    slot_id: str,
    slot: Slot,
    place: Place,
    exercises: Mapping[str, Exercise],
    policy: Policy,
    *,
    at: str = "home",
) -> Ladder | None:
    """Every prescription `slot` can take with the equipment of `place` (named `at`), easiest first.

    Reps climb to the top of the range, then comes the next load that exists with reps back at the
    bottom, then the harder exercise; where neither is left, reps go on beyond. None when nothing of
    the chain can be done here.
    """
    chain = [exercises[slug] for slug in slot["chain"] if slug in exercises]
    steps = [
        step
        for exercise in chain
        if RANGES[exercise["measure"]] in slot
        for step in _equip(exercise, place, policy)
    ]
    steps = _without_detours(steps, policy)
    rungs = _rungs(steps, slot, policy)
    if not rungs:
        return None
    return {
        "slot": slot_id,
        "place": at,
        "sets": slot["sets"],
        "rest_s": slot["rest_s"],
        "rir": slot["rir"],
        "chain": list(slot["chain"]),
        "first_rung": min(slot.get("first_rung") or 0, len(rungs) - 1),
        "rungs": rungs,
    }


def build_ladders(
    program: Program,
    equipment: Mapping[str, Place],
    exercises: Mapping[str, Exercise],
    policy: Policy,
) -> Ladders:
    """The ladders of every slot of `program` by slot and place; what cannot be done is left out."""
    ladders: Ladders = {}
    for slot_id, slot in program["slots"].items():
        for at, place in equipment.items():
            ladder = build_ladder(slot_id, slot, place, exercises, policy, at=at)
            if ladder:
                ladders.setdefault(slot_id, {})[at] = ladder
    return ladders


def _equip(exercise: Exercise, place: Place, policy: Policy) -> list[Step]:
    """The first alternative that can be done here, after the unloaded one where there is one.

    Without the unloaded start, somebody whose lightest dumbbells are heavy would begin with them. A
    bar or a stack begins light enough.
    """
    alternatives: list[Alternative] = exercise.get("equipment") or [{"needs": [], "load": "body"}]
    for alternative in alternatives:
        loads = loads_for(alternative, place, policy)
        if not loads:
            continue
        unloaded = [
            (exercise, other["load"], [0])
            for other in alternatives
            if alternative["load"] not in UNLOADED | set(policy["ladder"]["heavy_loads"])
            and other["load"] in UNLOADED
            and is_there(other, place)
        ]
        return [*unloaded[:1], (exercise, alternative["load"], loads)]
    return []


def _without_detours(steps: list[Step], policy: Policy) -> list[Step]:
    """Leave out the loads that nobody should have to climb before the harder exercise.

    Between exercises of one laterality, an easier one gives way to the next at a part of the body
    mass, or where that one's bar or stack begins. The harder one then begins at a part of the load
    reached, so without its unloaded start. Each keeps at least one load, but one that is harder
    only by its load is left out where nothing heavier is there for it.
    """
    kept: list[Step] = []
    reached, sides = 0, ""
    for at, (exercise, kind, loads) in enumerate(steps):
        if kind in UNLOADED:
            loaded = at + 1 < len(steps) and steps[at + 1][0] is exercise
            if not (loaded and reached and exercise["laterality"] == sides):
                kept.append((exercise, kind, loads))
            continue
        if kind == "band":
            kept.append((exercise, kind, loads))
            continue
        reached = reached if exercise["laterality"] == sides else 0
        if "by_load" in exercise["tags"] and loads[-1] <= reached:
            continue
        light = [load for load in loads if load <= reached * policy["ladder"]["harder_begins"]]
        useful = [load for load in loads if load >= max(light, default=0)]
        most = _gives_way_g(steps[at], steps[at + 1 :], policy)
        useful = [load for load in useful if load <= most] or useful[:1]
        reached, sides = max(reached, useful[-1]), exercise["laterality"]
        kept.append((exercise, kind, useful))
    return kept


def _gives_way_g(step: Step, above: list[Step], policy: Policy) -> float:
    """The load up to which an exercise is climbed; all of it where no harder one is loaded."""
    exercise, heavy = step[0], policy["ladder"]["heavy_loads"]
    harder = next((one for one in above if one[1] not in UNLOADED | {"band"}), None)
    if harder is None or harder[0]["laterality"] != exercise["laterality"]:
        return inf
    if harder[1] in heavy:
        return harder[2][0]
    part: float = policy["ladder"][f"gives_way_{exercise['laterality']}"]
    return part * float(policy["entry"]["body_mass_g"])


@dataclass(frozen=True)
class Grain:
    """How fine a ladder is: steps between loads are no smaller than `least`, by laterality, and no
    larger than `reach` where such a load exists, as parts of the load; `skip` thins the reps."""

    least: dict[str, float]
    reach: float
    skip: int


def _rungs(steps: list[Step], slot: Slot, policy: Policy) -> list[Rung]:
    """All rungs, in the finest grain with which they are few enough to climb."""
    rungs: list[Rung] = []
    for grain in _grains(policy):
        climbs = [
            (exercise, kind, load)
            for exercise, kind, loads in steps
            for load in _useful(loads, kind, exercise["laterality"], grain, policy)
        ]
        rungs = [
            rung
            for climb in climbs
            for rung in _climb(*climb, slot, policy, skip=grain.skip, last=climb is climbs[-1])
        ]
        if len(rungs) <= policy["ladder"]["most_rungs"]:
            break
    return rungs


def _grains(policy: Policy) -> Iterator[Grain]:
    """Finest first: steps between loads grow until they are big, then reps are skipped, and only
    then big steps are taken; at the end one load is left for each exercise."""
    numbers, big = policy["ladder"], policy["big_step"]["above"]
    least = {side: numbers[f"useful_step_{side}"] for side in ("bilateral", "unilateral")}
    reach = min(least.values())
    while reach < big:
        yield Grain(least, reach, 1)
        reach *= numbers["step_growth"]
    for skip in (1, 2, _ENDS_ONLY):
        yield Grain(least, big, skip)
    growth = 1.0
    while growth < _GROWTH_ENDS:
        growth *= numbers["step_growth"]
        yield Grain({side: step * growth for side, step in least.items()}, big, _ENDS_ONLY)


_ENDS_ONLY = 1000
"""Skips all reps between the bottom of a range and its top."""

_GROWTH_ENDS = 1000.0
"""Steps this much larger leave one load for each exercise: what remains cannot be thinned."""


def _useful(loads: list[int], kind: str, sides: str, grain: Grain, policy: Policy) -> list[int]:
    if kind in UNLOADED | {"band"}:
        return loads
    felt = [x for x in loads if x >= policy["ladder"]["least_load_g"]] or loads[-1:]
    kept = felt[:1]
    while above := [x for x in felt if x - kept[-1] >= max(1, kept[-1] * grain.least[sides])]:
        within = [x for x in above if x - kept[-1] <= kept[-1] * grain.reach]
        kept.append(within[-1] if within else above[0])
    return kept


def _climb(
    exercise: Exercise,
    kind: str,
    load: int,
    slot: Slot,
    policy: Policy,
    *,
    skip: int,
    last: bool,
) -> list[Rung]:
    """The rungs of one load, from the bottom of the range to its top; `skip` thins loaded ones.

    The `last` load goes beyond it.
    """
    key = RANGES[exercise["measure"]]
    heavy = key == "reps" and kind in policy["ladder"]["heavy_loads"] and "heavy_reps" in slot
    reach = cast(Range, cast(dict[str, Any], slot)["heavy_reps" if heavy else key])
    own = slot.get("tempo") or exercise.get("tempo")
    tempo = slot.get("tempos", {}).get(exercise["slug"], own)
    amounts = _amounts(reach, policy["caps"]["contacts_step"] if key == "contacts" else None)
    if kind not in UNLOADED:
        amounts = [*amounts[:-1:skip], amounts[-1]]
    if last:
        amounts += range(reach["max"] + reach["step"], reach.get("beyond", 0) + 1, reach["step"])
    return [
        cast(
            Rung,
            {"exercise": exercise["slug"], key: amount, "load_g": 0 if kind == "band" else load}
            | {"load": kind}
            | ({"band": load} if kind == "band" else {})
            | ({"tempo": tempo} if tempo and key == "reps" else {}),
        )
        for amount in amounts
    ]


def _amounts(reach: Range, most_up: float | None) -> list[int]:
    """The amounts of a range; with `most_up` no step is a larger part of where it begins."""
    amounts = [reach["min"]]
    while amounts[-1] < reach["max"]:
        up = reach["step"]
        if most_up is not None:
            up = max(1, min(up, int(amounts[-1] * most_up)))
        amounts.append(min(amounts[-1] + up, reach["max"]))
    return amounts
