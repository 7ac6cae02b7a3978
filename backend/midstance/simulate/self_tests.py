"""Self-tests as a body does them: each test's number from what it can do."""

from random import Random

from midstance.simulate.ability import reps_left
from midstance.simulate.body import Body
from midstance.training.program_values import Exercise, Test
from midstance.training.values import Assessment

REPS = {
    "heel_raise": ("single-leg-calf-raise", 1.35),
    "single_leg_bridge": ("single-leg-hamstring-bridge", 0.9),
    "single_leg_sit_to_stand": ("single-leg-sit-to-stand", 1.25),
}
"""Tests of reps to failure: the exercise they are done with, and how many more go unpaused."""

SQUAT = "goblet-squat"
SLACK = {"clean_squats": 14, "clean_hinges": 13, "drop_squat_sticks": 14, "double_pogos": 34}
JUMPY = {"single_leg_pogos": 26, "pogo_20s": 42}
"""What the model's usual beginner does of what is more skill than strength."""

TESTS_STOP_AT = 3
"""Pain above the tests' limit of 2 of 10: the test is put off."""


def take(
    test: Test, body: Body, exercises: dict[str, Exercise], day: str, dice: Random
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


def _value(key: str, side: str, body: Body, exercises: dict[str, Exercise], dice: Random) -> int:
    noise = dice.uniform(0.94, 1.06)
    mass = body.runner.body_mass_g
    if key in REPS:
        slug, factor = REPS[key]
        exercise = exercises[slug]
        return int(reps_left(exercise, 0, mass, body.strength_of(exercise, side)) * factor * noise)
    strength = sum(body.strength.values()) / len(body.strength)
    match key:
        case "loaded_squat_percent":
            return _squat_percent(body, exercises[SQUAT])
        case "balance_s":
            return int(36 * strength * noise)
        case "knee_to_wall_mm":
            return int(110 * dice.uniform(0.75, 1.2))
        case "single_leg_squat_quality":
            return min(4, int(3.4 * strength * noise))
        case "bone_clear":
            return 0 if body.injured and body.pain.get(body.injured, 0) > 1 else 1
        case "heel_drop_clean" | "step_down_clean":
            return 1 if dice.random() < 0.75 else 0
    return int((SLACK | JUMPY)[key] * strength * noise)


def _squat_percent(body: Body, exercise: Exercise) -> int:
    """The heaviest load, in percent of the body, for ten squats with two in reserve."""
    mass = body.runner.body_mass_g
    can = [
        percent
        for percent in range(0, 105, 5)
        if reps_left(exercise, mass * percent // 100, mass, body.strength["thigh"]) >= 12
    ]
    return max(can, default=0)
