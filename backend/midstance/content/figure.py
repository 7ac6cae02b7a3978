"""The schema of an exercise's `[figure]` table: poses of the drawn runner, as data.

Lengths are in body heights (floor at 0), angles in degrees from the vertical: limbs from straight
down, trunk and head from straight up; positive is forward (side view) or away from the midline
(front view). `frontend/figure/pose.js` turns them into joints.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Angle = Annotated[float, Field(ge=-360, le=360)]
Depth = Annotated[float, Field(ge=-180, le=180)]
Length = Annotated[float, Field(ge=-1.5, le=1.5)]
Size = Annotated[float, Field(ge=0, le=1.5)]
Part = Annotated[float, Field(ge=0, le=1)]
Point = tuple[Length, Length]
Bend = Literal[-1, 1]
Joint = Literal[
    "hip", "shoulder", "head",
    "near_hip", "near_knee", "near_ankle", "near_heel", "near_ball", "near_toe",
    "near_shoulder", "near_elbow", "near_wrist", "near_palm",
    "far_hip", "far_knee", "far_ankle", "far_heel", "far_ball", "far_toe",
    "far_shoulder", "far_elbow", "far_wrist", "far_palm",
]  # fmt: skip
Muscle = Literal[
    "quads", "hamstrings", "glutes", "hip_flexors", "adductors", "abductors", "calf", "soleus",
    "shin", "foot", "abs", "back", "chest", "obliques", "far_obliques", "shoulders",
]  # fmt: skip
Kind = Literal[
    "wall", "step", "box", "chair", "mat", "band", "dumbbell", "dumbbell_end", "goblet",
    "kettlebell", "barbell", "backpack", "towel", "dowel",
]  # fmt: skip


class Table(BaseModel):
    """A part of the figure table; a misspelled key is an error, not a pose nobody notices."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Leg(Table):
    """Thigh, shank, foot and toe angles, or `plant`: where the foot's `on` point stays."""

    thigh: Angle | None = None
    shank: Angle | None = None
    foot: Angle | None = None
    toe: Angle | None = None
    plant: Point | None = None
    on: Literal["ball", "heel"] | None = None
    bend: Bend | None = None
    dome: Part | None = None
    thigh_depth: Depth | None = None
    shank_depth: Depth | None = None


class Arm(Table):
    """Upper arm and forearm angles, or `plant`: where the palm stays."""

    upper: Angle | None = None
    fore: Angle | None = None
    plant: Point | None = None
    bend: Bend | None = None
    upper_depth: Depth | None = None
    fore_depth: Depth | None = None


class Gear(Table):
    """One thing drawn with the runner: standing at `x`, or going with the joint `at`."""

    kind: Kind
    at: Joint | None = None
    to: Joint | None = None
    x: Length | None = None
    y: Length | None = None
    width: Size | None = None
    height: Size | None = None
    offset: Point | None = None
    layer: Literal["back", "front"] | None = None

    @model_validator(mode="after")
    def has_a_place(self) -> Self:
        if self.at is None and self.x is None:
            raise ValueError(f"{self.kind} needs a joint (`at`) or a place (`x`)")
        return self


class Pose(Table):
    """A key pose; what it leaves out it takes from the one before."""

    position: Part
    at: Point | None = None
    trunk: Angle | None = None
    head: Angle | None = None
    pelvis: Angle | None = None
    near_leg: Leg | None = None
    far_leg: Leg | None = None
    near_arm: Arm | None = None
    far_arm: Arm | None = None


class Figure(Table):
    """A drawn exercise; position 0 is the top or start of the rep, 1 the bottom or end.

    It is made for the right side (the near one); the left side is its mirror image. `both` tints
    and lights the far side too, `focus` (left, bottom, size) shows a detail only.
    """

    view: Literal["side", "front", "top"]
    root: Joint = "near_ball"
    muscles: tuple[Muscle, ...] = ()
    both: bool = False
    thumb: Part = 1
    nearest: Literal["arms", "legs"] = "arms"
    focus: tuple[Length, Length, Size] | None = None
    gear: tuple[Gear, ...] = ()
    poses: Annotated[tuple[Pose, ...], Field(min_length=1, max_length=6)]

    @model_validator(mode="after")
    def poses_are_in_order(self) -> Self:
        positions = [pose.position for pose in self.poses]
        if positions != sorted(set(positions)) or positions[0] != 0:
            raise ValueError(f"positions must rise from 0, not {positions}")
        if len(positions) > 1 and positions[-1] != 1:
            raise ValueError("the last of several poses must be at position 1")
        return self

    @model_validator(mode="after")
    def limbs_keep_their_way(self) -> Self:
        """A limb says in its first pose all it will ever say: the rest cannot be blended."""
        for limb in ("near_leg", "far_leg", "near_arm", "far_arm"):
            first: Leg | Arm | None = getattr(self.poses[0], limb)
            for pose in self.poses[1:]:
                part: Leg | Arm | None = getattr(pose, limb)
                named = first.model_fields_set if first else frozenset()
                if part and (new := part.model_fields_set - named):
                    raise ValueError(f"{limb} names {sorted(new)} later but not in the first pose")
        return self
