"""Where a runner begins in each slot: by what was done elsewhere, experience or program."""

from collections.abc import Mapping
from dataclasses import dataclass

from midstance.training.epley import load_for_g, one_rep_g
from midstance.training.program_values import Exercise, First, Program, Slot
from midstance.training.rungs import amount, compared, locate, measure, same_load, strength
from midstance.training.runner_values import Profile
from midstance.training.values import Ladder, Ladders, Policy, Position, Positions, Reason, Rung

Found = tuple[int, Reason]

FREE = {"dumbbell", "dumbbells", "kettlebell", "backpack", "barbell"}
"""Loads that are held or worn: a kilogram of one is as heavy as a kilogram of another."""


@dataclass(frozen=True)
class Stand:
    """A position, the ladder that it is on, and the part of its load that is taken off."""

    position: Position
    ladder: Ladder
    below: float


def first_rungs(
    *,
    program: Program,
    ladders: Ladders,
    positions: Positions,
    profile: Profile,
    exercises: Mapping[str, Exercise],
    policy: Policy,
) -> Ladders:
    """The ladders with this runner's `first_rung`, and in `first_why` the reason for it.

    What was done at another place or in a slot carried on counts before experience. Positions are
    folded on ladders without it, so that what was begun stays begun, and its ladder as it is.
    """

    def begun(slot_id: str, at: str, ladder: Ladder) -> Ladder:
        if at in positions.get(slot_id, {}):
            return ladder
        slot = program["slots"][slot_id]
        stands = _elsewhere(slot_id, slot, at, ladders, positions)
        told = (_carried(ladder, stand, exercises, policy) for stand in stands)
        found = next(filter(None, told), None) or _by_experience(slot, ladder, profile, policy)
        return {**ladder, "first_rung": found[0], "first_why": found[1]} if found else ladder

    return {
        slot_id: {at: begun(slot_id, at, ladder) for at, ladder in places.items()}
        for slot_id, places in ladders.items()
    }


def _elsewhere(
    slot_id: str, slot: Slot, at: str, ladders: Ladders, positions: Positions
) -> list[Stand]:
    """This slot elsewhere, then those it carries, the latest trained first, here before there."""

    def trained(slots: list[str], below: float, *, here: bool) -> list[Stand]:
        stands = [
            Stand(position, ladders[one][place], below)
            for one in slots
            for place, position in positions.get(one, {}).items()
            if (place == at) == here and "last" in position and place in ladders.get(one, {})
        ]
        return sorted(stands, key=lambda stand: stand.position.get("last_day", ""), reverse=True)

    carries, below = slot.get("carries", []), slot.get("start_below", 0.0)
    return [
        *trained([slot_id], 0.0, here=False),
        *trained(carries, below, here=True),
        *trained(carries, below, here=False),
    ]


def _carried(
    ladder: Ladder, stand: Stand, exercises: Mapping[str, Exercise], policy: Policy
) -> Found | None:
    rung = _taken_over(ladder, stand, exercises, policy)
    if rung is None:
        return None
    if not stand.below:
        return rung, {"rule": "start_carried"}
    return rung, {"rule": "start_below", "values": {"percent": int(stand.below * 100 + 0.5)}}


def _taken_over(
    ladder: Ladder, stand: Stand, exercises: Mapping[str, Exercise], policy: Policy
) -> int | None:
    """The rung where what was done on another ladder begins here; None where it tells nothing."""
    last, rungs = stand.position["last"], ladder["rungs"]
    here = {rung["exercise"] for rung in rungs}
    slugs = [last["exercise"]] if last["exercise"] in here else _kin(ladder, last, exercises)
    if not slugs:
        return locate(ladder, last) if last["exercise"] in ladder["chain"] else None
    if "reps" in last and last["load_g"] > 0:
        found = [_loaded(ladder, stand, slug, exercises, policy) for slug in slugs]
        return max(found, key=lambda index: rungs[index]["load_g"])
    own, key = _own(ladder, slugs[0]), measure(last)
    most = amount(last, key) * (1 - stand.below)
    fits = [
        i
        for i in own
        if strength(rungs[i]) < strength(last)
        or (strength(rungs[i]) == strength(last) and amount(rungs[i], key) <= most)
    ]
    return fits[-1] if fits else own[0]


def _loaded(
    ladder: Ladder, stand: Stand, slug: str, exercises: Mapping[str, Exercise], policy: Policy
) -> int:
    """The heaviest load of an exercise that its strength allows, else the rung below.

    Where that is the heaviest there is, the harder exercise has taken over.
    """
    own, rungs = _own(ladder, slug), ladder["rungs"]
    if "reps" not in rungs[own[0]]:
        return own[0]
    one_rep = _one_rep(stand.position, stand.ladder) * (1 - stand.below)

    def fitting(some: list[int]) -> list[int]:
        most_g = load_for_g(one_rep, rungs[some[0]]["reps"], ladder["rir"])
        return [i for i in _bottoms(ladder, some) if rungs[i]["load_g"] <= most_g]

    fits = fitting(own)
    if not fits:
        return max(0, own[0] - 1)
    while same_load(rungs[fits[-1]], rungs[own[-1]]):
        one_rep *= policy["ladder"]["harder_begins"]
        own = _harder(ladder, own, exercises)
        harder = fitting(own) if own else []
        if not harder:
            break
        fits = harder
    return fits[-1]


def _harder(ladder: Ladder, own: list[int], exercises: Mapping[str, Exercise]) -> list[int]:
    """The rungs of the next exercise, if it is a loaded one on as many legs."""
    above = ladder["rungs"][own[-1] + 1 : own[-1] + 2]
    sides = exercises[ladder["rungs"][own[0]]["exercise"]]["laterality"]
    if not above or exercises[above[0]["exercise"]]["laterality"] != sides:
        return []
    loaded = above[0]["load_g"] > 0 and "reps" in above[0]
    return _own(ladder, above[0]["exercise"]) if loaded else []


def _own(ladder: Ladder, slug: str) -> list[int]:
    return [index for index, rung in enumerate(ladder["rungs"]) if rung["exercise"] == slug]


def _kin(ladder: Ladder, last: Rung, exercises: Mapping[str, Exercise]) -> list[str]:
    """The exercises here that load the same pattern on as many legs: those in the same way, else
    with other weights that are held or worn. A machine's stack tells nothing of free weights.
    """
    if last["exercise"] in ladder["chain"] or last["load_g"] == 0:
        return []
    known = exercises[last["exercise"]]
    kin = [
        rung
        for rung in ladder["rungs"]
        if all(exercises[rung["exercise"]][key] == known[key] for key in ("pattern", "laterality"))
        and (rung["load"] == last["load"] or {rung["load"], last["load"]} <= FREE)
    ]
    alike = [rung for rung in kin if rung["load"] == last["load"]]
    return list(dict.fromkeys(rung["exercise"] for rung in alike or kin))


def _one_rep(position: Position, ladder: Ladder) -> float:
    """Grams of one rep that the last sessions told, or less where the position fell since."""
    last, recent = position["last"], position.get("recent", [])
    shown = one_rep_g(last["load_g"], last["reps"], position.get("last_rir", ladder["rir"]))
    if recent and recent[-1]["of"] == compared(last):
        shown = max(shown, float(recent[-1]["value"]))
    now = ladder["rungs"][min(position["rung"], len(ladder["rungs"]) - 1)]
    fell = (now["load_g"], now.get("reps", 0)) < (last["load_g"], last["reps"])
    if now["exercise"] != last["exercise"] or now["load_g"] == 0 or not fell:
        return shown
    return min(shown, one_rep_g(now["load_g"], now["reps"], ladder["rir"]))


def _by_experience(slot: Slot, ladder: Ladder, profile: Profile, policy: Policy) -> Found | None:
    first = slot.get("entry", {}).get(profile["experience"])
    own = _of_entry(ladder, first) if first else []
    if not first or not own:
        return None
    reason: Reason = {"rule": "start_entry"}
    if "body_mass" not in first:
        return own[0], reason
    body_g = profile.get("body_mass_g") or policy["entry"]["body_mass_g"]
    rungs, most_g = ladder["rungs"], body_g * first["body_mass"]
    return [own[0], *(i for i in _bottoms(ladder, own) if rungs[i]["load_g"] <= most_g)][-1], reason


def _of_entry(ladder: Ladder, first: First) -> list[int]:
    """The rungs of the entry's exercise, or of the hardest easier one that can be done here."""
    chain = ladder["chain"]
    end = chain.index(first["exercise"]) if first["exercise"] in chain else -1
    for slug in reversed(chain[: end + 1]):
        own = [i for i, rung in enumerate(ladder["rungs"]) if rung["exercise"] == slug]
        if own:
            return own
    return []


def _bottoms(ladder: Ladder, own: list[int]) -> list[int]:
    """Of the rungs of one exercise those where a load begins."""
    rungs = ladder["rungs"]
    return [i for i in own if i == own[0] or not same_load(rungs[i], rungs[i - 1])]
