"""Whether the server works, for whoever watches over it."""

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from midstance import __version__
from midstance.database import Reading
from midstance.errors import Problem

router = APIRouter(prefix="/api", tags=["health"])


class DatabaseUnreachable(Problem):
    status, code, title = 503, "database_unreachable", "Database not reachable"


class Health(BaseModel):
    """`release` names the state of the front end that is served."""

    status: Literal["ok"]
    version: str
    database: str
    release: str


@router.get("/health")
def health(request: Request, db: Reading) -> Health:
    """Answers 200 while the server and its database work."""
    try:
        db.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        raise DatabaseUnreachable("The server runs, but its database does not answer.") from error
    return Health(
        status="ok",
        version=__version__,
        database=db.get_bind().dialect.name,
        release=request.app.state.assets.release.id,
    )
