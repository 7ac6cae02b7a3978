"""Thousands of made-up runners for half a year: `python -m tests.simulate.many --runners 2000`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing import Pool
from time import monotonic

from midstance.simulate.life import live
from midstance.simulate.runner import KINDS, Runner, draw
from midstance.simulate.world import world
from tests.simulate.outcomes import judge_progress
from tests.simulate.rules import judge

PROGRAM = "stronger-strides"
SHOWN = 40

Lived = tuple[str, int, int, Counter[str], list[str]]


@dataclass
class Sum:
    """What all runners together came to."""

    checked: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    stages: dict[str, Counter[int]] = field(default_factory=dict)
    sessions: int = 0
    lives: int = 0


def runner_of(number: int) -> Runner:
    """The runners in turns of their kinds, each with a seed of its own."""
    kinds = list(KINDS)
    return draw(kinds[number % len(kinds)], number // len(kinds))


def lived(job: tuple[int, int]) -> Lived:
    """One runner's kind, last stage and sessions, and how often each rule was checked and broke."""
    number, weeks = job
    life = live(runner_of(number), world(PROGRAM), weeks)
    judged = judge(life)
    judge_progress(life, judged)
    stage = life.days[-1].stage
    return life.runner.kind, stage, len(life.journal.sessions), judged.checked, judged.broken


def total(runners: int, weeks: int, processes: int) -> Sum:
    jobs = [(number, weeks) for number in range(runners)]
    if processes == 1:
        return _sum(map(lived, jobs))
    with Pool(processes) as pool:
        return _sum(pool.imap_unordered(lived, jobs, chunksize=8))


def _sum(lives: Iterable[Lived]) -> Sum:
    """Interrupted, it tells of the lives lived so far."""
    found = Sum()
    try:
        for kind, stage, sessions, checked, broken in lives:
            found.lives += 1
            found.checked.update(checked)
            found.broken += broken
            found.stages.setdefault(kind, Counter())[stage] += 1
            found.sessions += sessions
    except KeyboardInterrupt:
        say("interrupted")
    return found


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runners", type=int, default=2000)
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    begun = monotonic()
    found = total(options.runners, options.weeks, options.processes)
    took = monotonic() - begun
    runs = f"{found.lives} runners x {options.weeks} weeks"
    say(f"{runs}: {found.sessions} sessions in {took:.0f} s")
    broken = Counter(one.split(": ")[1] for one in found.broken)
    say(f"\n{'rule':36}{'checked':>10}{'broken':>8}")
    for rule, checked in found.checked.items():
        say(f"{rule:36}{checked:>10}{broken[rule]:>8}")
    say("\nlast stage      " + "".join(f"{stage:>6}" for stage in range(1, 8)))
    for kind, stages in sorted(found.stages.items()):
        say(f"{kind:16}" + "".join(f"{stages[stage] or '-':>6}" for stage in range(1, 8)))
    for one in sorted(found.broken)[:SHOWN]:
        say(one)
    sys.exit(1 if found.broken else 0)


if __name__ == "__main__":
    main()
