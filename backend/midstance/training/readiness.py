"""What today's check-in allows: go, lighter, mobility only or stop, and what is off by region."""

from statistics import mean, stdev

from midstance.training.plan_values import Level, Readiness, RegionBlock
from midstance.training.values import Baseline, Checkin, Policy, Reason

ITEMS = ("sleep", "fatigue", "stress")
LEVELS: tuple[Level, ...] = ("go", "lighter", "mobility", "stop")


def readiness(checkin: Checkin | None, baseline: Baseline | None, policy: Policy) -> Readiness:
    """What `checkin` (none: nothing known) takes away from today; it never adds anything.

    Soreness and tiredness do not add up: one set less is one set less.
    """
    if checkin is None:
        return _answer("go", [{"rule": "no_checkin"}], [])
    flags = checkin.get("red_flags") or []
    if flags:
        reason: Reason = {"rule": "ready_red_flag", "values": {"flags": flags}}
        return _answer("stop", [reason], [{"region": "all", "what": "all"}])
    tired = _tiredness(checkin, baseline, policy)
    hurt, blocked = _pain(checkin, policy)
    sore, sore_blocked, drop_regions, level = _soreness(checkin, policy)
    reasons = [*hurt, *sore, *tired]
    answer = _answer(
        max(level, "lighter" if tired else "go", key=LEVELS.index),
        reasons or [{"rule": "ready"}],
        [*blocked, *sore_blocked],
    )
    if tired:
        answer["sets_dropped"] = policy["wellness"]["sets_dropped"]
        answer["rir_added"] = policy["wellness"]["rir_added"]
    elif drop_regions:
        answer["sets_dropped"] = policy["soreness"]["sets_dropped"]
        answer["drop_regions"] = drop_regions
    return answer


def baseline(checkins: list[Checkin]) -> Baseline:
    """The mean and sample deviation of the sums of sleep, fatigue and stress, to two decimals.

    Only check-ins with all three count. The caller passes those of the last 28 days.
    """
    sums = [total for checkin in checkins if (total := wellness_sum(checkin)) is not None]
    return {
        "mean": _hundredths(mean(sums)) if sums else 0.0,
        "sd": _hundredths(stdev(sums)) if len(sums) > 1 else 0.0,
        "n": len(sums),
    }


def wellness_sum(checkin: Checkin) -> int | None:
    values = [checkin.get(item) for item in ITEMS]
    return sum(v for v in values if isinstance(v, int)) if None not in values else None


def _pain(checkin: Checkin, policy: Policy) -> tuple[list[Reason], list[RegionBlock]]:
    """By region the worse of now and this morning."""
    now, morning = checkin.get("pain") or {}, checkin.get("pain_morning") or {}
    reasons: list[Reason] = []
    blocked: list[RegionBlock] = []
    for region in sorted({*now, *morning}):
        pain = max(now.get(region) or 0, morning.get(region) or 0)
        values = {"region": region, "pain": pain}
        if pain >= policy["pain"]["regress_from"]:
            reasons.append({"rule": "ready_pain", "values": values})
            blocked.append({"region": region, "what": "all"})
        elif pain >= policy["pain"]["hold_from"]:
            reasons.append({"rule": "ready_pain_amber", "values": values})
            blocked.append({"region": region, "what": "plyometric"})
    return reasons, blocked


def _soreness(
    checkin: Checkin, policy: Policy
) -> tuple[list[Reason], list[RegionBlock], list[str], Level]:
    level: Level = "go"
    reasons: list[Reason] = []
    blocked: list[RegionBlock] = []
    drop_regions: list[str] = []
    for region, sore in sorted((checkin.get("soreness") or {}).items()):
        values = {"region": region, "soreness": sore}
        if (sore or 0) >= policy["soreness"]["mobility_from"]:
            level = "mobility"
            reasons.append({"rule": "ready_very_sore", "values": values})
            blocked.append({"region": region, "what": "load"})
        elif (sore or 0) >= policy["soreness"]["lighter_from"]:
            level = level if level == "mobility" else "lighter"
            reasons.append({"rule": "ready_sore", "values": values})
            blocked.append({"region": region, "what": "eccentric"})
            blocked.append({"region": region, "what": "plyometric"})
            drop_regions.append(region)
    return reasons, blocked, drop_regions, level


def _tiredness(checkin: Checkin, baseline: Baseline | None, policy: Policy) -> list[Reason]:
    """The worst single answer that is bad by itself, else a sum above the runner's own usual."""
    numbers = policy["wellness"]
    added = {"rir_added": numbers["rir_added"]}
    for item in ITEMS:
        value = checkin.get(item)
        if isinstance(value, int) and value >= numbers["item_from"]:
            return [{"rule": "ready_item", "values": {"item": item, "value": value} | added}]
    total = wellness_sum(checkin)
    if total is None or baseline is None or baseline["n"] < numbers["min_entries"]:
        return []
    limit = baseline["mean"] + numbers["sd_above"] * max(baseline["sd"], numbers["sd_floor"])
    if total <= limit:
        return []
    usual = int(baseline["mean"] + 0.5)
    return [{"rule": "ready_baseline", "values": {"value": total, "usual": usual} | added}]


def _answer(level: Level, reasons: list[Reason], blocked: list[RegionBlock]) -> Readiness:
    return {
        "level": level,
        "sets_dropped": 0,
        "rir_added": 0,
        "blocked": blocked,
        "reasons": reasons,
    }


def _hundredths(value: float) -> float:
    return int(value * 100 + 0.5) / 100
