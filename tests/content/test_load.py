"""Loading: what the product gets, the JSON it serves, a version that tells when that changed."""

import json
from dataclasses import FrozenInstanceError

import pytest
from pydantic import ValidationError

from midstance.content import BadContent, load
from midstance.content.exercise import Exercise
from midstance.content.policy import Policy
from midstance.content.program import Program
from tests.content.conftest import Copy

CONTENT = load()


def test_exercises_come_in_the_order_of_the_catalog() -> None:
    numbers = [exercise.number for exercise in CONTENT.exercises.values()]
    assert numbers == sorted(numbers)
    assert all(slug == exercise.slug for slug, exercise in CONTENT.exercises.items())


def test_nothing_loaded_can_be_changed() -> None:
    with pytest.raises(ValidationError):
        CONTENT.exercises["deadlift"].name = "Lift"
    with pytest.raises(TypeError):
        CONTENT.exercises["lift"] = CONTENT.exercises["deadlift"]  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        CONTENT.version = "another"  # type: ignore[misc]


@pytest.mark.parametrize("slug", CONTENT.exercises)
def test_an_exercise_survives_its_own_json(slug: str) -> None:
    exercise = CONTENT.exercises[slug]
    served = json.dumps(exercise.plain())
    assert Exercise.model_validate(json.loads(served)) == exercise
    assert "null" not in served


def test_programs_and_policy_survive_their_own_json() -> None:
    for program in CONTENT.programs.values():
        assert Program.model_validate(json.loads(json.dumps(program.plain()))) == program
    policy = json.loads(json.dumps(CONTENT.policy))
    assert policy == CONTENT.policy
    assert Policy.model_validate(policy).plain() == policy


def test_the_json_of_an_exercise_keeps_its_shape() -> None:
    served = CONTENT.exercises["clamshell"].plain()
    served.pop("figure", None)
    prose = {
        key: served.pop(key) for key in ("why", "setup", "cues", "faults", "breathing", "leave_out")
    }
    assert served == {
        "slug": "clamshell",
        "number": 10,
        "name": "Clamshell",
        "pattern": "activation",
        "laterality": "unilateral",
        "stages": [1],
        "measure": "reps",
        "tempo": "2-0-2-1",
        "starts": "bottom",
        "phase_words": {
            "lower": "Close",
            "pause_low": "Touch",
            "lift": "Open",
            "pause_high": "Hold",
        },
        "equipment": [{"needs": [], "load": "body"}],
        "regions": ["hip", "glutes"],
        "tags": ["activation"],
        "muscles": {
            "primary": ["gluteus_medius", "hip_rotators"],
            "secondary": ["gluteus_maximus"],
        },
        "easier": [],
        "harder": ["side-lying-hip-abduction", "lateral-band-walk"],
    }
    assert all(isinstance(prose[key], str) for key in ("why", "breathing", "leave_out"))
    assert all(isinstance(line, str) for line in [*prose["setup"], *prose["cues"]])
    assert all(fault.keys() == {"fault", "fix"} for fault in prose["faults"])


def test_what_an_exercise_does_not_have_is_not_served() -> None:
    assert CONTENT.exercises["front-plank"].plain().keys().isdisjoint({"tempo", "phase_words"})


def test_every_source_can_be_looked_up() -> None:
    assert CONTENT.sources["Fra"].startswith("Frandsen, Br J Sports Med 2025")


def test_loading_twice_gives_the_same_version(copy: Copy) -> None:
    assert load(copy.folder).version == CONTENT.version


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("exercises/deadlift.toml", "Drag the load", "Slide the load"),
        ("programs/stronger-strides.toml", "rest_s = 120", "rest_s = 150"),
        ("policy.toml", "rollover_h = 4", "rollover_h = 3"),
        ("sources.toml", "Alfredson, ", "H. Alfredson, "),
    ],
)
def test_the_version_changes_with_anything_served(
    copy: Copy, file: str, old: str, new: str
) -> None:
    copy.edit(file, old, new)
    assert load(copy.folder).version != CONTENT.version


def test_the_version_stays_when_only_a_comment_changes(copy: Copy) -> None:
    copy.edit("policy.toml", "# Every number", "# Each number")
    copy.edit("exercises/deadlift.toml", "number = 17", "number  =  17  # as in the science file")
    assert load(copy.folder).version == CONTENT.version


def test_content_that_does_not_fit_is_refused_with_everything_wrong(copy: Copy) -> None:
    copy.edit("exercises/deadlift.toml", "number = 17\n", "")
    copy.edit("exercises/open-book.toml", 'measure = "reps"', 'measure = "breaths"')
    copy.edit("policy.toml", "rollover_h = 4", 'rollover_h = "4"')
    with pytest.raises(BadContent) as caught:
        load(copy.folder)
    assert {(problem.file, problem.key) for problem in caught.value.problems} == {
        ("exercises/deadlift.toml", "number"),
        ("exercises/open-book.toml", "measure"),
        ("policy.toml", "day.rollover_h"),
    }
    assert "exercises/deadlift.toml: number: missing" in str(caught.value)
