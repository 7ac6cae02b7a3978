"""Two for two, reps in reserve, goals met: what raises, and what too little reserve takes off."""

from math import ceil, floor
from typing import Any

from midstance.training.case import Case, WeakSet
from midstance.training.day import days_between
from midstance.training.rungs import (
    amount,
    lighter,
    load_within,
    measure,
    next_load,
    same_load,
    strength,
    top_of_load,
)
from midstance.training.values import Policy, Reason, Rung
from midstance.training.verdict import Verdict


def two_for_two(case: Case) -> Verdict | None:
    above = next_load(case.ladder, case.rung)
    if above == case.rung or not _last_set_over(case) or not _running(case):
        return None
    return _up(case, above, {"rule": "two_for_two"})


def reserve(case: Case) -> Verdict | None:
    target = case.outcome["prescribed"]["rir"]
    rir = min((s.rir for s in case.sets if s.rir is not None), default=None)
    if rir is None:
        return None
    values = {"rir": rir, "target": target}
    if rir < target:
        return _smaller_step(case, target - rir, values)
    numbers, first = case.policy["reserve"], case.position["exposures"] == 0
    if rir - target < numbers["far_above" if first else "far_too_light"]:
        return None
    return _bigger_step(case, rir - target, values)


def goal_met(case: Case) -> Verdict | None:
    return _up(case, case.rung + 1, {"rule": "goal_met"})


def contacts_weekly(case: Case, verdict: Verdict) -> Verdict:
    """The verdict, but jumps stay a week as they are before they rise, those after weeks off too.

    A rise is done in the next session, and of two a week that is the one half a week later.
    """
    if measure(case.goal) != "contacts" or verdict.rung <= case.floor:
        return verdict
    days, since = case.policy["caps"]["contacts_rise_days"], case.position.get("raised")
    stayed = days_between(since, case.outcome["day"]) if since else 0
    if not is_new(case) and stayed > days // 2:
        return verdict
    waits: Reason = {"rule": "contacts_weekly", "values": {"days": days}}
    return Verdict(case.floor, waits)


def is_new(case: Case) -> bool:
    """Whether something else was asked than last: another exercise, or more or less of the same.

    After weeks off everything is.
    """
    last, now = case.position.get("last"), case.outcome["prescribed"]
    if not last or now.get("eased") == "return" or not same_load(last, now):
        return True
    key = measure(now)
    return amount(now, key) != amount(last, key)


# --- what they share -----------------------------------------------------------------------


def _up(case: Case, rung: int, reason: Reason) -> Verdict:
    """Raise to `rung`, or only by one where that asks for more in hand; the top is the end."""
    rungs, top = case.ladder["rungs"], len(case.ladder["rungs"]) - 1
    if case.rung >= top:
        return Verdict(top, {"rule": "top"})
    wait = _wait(case, rung)
    over = _last_set_over(case) and (wait or reason["rule"] != "two_for_two")
    streak = case.position["streak"] + 1 if over else 0
    if wait is None:
        return Verdict(rung, reason, streak=streak)
    if same_load(rungs[case.rung + 1], rungs[case.rung]):
        return Verdict(case.rung + 1, {"rule": "goal_met"}, streak=streak)
    return Verdict(case.rung, wait, streak=streak)


def _smaller_step(case: Case, short: int, values: dict[str, Any]) -> Verdict:
    """A little less for `short` reps missing in reserve, where such a load or fewer reps exist.

    Whoever took more than was asked has a lighter set to go back to already.
    """
    numbers, rungs = case.policy["reserve"], case.ladder["rungs"]
    part = min(short * numbers["load_per_rep"], numbers["load_down_most"])
    less = lighter(case.ladder, case.floor, numbers["load_per_rep"], part)
    at, to = rungs[case.floor], rungs[less]
    near = at["exercise"] == to["exercise"] and strength(to) >= strength(at) * (1 - part)
    if short < numbers["far_below"] or case.heavier or less == case.floor or not near:
        return Verdict(case.floor, {"rule": "reserve_low", "values": values})
    return Verdict(less, {"rule": "reserve_less", "values": values})


def _bigger_step(case: Case, spare: int, values: dict[str, Any]) -> Verdict | None:
    """The step for `spare` reps more in reserve than asked."""
    numbers = case.policy["reserve"]
    heavier = load_within(case.ladder, case.rung, _most_up(case, spare))
    if heavier > case.rung and _wait(case, heavier) is None:
        load_g = case.ladder["rungs"][heavier]["load_g"]
        return _up(case, heavier, {"rule": "reserve_load", "values": values | {"load_g": load_g}})
    above = next_load(case.ladder, case.rung)
    is_far = spare >= numbers["far_too_light"] and above > case.rung
    if is_far and _wait(case, above) is None:
        return _up(case, above, {"rule": "reserve_light", "values": values})
    bigger = case.rung + numbers["bigger_step"]
    if bigger > top_of_load(case.ladder, case.rung):
        return None
    return _up(case, bigger, {"rule": "reserve_step", "values": values})


def _most_up(case: Case, spare: int) -> float:
    """Grams to add for `spare` reps: a part of the load, or a plate where that is more."""
    numbers = case.policy["reserve"]
    part: float = min(spare * numbers["load_per_rep"], numbers["load_up_most"])
    sides = "bilateral" if case.outcome["prescribed"]["sides"] == "both" else "unilateral"
    plate_g: int = numbers[f"up_{sides}_g"]
    return max(case.ladder["rungs"][case.rung]["load_g"] * part, plate_g)


def _last_set_over(case: Case) -> bool:
    key = measure(case.goal)
    over = case.policy["two_for_two"][f"over_{key}"]
    return case.sets[-1].amount >= amount(case.goal, key) + int(over)


def _running(case: Case) -> bool:
    """Whether this is one of as many sessions in a row as two for two asks for."""
    return bool(case.position["streak"] + 1 >= case.policy["two_for_two"]["sessions"])


# --- big steps -----------------------------------------------------------------------------


def _wait(case: Case, rung: int) -> Reason | None:
    """What is still asked before the step up to `rung`; None when it may be taken.

    Every set has the reps in hand, or the last one had them two sessions running; a step that is
    small for body and load together may also be taken by patience.
    """
    at, to = case.ladder["rungs"][case.rung], case.ladder["rungs"][rung]
    need = _asked(at, to, case.policy)
    if need == 0 or min(_in_hand(case, s) for s in case.sets) >= need:
        return None
    if _running(case) and _in_hand(case, case.sets[-1]) >= need and _last_set_over(case):
        return None
    numbers = case.policy["big_step"]
    patient = case.position["exposures"] >= numbers["patient_sessions"]
    if patient and _moved(at, to, case.policy) <= numbers["patient_most"]:
        return None
    if "band" in to:
        return {"rule": "band_wait", "values": {"reps": need}}
    part = (to["load_g"] - at["load_g"]) / _base_g(at, case.policy)
    return {"rule": "big_step_wait", "values": {"percent": int(part * 100 + 0.5), "reps": need}}


def _asked(at: Rung, to: Rung, policy: Policy) -> int:
    """Reps in hand that the step from one load to the next asks for; 0 when it is no big one."""
    numbers = policy["big_step"]
    more = strength(to) - strength(at)
    if at["exercise"] != to["exercise"] or more <= 0:
        return 0
    if "band" in to:
        return int(numbers["band_reps"])
    base = _base_g(at, policy)
    if more <= numbers["above"] * base:
        return 0
    by_load: int = ceil(more / (numbers["per_rep"] * base))
    by_body: int = ceil(_moved(at, to, policy) / numbers["per_rep_moved"])
    return min(by_load, by_body)


def _base_g(at: Rung, policy: Policy) -> int:
    """What a step is a part of; where nothing was loaded, the body."""
    return int(at["load_g"] or policy["entry"]["body_mass_g"])


def _moved(at: Rung, to: Rung, policy: Policy) -> float:
    """The step as a part of body and load together: a first light load is little of that."""
    more: int = to["load_g"] - at["load_g"]
    return more / (at["load_g"] + int(policy["entry"]["body_mass_g"]))


def _in_hand(case: Case, one: WeakSet) -> int:
    """Reps beyond the top of this load's range, those in reserve above the goal with them.

    Seconds, contacts and meters count as the reps that two for two takes them for.
    """
    key, numbers = measure(case.goal), case.policy["two_for_two"]
    top = amount(case.ladder["rungs"][top_of_load(case.ladder, case.rung)], key)
    beyond = floor((one.amount - top) * numbers["over_reps"] / numbers[f"over_{key}"])
    spare = one.rir - case.outcome["prescribed"]["rir"] if one.rir is not None else 0
    return int(beyond + spare)
