"""What an ended session shows of each slot."""

from typing import Any

from midstance.training.done import Ground, done
from tests.training.scene import EXERCISES, KITS, POLICY, PROGRAM, ended, ladders_of, workout_of

LADDERS = ladders_of(KITS["dumbbell_set"])
GROUND = Ground(PROGRAM, EXERCISES, LADDERS, POLICY)
DAY = "2026-03-02"
WORKOUT = workout_of("strength-squat", LADDERS, {}, DAY)
ITEM = next(item for item in WORKOUT["items"] if item["slot"] == "split_squat")


def shown(*sets: Any) -> Any:
    judged: Any = ended(WORKOUT, DAY, list(sets))
    fields = {"template": "strength-squat", "ended_at": 0}
    return done(judged, fields, (None, None, None), GROUND)


def side(name: str, reps: int, index: int = 1, **more: Any) -> dict[str, Any]:
    known = {"slot": "split_squat", "exercise": ITEM["exercise"], "index": index, "side": name}
    return known | {"reps": reps} | more


def test_the_best_set_is_as_good_as_its_weaker_side() -> None:
    sets = [side("left", 8), side("right", 6), side("left", 7, 2), side("right", 7, 2)]
    assert shown(*sets)["best"] == {"split_squat": 7}


def test_one_side_alone_shows_nothing() -> None:
    assert shown(side("left", 8))["best"] == {}


def test_sets_of_an_easier_exercise_show_nothing_of_the_one_asked_for() -> None:
    easier = {"exercise": "sit-to-stand"}
    assert shown(side("left", 30, **easier), side("right", 30, **easier))["best"] == {}
