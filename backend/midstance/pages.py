"""The routes of the front end: the shell at every page's address, files under their release."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from starlette.convertors import Convertor, register_url_convertor

from midstance.assets import Assets, File, Release
from midstance.errors import NotFound, Problem
from midstance.headers import content_security_policy

FIRST = b"<!--first-->"
NOW, LATER = b'<link rel="modulepreload"', b'<link rel="later"'
IMMUTABLE = "public, max-age=31536000, immutable"

FirstContent = Callable[[Request], str]
"""HTML for the first paint of the page that is asked for, escaped and ready; "" for none."""

router = APIRouter(include_in_schema=False)


class ReleaseGone(Problem):
    status, code, title = 404, "release_gone", "Another version is served now"


class PageConvertor(Convertor[str]):
    """Matches a page's address: not one of the API, nor that of a file."""

    regex = r"(?!(?:api|a)(?:/|$))(?:.*/)?[^./]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("page", PageConvertor())


@router.api_route("/a/{release}/{path:path}", methods=["GET", "HEAD"])
def file(request: Request, release: str, path: str) -> Response:
    """A missing module must never look like a page, so nothing here is HTML."""
    current = _release(request)
    if release != current.id:
        raise ReleaseGone("This page belongs to another version of Midstance. Reload it.")
    if path not in current.files:
        raise NotFound(f"There is no {path} in this version of Midstance.")
    return _answer(request, current.files[path], IMMUTABLE)


@router.api_route("/sw.js", methods=["GET", "HEAD"])
def service_worker(request: Request) -> Response:
    return _answer(request, _page(request, "sw.js"), "no-cache")


@router.api_route("/manifest.webmanifest", methods=["GET", "HEAD"])
def manifest(request: Request) -> Response:
    return _answer(request, _page(request, "manifest.webmanifest"), "no-cache")


@router.api_route("/{path:page}", methods=["GET", "HEAD"])
def shell(request: Request) -> Response:
    """The one HTML page; which view it shows is the front end's matter."""
    if request.url.path != "/" and "text/html" not in request.headers.get("Accept", ""):
        raise NotFound("There is nothing at this address.")
    page = _page(request, "index.html")
    first_content: FirstContent = request.app.state.first_content
    first = first_content(request)
    if first:
        # What can be read already is painted before the modules are asked for (start.js).
        body = page.body.replace(NOW, LATER).replace(FIRST, first.encode())
        own = File(page.path, body)
        answer = _answer(request, own, "private, no-cache", once=True)
    else:
        answer = _answer(request, page, "no-cache")
    styles = _release(request).styles
    answer.headers["Content-Security-Policy"] = content_security_policy(styles)
    return answer


def _release(request: Request) -> Release:
    assets: Assets = request.app.state.assets
    return assets.release


def _page(request: Request, name: str) -> File:
    pages = _release(request).pages
    if name not in pages:
        raise NotFound(f"There is no {name} in this version of Midstance.")
    return pages[name]


def _answer(request: Request, file: File, cache: str, *, once: bool = False) -> Response:
    body, encoding = file.encoded(request.headers.get("Accept-Encoding", ""), once=once)
    etag = f'"{file.etag}-{encoding}"' if encoding else f'"{file.etag}"'
    headers = {"Cache-Control": cache, "ETag": etag, "Vary": "Accept-Encoding"}
    if encoding:
        headers["Content-Encoding"] = encoding
    if etag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=file.media_type)
