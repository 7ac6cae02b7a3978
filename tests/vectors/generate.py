"""Writes the vectors that hold the phone's rules to those of the server.

Run it with `make vectors` after a rule or content changed on purpose.
Each file is a list of `{name, in, out}`. A text beginning with "@" in `in` stands for a value of
shared.json, with "/" before a key within it, so that policy, ladders and exercises are there once.
"""

import json
from pathlib import Path
from typing import Any

from tests.vectors import outcomes, progress, readiness, today

FOLDER = Path(__file__).parent


def vectors() -> dict[str, str]:
    """The text of every vector file by its name."""
    values = {
        "shared": progress.shared(),
        "advance": progress.advance_cases(),
        "outcome": outcomes.outcome_cases(),
        "readiness": readiness.readiness_cases(),
        "lately": readiness.lately_cases(),
        "niggles": readiness.niggle_cases(),
        "closed_on": today.closed_cases(),
        "next_session": today.next_session_cases(),
        "prescribe": today.prescribe_cases(),
        "explain": today.explain_cases(),
    }
    return {f"{name}.json": _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    """One case a line, so that a changed rule shows as changed lines."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_line, value)) + "\n]\n"
    return "{\n" + ",\n".join(f"{_line(k)}:{_line(v)}" for k, v in value.items()) + "\n}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    for name, text in vectors().items():
        (FOLDER / name).write_text(text)
