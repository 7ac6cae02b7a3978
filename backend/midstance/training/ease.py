"""How far a day stays below where the runner stands: days off, planned ease, races, readiness."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from midstance.training.layoff import layoff, sets_after
from midstance.training.plan_values import Readiness
from midstance.training.program_values import Exercise, TemplateSlot
from midstance.training.rungs import lighter, measure
from midstance.training.values import Eased, EaseKind, Ladder, Policy, Position, Reason, Rung

SOREST = {"eccentric", "plyometric"}
"""Tags of exercises that leave a newcomer sore for days, as slow lowering does."""


AFTER: tuple[EaseKind, EaseKind] = ("after_race", "after_illness")
"""What makes the first session after it as light as one after the shortest layoff."""


@dataclass(frozen=True)
class Today:
    """What is the same for all slots of one workout.

    `trained` are the days on which some slot was trained last, `done` the exercises last done.
    """

    exercises: Mapping[str, Exercise]
    ease: frozenset[EaseKind]
    readiness: Readiness
    policy: Policy
    day: str
    kind: str
    trained: frozenset[str]
    done: frozenset[str]


@dataclass(frozen=True)
class Ease:
    """How far today stays below the position: the rung, the sets, the reserve, and why."""

    rung: int
    sets: int
    rir: int
    kind: Eased | None
    reasons: list[Reason]


@dataclass(frozen=True)
class Cut:
    """What one cause takes away: parts of the load, sets and contacts; the reserve it asks for."""

    kind: Eased
    reason: Reason
    load_down_least: float
    load_down_most: float
    sets: int
    contacts_kept: float
    rir_least: int


def ease_of(
    today: Today, place_in: TemplateSlot, ladder: Ladder, position: Position, sets: int
) -> Ease | list[Reason]:
    """What is left of a position today; reasons alone when nothing is.

    Of several causes the largest cut wins, never their sum.
    """
    own, reasons = min(position["rung"], len(ladder["rungs"]) - 1), list[Reason]()
    if "no_new" in today.ease:
        known = _known(today, place_in, ladder, own)
        if known < 0:
            return [{"rule": "no_new_slot"}]
        reasons += [{"rule": "no_new"}] if known < own else []
        own = known
    cuts = _cuts(today, position, sets)
    rung = min([own, *(_down(ladder, own, cut) for cut in cuts)])
    left = min([sets, *(_sets(ladder, own, cut, sets) for cut in cuts)])
    rir = max([ladder["rir"], *(cut.rir_least for cut in cuts)])
    reasons += [cut.reason for cut in cuts]
    sore = _sore_long(today, ladder, rung)
    found, region = _allowed(today, ladder, max(0, rung - 1) if sore else rung)
    if found < 0:
        rule = "blocked_region" if region else "mobility_only"
        return [{"rule": rule, "values": {"region": region}} if region else {"rule": rule}]
    if found < rung:
        reasons.append({"rule": "eased_region", "values": {"region": region or sore}})
    tired = _is_tired(today.readiness, today.exercises[ladder["rungs"][found]["exercise"]])
    if tired:
        left, rir = (
            min(left, _sets_tired(today.readiness, sets)),
            rir + today.readiness["rir_added"],
        )
        reasons.append({"rule": "lighter_day"})
    kind = cuts[0].kind if cuts else "lighter" if found < rung or tired else None
    return Ease(found, max(1, left), rir, kind, reasons)


def sorest(rung: Rung, exercise: Exercise, policy: Policy) -> set[str]:
    """What of a rung leaves a newcomer sore for days: its tags, or that it is lowered slowly."""
    lower_s = (rung.get("tempo") or "0").split("-")[0]
    slow = lower_s != "X" and int(lower_s) >= policy["soreness"]["slow_lower_s"]
    return SOREST & {*exercise["tags"], *(["eccentric"] if slow else [])}


def _cuts(today: Today, position: Position, sets: int) -> list[Cut]:
    """What takes something away today; the first one names the kind."""
    policy, ease = today.policy, today.ease
    cuts: list[Cut] = []
    if "race" in ease:
        race = policy["race_week"]
        cuts.append(_cut("race", {"rule": "race_week"}, race, min(sets, race["sets_most"])))
    row = layoff(position.get("last_day"), today.day, policy, today.trained)
    rows = policy["layoff"]["rows"]
    if row["gap"] > rows[0]["days"]:
        rule = "layoff_return" if row["settles"] else "layoff"
        why: Reason = {"rule": rule, "values": {"days": row["gap"]}}
        cuts.append(_cut("return" if row["settles"] else "layoff", why, row, sets_after(row, sets)))
    for after in AFTER:
        if after in ease:
            cuts.append(_cut("layoff", {"rule": after}, rows[1], sets_after(rows[1], sets)))
    numbers = policy["deload"]
    left = int(sets * numbers["sets_kept"] + 0.5)
    if "deload" in ease:
        cuts.append(_cut("deload", {"rule": "deload"}, numbers, left))
    if "spike" in ease:
        cuts.append(_cut("spike", {"rule": "spike"}, numbers, left))
    return cuts


def _cut(kind: Eased, reason: Reason, numbers: dict[str, Any], sets: int) -> Cut:
    return Cut(
        kind=kind,
        reason=reason,
        load_down_least=numbers["load_down_least"],
        load_down_most=numbers["load_down_most"],
        sets=sets,
        contacts_kept=numbers.get("contacts_kept", 1.0),
        rir_least=numbers.get("rir_least", 0),
    )


def _down(ladder: Ladder, own: int, cut: Cut) -> int:
    """Jumps lose sets instead, so that the rest stay as good; with no contacts kept, they begin."""
    if measure(ladder["rungs"][own]) == "contacts":
        return own if cut.contacts_kept else 0
    return lighter(ladder, own, cut.load_down_least, cut.load_down_most)


def _sets(ladder: Ladder, own: int, cut: Cut, sets: int) -> int:
    if measure(ladder["rungs"][own]) == "contacts" and cut.contacts_kept:
        return min(cut.sets, int(sets * cut.contacts_kept))
    return cut.sets


def _sore_long(today: Today, ladder: Ladder, rung: int) -> str:
    """The region of this rung that has been sore for days, or nothing."""
    regions = today.exercises[ladder["rungs"][rung]["exercise"]]["regions"]
    return next((r for r in today.readiness.get("lower_regions", []) if r in regions), "")


def _is_tired(ready: Readiness, exercise: Exercise) -> bool:
    """Whether readiness takes sets from this exercise or adds to its reserve."""
    only = ready.get("drop_regions")
    if only is not None and not set(only) & set(exercise["regions"]):
        return False
    return bool(ready["sets_dropped"] or ready["rir_added"] or "sets_kept" in ready)


def _sets_tired(ready: Readiness, sets: int) -> int:
    return min(sets - ready["sets_dropped"], int(sets * ready.get("sets_kept", 1.0) + 0.5))


def _known(today: Today, place_in: TemplateSlot, ladder: Ladder, own: int) -> int:
    """The hardest rung up to `own` with an exercise done before, -1 for none.

    Preparing and light exercises that leave nobody sore may be new.
    """
    harmless = today.kind == "light" or place_in["block"] == "prep"
    for index in range(own, -1, -1):
        rung = ladder["rungs"][index]
        mild = harmless and not sorest(rung, today.exercises[rung["exercise"]], today.policy)
        if mild or rung["exercise"] in today.done:
            return index
    return -1


def _allowed(today: Today, ladder: Ladder, rung: int) -> tuple[int, str]:
    """The hardest rung up to `rung` that today's blocks allow, -1 for none; and the region why."""
    why = ""
    for index in range(rung, -1, -1):
        at = ladder["rungs"][index]
        exercise = today.exercises[at["exercise"]]
        sore = sorest(at, exercise, today.policy)
        blocked = today.readiness["blocked"]
        block = next((b["region"] for b in blocked if _hits(b, exercise, sore)), "")
        moves = today.readiness["level"] != "mobility" or _is_mobility(exercise)
        if not block and moves:
            return index, why
        why = why or block
    return -1, why


def _hits(block: Any, exercise: Exercise, sore: set[str]) -> bool:
    if block["region"] not in [*exercise["regions"], "all"]:
        return False
    if block["what"] == "load":
        return not _is_mobility(exercise)
    return block["what"] == "all" or block["what"] in sore


def _is_mobility(exercise: Exercise) -> bool:
    return exercise["pattern"].startswith("mobility") or "mobility" in exercise["tags"]
