"""GET /api/programs: the staged plans, as data."""

from functools import cache

from fastapi import APIRouter, Request, Response

from midstance.api.catalog import Ready, catalog, ready
from midstance.errors import NotFound

router = APIRouter(prefix="/api/programs", tags=["content"])


@router.get("", response_class=Response, responses={304: {"description": "Still the same"}})
def programs(request: Request) -> Response:
    """Every program, with its stages, templates and slots."""
    return _all().response(request)


@router.get("/{slug}", response_class=Response, responses={304: {"description": "Still the same"}})
def program(request: Request, slug: str) -> Response:
    """One program, whole: stages with their gates, templates, slots and their chains."""
    if slug not in _each():
        raise NotFound(f"There is no program {slug!r} here.", slug=slug)
    return _each()[slug].response(request)


@cache
def _all() -> Ready:
    return ready(list(catalog().programs.values()))


@cache
def _each() -> dict[str, Ready]:
    return {slug: ready(program) for slug, program in catalog().programs.items()}
