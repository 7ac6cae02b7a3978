"""What must hold for every runner on every day, over made-up runners and half a year."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from midstance.simulate.life import Day, live
from midstance.simulate.runner import KINDS, STUCK_STRENGTH, draw
from midstance.simulate.world import world
from midstance.training.values import Item
from tests.simulate.many import PROGRAM, Sum
from tests.simulate.outcomes import PROGRESS, STUCK, judge_progress
from tests.simulate.rules import RULES, judge


@pytest.mark.parametrize("rule", [*RULES, *PROGRESS])
def test_the_rule_is_kept(rule: str, lives: Sum) -> None:
    broken = [one for one in lives.broken if f": {rule}: " in one]
    assert not broken, "\n".join(broken)
    assert lives.checked[rule] > 0, "nobody came to it"


def test_no_stretch_without_a_gain_goes_unnamed(lives: Sum) -> None:
    broken = [one for one in lives.broken if f": {STUCK}: " in one]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("seed", range(3))
def test_a_body_that_gains_nothing_is_told_of_its_plateau(seed: int) -> None:
    runner = draw("novice", seed)
    stuck = replace(runner, minutes=60, traits=STUCK_TRAITS)
    life = live(stuck, world(PROGRAM), 40)
    told = {r["rule"] for d in life.days for i in items(d) for r in i["reasons"]}
    assert "plateau" in told
    assert told & {"plateau_recovery", "plateau_lighter", "plateau_variation", "plateau_volume"}


STUCK_TRAITS = replace(KINDS["novice"], gain=0.0, strength=STUCK_STRENGTH, away_per_year=0)


def items(day: Day) -> list[Item]:
    return day.trained.workout["items"] if day.trained else []


@settings(
    derandomize=True,
    deadline=None,
    max_examples=5,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.sampled_from(sorted(KINDS)), st.integers(10_000, 10**9))
def test_no_other_seed_breaks_a_rule(kind: str, seed: int) -> None:
    life = live(draw(kind, seed), world(PROGRAM), 26)
    judged = judge(life)
    judge_progress(life, judged)
    assert not judged.broken, "\n".join(judged.broken)


@pytest.mark.parametrize("slug", ["in-season", "ankle-and-foot", "hip-rotation-mobility"])
def test_the_other_programs_are_safe_too(slug: str) -> None:
    for seed in range(2):
        judged = judge(live(draw("racer", seed), world(slug), 12))
        unfair = [one for one in judged.broken if "no jumps before their gate" not in one]
        assert not unfair, "\n".join(unfair)
