"""What the rules look at in a simulated life."""

from typing import Any

from midstance.simulate.life import Day, Life, Trained
from midstance.training.values import Item

Check = tuple[str, str | None]
"""A day, and what broke on it; None where all was well."""


def sessions(life: Life) -> list[tuple[Day, Trained]]:
    return [(day, day.trained) for day in life.days if day.trained]


def heavy_sessions(life: Life) -> list[tuple[Day, Trained]]:
    return [(day, done) for day, done in sessions(life) if done.item["heavy"]]


def sets_of(item: Item, done: Trained) -> list[Any]:
    return [one for one in done.sets if one.get("slot") == item["slot"]]
