"""Forgets what the server remembers of athletes, so that everything is worked out anew."""

import pytest

from midstance.api.runner import fold, logbook, records, standing, walked
from midstance.api.runner.remembered import Remembered

MEMORIES = (
    (records, "_MEMORY"),
    (logbook, "_MEMORY"),
    (fold, "_MEMORY"),
    (walked, "_WAYS"),
    (walked, "_TIRED"),
    (standing, "_LAST"),
)


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in MEMORIES:
        known = getattr(module, name)
        monkeypatch.setattr(module, name, Remembered(known._most, known._size))
