"""What the catalog as a whole owes a runner: every theme coached, every stage, at home too."""

import re
from collections.abc import Iterable

import pytest

from midstance.content import load
from midstance.content.exercise import Exercise
from midstance.content.vocabulary import HOME, Region

CONTENT = load()
CATALOG = list(CONTENT.exercises.values())
IDS = [exercise.slug for exercise in CATALOG]

THEMES = {
    "the path of force": r"push the (floor|stair) away|drive the floor away|push .* down",
    "a steady trunk": r"\bribs\b|\bbrace\b|\bbelly\b|tailbone",
    "a level pelvis": r"level|belt|hip bones|hips square",
    "the line of the knee": r"knees? .*(toe|in line)|spread the knees",
    "the foot": r"big toe|heel|arch|whole foot",
    "breathing": r"breath",
    "an upright posture": r"\btall\b|crown",
    "the drive of early stance from the glutes": r"glute",
}


@pytest.mark.parametrize("theme", THEMES)
def test_the_cues_cover_what_a_coach_looks_for(theme: str) -> None:
    coached = [
        exercise.slug
        for exercise in CATALOG
        if any(re.search(THEMES[theme], cue.lower()) for cue in exercise.cues)
    ]
    assert len(coached) >= 3, coached


@pytest.mark.parametrize("stage", [1, 2, 3, 4, 5, 6, 7])
def test_each_stage_has_an_exercise_for_what_carries_a_stride(stage: int) -> None:
    here = {exercise.pattern for exercise in CATALOG if stage in exercise.stages}
    needed = {"mobility_ankle", "mobility_hip", "activation", "hinge", "squat", "calf", "trunk"}
    if stage >= 2:
        needed |= {"lunge", "step", "calf_soleus", "abduction", "hip_flexor", "foot"}
    if stage >= 3:
        needed |= {"hamstring", "adductor"}
    if stage >= 5:
        needed |= {"plyo_low", "plyo_medium", "plyo_high"}
    assert needed <= here


def test_every_exercise_has_its_place_in_a_program() -> None:
    slots = [slot for program in CONTENT.programs.values() for slot in program.slots.values()]
    assert {exercise.slug for exercise in CATALOG} == {s for slot in slots for s in slot.chain}


@pytest.mark.parametrize("exercise", CATALOG, ids=IDS)
def test_every_exercise_can_be_done_at_home(exercise: Exercise) -> None:
    assert any(set(alternative.needs) <= HOME for alternative in exercise.equipment)


@pytest.mark.parametrize(
    "slug",
    ["glute-bridge", "single-leg-glute-bridge", "hamstring-bridge", "hip-thrust", "deadlift",
     "step-up", "double-calf-raise", "single-leg-calf-raise", "seated-calf-raise"],
)  # fmt: skip
def test_what_begins_low_begins_with_the_lift(slug: str) -> None:
    assert CONTENT.exercises[slug].starts == "bottom"


@pytest.mark.parametrize("slug", ["romanian-deadlift", "goblet-squat", "split-squat", "hip-hitch"])
def test_what_begins_standing_begins_with_the_way_down(slug: str) -> None:
    assert CONTENT.exercises[slug].starts == "top"


def test_every_region_of_the_check_in_is_loaded_by_something() -> None:
    loaded = {region for exercise in CATALOG for region in exercise.regions}
    assert loaded == set(_values(Region))


def test_an_exercise_loads_the_region_its_main_muscle_lies_in() -> None:
    """Soreness rules go by region: a calf raise that forgot the calf would ignore a sore calf."""
    home = {
        "gastrocnemius": {"calf"},
        "soleus": {"calf"},
        "quadriceps": {"quads"},
        "hamstrings": {"hamstrings", "knee"},
        "gluteus_maximus": {"glutes"},
        "gluteus_medius": {"glutes", "hip"},
        "hip_flexors": {"hip"},
        "tibialis_anterior": {"shin"},
        "foot_intrinsics": {"foot"},
    }
    wrong = {
        (exercise.slug, muscle)
        for exercise in CATALOG
        for muscle in exercise.muscles.primary
        if muscle in home and not home[muscle] & set(exercise.regions)
    }
    assert not wrong


def test_cues_are_not_repeated_over_and_over() -> None:
    cues = [cue for exercise in CATALOG for cue in exercise.cues]
    assert max(cues.count(cue) for cue in cues) <= 3


def test_bad_signs_are_named_before_an_exercise_can_hurt() -> None:
    """Each leave-out names a sign and, across the catalog, where a clinician has to look."""
    assert all(
        re.search(r"pain|hurt|ache|pinch|strain|sore|swollen|swells|cramp", e.leave_out)
        for e in CATALOG
    )
    assert sum("looked at" in exercise.leave_out for exercise in CATALOG) >= 3


def _values(literal: object) -> Iterable[str]:
    return literal.__args__  # type: ignore[attr-defined,no-any-return]
