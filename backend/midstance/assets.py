"""The front end as it is served: read once, named by a hash of its bytes, compressed ahead."""

import base64
import hashlib
import json
import posixpath
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gzip import compress as gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped]

ENTRY = "app.js"
STYLES = "css/app.css"
STYLES_LINK = f'<link rel="stylesheet" href="/a/__RELEASE__/{STYLES}">'
PAGES = ("index.html", "manifest.webmanifest", "sw.js")
# Not part of what every phone stores ahead: what only an install dialog shows, and the coach's
# spoken words, which are stored when they are first used and stay for later releases.
NOT_STORED_AHEAD = ("media/screenshots/", "media/voice/")
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wav": "audio/wav",
    ".webm": "audio/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
COMPRESSIBLE = (".css", ".html", ".js", ".json", ".svg", ".wav", ".webmanifest")
_IMPORT = re.compile(
    r"""^\s*(?:import\s*(?:[\w$*{][^;'"()]*?\bfrom\s*)?"""
    r"""|export\s*(?:\*|\{[^}]*\})[^;'"]*?\bfrom\s*)["'](\.{1,2}/[^"']+)["']""",
    re.MULTILINE,
)
_STYLE_IMPORT = re.compile(
    r"""^@import\s+(?:url\()?["']([^"']+)["']\)?(?:\s+layer\(([^)]+)\))?\s*;[ \t]*$""",
    re.MULTILINE,
)


@dataclass(frozen=True)
class File:
    """One file of a release."""

    path: str
    body: bytes

    @property
    def media_type(self) -> str:
        return TYPES[posixpath.splitext(self.path)[1]]

    @cached_property
    def etag(self) -> str:
        return hashlib.sha256(self.body).hexdigest()[:16]

    def encoded(self, accepted: str, *, once: bool = False) -> tuple[bytes, str | None]:
        """The smallest form that this Accept-Encoding allows, and its Content-Encoding.

        `once` spends little time on a body that only one answer will have.
        """
        if self.path.endswith(COMPRESSIBLE):
            for encoding in ("br", "gzip"):
                if _allows(accepted, encoding):
                    compress = _compress_quickly if once else _compress
                    smaller = compress(self.body, encoding)
                    if len(smaller) < len(self.body):
                        return smaller, encoding
        return self.body, None


@dataclass(frozen=True)
class Release:
    """One state of the front end: `files` are served below `/a/<id>/`, `pages` at their names.

    The styles stand in the page itself, which saves the first paint a round trip; `styles` is the
    source expression that lets a content security policy name exactly them.
    """

    id: str
    files: Mapping[str, File]
    pages: Mapping[str, File]
    styles: str

    def compress(self) -> None:
        """Do the slow compression now, before somebody waits for it."""
        for file in [*self.pages.values(), *self.files.values()]:
            file.encoded("br")
            file.encoded("gzip")


class Assets:
    """The release in use; with `reload`, a changed file makes a new one."""

    def __init__(self, root: Path, *, reload: bool = False) -> None:
        self._root = root
        self._reload = reload
        self._state = _state(root) if reload else None
        self._release = read(root)

    @property
    def release(self) -> Release:
        if self._reload and (state := _state(self._root)) != self._state:
            self._state, self._release = state, read(self._root)
        return self._release

    def compress_in_background(self) -> None:
        threading.Thread(target=self._release.compress, daemon=True).start()


def read(root: Path) -> Release:
    """The release in the folder `root`."""
    bodies = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.suffix in TYPES and path.is_file()
    }
    if STYLES in bodies:
        _flatten_styles(bodies)
    release = _hash(bodies)
    styles = _for_the_page(bodies.pop(STYLES, b"").decode(), release)
    raw_pages = {name: bodies.pop(name).decode() for name in PAGES if name in bodies}
    urls = {name: f"/a/{release}/{name}" for name in bodies}
    return Release(
        release,
        {name: File(name, body) for name, body in bodies.items()},
        {
            name: File(name, _filled(name, text, release, urls, bodies).encode())
            for name, text in _with_styles(raw_pages, styles).items()
        },
        f"'sha256-{base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()}'",
    )


def import_graph(bodies: Mapping[str, bytes], entry: str = ENTRY) -> dict[str, int]:
    """Modules that load before `entry` runs, nearest first, each with its depth (entry: 0).

    Follows `import … from`, `import "…"` and `export … from`, not `import()`.
    """
    depths = {entry: 0}
    queue = [entry]
    for module in queue:
        for relative in _IMPORT.findall(bodies.get(module, b"").decode()):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(module), relative))
            if target not in depths:
                depths[target] = depths[module] + 1
                queue.append(target)
    return depths


def _flatten_styles(bodies: dict[str, bytes]) -> None:
    """One request instead of a chain: put imported files, in their layers, into STYLES."""

    def inline(found: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(STYLES), found[1]))
        if name not in bodies:
            return found[0]
        text = bodies[name].decode()
        imported.append(name)
        return f"@layer {found[2]} {{\n{text}}}" if found[2] else text

    imported: list[str] = []
    bodies[STYLES] = _STYLE_IMPORT.sub(inline, bodies[STYLES].decode()).encode()
    for name in set(imported):
        del bodies[name]


def _hash(bodies: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, body in sorted(bodies.items()):
        digest.update(f"{name} {len(body)}\n".encode() + body)
    return digest.hexdigest()[:16]


def _for_the_page(styles: str, release: str) -> str:
    """Addresses in the styles were relative to their file; in the page they are not."""
    return styles.replace('url("../', f'url("/a/{release}/').strip()


def _with_styles(pages: Mapping[str, str], styles: str) -> dict[str, str]:
    inline = f"<style>{styles}</style>"
    return {name: text.replace(STYLES_LINK, inline) for name, text in pages.items()}


def _filled(
    name: str, text: str, release: str, urls: Mapping[str, str], bodies: Mapping[str, bytes]
) -> str:
    """A page with its release, preloads and precache list written in."""
    if name == "index.html":
        modules = [urls[module] for module in import_graph(bodies) if module in urls]
        links = "\n    ".join(f'<link rel="modulepreload" href="{url}">' for url in modules)
        text = text.replace("<!--preload-->", links)
    if name == "sw.js":
        kept = [url for file, url in urls.items() if not file.startswith(NOT_STORED_AHEAD)]
        listed = json.dumps(kept, indent=0)
        text = text.replace("/*__FILES__*/ []", listed)
    return text.replace("__RELEASE__", release)


def _allows(accepted: str, encoding: str) -> bool:
    for part in accepted.split(","):
        name, _, weight = part.strip().partition(";")
        if name.strip().lower() == encoding:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


@lru_cache(maxsize=2048)
def _compress(body: bytes, encoding: str) -> bytes:
    return _brotli(body, 11) if encoding == "br" else gzip(body, 9, mtime=0)


def _compress_quickly(body: bytes, encoding: str) -> bytes:
    return _brotli(body, 5) if encoding == "br" else gzip(body, 6, mtime=0)


def _brotli(body: bytes, quality: int) -> bytes:
    compressed: bytes = brotli.compress(body, quality=quality)
    return compressed


def _state(root: Path) -> frozenset[tuple[Path, int]]:
    return frozenset((path, path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file())
