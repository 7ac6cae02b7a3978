"""A body over the days: strength that comes and goes, fatigue, soreness and pain by region."""

from dataclasses import dataclass, field
from random import Random

from midstance.simulate.ability import group_of
from midstance.simulate.runner import Runner
from midstance.training.program_values import Exercise
from midstance.training.values import Item

START_STRENGTH = {"novice": 1.0, "returning": 1.05, "experienced": 1.18}
CEILING = 1.55
GAIN = 0.02
"""Part of the way to the ceiling that one well-trained session goes, for a usual body."""
CATCHES_UP = 0.03
"""Part of what the weaker side lacks that one set more for it gives."""
LOSS_FROM_DAYS, LOSS, LEAST = 14, 0.002, 0.75
FATIGUE_KEPT, SORENESS_KEPT, PAIN_KEPT = 0.55, 0.55, 0.75
INJURY_KEPT = 0.955
"""What of yesterday's is left each morning."""

ACHES = {"calf": 0.004, "knee": 0.005, "hamstrings": 0.003, "foot": 0.002, "hip": 0.002}
"""The chance on any day that a region begins to ache, for a usual body."""
FLARES = 0.0008
"""The chance of each exercise to begin an ache."""
GROUPS = ("thigh", "back_chain", "calf", "trunk")


@dataclass
class Body:
    """One runner's body. Days are counted from 0; soreness and pain are 0-10 by region."""

    runner: Runner
    dice: Random
    strength: dict[str, float] = field(default_factory=dict)
    fatigue: dict[str, float] = field(default_factory=dict)
    soreness: dict[str, float] = field(default_factory=dict)
    pain: dict[str, float] = field(default_factory=dict)
    injured: str = ""
    worked: dict[str, int] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)
    coming: dict[str, float] = field(default_factory=dict)
    tired: float = 0.0
    left: float = 1.0

    def __post_init__(self) -> None:
        traits = self.runner.traits
        start = START_STRENGTH[traits.experience] * traits.strength
        self.strength = {group: start * self.dice.uniform(0.95, 1.12) for group in GROUPS}
        self.fatigue = dict.fromkeys(GROUPS, 0.0)
        self.left = traits.left

    def wake(self, day: int, ran_m: float, usual_m: float) -> None:
        """A night has passed since day `day - 1`, on which the runner ran `ran_m`."""
        traits = self.runner.traits
        for group in GROUPS:
            self.fatigue[group] *= FATIGUE_KEPT
            if day - self.worked.get(group, day) > LOSS_FROM_DAYS:
                self.strength[group] = max(LEAST, self.strength[group] - LOSS)
        # What a session does to muscles is felt most on the second morning.
        for region in {*self.soreness, *self.coming}:
            new = self.coming.get(region, 0.0)
            self.soreness[region] = min(10.0, self.soreness.get(region, 0) * SORENESS_KEPT + new)
        self.coming = {region: 0.45 * sore for region, sore in self.coming.items() if sore > 0.2}
        for region in self.pain:
            kept = INJURY_KEPT if region == self.injured else PAIN_KEPT
            self.pain[region] *= kept
        far = ran_m > 1.3 * usual_m > 0
        for region, chance in ACHES.items():
            if self.dice.random() < chance * traits.aches * (4 if far else 1):
                self.pain[region] = max(self.pain.get(region, 0), self.dice.uniform(1.5, 6.2))
        if traits.hurt_week is not None and day == 7 * traits.hurt_week:
            self.injured = self.dice.choice(("calf", "knee", "hamstrings", "foot"))
            self.pain[self.injured] = self.dice.uniform(6.0, 8.0)
        self.tired = 0.5 * self.tired + self.dice.gauss(0, 0.7) + ran_m / 30_000

    def share(self, group: str, set_index: int) -> float:
        """The part of the strength that is there after other days and the sets before."""
        return 1 - min(0.25, self.fatigue[group]) - 0.012 * set_index

    def strength_of(self, exercise: Exercise, side: str) -> float:
        strength = self.strength[group_of(exercise)]
        return strength * self.left if side == "left" else strength

    def flare(self, regions: list[str]) -> None:
        """Now and then something hurts in the middle of an exercise."""
        if self.dice.random() < FLARES * self.runner.traits.aches:
            region = self.dice.choice(regions)
            self.pain[region] = max(self.pain.get(region, 0.0), self.dice.uniform(3.0, 7.5))

    def hurts(self, regions: list[str]) -> int:
        """The pain that loading these regions brings, in whole points."""
        return round(max((self.pain.get(region, 0.0) for region in regions), default=0.0))

    def work(self, item: Item, exercise: Exercise, sets: int, rir: int, day: int) -> None:
        """What `sets` of an item leave behind: the stimulus, and what is to be felt."""
        group, tags = group_of(exercise), exercise["tags"]
        traits = self.runner.traits
        if item["block"] == "main" and sets:
            hard = min(1.0, sets / 3) * (1.0 if rir <= 4 else 0.4)
            left = max(0.0, CEILING - self.strength[group])
            self.strength[group] += GAIN * traits.gain * hard * left
            if "extra" in item and item["extra"]["side"] == "left":
                self.left += CATCHES_UP * (1 - self.left)
            self.worked[group] = day
            self.fatigue[group] += 0.012 * sets
        known = self.met.get(item["exercise"], 0)
        self.met[item["exercise"]] = known + 1
        new = 2.0 if known == 0 else 1.4 if known == 1 else 1.0
        harsh = 1.8 if "eccentric" in tags else 1.4 if "plyometric" in tags else 1.0
        if "mobility" in tags or item["block"] == "prep":
            return
        for region in exercise["regions"]:
            dose = 0.2 * sets * harsh * new * traits.sore * self.dice.uniform(0.5, 1.3)
            self.coming[region] = min(6.0, self.coming.get(region, 0.0) + dose)
        if self.hurts(exercise["regions"]) >= 3:
            for region in exercise["regions"]:
                if self.pain.get(region, 0) >= 3:
                    self.pain[region] = min(9.0, self.pain[region] + self.dice.uniform(0, 0.8))
