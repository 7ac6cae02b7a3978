"""Named errors and how they are told: RFC 9457 problem documents with a stable code."""

from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

PROBLEM = "application/problem+json"


class Problem(Exception):  # noqa: N818 - a problem document is the field's name for it
    """Something went wrong that the caller can act on.

    Subclasses live next to the code that raises them and fix `status`, `code` and `title`;
    `detail` is one sentence for this occurrence, `extra` joins the document as it is.
    """

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"
    title: ClassVar[str] = "Something went wrong here"

    def __init__(self, detail: str, headers: dict[str, str] | None = None, **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.headers = headers
        self.extra = extra

    def response(self) -> JSONResponse:
        """The problem document, ready to be sent."""
        return problem(
            self.status, self.code, self.title, self.detail, headers=self.headers, **self.extra
        )


class Refused(Exception):  # noqa: N818 - what a command line says when it will not go on
    """A command cannot go on; the message is one sentence that says what to do."""


class NotFound(Problem):
    status, code, title = 404, "not_found", "Not found"


class MethodNotAllowed(Problem):
    status, code, title = 405, "method_not_allowed", "Method not allowed"


class TooLarge(Problem):
    status, code, title = 413, "too_large", "Too large"

    @classmethod
    def body(cls) -> "TooLarge":
        return cls("One request carries at most 1 MiB. Send it in several parts.")


class Internal(Problem):
    """What is left when nobody knew better; `midstance.logs` sends it."""

    @classmethod
    def response_to_anything(cls) -> JSONResponse:
        return cls(
            "The server failed on this request. Nothing you sent was stored; try again."
        ).response()


class ProblemDocument(BaseModel):
    """What every error looks like. `code` never changes; `detail` is for people."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    code: str
    detail: str


# For the API description of any endpoint.
PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "The request was refused; `code` says why.",
        "content": {PROBLEM: {"schema": ProblemDocument.model_json_schema()}},
    }
}


def problem(
    status: int,
    code: str,
    title: str,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    **extra: Any,
) -> JSONResponse:
    """One problem document; `type` stays about:blank because `code` is the stable name."""
    body = {"type": "about:blank", "title": title, "status": status, "code": code, "detail": detail}
    return JSONResponse(body | extra, status, media_type=PROBLEM, headers=headers)


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem document."""

    @app.exception_handler(Problem)
    async def known(_: Request, error: Problem) -> JSONResponse:
        return error.response()

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, error: RequestValidationError) -> JSONResponse:
        if any(part["type"] == "json_invalid" for part in error.errors()):
            return problem(400, "malformed", "Not JSON", "The body could not be read as JSON.")
        fields = [
            {
                "field": ".".join(map(str, part["loc"][1:])),
                "detail": part["msg"].removeprefix("Value error, "),
            }
            for part in error.errors()
        ]
        named = "; ".join(f"{f['field'] or 'body'}: {f['detail']}" for f in fields)
        return problem(422, "invalid", "Invalid request", named, fields=fields)

    @app.exception_handler(HTTPException)
    async def plain(request: Request, error: HTTPException) -> JSONResponse:
        headers = dict(error.headers) if error.headers else None
        if error.status_code == MethodNotAllowed.status:
            allowed = ", ".join(sorted(_methods(request)))
            detail = f"{request.method} is not possible here, only {allowed}."
            return MethodNotAllowed(detail, headers={"Allow": allowed}).response()
        if error.status_code == NotFound.status:
            return NotFound("There is nothing at this address.").response()
        if error.status_code == TooLarge.status:
            return TooLarge.body().response()
        code = "malformed" if error.status_code == 400 else "http_error"
        return problem(
            error.status_code, code, "Request refused", str(error.detail), headers=headers
        )


def _methods(request: Request) -> set[str]:
    """What all routes at this address can do together; the framework names those of one only."""
    path = request.scope["path"]
    routes = [route for route in iter_route_contexts(request.app.routes) if route.path_regex]
    methods = {
        method for route in routes if route.path_regex.match(path) for method in route.methods or ()
    }
    return methods | {"HEAD"} if "GET" in methods else methods
