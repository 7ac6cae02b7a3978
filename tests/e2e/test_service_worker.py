"""The service worker in a real browser: whole releases, offline, changed only when asked."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

import midstance.app
from midstance.settings import Settings
from tests import conftest
from tests.conftest import Server

FRONTEND = Path(__file__).parents[2] / "frontend"
Phone = Callable[..., BrowserContext]
PATIENCE_S = 15

PAGE = """<!doctype html><title>Test</title>
<script type="module" src="/a/__RELEASE__/app.js"></script>
<main id="app"><!--first--></main>"""
APP = """import { applyUpdate, watchUpdates } from "./data/update.js";
const worker = { value: null, peek() { return this.value; } };
watchUpdates({ worker });
Object.assign(globalThis, {
  version: "VERSION", worker,
  update: () => applyUpdate({ worker }),
  part: () => import("./part.js").then((part) => part.version),
});"""


class House:
    """A small front end with the real worker, of which new versions can be published."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "data").mkdir(parents=True)
        shutil.copy(FRONTEND / "sw.js", root)
        shutil.copy(FRONTEND / "data" / "update.js", root / "data")
        (root / "index.html").write_text(PAGE)
        (root / "manifest.webmanifest").write_text("{}")
        self.publish("one")

    def publish(self, version: str) -> None:
        (self.root / "part.js").write_text(f'export const version = "{version}";')
        (self.root / "app.js").write_text(APP.replace("VERSION", version))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "frontend")


@pytest.fixture
def server(house: House, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with _serving(house, sqlite_url, monkeypatch) as server:
        yield server


@contextmanager
def _serving(house: House, url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    def app(settings: Settings) -> object:
        return midstance.app.create_app(
            settings, frontend=house.root, first_content=lambda _: "<p>Ada's own page</p>"
        )

    monkeypatch.setattr(conftest, "create_app", app)
    with conftest.serving(Settings(database_url=url, reload="on")) as server:
        yield server


def visit(context: BrowserContext, server: Server, path: str = "/") -> Page:
    page = context.new_page()
    page.goto(server.url + path)
    page.wait_for_function("() => globalThis.version && navigator.serviceWorker.controller")
    return page


def caches_of(page: Page) -> list[str]:
    names: list[str] = page.evaluate("() => caches.keys()")
    return names


def look_for_update(page: Page) -> None:
    page.evaluate("() => navigator.serviceWorker.getRegistration().then((known) => known.update())")
    page.wait_for_function("() => worker.value !== null")


def test_one_visit_is_enough_to_open_every_page_offline(phone: Phone, server: Server) -> None:
    context = phone()
    page = visit(context, server)
    context.set_offline(True)
    assert page.evaluate("() => part()") == "one"
    for path in ("/", "/history"):
        page.goto(server.url + path)
        assert page.evaluate("() => version") == "one"
    failed = page.evaluate("() => fetch('/api/health').then(() => false, () => true)")
    assert failed, "an answer of the API came from a cache"


def test_the_stored_page_has_nothing_that_was_made_for_one_person(
    phone: Phone, server: Server
) -> None:
    page = visit(phone(), server)
    stored = page.evaluate("() => caches.match('/').then((page) => page.text())")
    assert "Ada" not in stored
    assert '<main id="app"></main>' in stored
    policy = "() => caches.match('/').then((page) => page.headers.get('content-security-policy'))"
    assert "default-src 'none'" in page.evaluate(policy)


def test_a_new_version_waits_until_it_is_asked_for(
    phone: Phone, server: Server, house: House
) -> None:
    page = visit(phone(), server)
    house.publish("two")
    look_for_update(page)
    page.reload()
    page.wait_for_function("() => globalThis.worker?.value")
    assert page.evaluate("() => version") == "one"
    assert page.evaluate("() => part()") == "one", "an open page changed its release"

    with page.expect_navigation():
        page.evaluate("() => void update()")
    page.wait_for_function("() => globalThis.version === 'two'")
    assert page.evaluate("() => part()") == "two"
    assert page.evaluate("() => worker.value") is None


def test_an_open_page_keeps_its_release_and_the_last_one_out_takes_it_away(
    phone: Phone, server: Server, house: House
) -> None:
    context = phone()
    old = visit(context, server)
    other = visit(context, server)
    house.publish("two")
    look_for_update(other)
    with other.expect_navigation():
        other.evaluate("() => void update()")
    other.wait_for_function("() => globalThis.version === 'two'")
    context.set_offline(True)
    assert old.evaluate("() => part()") == "one"
    assert len(caches_of(other)) == 2

    old.close()
    other.reload()
    deadline = time.monotonic() + PATIENCE_S
    while len(caches_of(other)) > 1:
        assert time.monotonic() < deadline, "the old release was never thrown away"
        time.sleep(0.1)
    assert other.evaluate("() => version") == "two"


def test_caches_of_others_are_left_alone(phone: Phone, server: Server, house: House) -> None:
    page = visit(phone(), server)
    page.evaluate("() => caches.open('somebody-elses')")
    house.publish("two")
    look_for_update(page)
    with page.expect_navigation():
        page.evaluate("() => void update()")
    page.wait_for_function("() => globalThis.version === 'two'")
    deadline = time.monotonic() + PATIENCE_S
    while len(caches_of(page)) > 2:
        assert time.monotonic() < deadline, "the old release was never thrown away"
        time.sleep(0.1)
    assert "somebody-elses" in caches_of(page)


def test_the_kill_switch_takes_worker_and_caches_away(
    phone: Phone, server: Server, house: House
) -> None:
    page = visit(phone(), server)
    script = (house.root / "sw.js").read_text()
    assert "Boolean(0)" in script
    (house.root / "sw.js").write_text(script.replace("Boolean(0)", "Boolean(1)"))
    page.evaluate("() => navigator.serviceWorker.getRegistration().then((known) => known.update())")
    deadline = time.monotonic() + PATIENCE_S
    while caches_of(page):
        assert time.monotonic() < deadline, "the caches are still there"
        time.sleep(0.1)
    page.reload()
    page.wait_for_function("() => globalThis.version")
