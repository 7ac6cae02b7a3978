"""The figures the JavaScript tests look at are those of the exercise files, and all are checked."""

import tomllib

import pytest
from pydantic import ValidationError

from midstance.content.figure import Figure
from tests.frontend.figure.export import EXERCISES, VECTORS, figures, text

STANDING = {"view": "side", "poses": [{"position": 0}]}
JUMP = {"loop": "same", "still": [0, 0.5], "poses": [{"position": 0}, {"position": 0.5}]}
THERE = {"poses": [{"position": 0}, {"position": 1}]}
BOTH_SIDES = {
    "position": 0,
    **{f"{side}_leg": {"thigh": 0} for side in ("near", "far")},
    **{f"{side}_arm": {"upper": 0} for side in ("near", "far")},
}


def test_the_exported_figures_are_those_of_the_exercise_files() -> None:
    assert VECTORS.read_text(encoding="utf-8") == text(), (
        "figures changed on purpose? then run `make vectors`"
    )


def test_every_coached_exercise_of_the_first_two_stages_is_drawn() -> None:
    coached = {
        path.stem
        for path in EXERCISES.glob("*.toml")
        if {1, 2} & set(tomllib.loads(path.read_text(encoding="utf-8"))["stages"])
    }
    assert coached - set(figures()) == set()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"poses": [{"position": 0, "trunc": 3}]}, "trunc"),
        ({"poses": [{"position": 0}, {"position": 0.5}]}, "last of several poses"),
        ({"poses": [{"position": 1}, {"position": 0}]}, "rise from 0"),
        ({"gear": [{"kind": "band"}]}, "needs a joint"),
        (
            {"poses": [{"position": 0}, {"position": 1, "far_leg": {"plant": [0, 0]}}]},
            "far_leg names",
        ),
        ({"loop": "same", "poses": [{"position": 0}, {"position": 1}]}, "before position 1"),
        ({"loop": "same", "poses": [{"position": 0}, {"position": 0.5}]}, "a `still`"),
        ({"poses": [{"position": 0}, {"position": 1, "flight": True}]}, "only a jump"),
        (
            JUMP | {"poses": [{"position": 0, "flight": True}, {"position": 0.5}]},
            "begins with",
        ),
        (
            JUMP | {"poses": [{"position": at, "flight": at > 0} for at in (0, 0.4, 0.6)]},
            "one pose, its top",
        ),
        (THERE | {"back": [{"position": 0.4}, {"position": 0.6}]}, "must fall"),
        (THERE | {"back": [{"position": 1}]}, "must fall"),
        ({"back": [{"position": 0.5}]}, "neither a jump nor a hold"),
        (JUMP | {"loop": "sides"}, "near and far limbs"),
        (JUMP | {"loop": "sides", "poses": [BOTH_SIDES, {"position": 0.5}]}, "in the middle"),
    ],
)
def test_a_figure_that_cannot_be_drawn_is_refused(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Figure.model_validate(STANDING | change)
