"""A simulated life week by week: what was done, how heavy, how hard, and what decided."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any, get_args

from midstance.simulate.life import Day, Life, Trained
from midstance.training.day import monday
from midstance.training.values import EaseKind, Item

LIFTS = {
    "squat": "squat",
    "hinge": "hinge",
    "lunge": "one leg",
    "calf": "calf",
    "calf_soleus": "calf",
}
"""The lifts that are followed, by pattern."""
CLASSES = ("low", "medium", "high")
DECIDED = 3
EASES = set(get_args(EaseKind))
"""Told by the week as a whole."""


@dataclass
class Week:
    """One week of a life. `loads_g` are the heaviest of each lift, 0 with the body alone.

    `rir` is the mean of what was left in reserve, `decided` the rules behind most of what was
    prescribed, `ease` what made sessions lighter.
    """

    number: int
    day: str
    stage: int
    sessions: int = 0
    planned: int = 0
    heavy_sets: int = 0
    contacts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CLASSES, 0))
    loads_g: dict[str, int] = field(default_factory=dict)
    rir: float | None = None
    pain: int = 0
    ease: list[str] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)


def weeks_of(life: Life) -> list[Week]:
    """The weeks from Monday to Sunday; the first and the last may be parts of one."""
    weeks = groupby(life.days, key=lambda day: monday(day.day))
    return [_week(number, list(days), life) for number, (_, days) in enumerate(weeks, start=1)]


def plain(life: Life) -> dict[str, Any]:
    """Everything as plain values, for whoever reads it with a program."""
    runner = life.runner
    return {
        "program": life.world.program["slug"],
        "runner": {
            "kind": runner.kind,
            "seed": runner.seed,
            "kit": runner.kit,
            "minutes": runner.minutes,
            "units": runner.units,
            "profile": runner.profile,
        },
        "weeks": [asdict(week) for week in weeks_of(life)],
        "phone_and_server_apart": life.apart,
    }


def _week(number: int, days: list[Day], life: Life) -> Week:
    week = Week(number, days[0].day, days[-1].stage)
    rules: Counter[str] = Counter()
    rirs: list[int] = []
    for day in days:
        week.planned += day.today.kind == "session"
        answers = (day.checkin or {}).get("pain") or {}
        week.pain = max([week.pain, *answers.values()])
        if done := day.trained:
            week.sessions += 1
            _add(week, done, life)
            week.ease += [ease for ease in done.item["ease"] if ease not in week.ease]
            rules.update(_deciding(done.workout["items"]))
            rirs += [one["rir"] for one in done.sets if "rir" in one]
    week.rir = round(sum(rirs) / len(rirs), 1) if rirs else None
    week.decided = [rule for rule, _ in rules.most_common(DECIDED)]
    return week


def _add(week: Week, done: Trained, life: Life) -> None:
    blocks = {item["slot"]: item["block"] for item in done.workout["items"]}
    rounds = set()
    for one in done.sets:
        exercise = life.world.exercises[one["exercise"]]
        pattern, main = exercise["pattern"], blocks[one["slot"]] == "main"
        week.pain = max(week.pain, one.get("pain", 0))
        if pattern.startswith("plyo_"):
            week.contacts[pattern.removeprefix("plyo_")] += one.get("contacts", 0)
        if main and "heavy" in exercise["tags"]:
            rounds.add((one["slot"], one["index"]))
        if main and pattern in LIFTS:
            lift = LIFTS[pattern]
            week.loads_g[lift] = max(week.loads_g.get(lift, 0), one.get("load_g", 0))
    week.heavy_sets += len(rounds)


def _deciding(items: list[Item]) -> Iterator[str]:
    for item in items:
        if item["block"] in ("main", "plyo") and item["reasons"]:
            yield next(
                (r["rule"] for r in item["reasons"] if r["rule"] not in EASES),
                item["reasons"][0]["rule"],
            )
