"""One log line per request, and the last net for what nobody caught. Never bodies or tokens."""

import logging
import re
import sys
import time
from typing import Literal
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from midstance.errors import Internal

REQUEST_ID = re.compile(r"[\w-]{8,64}")
log = structlog.get_logger("midstance")


def configure(log_format: Literal["plain", "json"]) -> None:
    """Send our log lines and those of the libraries to stderr, in one format."""
    # The plain formatter prints no local variables: a password may be among them.
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper("iso"),
    ]
    if log_format == "json":
        shared.append(structlog.processors.format_exc_info)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[remove_meta, renderer]
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("midstance").setLevel(logging.INFO)


class RequestLog:
    """ASGI middleware. Answers with the request's id; believes a proxy that already gave one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # As it came, percent-encoded: decoded it could write lines and colors of its own.
        path = scope.get("raw_path", b"").decode("ascii", "backslashreplace")
        given = Headers(scope=scope).get("X-Request-ID", "")
        request_id = given if REQUEST_ID.fullmatch(given) else uuid4().hex
        status = 0
        started = time.perf_counter()

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self.app(scope, receive, with_id)
            except ClientDisconnect:
                # A phone in a basement: nobody is left to answer, and it will push again.
                log.info("hung up", method=scope["method"], path=path)
                return
            except Exception:
                log.exception("failed", method=scope["method"], path=path)
                if status:
                    raise  # half an answer is out; only closing the connection tells
                await Internal.response_to_anything()(scope, receive, with_id)
            duration_ms = round((time.perf_counter() - started) * 1000, 1)
            write = log.debug if path.startswith("/a/") else log.info
            write(
                "request",
                method=scope["method"],
                path=path,
                status=status,
                duration_ms=duration_ms,
            )
