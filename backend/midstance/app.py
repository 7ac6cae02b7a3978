"""The product as a list of routers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware import Middleware

from midstance import __version__, errors, first, pages
from midstance.api import (
    accounts,
    assessments,
    devices,
    exercises,
    health,
    invites,
    pack,
    plan,
    programs,
    progression,
    sync,
    today,
)
from midstance.api.catalog import catalog
from midstance.assets import Assets
from midstance.database import Database
from midstance.guard import Guard
from midstance.headers import CompressedApi, HeadOfApi, SecurityHeaders
from midstance.logs import RequestLog
from midstance.pages import FirstContent
from midstance.settings import Settings, shipped

ROUTERS: list[APIRouter] = [
    accounts.router,
    devices.router,
    invites.router,
    sync.router,
    pack.router,
    today.router,
    plan.router,
    progression.router,
    assessments.router,
    exercises.router,
    programs.router,
    health.router,
    pages.router,  # last: the shell answers at every address that is left
]


def create_app(
    settings: Settings,
    *,
    frontend: Path | None = None,
    first_content: FirstContent = first.first_content,
) -> FastAPI:
    """The whole application on the database of `settings`, which must be migrated."""
    app = FastAPI(
        title="Midstance",
        summary="A staged lower-limb strength program for runners: paced, explained, offline.",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
        responses=errors.PROBLEM_RESPONSES,
        generate_unique_id_function=_named_after_endpoint,
        lifespan=_running,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(RequestLog),
            Middleware(HeadOfApi),
            Middleware(CompressedApi, minimum_size=1024, compresslevel=6),
            Middleware(Guard, public_url=settings.public_url),
        ],
    )
    app.state.settings = settings
    app.state.database = Database(settings.database_url)
    app.state.assets = Assets(frontend or shipped("frontend"), reload=settings.reload == "on")
    app.state.first_content = first_content
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router)
    return app


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    catalog()  # content that cannot be read stops the server now, not the first runner later
    app.state.assets.compress_in_background()
    yield
    app.state.database.close()


def _named_after_endpoint(route: APIRoute) -> str:
    return route.name
