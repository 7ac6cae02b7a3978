"""Ladders: what they leave out, so that they can be climbed within months."""

from itertools import groupby, pairwise
from typing import Any

import pytest

from midstance.training.ladder import build_ladder
from tests.training.scene import EXERCISES, KITS, POLICY, SLOTS, ladders_of

LUNGES = ["split-squat", "reverse-lunge", "walking-lunge", "rear-foot-elevated-split-squat"]
SESSIONS_IN_HALF_A_YEAR = 52


def exercises_of(ladder: Any) -> list[tuple[str, list[Any]]]:
    """The exercises of a ladder in order, each with its rungs."""
    return [
        (slug, list(rungs)) for slug, rungs in groupby(ladder["rungs"], lambda r: r["exercise"])
    ]


def loads_of(ladder: Any) -> dict[str, list[int]]:
    return {
        slug: list(dict.fromkeys(rung["load_g"] for rung in rungs))
        for slug, rungs in exercises_of(ladder)
    }


def sides(slug: str) -> str:
    laterality: str = EXERCISES[slug]["laterality"]
    return laterality


@pytest.mark.parametrize("kit", KITS)
def test_an_exercise_once_loaded_is_not_followed_by_an_unloaded_start_of_a_harder_one(
    kit: str,
) -> None:
    for slot, at in ladders_of(KITS[kit]).items():
        for (easier, below), (harder, above) in pairwise(exercises_of(at["home"])):
            loaded = below[-1]["load_g"] > 0 and above[-1]["load_g"] > 0
            if loaded and sides(easier) == sides(harder):
                assert above[0]["load_g"] > 0, (slot, harder)


def lunges_of(kit: str) -> dict[str, list[int]]:
    slot: Any = SLOTS["lunge"] | {"chain": LUNGES}
    return loads_of(build_ladder("lunge", slot, KITS[kit], EXERCISES, POLICY))


def test_a_harder_exercise_begins_lighter_than_the_easier_one_ends_where_it_can() -> None:
    lunges = lunges_of("gym")
    assert lunges["split-squat"] == [0, 8000, 12000, 16000]
    assert lunges["reverse-lunge"] == lunges["walking-lunge"] == [12000, 16000]
    last = lunges["rear-foot-elevated-split-squat"]
    assert (last[0], last[-1]) == (12000, 60000)


def test_a_bar_takes_over_where_it_begins() -> None:
    squats = loads_of(ladders_of(KITS["gym"])["squat"]["home"])
    assert squats["goblet-squat"][-1] == squats["barbell-squat"][0] == 20000


def test_one_pair_of_dumbbells_leads_through_all_lunges() -> None:
    assert list(lunges_of("two_dumbbells").values()) == [[0, 16000], [16000], [16000], [16000]]


@pytest.mark.parametrize("kit", KITS)
def test_half_a_year_of_sessions_that_go_well_leads_to_the_last_exercise_of_a_chain(
    kit: str,
) -> None:
    """From the lightest rung on, one rung a session; of what a bar or stack lifts nobody tires."""
    for slot, at in ladders_of(KITS[kit]).items():
        rungs = at["home"]["rungs"]
        last = next(i for i, r in enumerate(rungs) if r["exercise"] == rungs[-1]["exercise"])
        if not any(r["load"] in POLICY["ladder"]["heavy_loads"] for r in rungs[:last]):
            assert last <= SESSIONS_IN_HALF_A_YEAR, slot
