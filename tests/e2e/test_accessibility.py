"""Every view as axe judges it, in both themes: WCAG 2.2 AA and best practice, nothing found."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from midstance.settings import Settings
from tests.conftest import Server, serving
from tests.e2e.runner import Runner

Phone = Callable[..., BrowserContext]
VIEWS = (
    "/library",
    "/exercises/half-kneeling-hip-flexor-stretch",
    "/history",
    "/settings",
    "/roadmap",
    "/tests",
    "/tests/balance_s",
    "/program",
    "/connect",
    "/profile",
    "/nowhere",
)


@pytest.fixture
def server(sqlite_url: str) -> Iterator[Server]:
    with serving(Settings(database_url=sqlite_url, rate_limit="off")) as server:
        yield server


def findings(runner: Runner) -> list[str]:
    """What axe has to say of the page as it stands, each with the place it means."""
    runner.page.locator("#app h1").first.wait_for()
    runner.page.wait_for_timeout(300)  # colors fade in; axe would measure them half way
    violations = Axe().run(runner.page).response["violations"]
    return [
        f"{runner.page.url} {found['id']}: {node['html'][:120]}"
        for found in violations
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_axe_finds_nothing_in_any_view(phone: Phone, server: Server, theme: str) -> None:
    ada = Runner(phone(color_scheme=theme), server.url)
    ada.opens()
    found = findings(ada)
    ada.creates_an_account()
    ada.answers_the_profile()
    ada.sees_the_session()
    found += findings(ada)
    for view in VIEWS:
        ada.opens(view)
        found += findings(ada)
    ada.opens()
    ada.sees_the_session()
    ada.starts()
    found += findings(ada)
    ada.begins_a_set()
    found += findings(ada)
    assert found == []
