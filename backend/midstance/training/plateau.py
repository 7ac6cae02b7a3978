"""Plateaus: whether the last whole sessions in a slot brought a gain, and what to do if not."""

from dataclasses import dataclass, replace

from midstance.training.adherence import too_few
from midstance.training.case import Case
from midstance.training.day import days_between
from midstance.training.epley import one_rep_g
from midstance.training.rungs import compared, has_one_rep, lighter, load_below, measure
from midstance.training.values import Exposure, Ladder, Policy, Reason
from midstance.training.verdict import Verdict

FIXES = (
    "plateau_recovery", "plateau_lighter", "plateau_range", "plateau_variation", "plateau_volume",
)  # fmt: skip
"""What to do at the first plateau, at the second, and so on; the last one stays."""


@dataclass(frozen=True)
class Memory:
    """The sessions that compare with each other, the plateaus since the last gain, the remarks."""

    recent: list[Exposure]
    plateaus: int
    remarks: list[Reason]


def look_back(case: Case, verdict: Verdict) -> tuple[Verdict, Memory]:
    """The verdict and what is remembered after it; some plateaus make the verdict lighter.

    Only sessions that were whole count, nobody who climbs or stands at the top is stuck, and
    whoever left out too much of the plan has no plateau but sessions to catch up with.
    """
    before, numbers = case.position, case.policy["plateau"]
    named = before.get("plateaus", 0)
    exposure = _exposure(case, verdict)
    if exposure is None:
        return verdict, Memory(before.get("recent", []), named, [])
    known = _comparable(case)
    recent = [*known, exposure][-numbers["remembered"] :]
    named = named if known and not _gain(recent[0], recent[-1:], case.policy) else 0
    if verdict.rung > before["rung"] or verdict.reason["rule"] == "top":
        return verdict, Memory(recent, named, [])
    flat = _flat(recent, case.policy)
    if not flat:
        return verdict, Memory(recent, named, _early(recent, case.policy))
    since, day = flat[0]["day"], flat[-1]["day"]
    values = {"sessions": len(flat), "days": days_between(since, day)}
    best: Exposure = {**exposure, "value": max(one["value"] for one in flat)}
    if missed := too_few(case.outcome.get("attendance"), since, day, case.policy):
        values |= dict(zip(("done", "planned"), missed, strict=True))
        return verdict, Memory([best], named, [{"rule": "plateau_missed", "values": values}])
    told: Reason = {"rule": "plateau", "values": values}
    rule, down = _fix(case.ladder, verdict.rung, named, case.policy)
    fix: Reason = {"rule": rule}
    after = Memory([best], named + 1, [told, fix])
    if down == verdict.rung or verdict.rung < case.floor:
        return verdict, after
    lowered = replace(verdict, rung=down, reason=fix, streak=0, misses=0)
    return lowered, replace(after, remarks=[verdict.reason, told])


def _fix(ladder: Ladder, rung: int, named: int, policy: Policy) -> tuple[str, int]:
    """What follows `named` plateaus, of what can be done at `rung`, and the rung it leads to."""
    numbers = policy["plateau"]
    moves = {
        "plateau_lighter": lighter(ladder, rung, numbers["down_least"], numbers["down_most"]),
        "plateau_range": load_below(ladder, rung),
    }
    fixes = [rule for rule in FIXES if moves.get(rule) != rung]
    rule = fixes[min(named, len(fixes) - 1)]
    return rule, moves.get(rule, rung)


def _exposure(case: Case, verdict: Verdict) -> Exposure | None:
    """What the session says the runner can do; None when it was not whole, or light on purpose."""
    prescribed = case.outcome["prescribed"]
    whole = case.sets and case.done >= prescribed["sets"] and "eased" not in prescribed
    if verdict.kept or not verdict.tells or not whole or measure(prescribed) == "contacts":
        return None
    rir = min((s.rir for s in case.sets if s.rir is not None), default=None)
    value = max(s.amount for s in case.sets)
    if has_one_rep(prescribed):
        target = prescribed["rir"]
        reps = (
            one_rep_g(s.strength, s.amount, target if s.rir is None else s.rir) for s in case.sets
        )
        value = int(max(reps) + 0.5)
    exposure: Exposure = {
        "day": case.outcome["day"],
        "of": compared(prescribed),
        "value": value,
    }
    if rir is not None:
        exposure["rir"] = rir
    return exposure


def _comparable(case: Case) -> list[Exposure]:
    """The sessions before that were with the same exercise and came without long gaps."""
    recent, now = case.position.get("recent", []), case.outcome["prescribed"]
    if not recent or recent[-1]["of"] != compared(now):
        return []
    gap = days_between(recent[-1]["day"], case.outcome["day"])
    return recent if gap <= case.policy["plateau"]["gap_days"] else []


def _flat(recent: list[Exposure], policy: Policy) -> list[Exposure]:
    """The fewest last sessions that are enough to tell and brought no gain; else nothing."""
    numbers = policy["plateau"]
    for begin in range(len(recent) - numbers["exposures"], -1, -1):
        window = recent[begin:]
        long = days_between(window[0]["day"], window[-1]["day"]) >= numbers["days"]
        easier = window[-1].get("rir", 0) > window[0].get("rir", 0)
        if long and not easier and not _gain(window[0], window[1:], policy):
            return window
    return []


def _early(recent: list[Exposure], policy: Policy) -> list[Reason]:
    """A first word when the same costs more effort than before."""
    flat: int = policy["plateau"]["early"]
    if len(recent) <= flat:
        return []
    base, since = recent[-flat - 1], recent[-flat:]
    harder = since[-1].get("rir", 0) < base.get("rir", 0) and "rir" in since[-1]
    if not harder or _gain(base, since, policy):
        return []
    return [{"rule": "plateau_early", "values": {"sessions": flat}}]


def _gain(base: Exposure, since: list[Exposure], policy: Policy) -> bool:
    beaten = base["value"] * (1 + policy["plateau"]["within"])
    return any(one["value"] > beaten for one in since)
