"""What must hold for every runner on every day, over made-up runners and half a year."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from midstance.simulate.life import live
from midstance.simulate.runner import KINDS, draw
from midstance.simulate.world import world
from tests.simulate.many import PROGRAM, Sum
from tests.simulate.outcomes import PROGRESS, STUCK, judge_progress
from tests.simulate.rules import RULES, judge


@pytest.mark.parametrize("rule", [*RULES, *PROGRESS, STUCK])
def test_the_rule_is_kept(rule: str, lives: Sum) -> None:
    broken = [one for one in lives.broken if f": {rule}: " in one]
    assert not broken, "\n".join(broken)
    assert lives.checked[rule] > 0, "nobody came to it"


@settings(derandomize=True, deadline=None, max_examples=6, suppress_health_check=list(HealthCheck))
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
