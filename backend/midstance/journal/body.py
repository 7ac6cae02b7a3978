"""Reading a push's JSON so that one unreadable entry does not hide the others.

A JSON reader gives up on the whole text when one number has too many digits or one list is nested
too deeply. Only then is the text read in a way that loses just that: the entry it is in is refused
for it, by its id, and the others are kept.
"""

import json
import re
from typing import Any

from midstance.errors import Problem
from midstance.journal.entry import NESTING_LIMIT

# A string that never ends matches too, or looking for its end would start again at every quote.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)
# A list of entries in an object, and one level more than an entry may have, so that it is refused.
_LEVELS_KEPT = 2 + NESTING_LIMIT + 1


class Malformed(Problem):
    status, code, title = 400, "malformed", "Not JSON"


def read_body(body: bytes) -> Any:
    """The JSON value of a request body.

    What is nested far too deeply is emptied, and a number that is far too long is infinite.

    Raises:
        Malformed: it is no JSON in UTF-8.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("The body is not UTF-8.") from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise _malformed() from error
    except (ValueError, RecursionError):
        return _read_patiently(text)


def _read_patiently(text: str) -> Any:
    try:
        return json.loads(_shallow(text), parse_int=_number)
    except ValueError as error:
        raise _malformed() from error


def _shallow(text: str) -> str:
    """The text without what is nested deeper than any entry may be."""
    kept, depth, start = list[str](), 0, 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            if depth == _LEVELS_KEPT:
                kept.append(text[start : token.end()])
                start = len(text)
        elif token[0] in "]}":
            if depth == _LEVELS_KEPT:
                start = token.start()
            depth -= 1
    return "".join(kept) + text[start:]


def _number(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:
        return float(digits)


def _malformed() -> Malformed:
    return Malformed("The body could not be read as JSON.")
