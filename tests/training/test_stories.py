"""Runners followed through weeks of training: what they are given, and why."""

from itertools import pairwise
from typing import Any

from midstance.training.advance import advance
from midstance.training.day import days_between
from midstance.training.explain import explain
from midstance.training.positions import apply, fold
from midstance.training.readiness import readiness
from midstance.training.stage import stage_now
from tests.training.scene import (
    DUMBBELL_SET,
    EXPERIENCED,
    NOVICE,
    POLICY,
    PROGRAM,
    STAIR_CHAIR_BACKPACK,
    TESTS,
    TWO_DUMBBELLS,
    ended,
    ladders_of,
    plan_of,
    sets_of,
    train,
    workout_of,
)

DAY = "2026-03-02"


def shows_stage_one(day: str) -> list[Any]:
    """The self-tests of the first gate, done at home on a Sunday after two weeks."""
    if day != "2026-01-18":
        return []
    shown = [("clean_squats", "both", 12), ("clean_hinges", "both", 10)]
    shown += [("balance_s", "left", 30), ("balance_s", "right", 34)]
    shown += [("knee_to_wall_mm", "left", 70), ("knee_to_wall_mm", "right", 95)]
    return [{"test": t, "side": side, "value": value, "day": day} for t, side, value in shown]


def by_slot(workout: Any) -> dict[str, Any]:
    return {item["slot"]: item for item in workout["items"]}


def test_a_novice_s_first_six_weeks_at_home_with_two_dumbbells() -> None:
    sessions = train(NOVICE, TWO_DUMBBELLS, 42, assessments=shows_stage_one)
    stages = [session["plan_item"]["stage"] for session in sessions]
    assert stages == [1] * 6 + [2] * 8

    first, first_strength = sessions[0]["workout"], sessions[6]["workout"]
    assert first["name"] == "Ankles and calves"
    assert first["minutes"] <= 20
    assert by_slot(first_strength)["squat"]["exercise"] == "sit-to-stand"
    assert by_slot(first_strength)["squat"]["sets"] == 3

    squats = [
        by_slot(s["workout"])["squat"] for s in sessions[6:] if "squat" in by_slot(s["workout"])
    ]
    assert [(s["exercise"], s["reps"]) for s in squats] == [
        ("sit-to-stand", 8),
        ("sit-to-stand", 10),
        ("sit-to-stand", 12),
        ("goblet-squat", 8),
    ]
    assert squats[-1]["load_g"] == 8000
    assert squats[-1]["change"]["by"] == "exercise"


def test_the_fifth_week_of_an_experienced_runner_is_a_lighter_one() -> None:
    sessions = train(NOVICE | {"experience": "experienced"}, DUMBBELL_SET, 42)
    weeks = {s["plan_item"]["week"]: "deload" in s["plan_item"]["ease"] for s in sessions}
    assert [week for week, deload in weeks.items() if deload] == [5]
    lighter = next(s["workout"] for s in sessions if "deload" in s["plan_item"]["ease"])
    before = [s for s in sessions if s["day"] < "2026-02-02"][-2]["workout"]
    main = [item for item in lighter["items"] if item["block"] == "main"]
    assert all(item["rir"] >= 4 and item["eased"] == "deload" for item in main)
    assert sum(i["sets"] for i in main) < 0.7 * sum(
        i["sets"] for i in before["items"] if i["block"] == "main"
    )


def test_a_novice_without_the_tests_stays_and_a_stiff_ankle_does_not_hold_back() -> None:
    trained = train(NOVICE, TWO_DUMBBELLS, 28)
    assert {session["plan_item"]["stage"] for session in trained} == {1}
    passed = train(NOVICE, TWO_DUMBBELLS, 28, assessments=shows_stage_one)
    assert passed[-1]["plan_item"]["stage"] == 2


def test_past_the_longest_weeks_the_stage_asks_for_a_review_and_does_not_promote() -> None:
    sessions = train(NOVICE, TWO_DUMBBELLS, 35)
    done = [
        {"session": s["session"], "template": s["workout"]["template"], "day": s["day"]}
        | {"ended_at": 0, "heavy": False, "place": "home"}
        for s in sessions
    ]
    history: Any = {"sessions": done, "assessments": []}
    now = stage_now(NOVICE, PROGRAM, history, "2026-02-09", POLICY, tests=TESTS)
    assert now["number"] == 1
    assert now["review"]
    assert {line["key"]: line["done"] for line in now["gate"]}["sessions"]


def test_an_experienced_runner_begins_with_strength_on_the_days_of_quality_runs() -> None:
    sessions = train(EXPERIENCED, DUMBBELL_SET, 14)
    assert [s["plan_item"]["stage"] for s in sessions] == [2, 2, 2, 2]
    assert sessions[0]["plan_item"]["reasons"][0]["rule"] == "first_day"
    assert [s["plan_item"]["reasons"][-1]["rule"] for s in sessions] == ["day_quality"] * 4


def test_a_plan_begins_the_day_the_runner_does_unless_it_is_the_day_of_the_long_run() -> None:
    sunday = {"start_day": "2026-03-01", "run_days": [2, 4, 7], "long_run_day": 7}
    nothing_yet: Any = {"sessions": [], "assessments": []}
    for runner, begins in ((NOVICE, "2026-03-01"), (EXPERIENCED, "2026-03-02")):
        profile: Any = {**runner, **sunday, "quality_days": []}
        first = plan_of(profile, nothing_yet, "2026-03-01")["sessions"][0]
        assert first["day"] == begins
        assert {"rule": "first_day"} in first["reasons"]


def test_sore_calves_cost_a_set_there_and_nothing_elsewhere() -> None:
    ready = readiness({"soreness": {"calf": 5}}, None, POLICY)
    fresh = by_slot(workout_of("strength-squat", ladders_of(DUMBBELL_SET), {}, DAY))
    sore = by_slot(workout_of("strength-squat", ladders_of(DUMBBELL_SET), {}, DAY, readiness=ready))
    assert sore["calf"]["sets"] == fresh["calf"]["sets"] - 1
    assert sore["hip_thrust"]["sets"] == fresh["hip_thrust"]["sets"]
    assert sore["calf"]["eased"] == "lighter"


def test_very_sore_calves_leave_mobility_that_does_not_hurt() -> None:
    ready = readiness({"soreness": {"calf": 7}}, None, POLICY)
    workout = workout_of("strength-squat", ladders_of(DUMBBELL_SET), {}, DAY, readiness=ready)
    assert ready["level"] == "mobility"
    assert {item["slot"] for item in workout["items"]} == {"ankle_rock", "hip_switch"}


def test_a_red_flag_stops_the_day_and_says_to_see_a_clinician() -> None:
    ready = readiness({"red_flags": ["night_pain"]}, None, POLICY)
    workout = workout_of("strength-squat", ladders_of(DUMBBELL_SET), {}, DAY, readiness=ready)
    assert workout["items"] == []
    told = explain(workout["reasons"][0], POLICY, "kg")
    assert "night pain" in told["text"]
    assert "clinician" in told["text"]
    assert told["source"] == "science 8, Rf"


def test_pain_of_five_stops_the_climb_and_takes_about_a_quarter_off() -> None:
    ladders = ladders_of(DUMBBELL_SET)
    ladder = ladders["squat"]["home"]
    rung = next(
        i for i, r in enumerate(ladder["rungs"]) if r["load_g"] == 20000 and r.get("reps") == 8
    )
    positions: Any = {"squat": {"home": {"rung": rung, "streak": 1, "misses": 0, "exposures": 3}}}
    workout = workout_of("strength-squat", ladders, positions, DAY)
    sets = [s for item in workout["items"] for s in sets_of(item, pain=5)]
    after = apply(positions, ended(workout, DAY, sets), ladders, POLICY)["squat"]["home"]
    assert ladder["rungs"][after["rung"]]["load_g"] == 15000
    assert after["streak"] == 0
    assert after["why"][0]["rule"] == "pain_regress"
    assert after["why"][0]["entries"] == ["squat-1-both", "squat-2-both", "squat-3-both"]


def test_what_was_done_at_the_gym_counts_there_also_when_the_session_began_at_home() -> None:
    ladders = ladders_of(DUMBBELL_SET)
    ladders["squat"]["gym"] = {**ladders["squat"]["home"], "place": "gym"}
    workout = workout_of("strength-squat", ladders, {}, DAY)
    for item in workout["items"]:
        if item["slot"] == "squat":
            item["place"] = "gym"
    after = apply({}, ended(workout, DAY), ladders, POLICY)
    assert set(after["squat"]) == {"gym"}
    assert {place for slot in after if slot != "squat" for place in after[slot]} == {"home"}


def test_the_weaker_left_side_decides_for_both() -> None:
    ladders = ladders_of(DUMBBELL_SET)
    workout = workout_of("strength-squat", ladders, {}, DAY)
    item = by_slot(workout)["split_squat"]
    sets = [s | {"reps": 4 if s["side"] == "left" else 12} for s in sets_of(item)]
    outcome: Any = {"prescribed": item, "sets": sets, "day": DAY, "entries": []}
    start: Any = {"rung": item["rung"], "streak": 0, "misses": 0, "exposures": 0}
    found = advance(start, outcome, ladders["split_squat"]["home"], POLICY)
    assert found["position"]["rung"] == item["rung"]
    assert [reason["rule"] for reason in found["reasons"]] == ["miss_hold", "weaker_side"]
    assert explain(found["reasons"][1], POLICY, "kg")["text"].startswith("Your left side")


def test_dumbbells_sold_lead_to_the_nearest_load_that_is_not_heavier() -> None:
    sessions = train(EXPERIENCED, DUMBBELL_SET, 84)
    with_dumbbells = fold(sessions, ladders_of(DUMBBELL_SET), POLICY)["hip_thrust"]["home"]
    bare = ladders_of(STAIR_CHAIR_BACKPACK)
    without = fold(sessions, bare, POLICY)["hip_thrust"]["home"]
    last = with_dumbbells["last"]
    rung = bare["hip_thrust"]["home"]["rungs"][without["rung"]]
    assert last["load_g"] > 0
    assert rung["load_g"] > 0
    assert without["rung"] < len(bare["hip_thrust"]["home"]["rungs"])


def test_home_and_gym_keep_places_of_their_own() -> None:
    home, gym = ladders_of(TWO_DUMBBELLS), ladders_of(DUMBBELL_SET, "gym")
    ladders = {slot: {**home[slot], **gym[slot]} for slot in home}
    workout = workout_of("strength-squat", ladders, {}, DAY, place="gym")
    positions = fold([ended(workout, DAY, place="gym")], ladders, POLICY)
    assert positions["squat"].keys() == {"gym"}
    assert positions["squat"]["gym"]["rung"] == 1


def test_ten_days_off_cost_one_lighter_session_and_three_weeks_a_climb_back() -> None:
    ladders = ladders_of(DUMBBELL_SET)
    position = {"rung": 13, "streak": 0, "misses": 0, "exposures": 2, "last_day": "2026-02-20"}
    short = by_slot(workout_of("strength-squat", ladders, {"squat": {"home": position}}, DAY))
    assert short["squat"]["eased"] == "layoff"
    assert short["squat"]["sets"] == 2
    long_off: Any = {"squat": {"home": position | {"last_day": "2026-02-10"}}}
    back = workout_of("strength-squat", ladders, long_off, DAY)
    squat = by_slot(back)["squat"]
    assert squat["eased"] == "return"
    assert squat["rung"] < 13
    after = apply(long_off, ended(back, DAY), ladders, POLICY)["squat"]["home"]
    assert after["rung"] == squat["rung"] + 1


def test_a_missed_week_skips_nothing_and_doubles_nothing() -> None:
    away = ("2026-01-12", "2026-01-19")
    sessions = train(NOVICE, TWO_DUMBBELLS, 42, misses=lambda day: away[0] <= day < away[1])
    ids = [session["plan_item"]["id"] for session in sessions]
    assert ids == [f"1-{number + 1}" for number in range(len(ids))]
    days = [session["day"] for session in sessions]
    assert all(days_between(a, b) >= 1 for a, b in pairwise(days))
