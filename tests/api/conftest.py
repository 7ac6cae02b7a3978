"""What tests of the HTTP interface share."""

import pytest

from midstance.accounts import attempts
from midstance.clock import now_ms


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No guess is too late to count, however slow the machine."""
    now = now_ms()
    monkeypatch.setattr(attempts, "now_ms", lambda: now)
