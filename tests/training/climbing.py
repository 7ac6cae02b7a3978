"""One session on a ladder, and where the runner stands after it."""

from typing import Any

from midstance.training.advance import advance
from tests.training.scene import POLICY, sets_of
from tests.vectors.progress import item_at

DAY = "2026-03-02"


def known(rung: int, **more: Any) -> Any:
    return {"rung": rung, "streak": 0, "misses": 0, "exposures": 2, "last_day": "2026-02-27"} | more


def train(ladder: Any, position: Any, day: str = DAY, item: Any = None, **sets: Any) -> Any:
    item = item or item_at(ladder, position["rung"])
    outcome: Any = {"prescribed": item, "sets": sets_of(item, **sets), "day": day, "entries": []}
    return advance(position, outcome, ladder, POLICY)


def top_of(ladder: Any, load_g: int, exercise: str) -> int:
    return max(
        i
        for i, rung in enumerate(ladder["rungs"])
        if (rung["exercise"], rung["load_g"]) == (exercise, load_g)
    )
