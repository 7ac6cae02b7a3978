"""What one session does to a position: the first rule with something to say decides."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from midstance.training.case import Case, least, look, weaker_side
from midstance.training.day import add_days
from midstance.training.rungs import (
    MEASURES,
    amount,
    lighter,
    load_within,
    measure,
    next_load,
    same_load,
    strength,
    top_of_load,
)
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


@dataclass(frozen=True)
class Verdict:
    """Where a rule puts the runner and why; `kept` leaves all counts as they were."""

    rung: int
    reason: Reason
    streak: int = 0
    misses: int = 0
    kept: bool = False
    blocked_until: str | None = None


Rule = Callable[[Case], Verdict | None]


def advance(position: Position, outcome: Outcome, ladder: Ladder, policy: Policy) -> Advanced:
    """The position after `outcome`, and the reasons, the deciding one first.

    Recovery holds or lowers, never raises. The weaker side decides. The prescription is looked up
    on the ladder of today, so that changed equipment does not matter.
    """
    case = look(position, outcome, ladder, policy)
    verdict = next(verdict for rule in RULES if (verdict := rule(case)))
    reasons = [_with_entries(verdict.reason, outcome), *_remarks(case, verdict)]
    return {"position": _moved(case, verdict, reasons), "reasons": reasons}


# --- the rules, in their order -------------------------------------------------------------


def red_flag(case: Case) -> Verdict | None:
    if not case.outcome.get("red_flag"):
        return None
    return Verdict(case.position["rung"], {"rule": "red_flag"}, kept=True)


def skipped(case: Case) -> Verdict | None:
    if not case.outcome.get("skipped") and case.outcome["sets"]:
        return None
    return Verdict(case.position["rung"], {"rule": "skipped"}, kept=True)


def pain_high(case: Case) -> Verdict | None:
    if case.pain < case.policy["pain"]["regress_from"]:
        return None
    return _regress(case, {"rule": "pain_regress", "values": {"pain": case.pain}})


def pain_next_morning(case: Case) -> Verdict | None:
    morning = case.outcome.get("pain_morning", 0)
    before = case.outcome.get("pain_before", 0)
    if morning <= before + case.policy["pain"]["morning_rise"]:
        return None
    return _regress(
        case, {"rule": "pain_morning", "values": {"pain": morning, "before": before}}, morning
    )


def pain_amber(case: Case) -> Verdict | None:
    if case.pain < case.policy["pain"]["hold_from"]:
        return None
    return Verdict(case.floor, {"rule": "pain_hold", "values": {"pain": case.pain}})


def swapped(case: Case) -> Verdict | None:
    if not case.outcome.get("swapped"):
        return None
    return Verdict(case.position["rung"], {"rule": "swapped"}, kept=True)


def soreness(case: Case) -> Verdict | None:
    sore = case.outcome.get("soreness", 0)
    if sore < case.policy["soreness"]["lighter_from"]:
        return None
    return Verdict(case.floor, {"rule": "soreness_hold", "values": {"soreness": sore}})


def eased(case: Case) -> Verdict | None:
    if case.outcome["prescribed"].get("eased") in (None, "return"):
        return None
    return Verdict(case.position["rung"], {"rule": "eased_hold"}, kept=True)


def quality(case: Case) -> Verdict | None:
    worst = least(case.outcome["sets"], "quality")
    if worst is None or worst >= case.policy["quality"]["progress_from"]:
        return None
    return Verdict(case.floor, {"rule": "quality_hold", "values": {"quality": worst}})


def missed(case: Case) -> Verdict | None:
    goal = amount(case.goal, measure(case.goal))
    short = any(s.amount < goal or s.strength < strength(case.goal) for s in case.sets)
    if not short:
        return None
    values = {"goal": goal}
    if min(s.strength for s in case.sets) > strength(case.goal):
        return Verdict(case.floor, {"rule": "heavier_short", "values": values})
    misses = case.position["misses"] + 1
    if misses < case.policy["misses"]["lower_after"]:
        return Verdict(case.floor, {"rule": "miss_hold", "values": values}, misses=misses)
    return Verdict(max(0, case.floor - 1), {"rule": "miss_lower", "values": values})


def left_open(case: Case) -> Verdict | None:
    asked = case.outcome["prescribed"]["sets"]
    if case.done >= asked:
        return None
    values = {"done": case.done, "sets": asked}
    return Verdict(case.floor, {"rule": "sets_open", "values": values})


def two_for_two(case: Case) -> Verdict | None:
    if not _last_set_over(case):
        return None
    if case.position["streak"] + 1 < case.policy["two_for_two"]["sessions"]:
        return None
    return _up(case, next_load(case.ladder, case.rung), {"rule": "two_for_two"})


def reserve(case: Case) -> Verdict | None:
    target = case.outcome["prescribed"]["rir"]
    rir = min((s.rir for s in case.sets if s.rir is not None), default=None)
    if rir is None:
        return None
    values = {"rir": rir, "target": target}
    if rir < target:
        return Verdict(case.floor, {"rule": "reserve_low", "values": values})
    if case.position["exposures"] > 0 or rir - target < case.policy["reserve"]["far_above"]:
        return None
    return _bigger_step(case, rir - target, values)


def goal_met(case: Case) -> Verdict | None:
    return _up(case, case.rung + 1, {"rule": "goal_met"})


RULES: tuple[Rule, ...] = (
    red_flag,
    skipped,
    pain_high,
    pain_next_morning,
    pain_amber,
    swapped,
    soreness,
    eased,
    quality,
    missed,
    left_open,
    two_for_two,
    reserve,
    goal_met,
)


# --- what the rules share ------------------------------------------------------------------


def _regress(case: Case, reason: Reason, pain: int | None = None) -> Verdict:
    numbers = case.policy["pain"]
    rung = lighter(case.ladder, case.floor, numbers["down_least"], numbers["down_most"])
    if rung < case.floor:
        return Verdict(rung, reason)
    until = add_days(case.outcome["day"], numbers["rest_days"])
    values = {"pain": pain or case.pain, "until": until}
    return Verdict(rung, {"rule": "pain_rest", "values": values}, blocked_until=until)


def _up(case: Case, rung: int, reason: Reason) -> Verdict:
    """Raise to `rung`; at the top of the ladder there is nowhere to go."""
    top = len(case.ladder["rungs"]) - 1
    if case.rung >= top:
        return Verdict(top, {"rule": "top"})
    over = _last_set_over(case) and reason["rule"] != "two_for_two"
    return Verdict(rung, reason, streak=case.position["streak"] + 1 if over else 0)


def _bigger_step(case: Case, spare: int, values: dict[str, Any]) -> Verdict | None:
    """The step for `spare` reps more in reserve than asked, at a first exposure."""
    numbers = case.policy["reserve"]
    heavier = load_within(case.ladder, case.rung, _most_up(case, spare))
    if heavier > case.rung:
        load_g = case.ladder["rungs"][heavier]["load_g"]
        return _up(case, heavier, {"rule": "reserve_load", "values": values | {"load_g": load_g}})
    if spare >= numbers["far_too_light"]:
        above = next_load(case.ladder, case.rung)
        return _up(case, above, {"rule": "reserve_light", "values": values})
    bigger = case.rung + numbers["bigger_step"]
    if bigger > top_of_load(case.ladder, case.rung):
        return None
    return _up(case, bigger, {"rule": "reserve_step", "values": values})


def _last_set_over(case: Case) -> bool:
    key = measure(case.goal)
    over = case.policy["two_for_two"][f"over_{key}"]
    return case.sets[-1].amount >= amount(case.goal, key) + int(over)


def _most_up(case: Case, spare: int) -> float:
    """Grams to add for `spare` reps: a part of the load, or a plate where that is more."""
    numbers = case.policy["reserve"]
    part: float = min(spare * numbers["load_per_rep"], numbers["load_up_most"])
    sides = "bilateral" if case.outcome["prescribed"]["sides"] == "both" else "unilateral"
    plate_g: int = numbers[f"up_{sides}_g"]
    return max(case.ladder["rungs"][case.rung]["load_g"] * part, plate_g)


def _moved(case: Case, verdict: Verdict, reasons: list[Reason]) -> Position:
    before, prescribed = case.position, case.outcome["prescribed"]
    after: Position = {
        "rung": verdict.rung,
        "streak": before["streak"] if verdict.kept else verdict.streak,
        "misses": before["misses"] if verdict.kept else verdict.misses,
        "exposures": before["exposures"] if verdict.kept else _exposures(case, verdict),
        "why": reasons,
    }
    if verdict.blocked_until:
        region = [*prescribed.get("regions", []), "all"][0]
        after["blocked"] = {"region": region, "until": verdict.blocked_until}
    trained = bool(case.outcome["sets"]) and not case.outcome.get("skipped")
    keys = ("last",) if trained else ("last", "last_day", "blocked")
    after = cast(Position, {k: v for k, v in before.items() if k in keys} | after)
    if trained:
        after["last_day"] = case.outcome["day"]
    if case.sets:
        after["last"] = _done_rung(prescribed)
    return after


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
