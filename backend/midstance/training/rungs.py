"""Walking a ladder: finding a prescription on it, the next load, and a lighter rung."""

from collections.abc import Callable
from typing import Any, cast

from midstance.training.values import Item, Ladder, LoggedSet, Position, Rung

MEASURES = ("reps", "hold_s", "contacts", "distance_m")


def measure(rung: Rung | Item) -> str:
    """Which of reps, hold_s, contacts and distance_m the rung counts."""
    return next((key for key in MEASURES if key in rung), "reps")


def amount(rung: Rung | Item | LoggedSet, key: str) -> int:
    """How much of `key` there is; nothing logged is 0."""
    return int(cast(dict[str, Any], rung).get(key) or 0)


def strength(rung: Rung | Item) -> int:
    """What orders rungs of one exercise: grams, or the band's number where bands carry the load."""
    return rung.get("band") or rung["load_g"]


def same_load(one: Rung | Item, other: Rung | Item) -> bool:
    """Whether both are the same exercise with the same load."""
    return (
        one["exercise"] == other["exercise"]
        and one["load"] == other["load"]
        and strength(one) == strength(other)
    )


def has_one_rep(rung: Rung | Item) -> bool:
    """Whether sets tell a heaviest rep: reps with a load in grams."""
    return "reps" in rung and rung["load_g"] > 0 and "band" not in rung


def compared(rung: Rung | Item) -> str:
    """What sessions have in common that can be compared; by a heaviest rep, with any load."""
    alike = f"{rung['exercise']} {rung['load']}"
    return alike if has_one_rep(rung) else f"{alike} {strength(rung)}"


def locate(ladder: Ladder, prescribed: Rung | Item) -> int:
    """The index of `prescribed` on the ladder, else of the hardest rung that is not harder.

    So a dumbbell sold or a bar bought never breaks a position and never jumps ahead.
    """
    exact = _hardest(ladder, len(ladder["rungs"]), lambda rung: _same(rung, prescribed))
    if exact >= 0:
        return exact
    not_harder = _hardest(
        ladder, len(ladder["rungs"]), lambda rung: _not_harder(ladder, rung, prescribed)
    )
    return max(0, not_harder)


def start(ladder: Ladder) -> Position:
    """Where a runner stands before the first session."""
    return {"rung": ladder["first_rung"], "streak": 0, "misses": 0, "exposures": 0}


def begin(ladder: Ladder, prescribed: Rung | Item) -> Position:
    """Where a runner stood whose first session here was `prescribed`."""
    return {**start(ladder), "rung": locate(ladder, prescribed)}


def finding_load(position: Position, rung: Rung | Item) -> bool:
    """Whether this is a first meeting with a load: sets may climb to the one that fits."""
    return position["exposures"] == 0 and rung["load_g"] > 0


def next_load(ladder: Ladder, index: int) -> int:
    """The first rung above `index` with another load or exercise; `index` itself at the top."""
    rungs = ladder["rungs"]
    for above in range(index + 1, len(rungs)):
        if not same_load(rungs[above], rungs[index]):
            return above
    return index


def load_within(ladder: Ladder, index: int, up_g: float) -> int:
    """The first rung of the heaviest load at most `up_g` above `index`; -1 when none exists."""
    rungs, found = ladder["rungs"], -1
    at = rungs[index]
    for above in range(index + 1, len(rungs)):
        rung = rungs[above]
        if rung["exercise"] != at["exercise"] or rung["load"] != at["load"]:
            break
        starts = not same_load(rung, rungs[above - 1])
        if starts and at["load_g"] < rung["load_g"] <= at["load_g"] + up_g:
            found = above
    return found


def load_below(ladder: Ladder, index: int) -> int:
    """The hardest rung with the next lighter load of the exercise; `index` where there is none."""
    at = ladder["rungs"][index]
    found = _hardest(
        ladder,
        index,
        lambda rung: (
            rung["exercise"] == at["exercise"]
            and rung["load"] == at["load"]
            and strength(rung) < strength(at)
        ),
    )
    return index if found < 0 else found


def top_of_load(ladder: Ladder, index: int) -> int:
    """The last rung with the load and exercise of `index`."""
    above = next_load(ladder, index)
    return len(ladder["rungs"]) - 1 if above == index else above - 1


def lighter(ladder: Ladder, index: int, least: float, most: float) -> int:
    """The rung below `index` that takes `least` to `most` (parts of 1) off the load.

    Only loads that exist: where none lies in between, fewer reps with the same load, then the next
    load below, then the rung below. With `least` 0 the rung itself will do.
    """
    at = ladder["rungs"][index]
    key, have, load = measure(at), amount(at, measure(at)), strength(at)

    def less(low: float, high: float, reps: float) -> int:
        return _hardest(
            ladder,
            index,
            lambda rung: (
                rung["exercise"] == at["exercise"]
                and rung["load"] == at["load"]
                and low <= strength(rung) <= high
                and 0 < amount(rung, key) <= reps
            ),
        )

    if load > 0:
        found = less(load * (1 - most), min(load * (1 - least), load - 1), have)
        if found >= 0:
            return found
    if least == 0:
        return index
    for found in (less(load, load, have * (1 - least)), less(0, load * (1 - most), have)):
        if found >= 0:
            return found
    return max(0, index - 1)


def _hardest(ladder: Ladder, below: int, fits: Callable[[Rung], bool]) -> int:
    rungs = ladder["rungs"]
    return next((i for i in range(below - 1, -1, -1) if fits(rungs[i])), -1)


def _same(rung: Rung, prescribed: Rung | Item) -> bool:
    key = measure(prescribed)
    return same_load(rung, prescribed) and amount(rung, key) == amount(prescribed, key)


def _not_harder(ladder: Ladder, rung: Rung, prescribed: Rung | Item) -> bool:
    chain = ladder["chain"]
    if prescribed["exercise"] not in chain:
        return False
    easier = chain.index(prescribed["exercise"]) - chain.index(rung["exercise"])
    in_bands = "band" in rung or "band" in prescribed
    if in_bands and rung["load"] == prescribed["load"]:
        heavier = strength(rung) - strength(prescribed)
    else:
        heavier = rung["load_g"] - prescribed["load_g"]
    if easier != 0:
        return easier > 0 and heavier <= 0
    key = measure(prescribed)
    return heavier < 0 or (heavier == 0 and 0 < amount(rung, key) <= amount(prescribed, key))
