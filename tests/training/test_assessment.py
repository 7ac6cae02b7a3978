"""Which tests are due when, and what a value means beside its norm."""

from typing import Any, cast

import pytest

from midstance.training.assessment import Asking, measured
from midstance.training.day import add_days
from midstance.training.standing_values import Measured
from tests.training.scene import NOVICE, POLICY

DAY = "2026-03-02"
RAISE: Any = {
    "key": "heel_raise",
    "name": "Heel raises",
    "unit": "reps",
    "sides": "each",
    "most": 100,
    "steps": [],
    "why": "",
    "good": "more",
    "stages": [1, 2],
    "source": "D",
    "norms": {"female": {"20": 30, "30": 27}, "male": {"20": 37, "30": 32}},
}
SORE: Any = RAISE | {"key": "loss", "good": "less", "sides": "both", "norms": {}}
EVEN: Any = {"state": "even", "results": [], "reasons": []}
STAGE: Any = {"number": 2, "weeks_left": 2, "gate": []}
WAITS: Any = {"test": "heel_raise", "blocks": True, "done": False}


def said(left: float | None, right: float | None, day: str = DAY) -> list[Any]:
    values = {"left": left, "right": right}
    return [
        {"test": "heel_raise", "side": side, "value": value, "day": day, "record": side}
        for side, value in values.items()
        if value is not None
    ]


def told(assessments: list[Any], test: Any = RAISE, **changes: Any) -> Measured:
    asked: Any = {
        "profile": NOVICE,
        "stage": STAGE,
        "symmetry": EVEN,
        "wrong": None,
        "policy": POLICY,
        "day": DAY,
    }
    [found] = measured({test["key"]: test}, assessments, Asking(**(asked | changes)))
    return found


def rules(found: Measured) -> list[str]:
    return [reason["rule"] for reason in found["reasons"]]


def test_a_test_of_the_stage_is_due_until_both_sides_are_known() -> None:
    assert rules(told([])) == ["test_baseline"]
    assert told(said(20, None))["due"]
    assert not told(said(20, 22))["due"]
    assert not told([], stage=STAGE | {"number": 4})["due"]


def test_the_last_value_of_each_side_is_kept_and_the_weaker_one_counts() -> None:
    found = told(said(30, 30, "2026-02-01") + said(20, 24))
    assert found["latest"]["left"] == {"value": 20, "day": DAY, "record": "left"}
    assert found["value"] == 20
    less = {"test": "loss", "side": "both", "value": 4, "day": DAY}
    assert told([less], SORE)["value"] == 4


@pytest.mark.parametrize(
    ("profile", "norm"),
    [
        ({"birth_year": 1990, "sex": "female"}, 27),
        ({"birth_year": 1997, "sex": "male"}, 37),
        ({"birth_year": 2010, "sex": "male"}, 37),
        ({"birth_year": 1940, "sex": "female"}, 27),
        ({"birth_year": 1990}, None),
        ({"sex": "male"}, None),
    ],
)
def test_the_norm_is_that_of_the_age_and_the_sex(profile: Any, norm: int | None) -> None:
    found = told(said(18, 24), profile=cast(Any, NOVICE | profile))
    assert found.get("norm") == norm
    assert found.get("part") == (norm and int(100 * 18 / norm + 0.5) / 100)


def test_it_comes_again_when_the_weeks_are_trained_and_the_gate_still_waits_for_it() -> None:
    weeks = POLICY["assessment"]["again_weeks"]
    old, fresh = add_days(DAY, -7 * weeks), add_days(DAY, 1 - 7 * weeks)
    ready = STAGE | {"weeks_left": 0, "gate": [WAITS]}
    assert rules(told(said(20, 20, old), stage=ready)) == ["test_gate"]
    assert not told(said(20, 20, fresh), stage=ready)["due"]
    assert not told(said(20, 20, old), stage=ready | {"weeks_left": 1})["due"]
    shown = STAGE | {"weeks_left": 0, "gate": [WAITS | {"done": True}]}
    assert not told(said(20, 20, old), stage=shown)["due"]


def test_a_weaker_side_is_tested_again_when_its_weeks_are_over() -> None:
    acts = EVEN | {"state": "acts", "retest_from": DAY}
    assert rules(told(said(16, 20, "2026-02-01"), symmetry=acts)) == ["test_sides"]
    assert not told(said(19, 20, DAY), symmetry=acts)["due"]
    assert not told(said(16, 20, "2026-02-01"), symmetry=acts | {"retest_from": "2026-03-03"})[
        "due"
    ]


def test_nothing_is_tested_while_something_is_wrong() -> None:
    found = told([], wrong={"rule": "test_wait"})
    assert (found["due"], rules(found)) == (False, ["test_wait"])
    assert told(said(20, 20), wrong={"rule": "test_wait"})["reasons"] == []
