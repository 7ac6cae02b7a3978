"""The smaller rules, one by one: days, the usual, layoffs, words, steps."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import midstance
from midstance.training.day import training_day
from midstance.training.explain import explain
from midstance.training.ladder import build_ladder
from midstance.training.lately import baseline
from midstance.training.layoff import layoff, sets_after
from midstance.training.readiness import readiness
from midstance.training.rungs import lighter, next_load
from tests.training.scene import (
    EXERCISES,
    GYM,
    POLICY,
    SLOTS,
    TWO_DUMBBELLS,
    ladders_of,
    workout_of,
)

ROLLOVER_H = POLICY["day"]["rollover_h"]


@pytest.mark.parametrize(
    ("utc", "zone", "day"),
    [
        ("2026-03-02T02:59", "Europe/Berlin", "2026-03-01"),
        ("2026-03-02T03:00", "Europe/Berlin", "2026-03-02"),
        ("2026-03-29T01:30", "Europe/Berlin", "2026-03-28"),
        ("2026-03-29T02:00", "Europe/Berlin", "2026-03-29"),
        ("2026-03-02T10:00", "Pacific/Auckland", "2026-03-02"),
        ("2026-03-02T11:30", "America/Los_Angeles", "2026-03-01"),
    ],
)
def test_a_training_day_ends_at_four_in_the_runner_s_night(utc: str, zone: str, day: str) -> None:
    instant = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert training_day(instant, zone, ROLLOVER_H) == day


def test_the_usual_is_the_mean_and_deviation_of_complete_check_ins() -> None:
    full: Any = [{"sleep": n, "fatigue": 2, "stress": 2} for n in (1, 2, 3, 4)]
    assert baseline([*full, {"sleep": 7}]) == {"mean": 6.5, "sd": 1.29, "n": 4}
    assert baseline([]) == {"mean": 0.0, "sd": 0.0, "n": 0}


def test_a_day_above_the_usual_is_lighter_only_once_the_usual_is_known() -> None:
    tired: Any = {"sleep": 4, "fatigue": 4, "stress": 4}
    usual: Any = {"mean": 8.0, "sd": 1.5, "n": 10}
    assert readiness(tired, usual, POLICY)["level"] == "lighter"
    assert readiness(tired, usual | {"n": 9}, POLICY)["level"] == "go"
    assert readiness(tired, usual | {"mean": 11.0}, POLICY)["level"] == "go"


@pytest.mark.parametrize(
    ("days", "sets", "settles"),
    [(7, 3, False), (8, 2, False), (14, 2, False), (15, 2, True), (21, 2, True), (28, 2, True)],
)
def test_days_off_cost_sets_by_the_rows_of_the_policy(days: int, sets: int, settles: bool) -> None:
    row = layoff("2026-02-01", datetime.fromordinal(739_648 + days).date().isoformat(), POLICY)
    assert row["gap"] == days
    assert (sets_after(row, 3), row["settles"]) == (sets, settles)


def test_a_session_dated_ahead_by_a_wrong_clock_is_no_layoff() -> None:
    assert layoff("2026-02-20", "2026-02-01", POLICY, ["2026-02-20"])["gap"] <= 0


def test_a_deload_and_a_layoff_take_the_larger_cut_not_both() -> None:
    ladders = ladders_of(GYM)
    place = {"rung": 30, "streak": 0, "misses": 0, "exposures": 2, "last_day": "2026-02-20"}
    positions = {"squat": {"home": place}}
    both = workout_of("strength-squat", ladders, positions, "2026-03-02", ease=["deload"])
    off = workout_of("strength-squat", ladders, positions, "2026-03-02")
    squats = [next(i for i in w["items"] if i["slot"] == "squat") for w in (both, off)]
    assert squats[0]["sets"] == squats[1]["sets"] == 2
    assert squats[0]["rung"] == squats[1]["rung"] < 30


def test_reps_climb_then_the_next_load_that_exists_then_the_harder_exercise() -> None:
    ladder: Any = ladders_of(TWO_DUMBBELLS)["squat"]["home"]
    climbed = [(r["exercise"], r["load_g"], r["reps"]) for r in ladder["rungs"]]
    assert climbed == [
        ("sit-to-stand", 0, 8),
        ("sit-to-stand", 0, 10),
        ("sit-to-stand", 0, 12),
        ("goblet-squat", 8000, 8),
        ("goblet-squat", 8000, 10),
        ("goblet-squat", 8000, 12),
        ("goblet-squat", 8000, 14),
        ("goblet-squat", 8000, 16),
    ]
    assert [next_load(ladder, index) for index in (0, 2, 5)] == [3, 3, 5]


def test_one_heavy_pair_of_dumbbells_still_begins_without_them() -> None:
    place: Any = {"dumbbells_g": [24000], "items": ["step"]}
    ladder = build_ladder("split_squat", SLOTS["split_squat"], place, EXERCISES, POLICY)
    assert ladder
    assert [r["load_g"] for r in ladder["rungs"]] == [0] * 3 + [48000] * 5


def test_lighter_takes_a_load_that_exists_and_else_reps() -> None:
    ladder: Any = ladders_of(GYM)["squat"]["home"]
    at = next(i for i, r in enumerate(ladder["rungs"]) if r["load_g"] >= 60000 and r["reps"] == 8)
    down = ladder["rungs"][lighter(ladder, at, 0.2, 0.3)]
    assert 0.7 <= down["load_g"] / ladder["rungs"][at]["load_g"] <= 0.8
    small: Any = ladders_of(TWO_DUMBBELLS)["squat"]["home"]
    assert lighter(small, 5, 0.2, 0.3) == 3
    assert lighter(small, 5, 0.0, 0.1) == 5


def test_loads_are_told_in_the_runner_s_units() -> None:
    reason: Any = {"rule": "heavier_honored", "values": {"load_g": 12020}}
    assert explain(reason, POLICY, "kg")["text"].startswith("You used 12.02 kg,")
    assert explain(reason, POLICY, "lb")["text"].startswith("You used 26.5 lb,")


def test_every_rule_that_decides_has_a_sentence() -> None:
    folder = Path(midstance.__file__).parent
    text = "".join(path.read_text() for path in folder.rglob("*.py"))
    unused = [rule for rule in POLICY["reasons"] if f'"{rule}"' not in text]
    assert unused == []
