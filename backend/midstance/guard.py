"""What a request must be before anything reads it: small enough, JSON, and not another site's."""

from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from midstance.errors import Problem, TooLarge

BODY_BYTES_MAX = 1024 * 1024
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class CrossSite(Problem):
    status, code, title = 403, "cross_site", "Sent by another site"


class NotJson(Problem):
    status, code, title = 415, "not_json", "Not JSON"


class Guard:
    """ASGI middleware; `public_url` is where a proxy shows this server to browsers."""

    def __init__(self, app: ASGIApp, public_url: str | None) -> None:
        self.app = app
        self.public_host = urlsplit(public_url or "").netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            self._check(request)
        except Problem as refusal:
            await refusal.response()(scope, receive, send)
            return
        await self.app(scope, _limited(receive), send)

    def _check(self, request: Request) -> None:
        size = request.headers.get("Content-Length", "0")
        if size.isdecimal() and int(size) > BODY_BYTES_MAX:
            raise TooLarge.body()
        if request.method in SAFE_METHODS:
            return
        if self._from_another_site(request):
            raise CrossSite("This request came from another site, so nothing was done.")
        has_body = size != "0" or "Transfer-Encoding" in request.headers
        if has_body and not _is_json(request.headers.get("Content-Type", "")):
            raise NotJson("Send JSON, with `Content-Type: application/json`.")

    def _from_another_site(self, request: Request) -> bool:
        """Browsers say where a request comes from; other programs do not, and hold no cookie.

        A bearer token is never sent by a browser on its own, so whoever sends one means it.
        """
        if request.headers.get("Authorization", "").lower().startswith("bearer "):
            return False
        if site := request.headers.get("Sec-Fetch-Site"):
            return site not in {"same-origin", "none"}
        origin = request.headers.get("Origin")  # plain HTTP and older browsers
        hosts = {request.headers.get("Host"), self.public_host}
        return origin is not None and urlsplit(origin).netloc not in hosts - {"", None}


def _is_json(content_type: str) -> bool:
    media_type = content_type.partition(";")[0].strip().lower()
    return media_type == "application/json" or media_type.endswith("+json")


def _limited(receive: Receive) -> Receive:
    """Counts what really comes: a chunked body announces no size."""
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > BODY_BYTES_MAX:
            raise HTTPException(TooLarge.status)  # the one kind FastAPI lets through while reading
        return message

    return limited
