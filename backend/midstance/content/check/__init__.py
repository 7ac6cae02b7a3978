"""Holding a content folder to its schemas and to every rule between its files, all at once."""

from pathlib import Path

from midstance.content.assessment import Assessments
from midstance.content.check.assessments import assessment_problems
from midstance.content.check.exercises import exercise_problems
from midstance.content.check.links import link_problems
from midstance.content.check.policy import policy_problems
from midstance.content.check.programs import program_problems
from midstance.content.check.sources import source_problems
from midstance.content.exercise import Exercise
from midstance.content.policy import Policy
from midstance.content.program import Program
from midstance.content.read import FOLDER, Problem, Tree, fit, read

__all__ = ["Problem", "check", "report"]


def check(folder: Path = FOLDER) -> list[Problem]:
    """Every problem of every file in `folder`, by file and key; none means it may be served.

    The rules look at whatever can be read, so that a typing error in one key hides nothing else.
    """
    tree = read(folder)
    problems = [
        *tree.problems,
        *_shapes(tree),
        *exercise_problems(tree.exercises),
        *link_problems(tree.exercises),
        *program_problems(tree),
        *assessment_problems(tree.assessments),
        *policy_problems(tree.policy, tree.assessments),
        *source_problems(tree),
    ]
    return sorted(set(problems))


def report(folder: Path = FOLDER) -> tuple[str, int]:
    """What `midstance content check` prints, and its exit code: 0 when there is no problem."""
    problems = check(folder)
    if not problems:
        tree = read(folder)
        counts = _count(len(tree.exercises), "exercise"), _count(len(tree.programs), "program")
        return f"{', '.join(counts)}: no problem", 0
    lines = [": ".join(filter(None, problem)) for problem in problems]
    files = len({problem.file for problem in problems})
    total = f"{_count(len(problems), 'problem')} in {_count(files, 'file')}"
    return "\n".join([*lines, total]), 1


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shapes(tree: Tree) -> list[Problem]:
    problems: list[Problem] = []
    for exercise in tree.exercises:
        problems += fit(Exercise, exercise)[1]
    for program in tree.programs:
        problems += fit(Program, program)[1]
    if tree.assessments:
        problems += fit(Assessments, tree.assessments)[1]
    if tree.policy:
        problems += fit(Policy, tree.policy)[1]
    return problems
