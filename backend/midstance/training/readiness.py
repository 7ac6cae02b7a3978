"""What today's check-in allows: go, lighter, mobility only or stop, and what is off by region."""

from collections.abc import Sequence

from midstance.training.lately import ITEMS, is_above, wellness_sum
from midstance.training.plan_values import Level, Readiness, RegionBlock
from midstance.training.runner_values import Baseline, Checkin
from midstance.training.values import Policy, Reason

LEVELS: tuple[Level, ...] = ("go", "lighter", "mobility", "stop")


def readiness(
    checkin: Checkin | None,
    baseline: Baseline | None,
    policy: Policy,
    *,
    niggles: Sequence[str] = (),
    bad_days: int = 0,
    sore_long: Sequence[str] = (),
    pain_long: Sequence[str] = (),
) -> Readiness:
    """What `checkin` (none: nothing known) takes away from today; it never adds anything.

    `niggles` are the regions that rest by the runner's own word; `bad_days`, `sore_long` and
    `pain_long` are what `lately` found to last. Soreness and tiredness do not add up: one set less
    is one set less.
    """
    resting: list[Reason] = [{"rule": "ready_niggle", "values": {"region": r}} for r in niggles]
    off: list[RegionBlock] = [{"region": region, "what": "load"} for region in niggles]
    if checkin is None:
        return _answer("go", [*resting, {"rule": "no_checkin"}], off)
    if flags := checkin.get("red_flags"):
        return _answer("stop", _red_flags(flags, policy), [{"region": "all", "what": "all"}])
    tired = _tiredness(checkin, baseline, policy, bad_days)
    hurt, blocked = _pain(checkin, policy)
    hurt += [_lasting("pain_long", region, policy["pain"]["long_days"]) for region in pain_long]
    sore, sore_blocked, drop_regions, level = _soreness(checkin, policy)
    sore += [
        _lasting("sore_long", region, policy["soreness"]["long_checkins"]) for region in sore_long
    ]
    reasons = [*hurt, *sore, *tired, *resting]
    answer = _answer(
        max(level, "lighter" if tired else "go", key=LEVELS.index),
        reasons or [{"rule": "ready"}],
        [*blocked, *sore_blocked, *off],
    )
    if tired:
        answer["sets_dropped"] = policy["wellness"]["sets_dropped"]
        answer["rir_added"] = policy["wellness"]["rir_added"]
    elif drop_regions:
        answer["sets_dropped"] = policy["soreness"]["sets_dropped"]
        answer["drop_regions"] = drop_regions
    if _is_light(bad_days, policy):
        answer["sets_kept"] = policy["deload"]["sets_kept"]
    if sore_long:
        answer["lower_regions"] = list(sore_long)
    return answer


def _red_flags(flags: Sequence[str], policy: Policy) -> list[Reason]:
    """What to do about each: call for help now, wait until it is over, or have it looked at."""
    numbers = policy["red_flags"]
    now = [flag for flag in flags if flag in numbers["emergency"]]
    ill = [flag for flag in flags if flag in numbers["illness"]]
    look = [flag for flag in flags if flag not in (*now, *ill)]
    said = (("ready_emergency", now), ("ready_red_flag", look), ("ready_ill", ill))
    return [{"rule": rule, "values": {"flags": some}} for rule, some in said if some]


def _lasting(rule: str, region: str, long: int) -> Reason:
    return {"rule": rule, "values": {"region": region, "long": long}}


def _is_light(bad_days: int, policy: Policy) -> bool:
    return bad_days >= int(policy["wellness"]["light_days"])


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


def _tiredness(
    checkin: Checkin, baseline: Baseline | None, policy: Policy, bad_days: int
) -> list[Reason]:
    """Bad days in a row, else an answer that is bad by itself, else a sum above the usual."""
    numbers = policy["wellness"]
    added = {"rir_added": numbers["rir_added"]}
    if _is_light(bad_days, policy):
        return [{"rule": "ready_light", "values": {"days": bad_days}}]
    for item in ITEMS:
        value = checkin.get(item)
        if isinstance(value, int) and value >= numbers["item_from"]:
            return [{"rule": "ready_item", "values": {"item": item, "value": value} | added}]
    if baseline is None or not is_above(checkin, baseline, numbers["sd_above"], policy):
        return []
    values = {"value": wellness_sum(checkin), "usual": int(baseline["mean"] + 0.5)}
    return [{"rule": "ready_baseline", "values": values | added}]


def _answer(level: Level, reasons: list[Reason], blocked: list[RegionBlock]) -> Readiness:
    return {
        "level": level,
        "sets_dropped": 0,
        "rir_added": 0,
        "blocked": blocked,
        "reasons": reasons,
    }
