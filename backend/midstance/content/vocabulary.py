"""The words content may use: patterns, regions, equipment, loads, muscles, tags, tempo, sources."""

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Pattern = Literal[
    "mobility_ankle", "mobility_knee", "mobility_hip", "mobility_trunk",
    "activation", "hinge", "squat", "lunge", "step", "calf", "calf_soleus",
    "hamstring", "abduction", "adductor", "hip_flexor", "foot", "trunk",
    "plyo_low", "plyo_medium", "plyo_high",
]  # fmt: skip
Region = Literal[
    "foot", "ankle", "calf", "shin", "knee", "quads",
    "hamstrings", "groin", "hip", "glutes", "lower_back",
]  # fmt: skip
Gear = Literal[
    "dumbbells", "kettlebells", "barbell", "backpack", "bands",
    "step", "chair", "towel", "rope",
    "machine_leg_press", "machine_leg_curl", "machine_knee_extension", "machine_calf",
]  # fmt: skip
LoadKind = Literal[
    "none", "body", "dumbbell", "dumbbells", "kettlebell", "barbell", "backpack", "band", "stack"
]
Muscle = Literal[
    "foot_intrinsics", "tibialis_anterior", "tibialis_posterior", "peroneals",
    "gastrocnemius", "soleus", "quadriceps", "hamstrings", "adductors",
    "gluteus_maximus", "gluteus_medius", "hip_rotators", "hip_flexors",
    "abdominals", "obliques", "spinal_erectors", "upper_back", "chest", "shoulders", "grip",
]  # fmt: skip
Tag = Literal["heavy", "eccentric", "plyometric", "mobility", "activation", "isometric", "by_load"]
"""`by_load` is harder than the exercise before it only where a heavier load is there."""
Laterality = Literal["bilateral", "unilateral"]
Measure = Literal["reps", "hold", "contacts", "distance"]
StageNumber = Annotated[int, Field(ge=1, le=7)]

HOME: frozenset[Gear] = frozenset({"step", "chair", "backpack"})
"""What every home is taken to have (a stair is a step), besides a wall, a floor and a doorway."""

GEAR_OF_LOAD: dict[LoadKind, frozenset[str]] = {
    "dumbbell": frozenset({"dumbbells"}),
    "dumbbells": frozenset({"dumbbells"}),
    "kettlebell": frozenset({"kettlebells"}),
    "barbell": frozenset({"barbell"}),
    "backpack": frozenset({"backpack"}),
    "band": frozenset({"bands"}),
    "stack": frozenset(
        {"machine_leg_press", "machine_leg_curl", "machine_knee_extension", "machine_calf"}
    ),
}
"""A load can only be prescribed where one of these is needed; `none` and `body` need nothing."""

T = TypeVar("T")


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    twice = [value for index, value in enumerate(values) if value in values[:index]]
    if twice:
        raise ValueError(f"says {twice[0]!r} twice")
    return values


def _tempo(text: str) -> str:
    if not re.fullmatch(r"[1-9X]-[0-9]-[1-9X]-[0-9]", text):
        raise ValueError(
            "must be lower-pause-lift-pause in seconds such as 3-1-1-0; X, only for lower or lift,"
            " is as fast as control allows"
        )
    return text


Some = Annotated[tuple[T, ...], Field(strict=False), AfterValidator(_distinct)]
"""Any number of values, none of them twice."""
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=48)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=48)]
Line = Annotated[str, StringConstraints(min_length=3, max_length=60, pattern=r"^\S(.*\S)?$")]
"""A name or a phrase."""
Text = Annotated[str, StringConstraints(min_length=10, max_length=320, pattern=r"^\S(.*\S)?$")]
"""One to three sentences."""
Tempo = Annotated[str, AfterValidator(_tempo)]
Source = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""Where a number comes from, keys parted by ", ": D (our own default), a part of the science file
("science 3.2"), or published work in sources.toml."""


class Part(BaseModel):
    """A piece of content: exact types, no unknown keys, never changed after it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def plain(self) -> dict[str, Any]:
        """The JSON value served; what the file leaves out is left out."""
        return self.model_dump(mode="json", exclude_unset=True)
