"""Every number names where it comes from: `source` keys must be known ones."""

import re
from collections.abc import Iterator

from midstance.content.read import Document, Problem, Tree, key

OUR_OWN = re.compile(r"D|science [0-9](\.[0-9]{1,2})?")


def source_problems(tree: Tree) -> Iterator[Problem]:
    """Sources that neither are D or a part of the science file nor stand in sources.toml."""
    published = tree.sources.data if tree.sources else {}
    others = filter(None, [tree.assessments, tree.policy])
    documents = [*tree.exercises, *tree.programs, *others]
    for document in documents:
        for path, text in _sources(document.data, ()):
            for name in text.split(", "):
                if not OUR_OWN.fullmatch(name) and name not in published:
                    yield Problem(
                        document.file,
                        key(path),
                        f"unknown source {name!r}: D, science N or a key of sources.toml",
                    )
    yield from _citations(tree.sources)


def _sources(
    value: object, path: tuple[int | str, ...]
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "source" and isinstance(part, str):
                yield (*path, name), part
            yield from _sources(part, (*path, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _sources(part, (*path, index))


def _citations(document: Document | None) -> Iterator[Problem]:
    for name, text in (document.data if document else {}).items():
        if not isinstance(text, str) or not text.strip():
            yield Problem("sources.toml", name, "must be the work's citation, as text")
