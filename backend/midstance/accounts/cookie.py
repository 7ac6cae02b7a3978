"""The cookie that keeps a browser signed in: out of reach of scripts, gone when signed out."""

from urllib.parse import urlsplit

from fastapi import Request, Response

from midstance.accounts.devices import VALID_S

NAME = "midstance"


def token(request: Request) -> str | None:
    return request.cookies.get(NAME) or None


def keep(request: Request, response: Response, token: str) -> None:
    """Sign the browser in for VALID_S, counted from now."""
    _set(request, response, token, VALID_S)


def drop(request: Request, response: Response) -> None:
    _set(request, response, "", 0)


def renew(request: Request, token: str) -> None:
    """Start the cookie's life anew with whatever answer this request gets."""
    answer = Response()
    keep(request, answer, token)
    request.state.renewed_cookie = answer.headers["Set-Cookie"]


def _set(request: Request, response: Response, value: str, max_age_s: int) -> None:
    response.set_cookie(
        NAME, value, max_age=max_age_s, httponly=True, samesite="lax", secure=_on_https(request)
    )


def _on_https(request: Request) -> bool:
    """Also behind a proxy that ends TLS and does not say so, when its address is configured."""
    public = urlsplit(request.app.state.settings.public_url or "")
    behind = public.scheme == "https" and public.netloc == request.headers.get("Host")
    return request.url.scheme == "https" or behind
