"""POST /api/sync: the one way entries get into and out of a journal."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from midstance.accounts.current import CurrentDevice
from midstance.clock import now_ms
from midstance.database import Database
from midstance.errors import TooLarge
from midstance.journal.body import read_body
from midstance.journal.sync import Exchange, sync

ENTRIES_LIMIT = 500

router = APIRouter(prefix="/api", tags=["sync"])


def _whole(value: Any) -> Any:
    """500.0 is the same number as 500, and some languages write it so."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(_whole)]


class SyncRequest(BaseModel):
    """Where the phone stopped, and what it has to give."""

    model_config = ConfigDict(strict=True)

    cursor: Whole = Field(ge=0, description="How many entries of this journal the phone has")
    chain: str = Field(description="The chain at that cursor; 32 zeros at cursor 0")
    entries: list[Any] = Field(description=f"At most {ENTRIES_LIMIT} entries, in any order")
    limit: Whole = Field(ENTRIES_LIMIT, ge=1, le=ENTRIES_LIMIT, description="Entries per answer")


class Rejection(BaseModel):
    """An entry that was not kept, alone among those that were."""

    id: str | None
    index: int = Field(description="Its place in the push, for one that has no id")
    code: str = Field(description="invalid or id_reused")
    detail: str
    field: str | None = None


class SyncAnswer(BaseModel):
    """What was kept, and the next page of the journal, the phone's own entries included."""

    cursor: int
    chain: str
    accepted: list[str]
    rejected: list[Rejection]
    entries: list[dict[str, Any]]
    more: bool = Field(description="There is another page after this cursor")
    server_time: int = Field(description="Epoch milliseconds")


async def _body(request: Request) -> bytes:
    return await request.body()


@router.post(
    "/sync",
    response_class=Response,
    responses={
        200: {"model": SyncAnswer},
        400: {"description": "Not JSON"},
        401: {"description": "Not signed in"},
        409: {"description": "The cursor is not in this journal: start over"},
        413: {"description": "More than 500 entries or 1 MiB"},
        422: {"description": "Not a sync request"},
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": SyncRequest.model_json_schema()}},
        }
    },
)
def exchange(
    request: Request, device: CurrentDevice, body: Annotated[bytes, Depends(_body)]
) -> Response:
    """Push entries and pull those the phone has not seen; the same push twice changes nothing."""
    content = answer(request.app.state.database, device.athlete, body)
    return Response(content, media_type="application/json")


def answer(database: Database, athlete_id: str, body: bytes) -> bytes:
    """One exchange, from bytes to bytes. It is committed when this returns."""
    wanted = _read(body)
    now = now_ms()
    # Only a push needs the writer, and not before the body is read do we know whether this is one.
    with database.write() if wanted.entries else database.read() as db:
        done = sync(
            db,
            athlete_id,
            cursor=wanted.cursor,
            chain=wanted.chain,
            entries=wanted.entries,
            limit=wanted.limit,
            now_ms=now,
        )
    return _written(done, now)


def _read(body: bytes) -> SyncRequest:
    try:
        wanted = SyncRequest.model_validate(read_body(body))
    except ValidationError as error:
        parts = error.errors(include_input=False, include_url=False)
        said = [{**part, "loc": ("body", *part["loc"])} for part in parts]
        raise RequestValidationError(said) from error
    if len(wanted.entries) > ENTRIES_LIMIT:
        raise TooLarge(f"A push may hold at most {ENTRIES_LIMIT} entries; send the rest after it.")
    return wanted


def _written(done: Exchange, now: int) -> bytes:
    """The answer as bytes: entries are stored text already and are not read again."""
    page, pushed = done.page, done.pushed
    head = {"cursor": page.end.seq, "chain": page.end.chain, "accepted": pushed.accepted}
    tail = {"rejected": pushed.rejected, "more": page.more, "server_time": now}
    start, end = json.dumps(head), json.dumps(tail)
    return f'{start[:-1]}, "entries": [{",".join(page.texts)}], {end[1:]}'.encode("ascii")
