"""What a body can do: how heavy an exercise is for it, and how far its strength goes.

A simple model, not a physiological one: each exercise moves a part of the body and the load, each
group of muscles lifts some multiple of it once, and Epley tells how often a lighter load.
"""

from midstance.training.program_values import Exercise

REPS_TO_DOUBLE = 30

GROUPS = {
    "squat": "thigh",
    "lunge": "thigh",
    "step": "thigh",
    "hinge": "back_chain",
    "hamstring": "back_chain",
    "calf": "calf",
    "calf_soleus": "calf",
}
"""The muscles that a pattern trains; all others are the trunk's and the hip's."""

BOTH, ONE = "bilateral", "unilateral"
LIFTS: dict[tuple[str, str], tuple[float, float]] = {
    ("squat", BOTH): (0.65, 1.18),
    ("squat", ONE): (0.75, 1.00),
    ("hinge", BOTH): (0.35, 1.00),
    ("hinge", ONE): (0.45, 0.72),
    ("lunge", ONE): (0.55, 0.88),
    ("step", ONE): (0.60, 0.90),
    ("hamstring", BOTH): (0.60, 0.82),
    ("hamstring", ONE): (0.65, 0.85),
    ("calf", BOTH): (0.50, 0.95),
    ("calf", ONE): (1.00, 1.58),
    ("calf_soleus", BOTH): (0.15, 0.80),
    ("calf_soleus", ONE): (1.00, 1.55),
}
"""By pattern and legs: the part of the body that is lifted, and the best single, in body masses."""
OTHER = (0.20, 0.42)

EASIER = {
    "sit-to-stand": 0.8,
    "dowel-hip-hinge": 0.5,
    "hamstring-bridge": 0.8,
    "knee-extension": 0.4,
}
HARDER = {"nordic-lower": 1.1, "reverse-nordic": 1.1, "single-leg-slider-curl": 1.05}
"""Exercises that move less or more of the body than others of their pattern."""

HOLD_S = {"mobility": 90, "other": 62}
CARRY_M = 70


def group_of(exercise: Exercise) -> str:
    return GROUPS.get(exercise["pattern"], "trunk")


def reps_left(
    exercise: Exercise, load_g: int, body_g: int, strength: float, share: float = 1.0
) -> float:
    """The reps a fresh body could do; below 0 where even one is too much.

    `strength` is 1 for the model's usual beginner, `share` the part of it that tiredness leaves.
    """
    part, best = LIFTS.get((exercise["pattern"], exercise["laterality"]), OTHER)
    own = part * (EASIER | HARDER).get(exercise["slug"], 1.0) * body_g
    most = best * body_g * strength * share
    return REPS_TO_DOUBLE * (most / (own + load_g) - 1)


def seconds_left(exercise: Exercise, strength: float, share: float = 1.0) -> float:
    """The seconds for which a position can be held."""
    kind = "mobility" if "mobility" in exercise["tags"] else "other"
    hard = 0.5 if exercise["pattern"] == "adductor" else 1.0
    return HOLD_S[kind] * hard * strength * share
