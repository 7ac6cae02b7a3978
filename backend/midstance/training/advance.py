"""What one session does to a position: the first rule with something to say decides."""

from typing import cast

from midstance.training import climb, recovery
from midstance.training.case import Case, look, weaker_side
from midstance.training.plateau import Memory, look_back
from midstance.training.rungs import MEASURES, same_load
from midstance.training.values import (
    Advanced,
    Item,
    Ladder,
    Outcome,
    Policy,
    Position,
    Reason,
    Rung,
)
from midstance.training.verdict import Rule, Verdict

RULES: tuple[Rule, ...] = (
    recovery.red_flag,
    recovery.skipped,
    recovery.pain_high,
    recovery.pain_next_morning,
    recovery.pain_amber,
    recovery.swapped,
    recovery.soreness,
    recovery.eased,
    recovery.quality,
    recovery.missed,
    recovery.left_open,
    climb.two_for_two,
    climb.reserve,
    climb.goal_met,
)
"""In this order: what protects the runner before what raises."""

PAIN = ("pain_regress", "pain_sharp", "pain_rest", "pain_morning", "pain_hold")

KEPT = ("last", "last_rir", "raised", "recent", "plateaus", "amber")
KEPT_UNTRAINED = ("last_day", "blocked")


def advance(position: Position, outcome: Outcome, ladder: Ladder, policy: Policy) -> Advanced:
    """The position after `outcome`, and the reasons, the deciding one first.

    Recovery holds or lowers, never raises. The weaker side decides. The prescription is looked up
    on the ladder of today, so that changed equipment does not matter.
    """
    case = look(position, outcome, ladder, policy)
    decided = next(verdict for rule in RULES if (verdict := rule(case)))
    verdict, memory = look_back(case, climb.contacts_weekly(case, decided))
    amber = _amber(case, decided)
    reasons = [
        _with_entries(verdict.reason, outcome),
        *memory.remarks,
        *_clinician(amber, decided, policy),
        *_remarks(case, verdict),
    ]
    return {"position": _moved(case, verdict, memory, amber, reasons), "reasons": reasons}


def _amber(case: Case, verdict: Verdict) -> int:
    """The sessions in a row that hurt; one that was not done changes nothing."""
    before = case.position.get("amber", 0)
    if verdict.reason["rule"] in PAIN:
        return before + 1
    return before if verdict.kept else 0


def _clinician(amber: int, verdict: Verdict, policy: Policy) -> list[Reason]:
    if verdict.reason["rule"] not in PAIN or amber < policy["pain"]["clinician_sessions"]:
        return []
    return [{"rule": "see_clinician", "values": {"sessions": amber}}]


def _moved(
    case: Case, verdict: Verdict, memory: Memory, amber: int, reasons: list[Reason]
) -> Position:
    before, prescribed = case.position, case.outcome["prescribed"]
    trained = bool(case.outcome["sets"]) and not case.outcome.get("skipped")
    keys = KEPT if trained else KEPT + KEPT_UNTRAINED
    kept = {key: value for key, value in before.items() if key in keys}
    after = cast(Position, kept)
    after["rung"] = verdict.rung
    after["streak"] = before["streak"] if verdict.kept else verdict.streak
    after["misses"] = before["misses"] if verdict.kept else verdict.misses
    after["exposures"] = before["exposures"] if verdict.kept else _exposures(case, verdict)
    after["why"] = reasons
    if verdict.blocked_until:
        region = [*prescribed.get("regions", []), "all"][0]
        after["blocked"] = {"region": region, "until": verdict.blocked_until}
    if trained:
        after["last_day"] = case.outcome["day"]
    if case.sets:
        after["last"] = _done_rung(prescribed)
        after.pop("last_rir", None)
        rir = [s.rir for s in case.sets if s.rir is not None]
        if rir:
            after["last_rir"] = min(rir)
    if case.sets and climb.is_new(case):
        after["raised"] = case.outcome["day"]
    return _without_nothing(after, memory, amber)


def _without_nothing(after: Position, memory: Memory, amber: int) -> Position:
    """With what is remembered; an empty memory and a count of nothing are left out."""
    told = {"recent": memory.recent, "plateaus": memory.plateaus, "amber": amber}
    plain = {key: value for key, value in after.items() if key not in told}
    return cast(Position, plain | {key: value for key, value in told.items() if value})


def _exposures(case: Case, verdict: Verdict) -> int:
    """Sessions at this load; after a step down it is no first exposure, so no big steps follow."""
    rungs, before = case.ladder["rungs"], case.position["rung"]
    if same_load(rungs[verdict.rung], rungs[before]):
        return case.position["exposures"] + 1
    return 1 if verdict.rung < before else 0


def _done_rung(prescribed: Item) -> Rung:
    keys = ("exercise", *MEASURES, "load_g", "load", "band", "tempo")
    return cast(Rung, {key: value for key, value in prescribed.items() if key in keys})


def _remarks(case: Case, verdict: Verdict) -> list[Reason]:
    """What else is worth knowing about a decision: a heavier load, a weaker side, one more time."""
    if verdict.kept or not case.sets:
        return []
    remarks: list[Reason] = []
    if case.heavier:
        load_g = min(s.strength for s in case.sets)
        remarks.append({"rule": "heavier_honored", "values": {"load_g": load_g}})
    side = weaker_side(case)
    if side:
        remarks.append({"rule": "weaker_side", "values": {"side": side}})
    if verdict.streak:
        remarks.append({"rule": "over_once"})
    return remarks


def _with_entries(reason: Reason, outcome: Outcome) -> Reason:
    entries = outcome.get("entries") or []
    return {**reason, "entries": entries} if entries else reason
