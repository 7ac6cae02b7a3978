"""The way through seven stages: gates shown, layoffs, one's own word, red flags, jumps by class."""

from typing import Any

import pytest

from midstance.training.day import add_days
from midstance.training.evidence import Asked, value_of
from midstance.training.gate import gate_lines, norm_for
from midstance.training.shown import Shown
from midstance.training.stage import missing
from tests.training.diary import JUMPED, START, assessed, days_from, history, session, sessions
from tests.training.scene import EXPERIENCED, NOVICE, POLICY, PROGRAM, TESTS, stage_of

STAGES = {stage["number"]: stage for stage in PROGRAM["stages"]}
RULES = POLICY["layoff"]


def weekly(template: str, first: str, weeks: int, per_week: int = 2, **more: Any) -> list[Any]:
    """So many sessions in each of some weeks, two days apart."""
    mondays = [add_days(first, 7 * week) for week in range(weeks)]
    days = [add_days(day, 2 * each) for day in mondays for each in range(per_week)]
    return sessions(template, *days, **more)


LEAVES_2 = {"loaded_squat_percent": 30, "heel_raise": 15}
LEAVES_3 = {
    "heel_raise": 24,
    "single_leg_sit_to_stand": 12,
    "single_leg_bridge": 22,
    "single_leg_squat_quality": 3,
}


def through_stage_2(weeks: int = 4) -> dict[str, Any]:
    done = weekly("strength-squat", START, weeks)
    return history(sessions=done, assessments=assessed(add_days(START, 21), **LEAVES_2))


# --- gates --------------------------------------------------------------------------------------


def test_a_shown_gate_opens_after_the_shortest_weeks_and_not_a_day_sooner() -> None:
    known = through_stage_2()
    assert stage_of(EXPERIENCED, known, add_days(START, 27))["number"] == 2
    now = stage_of(EXPERIENCED, known, add_days(START, 28))
    assert (now["number"], now["since"]) == (3, add_days(START, 28))
    assert now["reasons"] == [{"rule": "stage_gate", "values": {"name": "Bilateral strength"}}]


def test_time_alone_opens_no_gate_and_what_is_missing_is_told_as_data() -> None:
    known = history(sessions=weekly("strength-squat", START, 10))
    now = stage_of(EXPERIENCED, known, add_days(START, 70))
    assert (now["number"], now["review"]) == (2, True)
    open_lines = missing(now)
    assert open_lines is not None
    assert (open_lines["stage"], open_lines["weeks"]) == (3, 0)
    assert [line["key"] for line in open_lines["lines"]] == ["loaded_squat", "heel_raise"]
    last = PROGRAM | {"stages": [STAGES[7]]}
    assert missing(stage_of(EXPERIENCED, history(), START, last)) is None


def test_half_the_planned_sessions_are_not_enough_and_four_of_five_are() -> None:
    tests = assessed(START, **LEAVES_2)
    half = history(sessions=weekly("strength-squat", START, 9, per_week=1), assessments=tests)
    day = add_days(START, 63)
    assert stage_of(EXPERIENCED, half, day)["number"] == 2
    full = history(sessions=weekly("strength-squat", START, 9), assessments=tests)
    assert stage_of(EXPERIENCED, full, day)["number"] == 3


def test_a_runner_with_room_for_one_session_a_week_can_leave_too() -> None:
    far: Any = EXPERIENCED | {"weekly_distance_m": 120_000}
    done = weekly("strength-squat", START, 9, per_week=1)
    known = history(sessions=done, assessments=assessed(START, **LEAVES_2))
    assert stage_of(far, known, add_days(START, 63))["number"] == 3


def test_a_norm_is_that_of_age_and_sex_and_without_them_a_plain_number_counts() -> None:
    def need(**profile: Any) -> float:
        now = stage_of(EXPERIENCED | profile, history(), START, PROGRAM | {"stages": [STAGES[3]]})
        return float(next(line for line in now["gate"] if line["key"] == "heel_raise")["need"])

    assert need() == 20
    assert need(sex="male", birth_year=1990) == 20
    assert need(sex="female", birth_year=1964) == 15
    assert need(sex="male", birth_year=1954) == 11


def test_who_is_younger_or_older_than_the_norms_goes_by_the_nearest_decade() -> None:
    runner: Any = NOVICE | {"sex": "female"}
    test = TESTS["heel_raise"]
    assert norm_for(test, runner | {"birth_year": 2010}, START) == 30
    assert norm_for(test, runner | {"birth_year": 1930}, START) == 13
    assert norm_for(test, runner, START) is None


def test_one_side_alone_shows_nothing_yet_but_is_there_to_see() -> None:
    left = [one for one in assessed(START, heel_raise=30) if one["side"] == "left"]
    now = stage_of(EXPERIENCED, history(assessments=left), START)
    line = next(line for line in now["gate"] if line["key"] == "heel_raise")
    assert (line["done"], line["test"], line["sides"]) == (False, "heel_raise", {"left": 30})
    assert "value" not in line


# --- evidence of the later stages ---------------------------------------------------------------


def shown(criterion: dict[str, Any], *done: Any) -> float | None:
    found = Shown(RULES["jumps_again_days"])
    found.begin(["springs-squat"], START, "")
    for one in done:
        found.take_session(one)
    asked: Any = {"key": "k", "text": "t"} | criterion
    return value_of(found, asked, Asked(POLICY, TESTS, START))


def test_contacts_count_once_reached_in_so_many_clean_sessions() -> None:
    fewer = JUMPED | {"contacts": {"low": 60}}
    hurt = JUMPED | {"clean": {"springs": True, "jumps": False}}
    twice: dict[str, Any] = {"evidence": "contacts", "times": 2}
    first = session("springs-squat", START, **JUMPED)
    assert shown(twice, first) is None
    assert shown(twice, first, session("springs-squat", START, **fewer)) == 60
    assert shown(twice, first, session("springs-squat", START, **hurt)) is None
    assert shown(twice, first, session("springs-squat", START, **JUMPED)) == 80


def test_soreness_counts_only_where_somebody_asked() -> None:
    twice: dict[str, Any] = {"evidence": "soreness", "times": 2}
    days = days_from(START, 3)
    said = [
        session("springs-squat", day, soreness=sore)
        for day, sore in zip(days, (5, 3, 2), strict=True)
    ]
    silent = session("springs-squat", START)
    assert shown(twice, silent, silent) is None
    assert shown(twice, said[0], said[1], silent) == 5
    assert shown(twice, *said) == 3


@pytest.mark.parametrize(
    ("evidence", "value"),
    [("rep_ratio", 0.9), ("quality", 3), ("set", 12), ("jump_sessions", 1), ("weeks_strength", 1)],
)
def test_the_last_time_in_a_slot_speaks_for_it(evidence: str, value: float) -> None:
    said = {"rep_ratio": {"calf": 0.9}, "quality": {"calf": 3}, "best": {"calf": 12}}
    one = session("springs-squat", START, **JUMPED, **said)
    assert shown({"evidence": evidence, "slot": "calf"}, one) == value


def test_a_weaker_side_in_two_of_three_tests_keeps_the_gate_shut() -> None:
    weak = [
        one | ({"value": one["value"] * 0.7} if one["side"] == "left" else {})
        for one in assessed(START, **LEAVES_3)
    ]
    for tests, done in ((weak, False), (assessed(START, **LEAVES_3), True)):
        program = PROGRAM | {"stages": [STAGES[3]]}
        lines = stage_of(EXPERIENCED, history(assessments=tests), START, program)["gate"]
        assert next(line for line in lines if line["key"] == "symmetry")["done"] is done


def test_a_kind_of_evidence_from_a_newer_program_is_never_shown() -> None:
    criterion: Any = {"key": "k", "text": "t", "evidence": "moon_phase", "min": 1}
    asked = Asked(POLICY, TESTS, START)
    (line,) = gate_lines([criterion], Shown(21), asked)
    assert not line["done"]


# --- one's own word, and red flags --------------------------------------------------------------


def change(kind: str, day: str, stage: int) -> Any:
    return {"change": kind, "from": day, "stage": stage}


def test_the_runner_may_leave_a_stage_but_not_within_a_week_of_a_red_flag() -> None:
    wants = [change("gate", "2026-01-20", 2)]
    done = weekly("strength-squat", START, 2)
    free = stage_of(EXPERIENCED, history(sessions=done, changes=wants), "2026-01-20")
    assert (free["number"], free["reasons"][0]["rule"]) == (3, "stage_override")
    flagged = history(sessions=done, changes=wants, red_flags=["2026-01-17"])
    assert stage_of(EXPERIENCED, flagged, "2026-01-24")["number"] == 2
    assert stage_of(EXPERIENCED, flagged, "2026-01-25")["number"] == 3


def test_a_red_flag_holds_a_shown_gate_too() -> None:
    known = through_stage_2() | {"red_flags": [add_days(START, 26)]}
    assert stage_of(EXPERIENCED, known, add_days(START, 33))["number"] == 2
    assert stage_of(EXPERIENCED, known, add_days(START, 34))["number"] == 3


def test_a_word_for_another_stage_or_from_an_earlier_stay_opens_nothing() -> None:
    other = history(changes=[change("gate", "2026-01-20", 3)])
    assert stage_of(EXPERIENCED, other, "2026-01-21")["number"] == 2
    back = [change("gate", "2026-01-20", 2), change("stage", "2026-01-22", 2)]
    now = stage_of(EXPERIENCED, history(changes=back), "2026-01-30")
    assert (now["number"], now["since"]) == (2, "2026-01-22")
    assert now["reasons"] == [{"rule": "stage_chosen"}]


def test_going_back_asks_for_the_whole_weeks_again_and_forward_is_no_way() -> None:
    known = through_stage_2()
    chosen = add_days(START, 30)
    now = stage_of(EXPERIENCED, known | {"changes": [change("stage", chosen, 2)]}, chosen)
    assert (now["number"], now["weeks_left"]) == (2, 4)
    third = [*known["sessions"], *weekly("single-leg-lunge", add_days(START, 28), 2)]
    ahead = known | {"sessions": third, "changes": [change("stage", add_days(START, 40), 6)]}
    now = stage_of(EXPERIENCED, ahead, add_days(START, 42))
    assert (now["number"], now["week"]) == (3, 3)


# --- layoffs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days_off", "stage", "rule"),
    [(28, 3, "stage_gate"), (29, 2, "stage_back"), (56, 2, "stage_back"), (57, 2, "stage_again")],
)
def test_weeks_off_lead_back(days_off: int, stage: int, rule: str) -> None:
    known = through_stage_2()
    last = add_days(START, 30)
    known["sessions"] = [*known["sessions"], session("single-leg-lunge", last)]
    now = stage_of(EXPERIENCED, known, add_days(last, days_off))
    assert (now["number"], now["reasons"][0]["rule"]) == (stage, rule)


def test_after_a_month_off_half_the_weeks_of_the_stage_before_are_enough() -> None:
    known = through_stage_2()
    again = add_days(START, 70)
    known["sessions"] = [*known["sessions"], *weekly("strength-hinge", again, 2)]
    later = known["sessions"][-1]["day"]
    assert stage_of(EXPERIENCED, through_stage_2(), again)["weeks_left"] == 2
    assert stage_of(EXPERIENCED, known, later)["weeks_left"] == 0
    assert stage_of(EXPERIENCED, known, add_days(again, 13))["number"] == 3


def test_after_two_months_off_a_novice_begins_at_one_and_tests_count_from_now() -> None:
    stage_1 = {"clean_squats": 12, "clean_hinges": 12, "balance_s": 40}
    first = weekly("ankles-and-calves", START, 2, per_week=3)
    known = history(sessions=first, assessments=assessed(add_days(START, 14), **stage_1))
    assert stage_of(NOVICE, known, add_days(START, 20))["number"] == 2
    again = add_days(START, 90)
    back = known | {"sessions": [*first, *weekly("ankles-and-calves", again, 1, per_week=3)]}
    now = stage_of(NOVICE, back, add_days(again, 8))
    assert (now["number"], now["weeks_left"]) == (1, 0)
    missed = missing(now)
    assert missed is not None
    assert {line["key"] for line in missed["lines"]} == {"clean_squats", "clean_hinges", "balance"}
    tests = [*known["assessments"], *assessed(add_days(again, 8), **stage_1)]
    passed = stage_of(NOVICE, back | {"assessments": tests}, add_days(again, 9))
    assert passed["number"] == 2
    assert passed["weeks_left"] == STAGES[2]["weeks"]["min"] // 2
