"""The content as the product uses it: read once, held to its schema, never changed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from midstance.content.assessment import Assessments, Test
from midstance.content.exercise import Exercise
from midstance.content.policy import Policy
from midstance.content.program import Program
from midstance.content.read import FOLDER, Problem, fit, read


class BadContent(Exception):  # noqa: N818 - it names what is wrong, as the other errors do
    """The content folder does not fit its schema; `problems` says every place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{p.file}: {p.key or 'file'}: {p.message}" for p in problems))
        self.problems = problems


@dataclass(frozen=True)
class Content:
    """Exercises in catalog order, programs and tests, by key; policy and sources as plain values.

    `version` is a hash of all that is served: it changes exactly when an answer would.
    """

    exercises: Mapping[str, Exercise]
    programs: Mapping[str, Program]
    tests: Mapping[str, Test]
    policy: dict[str, Any]
    sources: Mapping[str, str]
    version: str


def load(folder: Path = FOLDER) -> Content:
    """The content of `folder`; raises BadContent with everything that does not fit the schema.

    Rules between files and of style are `midstance content check`'s.
    """
    tree = read(folder)
    problems = list(tree.problems)
    exercises: list[Exercise] = []
    programs: list[Program] = []
    assessments: Assessments | None = None
    for document in tree.exercises:
        exercise, found = fit(Exercise, document)
        problems += found
        exercises += [exercise] if exercise else []
    for document in tree.programs:
        program, found = fit(Program, document)
        problems += found
        programs += [program] if program else []
    if tree.assessments:
        assessments, found = fit(Assessments, tree.assessments)
        problems += found
    if tree.policy:
        problems += fit(Policy, tree.policy)[1]
    if problems or not assessments or not tree.policy or not tree.sources:
        raise BadContent(problems)
    return Content(
        exercises=MappingProxyType({e.slug: e for e in sorted(exercises, key=_row)}),
        programs=MappingProxyType({program.slug: program for program in programs}),
        tests=MappingProxyType({test.key: test for test in assessments.tests}),
        policy=tree.policy.data,
        sources=MappingProxyType(tree.sources.data),
        version=_version(exercises, programs, assessments, tree.policy.data, tree.sources.data),
    )


def _row(exercise: Exercise) -> tuple[int, str]:
    return exercise.number, exercise.slug


def _version(
    exercises: list[Exercise],
    programs: list[Program],
    assessments: Assessments,
    policy: dict[str, Any],
    sources: dict[str, Any],
) -> str:
    served = {
        "exercises": [exercise.plain() for exercise in sorted(exercises, key=_row)],
        "programs": [program.plain() for program in programs],
        "tests": assessments.plain(),
        "policy": policy,
        "sources": sources,
    }
    text = json.dumps(served, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
