"""Runners who are made up: their profile, equipment and body, drawn by kind and seed."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal

from midstance.simulate.kit import KITS, Units, equipment
from midstance.training.day import add_days, weekday
from midstance.training.runner_values import Place, Profile

START = "2026-01-05"
"""A Monday; runners begin within a week of it."""

Experience = Literal["novice", "returning", "experienced"]


@dataclass(frozen=True)
class Traits:
    """What a body and a mind are like: chances are parts of 1, `per_year` counts.

    `strength` is what is there at first and `gain` how readily more comes (1 usual, 0 never),
    `left` the left side's strength as a part of the right one's, `hurt_week` the week in which
    something is injured.
    """

    experience: Experience = "novice"
    comes: float = 0.95
    checks_in: float = 0.85
    strength: float = 1.0
    gain: float = 1.0
    left: float = 1.0
    sore: float = 1.0
    aches: float = 1.0
    spikes: float = 0.02
    ill_per_year: float = 1.0
    away_per_year: float = 1.0
    ends_early: float = 0.01
    swaps: float = 0.01
    hurt_week: int | None = None


KINDS: dict[str, Traits] = {
    "novice": Traits(),
    "returning": Traits(experience="returning"),
    "racer": Traits(experience="experienced", comes=0.97),
    "weak-left": Traits(left=0.74),
    "sore": Traits(sore=2.6, aches=2.5),
    "erratic": Traits(
        comes=0.6, checks_in=0.4, spikes=0.12, ill_per_year=3, away_per_year=4,
        ends_early=0.12, swaps=0.08,
    ),
    "injured": Traits(experience="returning", aches=2.0, hurt_week=0),
}  # fmt: skip

STUCK_STRENGTH = 0.84
"""Who gains nothing is too weak for the gates, and so stays with the same slots."""
HEALTHY = ("novice", "returning", "racer")


@dataclass(frozen=True)
class Runner:
    """One runner. `online_days` is how long the phone at most goes without a network."""

    kind: str
    seed: int
    profile: Profile
    places: dict[str, Place]
    kit: str
    minutes: int
    units: Units
    gym_part: float
    online_days: int
    traits: Traits

    @property
    def name(self) -> str:
        return f"{self.kind} {self.seed}"

    @property
    def body_mass_g(self) -> int:
        return self.profile.get("body_mass_g", 68_000)

    def dice(self, purpose: str) -> Random:
        """Dice of their own for each purpose, so that one more throw here changes nothing there."""
        return Random(f"{self.kind} {self.seed} {purpose}")  # noqa: S311 - no secret depends on it


def draw(kind: str, seed: int) -> Runner:
    """The runner of that kind and seed, always the same one."""
    dice = Random(f"{kind} {seed}")  # noqa: S311 - no secret depends on it
    traits = _traits(kind, dice)
    units: Units = "kg" if dice.random() < 0.75 else "lb"
    kit, gym = dice.choice(KITS), dice.random() < 0.35
    return Runner(
        kind=kind,
        seed=seed,
        profile=_profile(traits, dice),
        places=equipment(kit, units, gym, dice),
        kit=kit,
        minutes=dice.choice((20, 25, 30, 40, 45, 60)),
        units=units,
        gym_part=dice.choice((0.5, 1.0)) if gym else 0.0,
        online_days=dice.choice((1, 1, 1, 7, 42)),
        traits=traits,
    )


def _traits(kind: str, dice: Random) -> Traits:
    traits = replace(
        KINDS[kind],
        gain=dice.choice((0.0, 0.8, 1.0, 1.0, 1.2)),
        left=KINDS[kind].left * dice.uniform(0.95, 1.05),
    )
    if traits.gain == 0.0:
        traits = replace(traits, strength=STUCK_STRENGTH)
    if traits.hurt_week is not None:
        traits = replace(traits, hurt_week=dice.randint(4, 18))
    if kind == "injured":
        traits = replace(traits, experience=dice.choice(("novice", "returning", "experienced")))
    return traits


def _profile(traits: Traits, dice: Random) -> Profile:
    """A running week with its days; some leave a question open, as people do."""
    racer = traits.experience == "experienced"
    run_days = sorted(dice.sample(range(1, 8), dice.randint(3, 6) if racer else dice.randint(2, 4)))
    others = list(run_days)
    long_run = dice.choice((7, 6, others[-1])) if dice.random() < 0.85 else None
    run_days = sorted({*run_days, *([long_run] if long_run else [])})
    free = [day for day in run_days if day != long_run]
    most = min(len(free), 2 if racer else 1)
    quality = sorted(dice.sample(free, dice.randint(0, most)))
    start = add_days(START, dice.randint(0, 6))
    profile: dict[str, Any] = {
        "experience": traits.experience,
        "run_days": run_days,
        "long_run_day": long_run,
        "quality_days": quality,
        "weekly_distance_m": dice.choice(
            (25_000, 40_000, 55_000, 70_000, 95_000) if racer else (8_000, 15_000, 25_000, 35_000)
        ),
        "start_day": start,
    }
    if dice.random() < 0.9:
        profile["body_mass_g"] = dice.randint(48, 95) * 1000
    if dice.random() < 0.9:
        profile |= {
            "birth_year": 2026 - dice.randint(19, 66),
            "sex": dice.choice(("female", "male")),
        }
    if dice.random() < (0.5 if racer else 0.2):
        race = add_days(start, 7 * dice.randint(10, 24))
        profile["race_day"] = add_days(race, 7 - weekday(race))
        profile["race_distance_m"] = dice.choice((5_000, 10_000, 21_098, 42_195))
    made: Any = profile
    typed: Profile = made
    return typed
