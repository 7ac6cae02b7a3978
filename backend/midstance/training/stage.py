"""Which stage the runner is in, and what is still open to leave it."""

from midstance.training.day import monday
from midstance.training.gate import gate_lines
from midstance.training.plan_values import GateLine, History, Missing, StageNow
from midstance.training.program_values import Program, Tests
from midstance.training.runner_values import Profile
from midstance.training.stage_walk import Walk, Way, asked_of, walk_to, weeks_of
from midstance.training.values import Policy


def stage_now(
    profile: Profile,
    program: Program,
    history: History,
    day: str,
    policy: Policy,
    *,
    tests: Tests,
    known: Way | None = None,
) -> StageNow:
    """The stage on `day`: each is left the day after its gate is shown, no sooner than its weeks.

    A gate is passed by the runner's own word too, but neither way within days of a red flag. Weeks
    off lead back. The last stage repeats. Past the longest weeks with the gate still open,
    `review` asks for a look at why; nobody is moved up for being late. A part of the way that is
    `known` is not gone again.
    """
    walk = Walk(profile, program, history, policy, tests, day, known)
    way = walk_to(walk)
    stay, shown, stages = way.stay, way.shown, walk.stages
    stage = stages[stay.index]
    shown.take_before(history, None)
    lines = gate_lines(stage["gate"], shown, asked_of(walk, stay, day))
    week = 1 + sum(each < monday(day) for each in shown.weeks)
    now: StageNow = {
        "number": stage["number"],
        "name": stage["name"],
        "goal": stage["goal"],
        "since": stay.since,
        "week": week,
        "weeks": stage["weeks"],
        "weeks_left": max(0, weeks_of(walk, stay) - len(shown.weeks)),
        "gate": lines,
        "review": week > stage["weeks"]["max"] and bool(_open(lines)),
        "reasons": [stay.why],
    }
    if stay.index + 1 < len(stages):
        now["next"] = stages[stay.index + 1]["number"]
    return now


def missing(now: StageNow) -> Missing | None:
    """What still lies between the runner and the next stage; None in the last one."""
    if "next" not in now:
        return None
    return {"stage": now["next"], "weeks": now["weeks_left"], "lines": _open(now["gate"])}


def _open(lines: list[GateLine]) -> list[GateLine]:
    return [line for line in lines if line["blocks"] and not line["done"]]
