"""Check-ins: what a runner says in the morning about sleep, soreness and pain."""

from random import Random

from midstance.simulate.body import Body
from midstance.training.runner_values import Checkin

ALWAYS_SAYS_FROM = 4
"""Nobody leaves out the check-in on a morning that hurts this much."""


def check_in(body: Body, trained_sore: set[str], ill: bool, dice: Random) -> Checkin | None:
    """Today's answers; None on a morning without.

    `trained_sore` are the regions that hurt while training yesterday.
    """
    pain = {region: round(value) for region, value in body.pain.items() if round(value) > 0}
    worst = max(pain.values(), default=0)
    if worst < ALWAYS_SAYS_FROM and dice.random() > body.runner.traits.checks_in:
        return None
    soreness = {region: round(value) for region, value in body.soreness.items() if round(value)}
    said: Checkin = {
        "sleep": _item(2.6, body.tired, dice),
        "fatigue": _item(2.4 + 6 * sum(body.fatigue.values()) / 4, body.tired, dice),
        "stress": _item(2.6, 0.3 * body.tired, dice),
    }
    if soreness:
        said["soreness"] = soreness
    if pain:
        said["pain"] = pain
        said["pain_morning"] = {
            region: min(10, value + (1 if region in trained_sore else 0))
            for region, value in pain.items()
        }
    if ill:
        said["red_flags"] = ["fever_or_feeling_ill"]
    elif body.injured and body.pain.get(body.injured, 0) >= 7:
        said["red_flags"] = ["night_pain"]
    return said


def _item(usual: float, more: float, dice: Random) -> int:
    return max(1, min(7, round(usual + more + dice.gauss(0, 0.5))))
