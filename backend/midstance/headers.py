"""What goes out with every answer: the rules a browser has to hold our pages to."""

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_security_policy(styles: str = "") -> str:
    """Nothing but our own files; `styles` lets exactly one inline style sheet in, by its hash."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' {styles}".strip(),
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


ALWAYS = {
    "Content-Security-Policy": content_security_policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), screen-wake-lock=(self)",
}


class SecurityHeaders:
    """ASGI middleware. What an endpoint sets itself is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class HeadOfApi:
    """ASGI middleware: HEAD is answered as GET is; the server leaves the body out (RFC 9110)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "HEAD" and _is_api(scope):
            scope = {**scope, "method": "GET"}
        await self.app(scope, receive, send)


class CompressedApi(GZipMiddleware):
    """ASGI middleware for the API's answers; files and pages come compressed already."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _is_api(scope):
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_api(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/api/")


def _add(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if _is_api(scope):
        headers.setdefault("Cache-Control", "no-store")  # somebody's training, not a cache's
    renewed: str | None = scope.get("state", {}).get("renewed_cookie")
    if renewed and "Set-Cookie" not in headers:
        headers.append("Set-Cookie", renewed)
