"""Rules for the tests: keys of their own, steps that read well, norms that a value can reach."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from midstance.content.check.loose import number, string, strings, table, tables
from midstance.content.check.prose import PROMISE
from midstance.content.read import Document, Problem

DECADE = 10


def assessment_problems(document: Document | None) -> Iterator[Problem]:
    """Problems of each test within itself and towards the others."""
    if document is None:
        return
    file, tests = document.file, tables(document.data.get("tests"))
    keys = [string(test.get("key")) for test in tests]
    for index, test in enumerate(tests):
        where = f"tests[{index}]"
        if keys[index] and keys[index] in keys[:index]:
            yield Problem(file, f"{where}.key", f"{keys[index]!r} is already taken")
        if test.get("unit") == "yes_no" and number(test.get("most")) not in (None, 1):
            yield Problem(file, f"{where}.most", "a yes is 1: that is the most")
        for sex, norms in table(test.get("norms")).items():
            yield from _norms(file, f"{where}.norms.{sex}", table(norms), test)
        for key, text in _sentences(test):
            if not text.endswith("."):
                yield Problem(file, f"{where}.{key}", "a sentence: it must end with a period")
            if "!" in text:
                yield Problem(file, f"{where}.{key}", "no exclamation marks: say it calmly")
        if found := PROMISE.search(string(test.get("why"))):
            told = f"{found[0]!r} promises what the evidence does not (science 5)"
            yield Problem(file, f"{where}.why", told)


def test_keys(document: Document | None) -> set[str]:
    """The keys that gates may name."""
    tests = tables(document.data.get("tests")) if document else []
    return {string(test.get("key")) for test in tests}


def _norms(
    file: str, key: str, norms: Mapping[str, Any], test: Mapping[str, Any]
) -> Iterator[Problem]:
    decades = sorted(int(decade) for decade in norms if decade.isdecimal())
    for before, after in pairwise(decades):
        if after - before != DECADE:
            yield Problem(file, f"{key}.{before + DECADE}", "missing: norms go decade by decade")
    most = number(test.get("most"))
    for decade, value in norms.items():
        norm = number(value)
        if norm is not None and most is not None and norm > most:
            yield Problem(file, f"{key}.{decade}", f"{norm:g} is above the most, {most:g}")


def _sentences(test: Mapping[str, Any]) -> list[tuple[str, str]]:
    steps = [(f"steps[{i}]", step) for i, step in enumerate(strings(test.get("steps")))]
    plain = [(key, string(test.get(key))) for key in ("why", "compare")]
    return [(key, text) for key, text in [*steps, *plain] if text]
