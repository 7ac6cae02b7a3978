"""The runner that the engine plans for: the profile with an answer to everything it asks."""

import json
from dataclasses import dataclass
from typing import Any, cast

from midstance.api.catalog import Catalog
from midstance.api.runner.remembered import Remembered
from midstance.training.ladder import build_ladders
from midstance.training.program_values import Program
from midstance.training.runner_values import Profile
from midstance.training.values import Ladders

DEFAULT_MINUTES = 30
FIRST_PROGRAM = "stronger-strides"
REMEMBERED_LADDERS = 64


@dataclass(frozen=True)
class Runner:
    """`whole` is the program with all others, for what was trained in one carries into another."""

    profile: Profile
    equipment: dict[str, Any]
    program: Program
    whole: Program
    place: str
    minutes: int
    units: str

    def ladders(self, catalog: Catalog) -> Ladders:
        """The ladders of every slot there is, the program's and those it carries on from."""
        key = (catalog.version, self.program["slug"], json.dumps(self.equipment, sort_keys=True))
        return _LADDERS.get(key) or _LADDERS.keep(
            key,
            build_ladders(self.whole, self.equipment, catalog.exercises, catalog.policy),
        )


def runner_of(said: dict[str, Any], catalog: Catalog) -> Runner:
    """What the profile leaves open is answered as for a careful beginner with no equipment."""
    known: dict[str, Any] = {
        "experience": "novice",
        "run_days": [],
        "weekly_distance_m": 0,
        "equipment": {"home": {}},
    } | said
    chosen = known.get("program", FIRST_PROGRAM)
    program = catalog.programs.get(chosen) or catalog.programs[FIRST_PROGRAM]
    return Runner(
        profile=cast(Profile, known),
        equipment=_equipment(known["equipment"]),
        program=program,
        whole=_whole(program, catalog),
        place=known.get("default_place", "home"),
        minutes=known.get("minutes", DEFAULT_MINUTES),
        units=known.get("units", "kg"),
    )


def _whole(program: Program, catalog: Catalog) -> Program:
    """The program with the templates and slots of the others, where it has none of that name."""
    every = [*catalog.programs.values(), program]
    templates = {each["slug"]: each for one in every for each in one["templates"]}
    slots = {name: slot for one in every for name, slot in one["slots"].items()}
    return {**program, "templates": list(templates.values()), "slots": slots}


def _equipment(said: dict[str, Any]) -> dict[str, Any]:
    """Everybody has a home, if only with walls and a floor; a gym is one that was described."""
    gym = {"gym": _place(said["gym"])} if said.get("gym") else {}
    return {"home": _place(said.get("home") or {}), **gym}


def _place(said: dict[str, Any]) -> dict[str, Any]:
    """Equipment without what is half said: a bar without its weight lifts nothing."""
    place = {name: there for name, there in said.items() if there is not None}
    bar = place.get("barbell", {})
    if None in (bar.get("bar_g"), bar.get("plates_g")):
        place.pop("barbell", None)
    stacks = place.get("stack_g", {}).items()
    return place | {"stack_g": {name: loads for name, loads in stacks if loads}}


_LADDERS = Remembered[tuple[str, str, str], Ladders](REMEMBERED_LADDERS)
"""Ladders by what they were built from."""
