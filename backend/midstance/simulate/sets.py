"""Sets as a runner logs them: what the body could do of what was asked, honestly noted."""

from dataclasses import dataclass
from random import Random

from midstance.simulate.ability import CARRY_M, group_of, reps_left, seconds_left
from midstance.simulate.body import Body
from midstance.training.program_values import Exercise
from midstance.training.values import Item, Ladder, LoggedSet

FINDS_LOAD = 0.8
"""The part of runners' first sets after which more is taken where too much was left."""
PER_REP = 0.04
RESERVE = (0, 1, 2, 3, 4, 6)
"""The choices a phone gives for reps in reserve, each logged as the least that it says."""
LEVELS = (0, 2, 4)
"""And where nobody can tell it to the rep: the one that holds the goal is logged as the goal."""
STOPS_AT = 5
"""Pain from which a runner ends an exercise, as the app asks."""


@dataclass(frozen=True)
class Turn:
    """Which set on which side; the second side does no more reps than the first did."""

    side: str
    index: int
    last: bool
    first_did: int | None


def log_sets(
    item: Item,
    exercise: Exercise,
    ladder: Ladder | None,
    body: Body,
    dice: Random,
    *,
    levels_above: int,
) -> list[LoggedSet]:
    """The sets of one item: fewer where it hurt, heavier where a first load was too light.

    Sets asked for more than `levels_above` reps are told in levels.
    """
    logged: list[LoggedSet] = []
    load_g = item["load_g"]
    loads = _loads(item, ladder)
    climbs = dice.random() < FINDS_LOAD and any(r["rule"] == "find_load" for r in item["reasons"])
    if "mobility" not in exercise["tags"]:
        body.flare(exercise["regions"])
    extra = item["extra"]["sets"] if "extra" in item else 0
    for index in range(1, item["sets"] + extra + 1):
        last = index == item["sets"]
        done = None
        for side in _sides(item, index):
            turn = Turn(side, index, last=last, first_did=done)
            one = _set(item, exercise, load_g, turn, body=body, dice=dice)
            if "rir" in one:
                one["rir"] = _told(one["rir"], item, in_levels=item.get("reps", 0) > levels_above)
            logged.append(one)
            done = one.get("reps", done)
        if any(one.get("pain", 0) >= STOPS_AT for one in logged):
            break
        if climbs:
            spare = min(one.get("rir", 0) for one in logged[-2:]) - item["rir"]
            load_g = _heavier(loads, load_g, spare)
    return logged


def _sides(item: Item, index: int) -> list[str]:
    if item["sides"] == "both":
        return ["both"]
    if index > item["sets"]:
        return [item["extra"]["side"]] if "extra" in item else []
    first = item.get("first", "left")
    return [first, "right" if first == "left" else "left"]


def _set(
    item: Item,
    exercise: Exercise,
    load_g: int,
    turn: Turn,
    *,
    body: Body,
    dice: Random,
) -> LoggedSet:
    """One set on one side."""
    side, index, last, first_did = turn.side, turn.index, turn.last, turn.first_did
    made: LoggedSet = {
        "slot": item["slot"],
        "exercise": item["exercise"],
        "index": index,
        "side": "left" if side == "left" else "right" if side == "right" else "both",
        "load_g": load_g,
    }
    group = group_of(exercise)
    strength, share = body.strength_of(exercise, side), body.share(group, index - 1)
    close = False
    if "reps" in item:
        can = int(reps_left(exercise, load_g, body.runner.body_mass_g, strength, share))
        reps = min(item["reps"], max(0, can))
        easy = "eased" not in item and "eccentric" not in exercise["tags"]
        more = last and easy and can - reps >= item["rir"] + 2
        if first_did is not None:
            reps = min(reps + (2 if more else 0), max(first_did, 0))
        elif more and dice.random() < 0.6:
            reps += 2
        made["reps"], close = reps, can - reps < 1
        if item["block"] != "prep" and dice.random() < 0.92:
            made["rir"] = max(0, round(can - reps + dice.gauss(0, 0.6)))
    elif "hold_s" in item:
        can = int(seconds_left(exercise, strength, share))
        made["hold_s"], close = min(item["hold_s"], can), can < item["hold_s"]
    elif "contacts" in item:
        made["contacts"] = item["contacts"]
    else:
        made["distance_m"] = min(item.get("distance_m", 0), int(CARRY_M * strength * share))
    pain = body.hurts(exercise["regions"])
    if pain or dice.random() < 0.3:
        made["pain"] = pain
    if dice.random() < 0.7:
        poor = 0.5 if close else 0.03
        made["quality"] = 2 if dice.random() < poor else dice.choice((3, 4, 4))
    return made


def _told(left: int, item: Item, *, in_levels: bool) -> int:
    """What the phone logs where a runner feels `left` reps in reserve."""
    if not in_levels:
        return _choice(RESERVE, left)
    told, asked = _choice(LEVELS, left), _choice(LEVELS, item["rir"])
    return item["rir"] if told == asked else told


def _choice(choices: tuple[int, ...], reps: int) -> int:
    return max(least for least in choices if least <= reps)


def _heavier(loads: list[int], load_g: int, spare: int) -> int:
    """The load that fits better for so many reps left too much: a part for each, or the next."""
    if spare < 2:
        return load_g
    heavier = [load for load in loads if load > load_g]
    near = [load for load in heavier if load <= load_g * (1 + PER_REP * spare)]
    return max(near, default=min(heavier, default=load_g) if spare >= 3 else load_g)


def _loads(item: Item, ladder: Ladder | None) -> list[int]:
    """The loads of the same exercise that are there."""
    rungs = ladder["rungs"] if ladder else []
    return sorted(
        {
            rung["load_g"]
            for rung in rungs
            if rung["exercise"] == item["exercise"] and rung["load"] == item["load"]
        }
    )
