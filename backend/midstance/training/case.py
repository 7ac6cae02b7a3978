"""What the rules of `advance` look at: a session's sets by their weaker side, and its rung."""

from dataclasses import dataclass
from typing import Any, cast

from midstance.training.rungs import amount, finding_load, locate, measure, strength
from midstance.training.values import Item, Ladder, LoggedSet, Outcome, Policy, Position, Rung


@dataclass(frozen=True)
class WeakSet:
    """One set by its weaker side; `complete` when every side was done."""

    amount: int
    strength: int
    complete: bool
    rir: int | None


@dataclass(frozen=True)
class Case:
    """All that a rule looks at.

    `rung` is where the session stood on the ladder and `goal` what was asked there; `floor` is the
    lower of that and the position, for rules that hold or lower; `pain` is the worst of the day,
    and `sharp` whether some of it was. `sets` are those asked for at the load that counts, `done`
    the complete ones at any load.
    """

    position: Position
    outcome: Outcome
    ladder: Ladder
    policy: Policy
    rung: int
    floor: int
    goal: Rung | Item
    sets: tuple[WeakSet, ...]
    done: int
    pain: int
    sharp: bool
    heavier: bool


def look(position: Position, outcome: Outcome, ladder: Ladder, policy: Policy) -> Case:
    prescribed, top = outcome["prescribed"], len(ladder["rungs"]) - 1
    own = min(position["rung"], top)
    done = _weaker_sides(outcome)
    sets = _found(position, prescribed, done)
    asked = own if prescribed.get("eased") not in (None, "return") else locate(ladder, prescribed)
    rung = max(asked, _honored(ladder, prescribed, sets))
    goal = ladder["rungs"][rung] if rung > asked else prescribed
    logged = [*outcome["sets"], *outcome.get("others", [])]
    return Case(
        position=position | {"rung": own},
        outcome=outcome,
        ladder=ladder,
        policy=policy,
        rung=rung,
        floor=min(own, asked),
        goal=goal,
        sets=() if outcome.get("swapped") or outcome.get("skipped") else sets,
        done=sum(s.complete for s in done),
        pain=max([outcome.get("pain_before", 0), *(s.get("pain") or 0 for s in logged)]),
        sharp=any(s.get("sharp") for s in logged),
        heavier=rung > asked,
    )


def asked_sets(outcome: Outcome) -> list[LoggedSet]:
    """The sets without those on top, for one side or of one's own will, which nobody can miss."""
    return [s for s in outcome["sets"] if s["index"] <= outcome["prescribed"]["sets"]]


def _weaker_sides(outcome: Outcome) -> tuple[WeakSet, ...]:
    """Each set as its weaker side did it, in order; a side not logged leaves a set incomplete."""
    prescribed = outcome["prescribed"]
    key, bands = measure(prescribed), "band" in prescribed
    found = []
    asked = asked_sets(outcome)
    for index in sorted({s["index"] for s in asked}):
        sides = [s for s in asked if s["index"] == index]
        names = {s["side"] for s in sides}
        loads = [
            strength(prescribed) if bands else s.get("load_g", prescribed["load_g"]) for s in sides
        ]
        found.append(
            WeakSet(
                amount=min(amount(s, key) for s in sides),
                strength=min(loads),
                rir=least(sides, "rir"),
                complete=prescribed["sides"] == "both" or "both" in names or len(names) > 1,
            )
        )
    return tuple(found)


def _found(position: Position, prescribed: Item, sets: tuple[WeakSet, ...]) -> tuple[WeakSet, ...]:
    """The sets that count: while a load is being found, the heaviest with its goal and reserve.

    Whoever was nowhere heavier than asked, or lighter somewhere, is judged by every set.
    """
    finding = finding_load(position, prescribed) and "eased" not in prescribed
    if not finding or any(s.strength < prescribed["load_g"] for s in sets):
        return sets
    goal, target = amount(prescribed, measure(prescribed)), prescribed["rir"]
    good = [s for s in sets if s.amount >= goal and (s.rir is None or s.rir >= target)]
    load_g = max((s.strength for s in good), default=0)
    return tuple(s for s in good if s.strength == load_g) if load_g > prescribed["load_g"] else sets


def _honored(ladder: Ladder, prescribed: Item, sets: tuple[WeakSet, ...]) -> int:
    """The rung that was really done when every set was heavier than asked; -1 when not."""
    if not sets or "band" in prescribed or not _all_heavier(prescribed, sets):
        return -1
    key, reached = measure(prescribed), min(s.amount for s in sets)
    load_g = min(s.strength for s in sets)
    return max(
        (
            index
            for index, rung in enumerate(ladder["rungs"])
            if rung["exercise"] == prescribed["exercise"]
            and prescribed["load_g"] < rung["load_g"] <= load_g
            and 0 < amount(rung, key) <= reached
        ),
        default=-1,
    )


def _all_heavier(prescribed: Item, sets: tuple[WeakSet, ...]) -> bool:
    return min(s.strength for s in sets) > prescribed["load_g"]


def least(sets: list[LoggedSet], key: str) -> int | None:
    """The lowest value reported for `key`, over all sets and sides."""
    plain = cast(list[dict[str, Any]], sets)
    reported = [int(s[key]) for s in plain if s.get(key) is not None]
    return min(reported, default=None)


def weaker_side(case: Case) -> str | None:
    key = measure(case.outcome["prescribed"])
    sets = asked_sets(case.outcome)
    done = {
        side: min((amount(s, key) for s in sets if s["side"] == side), default=None)
        for side in ("left", "right")
    }
    left, right = done["left"], done["right"]
    if left is None or right is None or left == right:
        return None
    return "left" if left < right else "right"
