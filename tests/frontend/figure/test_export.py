"""The figures the JavaScript tests look at are those of the exercise files, and all are checked."""

import tomllib

import pytest
from pydantic import ValidationError

from midstance.content.figure import Figure
from tests.frontend.figure.export import EXERCISES, VECTORS, figures, text

STANDING = {"view": "side", "poses": [{"position": 0}]}


def test_the_exported_figures_are_those_of_the_exercise_files() -> None:
    assert VECTORS.read_text(encoding="utf-8") == text(), (
        "figures changed: run `python -m tests.frontend.figure.export`"
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
    ],
)
def test_a_figure_that_cannot_be_drawn_is_refused(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Figure.model_validate(STANDING | change)
