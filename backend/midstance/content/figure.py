"""The schema of an exercise's `[figure]` table: poses of the drawn runner, as data.

Lengths are in body heights (floor at 0), angles in degrees from the vertical: limbs from straight
down, trunk and head from straight up; positive is forward (side view) or away from the midline
(front view). `frontend/figure/pose.js` turns them into joints.
"""

import itertools
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
    "kettlebell", "barbell", "backpack", "towel", "dowel", "seat", "sled",
    "rope",
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
    """A key pose; what it leaves out it takes from the one before.

    `flight` is the top of a jump, nothing on the floor. To a `cut` the runner has walked, unseen.
    """

    position: Part
    at: Point | None = None
    flight: bool = False
    cut: bool = False
    trunk: Angle | None = None
    head: Angle | None = None
    pelvis: Angle | None = None
    near_leg: Leg | None = None
    far_leg: Leg | None = None
    near_arm: Arm | None = None
    far_arm: Arm | None = None


class Figure(Table):
    """A drawn exercise; position 0 is the top or start of the rep, 1 the bottom or end.

    A jump goes round (`loop`): position 0 is the landing, and after the last pose comes the next
    landing, 1, which is not written: the first pose again, or that with its `sides` exchanged.
    Whoever comes up another way than down (on two legs, say) has poses for the way `back`, from the
    end on, positions falling; without them the way down is gone backwards.
    It is made for the right side (the near one); the left side is its mirror image. `both` tints
    and lights the far side too, `focus` (left, bottom, size) shows a detail only, `still` names the
    two positions shown where nothing may move.
    """

    view: Literal["side", "front", "top"]
    root: Joint = "near_ball"
    muscles: tuple[Muscle, ...] = ()
    both: bool = False
    thumb: Part = 1
    still: tuple[Part, Part] | None = None
    loop: Literal["same", "sides"] | None = None
    nearest: Literal["arms", "legs"] = "arms"
    focus: tuple[Length, Length, Size] | None = None
    gear: tuple[Gear, ...] = ()
    poses: Annotated[tuple[Pose, ...], Field(min_length=1, max_length=10)]
    back: Annotated[tuple[Pose, ...], Field(max_length=5)] = ()

    @model_validator(mode="after")
    def poses_are_in_order(self) -> Self:
        positions = [pose.position for pose in self.poses]
        if positions != sorted(set(positions)) or positions[0] != 0:
            raise ValueError(f"positions must rise from 0, not {positions}")
        if self.loop:
            if len(positions) < 2 or positions[-1] == 1 or self.still is None:
                raise ValueError("a jump has several poses before position 1, and a `still`")
        elif len(positions) > 1 and positions[-1] != 1:
            raise ValueError("the last of several poses must be at position 1")
        return self

    @model_validator(mode="after")
    def the_way_back_leads_back(self) -> Self:
        """It lies between the last pose and the first, which is not written again."""
        positions = [pose.position for pose in self.back]
        if positions != sorted(set(positions), reverse=True) or not all(
            0 < p < 1 for p in positions
        ):
            raise ValueError(
                f"positions on the way back must fall between 1 and 0, not {positions}"
            )
        if positions and (self.loop or len(self.poses) < 2):
            raise ValueError("neither a jump nor a hold has a way back")
        return self

    @model_validator(mode="after")
    def sides_can_be_exchanged(self) -> Self:
        """What one side does the other does next, so both are said alike, about the middle."""
        if self.loop != "sides":
            return self
        first = self.poses[0]
        for near, far in (first.near_leg, first.far_leg), (first.near_arm, first.far_arm):
            if not near or not far or near.model_fields_set != far.model_fields_set:
                raise ValueError("near and far limbs must name the same, to be exchanged")
        if self.root not in {"hip", "shoulder", "head"}:
            raise ValueError(f"the root must be in the middle, not {self.root}")
        return self

    @model_validator(mode="after")
    def flights_stand_alone(self) -> Self:
        """A flight goes from one pose on the floor by its top to the next pose on the floor."""
        flights = [pose.flight for pose in self.poses]
        if any(flights) and (not self.loop or flights[0]):
            raise ValueError("only a jump (`loop`) flies, and it begins with its landing")
        if any(a and b for a, b in itertools.pairwise(flights)):
            raise ValueError("a flight has one pose, its top")
        return self

    @model_validator(mode="after")
    def limbs_keep_their_way(self) -> Self:
        """A limb says in its first pose all it will ever say: the rest cannot be blended."""
        for limb in ("near_leg", "far_leg", "near_arm", "far_arm"):
            first: Leg | Arm | None = getattr(self.poses[0], limb)
            for pose in (*self.poses[1:], *self.back):
                part: Leg | Arm | None = getattr(pose, limb)
                named = first.model_fields_set if first else frozenset()
                if part and (new := part.model_fields_set - named):
                    raise ValueError(f"{limb} names {sorted(new)} later but not in the first pose")
        return self
