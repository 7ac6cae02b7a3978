"""How the words of an exercise must read: short, to the runner, and promising nothing."""

import re
from collections.abc import Iterator

from midstance.content.check.loose import string, strings, table, tables
from midstance.content.read import Document, Problem

NOT_A_COMMAND = re.compile(
    r"(an?|the|this|that|these|those|there|here|its?|you|yours?|we|our|i|my|he|she|his|her|they"
    r"|their|one|someone|runners?|athletes?|patients?)"
)
THIRD_PERSON = re.compile(r"\b(the (runner|athlete|patient|client|user)|we|our|us|I|my|let's)\b")
NEGATIVE = re.compile(r"(don't|do not|never|avoid|no|not)\b", re.IGNORECASE)
PROMISE = re.compile(
    r"\b(prevent\w*|protect\w*|injur\w*|bulletproof\w*|cures?|heals?|healing|guarantee\w*|fix(es)?"
    r"|always|will make you|faster)\b",
    re.IGNORECASE,
)
NOT_GERUNDS = frozenset({"bring", "swing", "spring", "cling", "sling", "fling", "string"})
SENTENCES = ("why", "breathing", "leave_out")


def prose_problems(document: Document) -> Iterator[Problem]:
    """Problems with the cues, faults, setup steps and sentences of one exercise."""
    for key, text in _phrases(document):
        if text.endswith("."):
            yield Problem(document.file, key, "a phrase, not a sentence: no period at its end")
    for key, text in _sentences(document):
        if not text.endswith("."):
            yield Problem(document.file, key, "a sentence: it must end with a period")
    for key, text in [*_phrases(document), *_sentences(document)]:
        if text[0].islower():
            yield Problem(document.file, key, "must begin with a capital letter")
        if "!" in text:
            yield Problem(document.file, key, "no exclamation marks: say it calmly")
        if found := THIRD_PERSON.search(text):
            yield Problem(document.file, key, f"speak to the runner, not of {found[0]!r}")
    for index, cue in enumerate(strings(document.data.get("cues"))):
        if cue and (reason := _not_a_command(cue)):
            yield Problem(document.file, f"cues[{index}]", reason)
    if found := PROMISE.search(string(document.data.get("why"))):
        yield Problem(
            document.file, "why", f"{found[0]!r} promises what the evidence does not (science 5)"
        )


def _not_a_command(cue: str) -> str | None:
    first = re.split(r"[\s,:]", cue, maxsplit=1)[0].lower()
    if NEGATIVE.match(cue):
        return "say what to do, not what to leave out"
    if NOT_A_COMMAND.fullmatch(first) or (first.endswith("ing") and first not in NOT_GERUNDS):
        return f"a cue is a command to the runner: begin with a verb, not with {first!r}"
    return None


def _phrases(document: Document) -> list[tuple[str, str]]:
    data = document.data
    cues = [(f"cues[{i}]", cue) for i, cue in enumerate(strings(data.get("cues")))]
    faults = [
        (f"faults[{i}].fault", string(fault.get("fault")))
        for i, fault in enumerate(tables(data.get("faults")))
    ]
    words = [(f"phase_words.{key}", string(w)) for key, w in table(data.get("phase_words")).items()]
    return [(key, text) for key, text in [*cues, *faults, *words] if text]


def _sentences(document: Document) -> list[tuple[str, str]]:
    data = document.data
    steps = [(f"setup[{i}]", step) for i, step in enumerate(strings(data.get("setup")))]
    fixes = [
        (f"faults[{i}].fix", string(fault.get("fix")))
        for i, fault in enumerate(tables(data.get("faults")))
    ]
    plain = [(key, string(data.get(key))) for key in SENTENCES]
    return [(key, text) for key, text in [*steps, *fixes, *plain] if text]
