"""The product as a list of routers."""

from fastapi import APIRouter, FastAPI

from midstance import __version__, errors
from midstance.database import Database
from midstance.settings import Settings

ROUTERS: list[APIRouter] = []


def create_app(settings: Settings) -> FastAPI:
    """The whole application on the database of `settings`, which must be migrated."""
    app = FastAPI(
        title="Midstance",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.database = Database(settings.database_url)
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router)
    return app
