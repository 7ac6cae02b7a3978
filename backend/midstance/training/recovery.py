"""The rules that hold or lower: red flags, pain, soreness, quality and goals not reached."""

from midstance.training.case import Case, least
from midstance.training.day import add_days
from midstance.training.rungs import amount, lighter, locate, measure, strength
from midstance.training.values import Reason
from midstance.training.verdict import Verdict


def red_flag(case: Case) -> Verdict | None:
    if not case.outcome.get("red_flag"):
        return None
    return Verdict(case.position["rung"], {"rule": "red_flag"}, kept=True)


def skipped(case: Case) -> Verdict | None:
    if not case.outcome.get("skipped") and case.outcome["sets"]:
        return None
    return Verdict(case.position["rung"], {"rule": "skipped"}, kept=True)


def pain_high(case: Case) -> Verdict | None:
    if case.pain >= case.policy["pain"]["regress_from"]:
        return _regress(case, {"rule": "pain_regress", "values": {"pain": case.pain}})
    return _regress(case, {"rule": "pain_sharp"}) if case.sharp else None


def pain_next_morning(case: Case) -> Verdict | None:
    morning = case.outcome.get("pain_morning", 0)
    before = case.outcome.get("pain_before", 0)
    if morning <= before + case.policy["pain"]["morning_rise"]:
        return None
    values = {"pain": morning, "before": before}
    return _regress(case, {"rule": "pain_morning", "values": values})


def pain_amber(case: Case) -> Verdict | None:
    if case.pain < case.policy["pain"]["hold_from"]:
        return None
    return Verdict(case.floor, {"rule": "pain_hold", "values": {"pain": case.pain}}, tells=False)


def swapped(case: Case) -> Verdict | None:
    if not case.outcome.get("swapped"):
        return None
    return Verdict(case.position["rung"], {"rule": "swapped"}, kept=True)


def soreness(case: Case) -> Verdict | None:
    sore = case.outcome.get("soreness", 0)
    if sore < case.policy["soreness"]["lighter_from"]:
        return None
    return Verdict(case.floor, {"rule": "soreness_hold", "values": {"soreness": sore}}, tells=False)


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


def _regress(case: Case, reason: Reason) -> Verdict:
    """Below what hurt, also where that was less than where the runner stands."""
    numbers = case.policy["pain"]
    hurt = min(case.floor, locate(case.ladder, case.outcome["prescribed"]))
    rung = lighter(case.ladder, hurt, numbers["down_least"], numbers["down_most"])
    if rung < hurt:
        return Verdict(rung, reason, tells=False)
    until = add_days(case.outcome["day"], numbers["rest_days"])
    resting: Reason = {"rule": "pain_rest", "values": {"until": until}}
    return Verdict(rung, resting, tells=False, blocked_until=until)
