"""Where a runner begins: from another place or slot, by experience, or where the program says."""

from typing import Any

from midstance.training.ladder import build_ladder
from midstance.training.positions import fold
from midstance.training.prescribe import prescribe
from midstance.training.rungs import compared
from midstance.training.start import first_rungs
from tests.training.scene import (
    DUMBBELL_SET,
    EXERCISES,
    EXPERIENCED,
    GYM,
    NOVICE,
    POLICY,
    PROGRAM,
    READY,
    SLOTS,
    TEMPLATES,
    ended,
    ladders_of,
    workout_of,
)
from tests.training.test_ladder import LUNGES

DAY = "2026-03-02"


def begun(positions: Any, ladders: Any, profile: Any = NOVICE) -> Any:
    return first_rungs(
        program=PROGRAM,
        ladders=ladders,
        positions=positions,
        profile=profile,
        exercises=EXERCISES,
        policy=POLICY,
    )


def first(ladders: Any, slot: str, at: str = "home") -> Any:
    ladder = ladders[slot][at]
    return ladder["rungs"][ladder["first_rung"]]


def stood(ladder: Any, exercise: str, load_g: int, amount: int, **more: Any) -> Any:
    """A position at the heaviest load up to `load_g`."""
    rung = max(
        i
        for i, r in enumerate(ladder["rungs"])
        if r["exercise"] == exercise and r["load_g"] <= load_g and amount in r.values()
    )
    last = ladder["rungs"][rung]
    kept = {"rung": rung, "streak": 0, "misses": 0, "exposures": 3, "last_day": "2026-02-26"}
    return kept | {"last": last} | more


def test_the_heavier_slot_begins_where_the_lighter_one_stood_for_its_fewer_reps() -> None:
    ladders = ladders_of(GYM)
    squat = stood(ladders["squat"]["home"], "barbell-squat", 60000, 8, last_rir=3)
    found = begun({"squat": {"home": squat}}, ladders)
    rung = first(found, "heavy_squat")
    assert (rung["exercise"], rung["reps"]) == ("barbell-squat", 5)
    one_rep = squat["last"]["load_g"] * (1 + 11 / 30)
    assert rung["load_g"] * (1 + 7 / 30) <= one_rep < (rung["load_g"] + 5000) * (1 + 7 / 30)
    assert found["heavy_squat"]["home"]["first_why"]["rule"] == "start_carried"


def test_the_best_of_the_last_sessions_is_carried_unless_the_position_fell_since() -> None:
    ladders = ladders_of(GYM)
    stand = stood(ladders["squat"]["home"], "barbell-squat", 60000, 8, last_rir=8)
    before = {"day": "2026-02-19", "of": compared(stand["last"]), "value": 62000}
    spared = first(begun({"squat": {"home": stand | {"recent": [before]}}}, ladders), "heavy_squat")
    shown = first(begun({"squat": {"home": stand}}, ladders), "heavy_squat")
    assert spared == shown, "an earlier session with less takes nothing away"
    strong = before | {"value": 120000}
    stronger = begun({"squat": {"home": stand | {"recent": [strong]}}}, ladders)
    assert first(stronger, "heavy_squat")["load_g"] > shown["load_g"]
    fallen = stand | {"rung": stand["rung"] - 6, "recent": [strong]}
    assert (
        first(begun({"squat": {"home": fallen}}, ladders), "heavy_squat")["load_g"]
        < (shown["load_g"])
    )


def test_slow_lowering_begins_lower_with_half_the_sets_and_says_so() -> None:
    ladders = ladders_of(GYM)
    squat = stood(ladders["heavy_squat"]["home"], "barbell-squat", 80000, 5, last_rir=2)
    positions = {"heavy_squat": {"home": squat}}
    found = begun(positions, ladders)
    rung = first(found, "slow_squat")
    assert rung["exercise"] == "barbell-squat"
    same_reps = squat["last"]["load_g"] * (1 + 7 / 30) / (1 + (rung["reps"] + 3) / 30)
    assert 0.78 * same_reps <= rung["load_g"] <= 0.9 * same_reps
    template = next(t for t in TEMPLATES.values() if "slow_squat" in str(t["slots"]))
    workout = workout_of(template["slug"], found, positions, DAY)
    item = next(i for i in workout["items"] if i["slot"] == "slow_squat")
    assert item["sets"] == 2
    assert [r["rule"] for r in item["reasons"]][:2] == ["first_half", "start_below"]
    assert "eased" not in item


def test_pain_since_then_is_taken_over_too() -> None:
    ladders = ladders_of(GYM)
    squat = stood(ladders["squat"]["home"], "barbell-squat", 60000, 8, last_rir=3)
    hurt = stood(ladders["squat"]["home"], "barbell-squat", 45000, 8)
    well = begun({"squat": {"home": squat}}, ladders)
    sore = begun({"squat": {"home": squat | {"rung": hurt["rung"]}}}, ladders)
    assert first(sore, "heavy_squat")["load_g"] < first(well, "heavy_squat")["load_g"]


def test_a_lighter_week_right_before_does_not_lower_the_start() -> None:
    ladders = ladders_of(GYM)
    ladder = ladders["squat"]["home"]
    whole = {"day": DAY, "of": "barbell-squat barbell", "value": 82000}
    squat = stood(ladder, "barbell-squat", 60000, 8, recent=[whole])
    lighter = stood(ladder, "barbell-squat", 55000, 8)["last"]
    usual, deload = (
        begun({"squat": {"home": position}}, ladders)
        for position in (squat, squat | {"last": lighter})
    )
    assert first(usual, "heavy_squat") == first(deload, "heavy_squat")


def test_another_place_begins_with_what_was_done_here() -> None:
    ladders = {
        slot: {**at, **ladders_of(GYM, "gym")[slot]}
        for slot, at in ladders_of(DUMBBELL_SET).items()
    }
    calf = stood(ladders["calf"]["home"], "single-leg-calf-raise", 0, 10)
    found = begun({"calf": {"home": calf}}, ladders)
    assert first(found, "calf", "gym")["exercise"] == "single-leg-calf-raise"
    assert first(found, "calf", "gym")["reps"] == 10


def test_an_exercise_that_is_not_here_leads_to_the_nearest_that_is_not_harder() -> None:
    gym, home = ladders_of(GYM, "gym"), ladders_of(DUMBBELL_SET)
    ladders = {slot: {**home[slot], **gym[slot]} for slot in home}
    squat = stood(gym["squat"]["gym"], "barbell-squat", 60000, 8)
    rung = first(begun({"squat": {"gym": squat}}, ladders), "squat")
    assert rung["exercise"] == "goblet-squat"
    assert rung["load_g"] <= 20000


def test_two_dumbbells_lowered_slowly_tell_what_one_or_a_bar_begins_with() -> None:
    """Between the stages the exercise and what carries its load change, not the strength."""
    for kit in (DUMBBELL_SET, GYM):
        ladders = ladders_of(kit)
        ladder = ladders["slow_squat"]["home"]
        slow = stood(ladder, "slow-eccentric-squat", 35000, 8, last_rir=3)
        rung = first(begun({"slow_squat": {"home": slow}}, ladders), "strong_squat")
        assert 20000 <= rung["load_g"] <= 35000, rung


def test_a_slot_that_tells_nothing_leaves_it_to_the_one_trained_before() -> None:
    ladders = ladders_of(GYM)
    pressed = {
        **stood(ladders["squat"]["home"], "barbell-squat", 60000, 8),
        "last": {"exercise": "leg-press", "load": "stack", "load_g": 90000, "reps": 8},
    }
    before = stood(ladders["heavy_squat"]["home"], "barbell-squat", 60000, 5, last_rir=2)
    positions = {"slow_squat": {"home": pressed}, "heavy_squat": {"home": before}}
    rung = first(begun(positions, ladders), "strong_squat")
    assert rung["exercise"] == "barbell-squat"
    assert 50000 <= rung["load_g"] <= 70000


def test_experience_begins_loaded_and_a_novice_does_not() -> None:
    ladders = ladders_of(GYM)
    heavy: Any = EXPERIENCED | {"body_mass_g": 80000}
    assert first(begun({}, ladders), "squat")["exercise"] == "sit-to-stand"
    returning = first(begun({}, ladders, NOVICE | {"experience": "returning"}), "squat")
    assert (returning["exercise"], returning["load_g"]) == ("goblet-squat", 6000)
    found = begun({}, ladders, heavy)
    assert first(found, "squat")["load_g"] == 20000
    assert first(begun({}, ladders, EXPERIENCED), "squat")["load_g"] == 16000
    assert found["squat"]["home"]["first_why"] == {"rule": "start_entry"}
    assert "first_why" not in begun({}, ladders)["squat"]["home"]


def test_a_slot_once_begun_stays_where_its_first_session_was_prescribed() -> None:
    """The fold knows nothing of experience: the frozen prescription says where it began."""
    ladders = ladders_of(GYM)
    found = begun({}, ladders, EXPERIENCED)
    workout = prescribe(
        template=TEMPLATES["strength-squat"],
        program_slots=SLOTS,
        ladders=found,
        positions={},
        exercises=EXERCISES,
        place="home",
        minutes=60,
        readiness=READY,
        policy=POLICY,
        day=DAY,
    )
    at = next(i["rung"] for i in workout["items"] if i["slot"] == "squat")
    assert at > 0
    after = fold([ended(workout, DAY)], ladders, POLICY)["squat"]["home"]
    assert after["rung"] == at + 1
    assert after == fold([ended(workout, DAY)], found, POLICY)["squat"]["home"]


def test_who_has_outgrown_an_exercise_elsewhere_begins_with_the_harder_one() -> None:
    ladders = ladders_of(GYM)
    chain: Any = SLOTS["lunge"] | {"chain": LUNGES}
    ladders["lunge"] = {"home": build_ladder("lunge", chain, GYM, EXERCISES, POLICY)}
    heaviest = {
        load_g: first(
            begun({"split_squat": {"home": stood(ladders["split_squat"]["home"], *did)}}, ladders),
            "lunge",
        )
        for load_g in (8000, 16000, 24000, 40000)
        for did in [("split-squat", load_g, 10)]
    }
    assert [(rung["exercise"], rung["load_g"]) for rung in heaviest.values()] == [
        ("split-squat", 8000),
        ("reverse-lunge", 12000),
        ("walking-lunge", 12000),
        ("rear-foot-elevated-split-squat", 16000),
    ]
