"""Rules inside one exercise file that its schema cannot say, and that no two files may share."""

from collections.abc import Iterator, Sequence

from midstance.content.check.loose import numbers, string, strings, table, tables
from midstance.content.check.prose import prose_problems
from midstance.content.read import Document, Problem
from midstance.content.vocabulary import GEAR_OF_LOAD, HOME

WITHOUT_TEMPO = frozenset({"hold", "distance"})
UNLOADED = frozenset({"none", "body"})


def exercise_problems(documents: Sequence[Document]) -> Iterator[Problem]:
    """Problems of each exercise by itself, and of numbers and names used twice."""
    for document in documents:
        if (slug := document.data.get("slug")) is not None and slug != document.stem:
            yield Problem(document.file, "slug", f"must be the file's name, {document.stem!r}")
        yield from _movement(document)
        yield from _equipment(document)
        yield from _tags(document)
        yield from _twice_in_one(document)
        yield from prose_problems(document)
    for key in ("number", "name", "short"):
        yield from _taken(documents, key)


def _movement(document: Document) -> Iterator[Problem]:
    data = document.data
    measure, tempo = string(data.get("measure")), data.get("tempo")
    if measure == "reps" and tempo is None:
        yield Problem(document.file, "tempo", "missing: reps are paced by a tempo")
    if measure in WITHOUT_TEMPO and tempo is not None:
        yield Problem(document.file, "tempo", f"a {measure} has no tempo")
    if measure == "contacts" and "contact_s" not in data:
        yield Problem(
            document.file, "contact_s", "missing: a jump is paced from landing to landing"
        )
    if measure not in {"contacts", ""} and "contact_s" in data:
        yield Problem(document.file, "contact_s", "never used: only contacts have landings")
    if tempo is None and data.get("phase_words") is not None:
        yield Problem(document.file, "phase_words", "words for phases, but there is no tempo")
    if string(data.get("short")) and len(string(data["short"])) >= len(string(data.get("name"))):
        yield Problem(document.file, "short", "not shorter than the name: leave it out")
    stages = numbers(data.get("stages"))
    if stages != sorted(stages):
        yield Problem(document.file, "stages", "must rise")


def _equipment(document: Document) -> Iterator[Problem]:
    alternatives = tables(document.data.get("equipment"))
    needs = [set(strings(alternative.get("needs"))) for alternative in alternatives]
    for index, alternative in enumerate(alternatives):
        load = string(alternative.get("load"))
        gear = next((gear for kind, gear in GEAR_OF_LOAD.items() if kind == load), None)
        if gear and not gear & needs[index]:
            wanted = " or ".join(sorted(gear))
            yield Problem(
                document.file, f"equipment[{index}].load", f"{load!r} needs {wanted} in `needs`"
            )
        if any(earlier <= needs[index] for earlier in needs[:index]):
            yield Problem(
                document.file,
                f"equipment[{index}].needs",
                "never used: an earlier alternative needs no more than this one",
            )
    if needs and not needs[-1] <= HOME:
        missing = ", ".join(sorted(needs[-1] - HOME))
        yield Problem(
            document.file,
            f"equipment[{len(needs) - 1}].needs",
            f"the last alternative must be possible with a stair, a chair and a backpack, not"
            f" {missing}",
        )


def _tags(document: Document) -> Iterator[Problem]:
    data = document.data
    tags = set(strings(data.get("tags")))
    pattern, measure = string(data.get("pattern")), string(data.get("measure"))
    loads = {string(alternative.get("load")) for alternative in tables(data.get("equipment"))}
    if pattern.startswith("mobility_") and "mobility" not in tags:
        yield Problem(document.file, "tags", f"{pattern!r} needs the tag 'mobility'")
    if pattern.startswith("plyo_") != ("plyometric" in tags) and pattern:
        yield Problem(document.file, "tags", "'plyometric' goes with plyo patterns only")
    if "plyometric" in tags and measure not in {"contacts", "distance"}:
        yield Problem(document.file, "measure", "jumps are counted in contacts (or meters)")
    for tag in sorted(tags & {"heavy", "by_load"}):
        if loads and loads <= UNLOADED:
            yield Problem(document.file, "tags", f"{tag!r} needs an alternative with a load")
    if measure == "hold" and not tags & {"isometric", "mobility"}:
        yield Problem(document.file, "tags", "a hold is 'isometric' or 'mobility'")


def _twice_in_one(document: Document) -> Iterator[Problem]:
    """What is said in two places that exclude each other."""
    data = document.data
    muscles = table(data.get("muscles"))
    primary = set(strings(muscles.get("primary")))
    for index, muscle in enumerate(strings(muscles.get("secondary"))):
        if muscle in primary:
            yield Problem(document.file, f"muscles.secondary[{index}]", f"{muscle!r} is primary")
    easier = set(strings(data.get("easier")))
    for index, slug in enumerate(strings(data.get("harder"))):
        if slug in easier:
            yield Problem(document.file, f"harder[{index}]", f"{slug!r} is also easier")


def _taken(documents: Sequence[Document], key: str) -> Iterator[Problem]:
    first: dict[str | int, str] = {}
    for document in documents:
        value = document.data.get(key)
        if not isinstance(value, str | int):
            continue
        if value in first:
            yield Problem(document.file, key, f"{value!r} is already that of {first[value]}")
        first.setdefault(value, document.file)
