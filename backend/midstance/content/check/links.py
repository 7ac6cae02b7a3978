"""Rules for the easier and harder links between exercises."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from midstance.content.check.loose import string, strings
from midstance.content.read import Document, Problem

BACK = {"easier": "harder", "harder": "easier"}
Graph = Mapping[str, set[str]]


def link_problems(documents: Sequence[Document]) -> Iterator[Problem]:
    """Links that lead nowhere, are said by one end only, run in a circle or leave a gap."""
    by_slug = {document.stem: document for document in documents}
    for document in documents:
        yield from _ends(document, by_slug)
    yield from _circles(by_slug)
    yield from _gaps(by_slug)


def harder_than(documents: Sequence[Document]) -> dict[str, set[str]]:
    """For each slug, the slugs that can be reached from it by harder links of either end."""
    graph = _harder({document.stem: document for document in documents})
    return {slug: _reached(graph, slug) for slug in graph}


def _ends(document: Document, by_slug: Mapping[str, Document]) -> Iterator[Problem]:
    for side, back in BACK.items():
        for index, slug in enumerate(strings(document.data.get(side))):
            key = f"{side}[{index}]"
            if slug == document.stem:
                yield Problem(document.file, key, "leads to itself")
            elif slug and slug not in by_slug:
                yield Problem(document.file, key, f"there is no exercise {slug!r}")
            elif slug and document.stem not in strings(by_slug[slug].data.get(back)):
                yield Problem(
                    document.file, key, f"{by_slug[slug].file} does not link back by {back!r}"
                )


def _circles(by_slug: Mapping[str, Document]) -> Iterator[Problem]:
    graph = _harder(by_slug)
    for slug, document in by_slug.items():
        if slug in _reached(graph, slug):
            yield Problem(document.file, "harder", "runs in a circle back to this exercise")


def _gaps(by_slug: Mapping[str, Document]) -> Iterator[Problem]:
    """An exercise that cannot be reached from the rest of its pattern, over links of any kind."""
    linked: dict[str, set[str]] = defaultdict(set)
    for slug, harder in _harder(by_slug).items():
        for other in harder:
            linked[slug].add(other)
            linked[other].add(slug)
    patterns: dict[str, list[str]] = defaultdict(list)
    for slug, document in by_slug.items():
        patterns[string(document.data.get("pattern"))].append(slug)
    for pattern, slugs in patterns.items():
        islands = [{slug} | _reached(linked, slug) for slug in slugs]
        mainland = max(islands, key=lambda island: len(island.intersection(slugs)))
        for slug in slugs:
            if pattern and slug not in mainland:
                yield Problem(
                    by_slug[slug].file, "easier", f"no link leads to the rest of {pattern!r}"
                )


def _harder(by_slug: Mapping[str, Document]) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {slug: set() for slug in by_slug}
    for slug, document in by_slug.items():
        graph[slug].update(set(strings(document.data.get("harder"))) & by_slug.keys())
        for easier in set(strings(document.data.get("easier"))) & by_slug.keys():
            graph[easier].add(slug)
    return graph


def _reached(graph: Graph, start: str) -> set[str]:
    """Everything that can be reached from `start`; itself only over a circle."""
    reached: set[str] = set()
    ahead = list(graph.get(start, ()))
    while ahead:
        slug = ahead.pop()
        if slug not in reached:
            reached.add(slug)
            ahead.extend(graph.get(slug, ()))
    return reached
