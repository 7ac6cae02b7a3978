"""Write all exercises' figures as one JSON file for the tests in JavaScript."""

import json
import tomllib
from pathlib import Path
from typing import Any

from midstance.content.figure import Figure

ROOT = Path(__file__).parents[3]
EXERCISES = ROOT / "backend/midstance/content/exercises"
VECTORS = ROOT / "tests/vectors/figures.json"


def figures(folder: Path = EXERCISES) -> dict[str, Any]:
    """{slug: figure as the phone gets it}, of the exercises that have one, checked."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("figure")
        if table is not None:
            found[path.stem] = Figure.model_validate(table).model_dump(
                mode="json", exclude_unset=True
            )
    return found


def text() -> str:
    return json.dumps(figures(), separators=(",", ":"), indent=1) + "\n"


if __name__ == "__main__":
    VECTORS.write_text(text(), encoding="utf-8")
