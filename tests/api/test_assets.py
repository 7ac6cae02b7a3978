"""The front end as browsers get it: once, small, for ever, and never the wrong kind of answer."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import httpx
import pytest

from midstance.assets import Assets, File, import_graph, read
from midstance.settings import Settings, shipped
from tests.conftest import serving

TREE = {
    "index.html": '<head><link rel="stylesheet" href="/a/__RELEASE__/css/app.css">'
    + '\n    <!--preload-->\n<script src="/a/__RELEASE__/app.js"></script></head>'
    + '<main id="app"><!--first--></main>',
    "sw.js": 'const RELEASE = "__RELEASE__";\nconst FILES = /*__FILES__*/ [];\n',
    "manifest.webmanifest": '{"icons": [{"src": "/a/__RELEASE__/media/icon.svg"}]}',
    "app.js": 'import { a } from "./data/a.js";\nimport("./later.js");\n' + "// long\n" * 300,
    "later.js": 'import "./app.js";\n',
    "data/a.js": 'export * from "../b.js";\n',
    "b.js": "export const b = 1;\n",
    "b.d.ts": "export const b: number;\n",
    "css/app.css": '@layer base, parts;\n@import url("./base.css") layer(base);\n'
    + '@import url("./parts.css") layer(parts);\n',
    "css/base.css": 'body { margin: 0; }\n@font-face { src: url("../media/icon.svg"); }\n',
    "css/parts.css": "nav { display: grid; }\n",
    "media/icon.svg": "<svg/>",
    "media/beep.mp3": "\x00\x01",
    "media/screenshots/today.webp": "\x00\x02",
    "media/voice/words-1a2b3c4d.mp3": "\x00\x03",
    "README.md": "Not for browsers.",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "frontend"
    for name, text in TREE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    return Settings(database_url=sqlite_url, host="127.0.0.1", port=0)


@pytest.fixture
def client(
    settings: Settings, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[httpx.Client]:
    """Somebody who opens the front end of TREE."""
    monkeypatch.setattr("midstance.app.shipped", lambda _: tree)
    with serving(settings) as server, httpx.Client(base_url=server.url) as client:
        yield client


@pytest.fixture
def release(client: httpx.Client) -> str:
    found: str = client.get("/api/health").json()["release"]
    return found


def raw(client: httpx.Client, path: str, encoding: str) -> tuple[httpx.Response, bytes]:
    with client.stream("GET", path, headers={"Accept-Encoding": encoding}) as answer:
        return answer, b"".join(answer.iter_raw())


def test_a_file_is_served_below_its_release_for_ever(client: httpx.Client, release: str) -> None:
    answer = client.get(f"/a/{release}/app.js")
    assert answer.text == TREE["app.js"]
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(f"/a/{release}/media/beep.mp3").headers["Content-Type"] == "audio/mpeg"


def test_it_is_as_small_as_the_browser_can_read(client: httpx.Client, release: str) -> None:
    path, whole = f"/a/{release}/app.js", TREE["app.js"].encode()
    best, packed = raw(client, path, "gzip, deflate, br, zstd")
    assert best.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed) == whole
    assert int(best.headers["Content-Length"]) == len(packed) < len(whole) / 5

    older, packed = raw(client, path, "gzip, br;q=0")
    assert older.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == whole

    plain, packed = raw(client, path, "identity")
    assert "Content-Encoding" not in plain.headers
    assert packed == whole
    assert {a.headers["Vary"] for a in (best, older, plain)} == {"Accept-Encoding"}
    assert len({a.headers["ETag"] for a in (best, older, plain)}) == 3


def test_what_compression_would_only_make_longer_is_left_alone(
    client: httpx.Client, release: str
) -> None:
    for path in ("media/icon.svg", "media/beep.mp3"):
        answer, body = raw(client, f"/a/{release}/{path}", "br")
        assert "Content-Encoding" not in answer.headers
        assert body == TREE[path].encode()


def test_a_missing_module_is_never_a_page(client: httpx.Client, release: str) -> None:
    for path in (f"/a/{release}/missing.js", f"/a/{release}/", "/a/", "/a", "/missing.js"):
        answer = client.get(path, headers={"Accept": "text/html,*/*"})
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert "immutable" not in answer.headers.get("Cache-Control", "")


def test_a_file_of_another_release_says_that_it_is_gone(client: httpx.Client) -> None:
    answer = client.get("/a/0123456789abcdef/app.js")
    assert (answer.status_code, answer.json()["code"]) == (404, "release_gone")


def test_only_what_browsers_need_is_served(client: httpx.Client, release: str) -> None:
    for path in ("b.d.ts", "README.md", "index.html", "sw.js", "css/base.css", "..%2Fsecret.js"):
        assert client.get(f"/a/{release}/{path}").status_code == 404, path


def test_pages_are_asked_for_again_each_time_and_cost_nothing_when_unchanged(
    client: httpx.Client,
) -> None:
    for path in ("/", "/sw.js", "/manifest.webmanifest"):
        answer = client.get(path)
        assert answer.headers["Cache-Control"].endswith("no-cache"), path
        again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == answer.headers["ETag"]
        assert client.get(path, headers={"If-None-Match": '"old"'}).status_code == 200


def test_every_page_of_the_app_is_the_shell(client: httpx.Client) -> None:
    shell = client.get("/settings", headers={"Accept": "text/html"}).text
    assert shell.startswith("<head>")
    for path in ("/history", "/exercises/split-squat", "/history/0190-x", "/about/"):
        assert client.get(path, headers={"Accept": "text/html,*/*;q=0.8"}).text == shell, path
        assert client.get(path, headers={"Accept": "*/*"}).status_code == 404, path


def test_the_shell_preloads_what_the_app_imports_at_once(
    client: httpx.Client, release: str
) -> None:
    links = re.findall(
        r'<link rel="modulepreload" href="([^"]+)">',
        client.get("/library", headers={"Accept": "text/html"}).text,
    )
    assert links == [f"/a/{release}/{module}" for module in ("app.js", "data/a.js", "b.js")]


def test_the_worker_gets_every_file_a_phone_uses_and_the_release(
    client: httpx.Client, release: str
) -> None:
    worker = client.get("/sw.js").text
    listed = set(re.findall(rf"/a/{release}/([^\"]+)", worker))
    assert listed == {
        "app.js", "later.js", "data/a.js", "b.js", "media/icon.svg", "media/beep.mp3"
    }  # fmt: skip
    assert f'"{release}"' in worker
    assert f"/a/{release}/media/icon.svg" in client.get("/manifest.webmanifest").text


def test_styles_come_inside_the_page_with_their_layers(client: httpx.Client, release: str) -> None:
    [styles] = re.findall(r"<style>(.*?)</style>", client.get("/").text, re.DOTALL)
    assert styles.startswith("@layer base, parts;\n")
    assert "@layer base {\nbody { margin: 0; }\n" in styles
    assert "@layer parts {\nnav { display: grid; }\n}" in styles
    assert f'url("/a/{release}/media/icon.svg")' in styles
    assert "@import" not in styles


def test_a_page_asked_for_by_head_has_headers_only(client: httpx.Client) -> None:
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["ETag"]


def test_the_same_bytes_are_the_same_release_and_a_changed_one_is_not(tree: Path) -> None:
    first = read(tree).id
    assert read(tree).id == first
    (tree / "b.js").write_text("export const b = 2;\n")
    second = read(tree).id
    assert second != first
    (tree / "index.html").write_text("<p>new")
    assert read(tree).id not in {first, second}


def test_what_browsers_never_see_makes_no_new_release(tree: Path) -> None:
    first = read(tree).id
    (tree / "README.md").write_text("Other words.")
    assert read(tree).id == first


def test_while_developing_a_changed_file_is_served_at_once(tree: Path) -> None:
    watched, fixed = Assets(tree, reload=True), Assets(tree)
    before = watched.release.id
    (tree / "b.js").write_text("export const b = 3; // changed\n")
    assert watched.release.id != before
    assert fixed.release.id == before


def test_content_for_the_first_paint_is_private_and_compressed(
    settings: Settings, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from midstance.app import create_app

    monkeypatch.setattr(
        "tests.conftest.create_app",
        lambda settings: create_app(
            settings,
            frontend=tree,
            first_content=lambda request: f"<h1>{request.url.path}</h1>" * 99,
        ),
    )
    with serving(settings) as server:
        answer = httpx.get(f"{server.url}/", headers={"Accept-Encoding": "br"})
        assert '<main id="app"><h1>/</h1>' in answer.text
        assert answer.headers["Content-Encoding"] == "br"
        assert answer.headers["Cache-Control"] == "private, no-cache"
        again = httpx.get(
            f"{server.url}/",
            headers={"If-None-Match": answer.headers["ETag"], "Accept-Encoding": "br"},
        )
        assert again.status_code == 304


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('import "./x.js";', True),
        ('import x from "./x.js";', True),
        ("import * as x from './x.js';", True),
        ('import { a,\n  b as c,\n} from "./x.js";', True),
        ('import{a}from"./x.js";', True),
        ('export { a } from "./x.js";', True),
        ('export * from "./x.js";', True),
        ('const x = await import("./x.js");', False),
        ('/** @import { X } from "./x.js" */', False),
        ('/** @typedef {import("./x.js").X} X */', False),
        ('// import "./x.js";', False),
        (' * import "./x.js";', False),
        ('export { a };\nconst from = "./x.js";', False),
    ],
)
def test_only_static_imports_count(line: str, found: bool) -> None:
    graph = import_graph({"app.js": f"// first\n{line}\n".encode(), "x.js": b""})
    assert graph == ({"app.js": 0, "x.js": 1} if found else {"app.js": 0})


def test_our_own_front_end_is_whole() -> None:
    release = read(shipped("frontend"))
    assert {"index.html", "manifest.webmanifest", "sw.js"} == set(release.pages)
    assert b"<style>" in release.pages["index.html"].body
    for page in release.pages.values():
        left = re.search(rb"@import|__RELEASE__|__FILES__|<!--preload-->", page.body)
        assert not left, page.path
    bodies = {name: file.body for name, file in release.files.items()}
    assert set(import_graph(bodies)) <= set(bodies)


def test_the_way_to_today_keeps_to_its_budget() -> None:
    """15 modules, 60 KB of JavaScript and 15 KB of styles; 90 KB with the page and its font."""
    release = read(shipped("frontend"))

    def cost(file: File) -> int:
        return len(file.encoded("br")[0])

    graph = import_graph({name: file.body for name, file in release.files.items()})
    scripts = sum(cost(release.files[module]) for module in graph)
    page = release.pages["index.html"]
    [styles] = re.findall(rb"<style>(.*?)</style>", page.body, re.DOTALL)
    assert len(graph) <= 15, sorted(graph)
    assert scripts <= 60_000
    assert cost(File("styles.css", styles)) <= 15_000
    assert scripts + cost(page) + cost(release.files["media/archivo.woff2"]) <= 90_000


def test_what_the_manifest_names_is_there() -> None:
    release = read(shipped("frontend"))
    manifest = json.loads(release.pages["manifest.webmanifest"].body)
    named = [entry["src"] for entry in manifest["icons"] + manifest["screenshots"]]
    assert {src.removeprefix(f"/a/{release.id}/") for src in named} <= set(release.files)
    assert {entry["purpose"] for entry in manifest["icons"]} == {"any", "maskable"}
    assert {entry["form_factor"] for entry in manifest["screenshots"]} == {"narrow", "wide"}
    assert manifest["id"]
    assert manifest["shortcuts"]
