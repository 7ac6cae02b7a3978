"""Self-tests as a body does them: each test's number from what it can do."""

from collections.abc import Callable, Mapping
from random import Random

from midstance.simulate.ability import reps_left
from midstance.simulate.body import Body
from midstance.training.program_values import Exercise, Test
from midstance.training.runner_values import Assessment

REPS = {
    "heel_raise": ("single-leg-calf-raise", 1.35),
    "single_leg_bridge": ("single-leg-hamstring-bridge", 0.9),
    "single_leg_sit_to_stand": ("single-leg-sit-to-stand", 1.25),
}
"""Tests of reps to failure: the exercise they are done with, and how many more go unpaused."""

SQUAT = "goblet-squat"
SKILLS = {
    "clean_squats": 14.0,
    "clean_hinges": 13.0,
    "balance_s": 36.0,
    "single_leg_squat_quality": 3.4,
    "drop_squat_sticks": 14.0,
    "double_pogos": 34.0,
    "single_leg_pogos": 26.0,
    "pogo_20s": 42.0,
}
"""What the model's usual beginner does of what is more skill than strength."""
CLEAN = 0.75
"""The chance that slow lowering goes clean on a side."""

TESTS_STOP_AT = 3
"""Pain above the tests' limit of 2 of 10: the test is put off."""


def take(
    test: Test, body: Body, exercises: Mapping[str, Exercise], day: str, dice: Random
) -> list[Assessment]:
    """The test on both sides, or with both; nothing when the body hurts."""
    if max(body.pain.values(), default=0.0) >= TESTS_STOP_AT:
        return []
    sides = ["left", "right"] if test["sides"] == "each" else ["both"]
    return [
        {
            "test": test["key"],
            "side": "left" if side == "left" else "right" if side == "right" else "both",
            "value": min(test["most"], max(0, _value(test["key"], side, body, exercises, dice))),
            "day": day,
            "record": f"{test['key']} {day} {side}",
        }
        for side in sides
    ]


def _value(key: str, side: str, body: Body, exercises: Mapping[str, Exercise], dice: Random) -> int:
    noise = dice.uniform(0.94, 1.06)
    mass = body.runner.body_mass_g
    if key in REPS:
        slug, factor = REPS[key]
        exercise = exercises[slug]
        return int(reps_left(exercise, 0, mass, body.strength_of(exercise, side)) * factor * noise)
    strength = sum(body.strength.values()) / len(body.strength)
    if key in SKILLS:
        return int(SKILLS[key] * strength * noise)
    return OTHERS[key](body, exercises, dice)


def _squat_percent(body: Body, exercise: Exercise) -> int:
    """The heaviest load, in percent of the body, for ten squats with two in reserve."""
    mass = body.runner.body_mass_g
    can = [
        percent
        for percent in range(0, 105, 5)
        if reps_left(exercise, mass * percent // 100, mass, body.strength["thigh"]) >= 12
    ]
    return max(can, default=0)


OTHERS: dict[str, Callable[[Body, Mapping[str, Exercise], Random], int]] = {
    "loaded_squat_percent": lambda body, exercises, _: _squat_percent(body, exercises[SQUAT]),
    "knee_to_wall_mm": lambda _, __, dice: int(110 * dice.uniform(0.75, 1.2)),
    "bone_clear": lambda body, _, __: int(body.pain.get(body.injured, 0) <= 1),
    "heel_drop_clean": lambda _, __, dice: int(dice.random() < CLEAN),
    "step_down_clean": lambda _, __, dice: int(dice.random() < CLEAN),
}
"""Tests of something else than reps and skill."""
