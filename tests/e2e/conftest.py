"""A real Chromium, a phone-sized screen and a runner who uses them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from midstance.settings import Settings
from tests.conftest import Server, serving

PHONE = {"width": 390, "height": 844}
# A machine that does something else at the same time is slow, not wrong.
PATIENCE_MS = 20_000
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The machine's own Chromium; a missing one is a failure, never a silent skip."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "no Chromium found: install Debian's package `chromium` (see .ci/run)"
    # Without --disable-audio-output the audio clock of a machine without a sound card stalls.
    arguments = ["--no-sandbox", "--disable-audio-output"]
    browser = playwright.chromium.launch(executable_path=path, args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def server(sqlite_url: str) -> Iterator[Server]:
    """A server as it comes: who is not invited stays out."""
    with serving(Settings(database_url=sqlite_url, rate_limit="off")) as server:
        yield server


@pytest.fixture
def club(sqlite_url: str) -> Iterator[Server]:
    """A server where anybody may sign up, as often as they like."""
    with serving(Settings(database_url=sqlite_url, signup="open", rate_limit="off")) as server:
        yield server


@pytest.fixture
def phone(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes phones: each has its own storage and cookies, as a second device has."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(
            viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2, **options
        )
        context.set_default_timeout(PATIENCE_MS)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    return tmp_path
