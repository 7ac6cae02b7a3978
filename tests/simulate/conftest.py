"""The lives that the rules are looked for in, lived once for all tests."""

import pytest

from tests.simulate.many import Sum, total

RUNNERS, WEEKS = 35, 26
"""Five of each kind for half a year; `make simulate` has two thousand."""


@pytest.fixture(scope="session")
def lives() -> Sum:
    return total(RUNNERS, WEEKS, processes=1)
