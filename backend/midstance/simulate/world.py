"""The content as the engine takes it, read once for all runners of a process."""

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from midstance.content.load import load
from midstance.training.ladder import build_ladders
from midstance.training.program_values import Exercise, Program, Slot, Template, Tests
from midstance.training.runner_values import Place
from midstance.training.values import Ladders, Policy

RULES = ("slug", "pattern", "laterality", "measure", "regions", "tags", "tempo", "equipment")
"""Of an exercise what the rules look at."""


class NoProgram(Exception):  # noqa: N818 - it names what is wrong, as the other errors do
    """There is no program of that name."""

    def __init__(self, slug: str, programs: list[str]) -> None:
        super().__init__(f"There is no program {slug}; there are {', '.join(programs)}.")


@dataclass(frozen=True)
class World:
    """One program with everything around it; `whole` has the slots of all programs."""

    program: Program
    whole: Program
    templates: dict[str, Template]
    exercises: dict[str, Exercise]
    tests: Tests
    policy: Policy
    built: dict[tuple[str, str], Ladders] = field(default_factory=dict)

    def slots_of(self, number: int) -> set[str]:
        """The slots of a stage's templates."""
        stage = next(one for one in self.program["stages"] if one["number"] == number)
        templates = (self.templates[slug] for slug in stage["templates"])
        return {one["slot"] for template in templates for one in template["slots"]}

    def ladders(self, places: dict[str, Place]) -> Ladders:
        """The ladders of every slot, also of those that a program carries on from.

        Homes are alike, so each kind of place is built once.
        """
        ladders: Ladders = {}
        for at, place in places.items():
            key = at, json.dumps(place, sort_keys=True)
            if key not in self.built:
                self.built[key] = build_ladders(
                    self.whole, {at: place}, self.exercises, self.policy
                )
            for slot, here in self.built[key].items():
                ladders.setdefault(slot, {}).update(here)
        return ladders


@cache
def world(slug: str) -> World:
    """Everything for the program `slug`.

    Raises:
        NoProgram: there is none.
    """
    content = load()
    programs = {name: cast(Program, one.plain()) for name, one in content.programs.items()}
    if slug not in programs:
        raise NoProgram(slug, sorted(programs))
    slots: dict[str, Slot] = {}
    for one in programs.values():
        slots |= one["slots"]
    program = programs[slug]
    exercises: Any = {name: _card(one.plain()) for name, one in content.exercises.items()}
    tests: Any = {key: test.plain() for key, test in content.tests.items()}
    return World(
        program=program,
        whole={**program, "slots": slots | program["slots"]},
        templates={one["slug"]: one for one in program["templates"]},
        exercises=exercises,
        tests=tests,
        policy=content.policy,
    )


def _card(exercise: dict[str, Any]) -> dict[str, Any]:
    return {name: exercise[name] for name in RULES if name in exercise}
