"""The checked-in vectors are those that the rules give now."""

from pathlib import Path

import pytest

from tests.vectors.generate import FOLDER, vectors

MOST_BYTES = 6_000_000


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return vectors()


def test_generating_again_gives_the_same_bytes(made: dict[str, str]) -> None:
    changed = [name for name, text in made.items() if Path(FOLDER / name).read_text() != text]
    assert not changed, "meant? then run `make vectors`"


def test_they_stay_small_enough_to_check_in(made: dict[str, str]) -> None:
    assert sum(len(text.encode()) for text in made.values()) < MOST_BYTES
