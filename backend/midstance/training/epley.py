"""One-rep estimates after Epley: what a set says about the heaviest single rep, and back."""

REPS_TO_DOUBLE = 30


def one_rep_g(load_g: int, reps: int, rir: int) -> float:
    """Grams of the heaviest single rep that `reps` with `rir` in reserve tell."""
    return load_g * (1 + (reps + rir) / REPS_TO_DOUBLE)


def load_for_g(one_rep: float, reps: int, rir: int) -> float:
    """Grams with which `reps` leave `rir` in reserve, for a heaviest single rep of `one_rep` g."""
    return one_rep / (1 + (reps + rir) / REPS_TO_DOUBLE)
