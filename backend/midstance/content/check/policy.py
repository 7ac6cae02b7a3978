"""Rules for policy.toml that its schema cannot say: what must rise, and what sentences may hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from string import Formatter
from typing import Any

from midstance.content.check.loose import number, string, table, tables
from midstance.content.read import Document, Problem

RISING = (
    ("pain", ("hold_from", "regress_from")),
    ("pain", ("down_least", "down_most")),
    ("soreness", ("lighter_from", "mobility_from")),
    ("deload", ("load_down_least", "load_down_most")),
    ("asymmetry", ("act_below", "stop_from")),
    ("asymmetry", ("tests_alike", "tests_seen")),
    ("asymmetry", ("weeks_least", "weeks_most")),
    ("caps", ("low_start_week", "low_contacts_week")),
    ("caps", ("hard_start_week", "hard_contacts_week")),
)
"""Keys of one table of which none may lie above the next."""


def policy_problems(document: Document | None, assessments: Document | None) -> Iterator[Problem]:
    """Problems of the policy's numbers against each other, and of its sentences."""
    if document is None:
        return
    data, file = document.data, document.file
    for name, keys in RISING:
        yield from _rising(file, name, table(data.get(name)), keys)
    rows = tables(table(data.get("layoff")).get("rows"))
    for index, row in enumerate(rows):
        keys = ("load_down_least", "load_down_most")
        yield from _rising(file, f"layoff.rows[{index}]", row, keys)
    yield from _ascending(file, "layoff.rows", "days", rows)
    plan = table(data.get("plan"))
    yield from _ascending(file, "plan.by_distance", "below_m", tables(plan.get("by_distance")))
    sided = {
        string(test.get("key"))
        for test in tables(assessments.data.get("tests") if assessments else None)
        if test.get("sides") == "each"
    }
    for test in table(table(data.get("asymmetry")).get("patterns")):
        if test not in sided:
            yield Problem(file, f"asymmetry.patterns.{test}", "no test of each side has this key")
    for rule, reason in table(data.get("reasons")).items():
        yield from _sentence(file, f"reasons.{rule}.text", string(table(reason).get("text")))


def _rising(
    file: str, name: str, values: Mapping[str, Any], keys: Sequence[str]
) -> Iterator[Problem]:
    for lower, higher in pairwise(keys):
        low, high = number(values.get(lower)), number(values.get(higher))
        if low is not None and high is not None and low > high:
            yield Problem(file, f"{name}.{lower}", f"{low:g} is above {higher}, {high:g}")


def _ascending(
    file: str, name: str, key: str, rows: Sequence[Mapping[str, Any]]
) -> Iterator[Problem]:
    for index, (before, row) in enumerate(pairwise(rows), start=1):
        low, high = number(before.get(key)), number(row.get(key))
        if low is not None and high is not None and low >= high:
            yield Problem(file, f"{name}[{index}].{key}", f"must be above {low:g}, is {high:g}")


def _sentence(file: str, key: str, text: str) -> Iterator[Problem]:
    try:
        fields = [(name, spec, how) for _, name, spec, how in Formatter().parse(text)]
    except ValueError as error:
        yield Problem(file, key, f"its braces do not match: {error}")
        return
    for name, spec, how in fields:
        if name is not None and (spec or how or not re.fullmatch(r"[a-z][a-z0-9_]*", name)):
            yield Problem(file, key, f"{{{name}}} is no placeholder: write {{a_name}}")
    if text and not text.endswith("."):
        yield Problem(file, key, "a sentence: it must end with a period")
    if "!" in text:
        yield Problem(file, key, "no exclamation marks: say it calmly")
