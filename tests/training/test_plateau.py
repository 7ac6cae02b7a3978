"""Plateaus: named for loads, body weight, bands and holds alike, and what follows each."""

from typing import Any

import pytest

from midstance.training.adherence import attendance
from midstance.training.advance import advance
from midstance.training.day import add_days
from midstance.training.rungs import measure
from tests.training.scene import DUMBBELL_SET, POLICY, ladders_of, sets_of
from tests.vectors.progress import item_at

DAY = "2026-03-02"
LADDERS = ladders_of(DUMBBELL_SET)


def rung_of(slot: str, wanted: dict[str, Any]) -> int:
    rungs = LADDERS[slot]["home"]["rungs"]
    return next(i for i, rung in enumerate(rungs) if wanted.items() <= rung.items())


def weeks(
    slot: str, rung: int, count: int, *, every: int = 7, per_week: int = 0, **done: Any
) -> list[Any]:
    """A session a week; `done` says what every set comes to, also by session number.

    With `per_week` it is known how many sessions a week were planned.
    """
    ladder = LADDERS[slot]["home"]
    position: Any = {"rung": rung, "streak": 0, "misses": 0, "exposures": 3}
    found = []
    for number in range(count):
        item = item_at(ladder, position["rung"])
        each = {key: value(number) if callable(value) else value for key, value in done.items()}
        day = add_days(DAY, every * number)
        before = [add_days(DAY, every * earlier) for earlier in range(number)]
        outcome: Any = {
            "prescribed": item,
            "sets": sets_of(item, **each),
            "day": day,
            "entries": [],
        }
        if known := attendance(per_week, before, day, POLICY):
            outcome["attendance"] = known
        found.append(advance(position, outcome, ladder, POLICY))
        position = found[-1]["position"]
    return found


def rules(step: Any) -> list[str]:
    return [reason["rule"] for reason in step["reasons"]]


STUCK = {
    "a load": ("squat", {"exercise": "goblet-squat", "load_g": 10000, "reps": 10}),
    "body weight": ("calf", {"exercise": "single-leg-calf-raise", "load_g": 0, "reps": 10}),
    "a band": ("side_hip", {"exercise": "lateral-band-walk", "band": 2, "reps": 11}),
    "a hold": ("side_trunk", {"exercise": "side-plank", "hold_s": 30}),
}


@pytest.mark.parametrize("kind", STUCK)
def test_four_sessions_without_a_gain_are_a_plateau_whatever_the_measure(kind: str) -> None:
    slot, wanted = STUCK[kind]
    at = rung_of(slot, wanted)
    key = measure(LADDERS[slot]["home"]["rungs"][at])
    steps = weeks(slot, at, 6, **{key: wanted[key] - 2, "load_g": wanted.get("load_g", 0)})
    named = [step for step in steps if "plateau" in rules(step)]
    assert named
    told = next(reason for reason in named[0]["reasons"] if reason["rule"] == "plateau")
    assert told["values"] == {"sessions": 4, "days": 21}
    assert "plateau_recovery" in rules(named[0])


def test_whoever_climbs_has_no_plateau() -> None:
    slot, wanted = STUCK["a load"]
    steps = weeks(slot, rung_of(slot, wanted), 12, rir=6)
    assert not any("plateau" in rules(step) or "plateau_early" in rules(step) for step in steps)


def test_the_top_of_a_ladder_is_kept_and_no_plateau() -> None:
    top = len(LADDERS["side_trunk"]["home"]["rungs"]) - 1
    steps = weeks("side_trunk", top, 8)
    assert all(rules(step)[0] == "top" for step in steps)
    assert not any("plateau" in rules(step) for step in steps)


def test_each_plateau_says_the_next_thing_to_try_and_the_second_takes_a_lighter_step() -> None:
    slot, wanted = STUCK["a load"]
    steps = weeks(slot, rung_of(slot, wanted), 30, quality=2)
    named = [step for step in steps if "plateau" in rules(step)]
    fixes = [rule for step in named for rule in rules(step) if rule.startswith("plateau_")]
    assert fixes[:5] == [
        "plateau_recovery", "plateau_lighter", "plateau_range", "plateau_variation",
        "plateau_volume",
    ]  # fmt: skip
    lighter = steps.index(named[1])
    before, after = steps[lighter - 1]["position"], steps[lighter]["position"]
    assert rules(steps[lighter])[0] == "plateau_lighter"
    assert after["rung"] < before["rung"]


def test_the_third_takes_the_load_below_with_all_its_reps_where_there_is_one() -> None:
    slot, wanted = STUCK["a load"]
    ladder = LADDERS[slot]["home"]["rungs"]
    steps = weeks(slot, rung_of(slot, wanted), 30, quality=2)
    at = next(i for i, step in enumerate(steps) if rules(step)[0] == "plateau_range")
    before, after = (ladder[steps[i]["position"]["rung"]] for i in (at - 1, at))
    assert after["load_g"] < before["load_g"]
    assert after["reps"] == max(r["reps"] for r in ladder if r["load_g"] == after["load_g"])


def test_with_body_weight_alone_there_is_no_lighter_load_and_the_next_thing_is_said() -> None:
    slot, wanted = STUCK["body weight"]
    steps = weeks(slot, rung_of(slot, wanted), 30, quality=2)
    fixes = [rule for step in steps for rule in rules(step) if rule.startswith("plateau_")]
    assert "plateau_range" not in fixes
    assert fixes[2] == "plateau_variation"


def test_a_gain_after_a_plateau_begins_the_count_anew() -> None:
    slot, wanted = STUCK["a load"]
    at = rung_of(slot, wanted)
    steps = weeks(slot, at, 6, quality=lambda n: 2 if n < 4 else 4, rir=lambda n: 3 if n < 4 else 6)
    assert steps[3]["position"]["plateaus"] == 1
    assert "plateaus" not in steps[5]["position"]


def test_the_same_with_rising_effort_is_an_early_word() -> None:
    slot, wanted = STUCK["a load"]
    steps = weeks(slot, rung_of(slot, wanted), 3, rir=lambda n: 2 - n)
    assert "plateau_early" in rules(steps[2])


def test_weeks_off_or_pain_or_a_session_cut_short_tell_nothing_of_a_plateau() -> None:
    slot, wanted = STUCK["a load"]
    at = rung_of(slot, wanted)
    assert not any("plateau" in rules(s) for s in weeks(slot, at, 8, every=15, quality=2))
    assert not any("plateau" in rules(s) for s in weeks(slot, at, 8, pain=3))


def test_three_short_sessions_a_week_are_remembered_for_long_enough() -> None:
    slot, wanted = STUCK["a hold"]
    steps = weeks(slot, rung_of(slot, wanted), 12, every=3, quality=2)
    assert any("plateau" in rules(step) for step in steps)
    assert max(len(s["position"]["recent"]) for s in steps) <= POLICY["plateau"]["remembered"]


def test_a_poor_session_to_look_back_on_does_not_make_the_same_as_ever_a_gain() -> None:
    ladder, (slot, wanted) = LADDERS["squat"]["home"], STUCK["a load"]
    position: Any = {"rung": rung_of(slot, wanted), "streak": 0, "misses": 0, "exposures": 3}
    named = []
    for day, reps in {0: 6, 4: 8, 9: 6, 14: 8, 24: 8, 31: 8}.items():
        item = item_at(ladder, position["rung"])
        sets = sets_of(item, reps=reps, load_g=wanted["load_g"], rir=1)
        outcome: Any = {"prescribed": item, "sets": sets, "entries": []}
        step = advance(position, outcome | {"day": add_days(DAY, day)}, ladder, POLICY)
        position = step["position"] | {"rung": rung_of(slot, wanted)}
        named.append("plateau" in rules(step))
    assert named == [False] * 5 + [True]


def test_a_lighter_day_with_an_easier_exercise_does_not_begin_the_count_anew() -> None:
    ladder, (slot, wanted) = LADDERS["calf"]["home"], STUCK["body weight"]
    at, easier = rung_of(slot, wanted), rung_of(slot, {"exercise": "double-calf-raise"})
    position: Any = {"rung": at, "streak": 0, "misses": 0, "exposures": 3}
    told = []
    for number in range(6):
        eased = {"eased": "lighter"} if number == 2 else {}
        item = item_at(ladder, easier if eased else position["rung"], **eased)
        outcome: Any = {
            "prescribed": item,
            "sets": sets_of(item, quality=2),
            "day": add_days(DAY, 7 * number),
            "entries": [],
        }
        told.append(advance(position, outcome, ladder, POLICY))
        position = told[-1]["position"]
    assert ["plateau" in rules(step) for step in told] == [False] * 4 + [True, False]


def test_whoever_leaves_out_half_of_the_plan_is_told_so_and_of_no_plateau() -> None:
    slot, wanted = STUCK["a load"]
    steps = weeks(slot, rung_of(slot, wanted), 8, per_week=2, quality=2)
    assert not any("plateau" in rules(step) for step in steps)
    told = [r for step in steps for r in step["reasons"] if r["rule"] == "plateau_missed"]
    assert [reason["values"] for reason in told] == [
        {"sessions": 4, "days": 21, "done": 4, "planned": 7}
    ] * 2
    assert all("plateaus" not in step["position"] for step in steps)


def test_four_of_five_planned_sessions_are_enough_to_name_a_plateau() -> None:
    slot, wanted = STUCK["a load"]
    rung = rung_of(slot, wanted)
    assert any("plateau" in rules(s) for s in weeks(slot, rung, 9, every=4, per_week=2, quality=2))
    assert not any(
        "plateau" in rules(s) for s in weeks(slot, rung, 9, every=5, per_week=2, quality=2)
    )


def test_a_plateau_is_named_once_three_regular_weeks_have_followed_the_irregular_ones() -> None:
    slot, wanted = STUCK["a load"]
    ladder, position = LADDERS[slot]["home"], {"rung": rung_of(slot, wanted)}
    at: Any = position | {"streak": 0, "misses": 0, "exposures": 3}
    days = [add_days(DAY, after) for after in (0, 7, 14, 21, 25, 28, 32, 35, 39, 42, 46)]
    named: dict[str, str] = {}
    for number, day in enumerate(days):
        item = item_at(ladder, at["rung"])
        outcome: Any = {"prescribed": item, "sets": sets_of(item, quality=2), "day": day}
        known = attendance(2, days[:number], day, POLICY)
        step = advance(at, outcome | {"entries": [], "attendance": known}, ladder, POLICY)
        at = step["position"]
        named |= {rule: day for rule in rules(step) if rule in ("plateau", "plateau_missed")}
    assert named == {"plateau_missed": add_days(DAY, 21), "plateau": add_days(DAY, 42)}
