"""Reading a push's JSON so that one unreadable entry does not hide the others.

A JSON reader gives up on the whole text when one number has too many digits or one list is nested
too deeply. Only then is the text cut up into its entries, which are read one by one.
"""

import json
import re
from typing import Any

from midstance.errors import Problem
from midstance.journal.entry import Invalid

# A string that never ends matches too, or looking for its end would start again at every quote.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[\[\]{}:,]', re.DOTALL)
_INSIDE_ENTRIES = 2


class Malformed(Problem):
    status, code, title = 400, "malformed", "Not JSON"


def read_body(body: bytes) -> Any:
    """The JSON value of a request body; an entry that no reader takes is an `Invalid` in its place.

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
        raise Malformed("The body could not be read as JSON.") from error
    except (ValueError, RecursionError):
        return _read_in_parts(text)


def _read_in_parts(text: str) -> Any:
    start, ends = _entries(text)
    parts = [text[a + 1 : b] for a, b in zip([start, *ends], ends, strict=False)]
    try:
        whole = json.loads(f"{text[: start + 1]}{text[ends[-1] :]}")
    except (ValueError, RecursionError, IndexError) as error:
        raise Malformed("The body could not be read as JSON.") from error
    if not isinstance(whole, dict):
        raise Malformed("The body is not a JSON object.")
    whole["entries"] = [_read_part(part) for part in parts]
    return whole


def _read_part(part: str) -> Any:
    try:
        return json.loads(part)
    except json.JSONDecodeError as error:
        raise Malformed("The body could not be read as JSON.") from error
    except (ValueError, RecursionError):
        return Invalid("", "A number is too long, or a list nested too deeply, to be read.")


def _entries(text: str) -> tuple[int, list[int]]:
    """Where the list under "entries" opens, and where each of its parts ends."""
    depth, key, start, ends = 0, "", -1, list[int]()
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
            if mark == "[" and depth == _INSIDE_ENTRIES and key == '"entries"' and start < 0:
                start = token.start()
        elif mark in "]}":
            if start >= 0 and depth == _INSIDE_ENTRIES:
                return start, [*ends, token.start()]
            depth -= 1
        elif mark == "," and start >= 0 and depth == _INSIDE_ENTRIES:
            ends.append(token.start())
        elif mark[0] == '"' and depth == 1:
            key = mark
    return start, ends
