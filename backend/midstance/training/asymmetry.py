"""Left and right compared over several tests, because one alone is mostly noise.

A result is one test with both sides: the side that was logged last closes it, with the other one
from the same week. The last three results among the side-by-side rep tests are looked at, by day
and then in the policy's order of tests, so three tests of one day or one test of three days alike.
Only two of them below the limit on the same side are taken for a weaker side.
"""

from collections.abc import Sequence
from typing import Any

from midstance.training.day import WEEK_DAYS, add_days, days_between
from midstance.training.runner_values import Assessment
from midstance.training.standing_values import Side, SideBySide, Symmetry
from midstance.training.values import Asymmetry, Policy, Reason

SIDES: tuple[Side, Side] = ("left", "right")


def symmetry(assessments: Sequence[Assessment], day: str, policy: Policy) -> Symmetry:
    """How the sides compare on `day`; `assessments` are oldest first.

    A weaker side is acted on until it is no longer below the limit for stopping in two of three.
    """
    numbers = policy["asymmetry"]
    results = [r for r in side_by_side(assessments, policy) if r["day"] <= day]
    side, since = _acted_on(results, numbers)
    last = results[-numbers["tests_seen"] :]
    if not last:
        return {"state": "unknown", "results": [], "reasons": [{"rule": "sides_unknown"}]}
    if side:
        return _acting(side, since, results, day, policy)
    watched = [r for r in last if r["percent"] < numbers["stop_from"]]
    told: Symmetry = {
        "state": "watch" if watched else "even",
        "results": last,
        "reasons": [_watch(watched[-1]) if watched else _even(last)],
    }
    if watched and "weaker" in watched[-1]:
        told["side"] = watched[-1]["weaker"]
    return told


def weaker_side(found: Symmetry, day: str) -> Asymmetry | None:
    """What `prescribe` does about it on `day`, also on days after the one it was found for."""
    if found["state"] != "acts":
        return None
    return {
        "side": found["side"],
        "patterns": found["patterns"],
        "extra_set": day <= found["extra_until"],
    }


def percent_shown(assessments: Sequence[Assessment], policy: Policy) -> int | None:
    """What a gate asks of the sides: the percent that the last results show on one side alike.

    That is the higher of the two lowest on the same side; None before any result.
    """
    numbers = policy["asymmetry"]
    last = side_by_side(assessments, policy)[-numbers["tests_seen"] :]
    alike = int(numbers["tests_alike"])
    shown = [sorted(r["percent"] for r in _weak(side, last)) for side in SIDES]
    found = [percents[alike - 1] for percents in shown if len(percents) >= alike]
    return min(found, default=100) if last else None


def side_by_side(assessments: Sequence[Assessment], policy: Policy) -> list[SideBySide]:
    """The results of the rep tests that were done with both sides, oldest first."""
    numbers = policy["asymmetry"]
    found: dict[tuple[str, int], SideBySide] = {}
    for order, test in enumerate(numbers["patterns"]):
        waiting: dict[str, Assessment] = {}
        for one in assessments:
            if one["test"] != test or one["side"] == "both":
                continue
            if (max((w["day"] for w in waiting.values()), default=""), order) in found:
                # A value counts once; on the same day a better try takes its place.
                waiting = {side: w for side, w in waiting.items() if w["day"] == one["day"]}
            waiting[one["side"]] = one
            left, right = waiting.get("left"), waiting.get("right")
            if left and right and _together(left, right, numbers):
                found[one["day"], order] = _result(left, right)
    return [found[key] for key in sorted(found)]


def _together(left: Assessment, right: Assessment, numbers: dict[str, Any]) -> bool:
    apart = abs(days_between(left["day"], right["day"]))
    return apart < int(numbers["pair_days"]) and max(left["value"], right["value"]) > 0


def _result(left: Assessment, right: Assessment) -> SideBySide:
    weak, strong = sorted((left["value"], right["value"]))
    result: SideBySide = {
        "test": left["test"],
        "day": max(left["day"], right["day"]),
        "left": left["value"],
        "right": right["value"],
        "percent": int(100 * weak / strong),
        "entries": [one["record"] for one in (left, right) if "record" in one],
    }
    if weak < strong:
        result["weaker"] = "left" if left["value"] < right["value"] else "right"
    return result


def _acted_on(results: list[SideBySide], numbers: dict[str, Any]) -> tuple[Side | None, str]:
    """The side that is acted on after all of `results`, and since when: a re-test begins anew."""
    side: Side | None = None
    since = ""
    for end, result in enumerate(results, start=1):
        day = result["day"]
        if end < len(results) and results[end]["day"] == day:
            continue  # a day is judged by all of its results
        last = results[max(0, end - numbers["tests_seen"]) : end]
        if side and not _shows(side, last, numbers["stop_from"], numbers):
            side = None
        elif side and day >= add_days(since, numbers["weeks_least"] * WEEK_DAYS):
            since = day
        begun = [s for s in SIDES if _shows(s, last, numbers["act_below"], numbers)]
        if side is None and begun:
            side, since = begun[0], day
    return side, since


def _shows(side: Side, last: list[SideBySide], below: int, numbers: dict[str, Any]) -> bool:
    weak = [r for r in _weak(side, last) if r["percent"] < below]
    return len(weak) >= int(numbers["tests_alike"])


def _weak(side: Side, last: list[SideBySide]) -> list[SideBySide]:
    return [result for result in last if result.get("weaker") == side]


def _acting(
    side: Side, since: str, results: list[SideBySide], day: str, policy: Policy
) -> Symmetry:
    numbers = policy["asymmetry"]
    last = results[-numbers["tests_seen"] :]
    weak = [r for r in _weak(side, last) if r["percent"] < numbers["stop_from"]]
    tests = dict.fromkeys(result["test"] for result in weak)
    until = add_days(since, numbers["weeks_most"] * WEEK_DAYS)
    more: Reason = {"rule": "sides_extra", "values": {"side": side, "until": until}}
    again: Reason = {"rule": "sides_retest", "values": {"weeks": numbers["weeks_most"]}}
    values = {
        "side": side,
        "percent": min(result["percent"] for result in weak),
        "alike": len(weak),
        "seen": len(last),
    }
    entries = [entry for result in weak for entry in result["entries"]]
    return {
        "state": "acts",
        "results": last,
        "side": side,
        "patterns": [p for test in tests for p in numbers["patterns"][test]],
        "since": since,
        "extra_until": until,
        "retest_from": add_days(since, numbers["weeks_least"] * WEEK_DAYS),
        "reasons": [
            {"rule": "sides_act", "values": values, "entries": entries},
            more if day <= until else again,
        ],
    }


def _watch(result: SideBySide) -> Reason:
    values = {"side": result.get("weaker"), "percent": result["percent"], "test": result["test"]}
    return {"rule": "sides_watch", "values": values, "entries": result["entries"]}


def _even(last: list[SideBySide]) -> Reason:
    entries = [entry for result in last for entry in result["entries"]]
    return {"rule": "sides_even", "values": {"seen": len(last)}, "entries": entries}
