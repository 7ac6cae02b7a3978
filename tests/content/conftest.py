"""A copy of the real content that a test may break."""

import shutil
import tomllib
from functools import cache
from pathlib import Path

import pytest

from midstance.content.read import FOLDER

PARSED = cache(tomllib.loads)


@pytest.fixture(autouse=True)
def parse_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test breaks one file of forty: parsing the others again would be most of its time."""
    monkeypatch.setattr(tomllib, "loads", PARSED)


class Copy:
    """The TOML files of the product in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path in FOLDER.rglob("*.toml"):
            target = folder / path.relative_to(FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the first `old`."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer says {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)
