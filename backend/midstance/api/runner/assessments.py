"""The tests of a program with what an athlete measured in them."""

from typing import Any

from midstance.api.catalog import Catalog
from midstance.api.runner.standing import Standing


def assessments(standing: Standing, catalog: Catalog) -> dict[str, Any]:
    """Each test with what is known of it, every result newest first, and how the sides compare."""
    known = {one["test"]: one for one in standing.measured}
    return {
        "day": standing.day,
        "tests": [{**test, "measured": known[key]} for key, test in catalog.tests.items()],
        "results": standing.assessments[::-1],
        "symmetry": standing.symmetry,
    }
