"""Tests a runner does alone: what was measured last, against the norm, and which are due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from midstance.training.day import add_days
from midstance.training.gate import norm_for
from midstance.training.lately import active
from midstance.training.plan_values import StageNow
from midstance.training.program_values import Test, Tests
from midstance.training.runner_values import Assessment, Checkin, PlanChange, Profile
from midstance.training.standing_values import Measured, Symmetry, Value
from midstance.training.values import Policy, Reason

SIDES = {"left", "right"}


@dataclass(frozen=True)
class Asking:
    """What says whether a test is due; while something is `wrong` none is, for that reason."""

    profile: Profile
    stage: StageNow
    symmetry: Symmetry
    wrong: Reason | None
    policy: Policy
    day: str


def measured(tests: Tests, assessments: Sequence[Assessment], asking: Asking) -> list[Measured]:
    """Each of `tests` with its last values; `assessments` are oldest first.

    Due are tests of the runner's stage: each once as a baseline, again when the stage's least weeks
    are trained, then every few weeks while the gate waits for them; and the side-by-side tests when
    the weeks of an extra set are over.
    """
    said: dict[str, dict[str, Value]] = {test: {} for test in tests}
    for one in assessments:
        if one["test"] in said:
            said[one["test"]][one["side"]] = _value(one)
    return [_measured(test, said[test["key"]], asking) for test in tests.values()]


def wrong_today(
    checkins: Mapping[str, Checkin], changes: Sequence[PlanChange], day: str, policy: Policy
) -> Reason | None:
    """Why nothing is tested on `day`: a red flag of late, pain, a niggle or an illness."""
    since = add_days(day, -policy["red_flags"]["recent_days"])
    flagged = (said.get("red_flags") for on, said in checkins.items() if on > since)
    now = checkins.get(day, {})
    pains = [*(now.get("pain") or {}).values(), *(now.get("pain_morning") or {}).values()]
    hurts = any((pain or 0) >= policy["pain"]["hold_from"] for pain in pains)
    off = any(one["change"] in ("niggle", "illness") for one in active(changes, day))
    return {"rule": "test_wait"} if any(flagged) or hurts or off else None


def _measured(test: Test, latest: dict[str, Value], asking: Asking) -> Measured:
    reasons = _due(test, latest, asking)
    found: Measured = {
        "test": test["key"],
        "latest": latest,
        "due": bool(reasons) and asking.wrong is None,
        "reasons": [asking.wrong] if reasons and asking.wrong else reasons,
    }
    norm = norm_for(test, asking.profile, asking.day)
    if norm:
        found["norm"] = norm
    if _is_whole(test, latest):
        values = [one["value"] for side, one in latest.items() if side in _sides(test)]
        found["value"] = min(values) if test["good"] == "more" else max(values)
        if norm:
            found["part"] = int(100 * found["value"] / norm + 0.5) / 100
    return found


def _due(test: Test, latest: dict[str, Value], asking: Asking) -> list[Reason]:
    """Why a test is due; nothing when it is not."""
    stage, symmetry, day = asking.stage, asking.symmetry, asking.day
    newest = max((one["day"] for one in latest.values()), default="")
    compared = test["key"] in asking.policy["asymmetry"]["patterns"]
    again_from = symmetry.get("retest_from", "")
    if symmetry["state"] == "acts" and compared and newest < again_from <= day:
        return [{"rule": "test_sides"}]
    if stage["number"] not in test["stages"]:
        return []
    if not _is_whole(test, latest):
        return [{"rule": "test_baseline"}]
    lines = [line for line in stage["gate"] if line.get("test") == test["key"]]
    if stage["weeks_left"] or not any(line["blocks"] and not line["done"] for line in lines):
        return []
    weeks = asking.policy["assessment"]["again_weeks"]
    if newest > add_days(day, -7 * weeks):
        return []
    return [{"rule": "test_gate", "values": {"stage": stage["number"]}}]


def _is_whole(test: Test, latest: dict[str, Value]) -> bool:
    return _sides(test) <= latest.keys()


def _sides(test: Test) -> set[str]:
    return SIDES if test["sides"] == "each" else {"both"}


def _value(one: Assessment) -> Value:
    value: Value = {"value": one["value"], "day": one["day"]}
    if "record" in one:
        value["record"] = one["record"]
    return value
