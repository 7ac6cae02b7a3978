"""GET /api/exercises: the catalog of movements."""

from functools import cache

from fastapi import APIRouter, Request, Response

from midstance.api.catalog import Ready, catalog, ready
from midstance.errors import NotFound

router = APIRouter(prefix="/api/exercises", tags=["content"])


@router.get("", response_class=Response, responses={304: {"description": "Still the same"}})
def exercises(request: Request) -> Response:
    """Every exercise in catalog order."""
    return _all().response(request)


@router.get("/{slug}", response_class=Response, responses={304: {"description": "Still the same"}})
def exercise(request: Request, slug: str) -> Response:
    """One exercise, whole: set-up, cues, faults with their fixes, and how it is drawn."""
    if slug not in _each():
        raise NotFound(f"There is no exercise {slug!r} in this catalog.", slug=slug)
    return _each()[slug].response(request)


@cache
def _all() -> Ready:
    return ready(list(catalog().exercises.values()))


@cache
def _each() -> dict[str, Ready]:
    return {slug: ready(exercise) for slug, exercise in catalog().exercises.items()}
