"""The engine gives rules, the policy has their sentences: neither may be without the other."""

import ast
from pathlib import Path
from string import Formatter

import midstance.training
from midstance.content import load

REASONS = load().policy["reasons"]
NODES = [
    node
    for folder in midstance.training.__path__
    for path in sorted(Path(folder).rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
]
TEXTS = {
    node.value for node in NODES if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


def test_every_rule_the_engine_gives_has_a_sentence() -> None:
    given = {
        value.value
        for node in NODES
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "rule" and isinstance(value, ast.Constant)
    }
    assert len(given) > 20
    assert not given - REASONS.keys()


def test_every_sentence_belongs_to_a_rule_of_the_engine() -> None:
    assert not REASONS.keys() - TEXTS


def test_every_placeholder_is_a_value_the_engine_fills() -> None:
    asked = {
        name
        for reason in REASONS.values()
        for _, name, _, _ in Formatter().parse(reason["text"])
        if name is not None
    }
    assert not asked - TEXTS
