"""Every view as axe judges it, in both themes: WCAG 2.2 AA and best practice, nothing found."""

import re
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from tests.conftest import Server
from tests.e2e.mixed import ITEMS, Interrupted
from tests.e2e.runner import Runner

SET_AT_MOST_S = 60
SMALL = ((320, 568), (360, 640), (375, 667), (390, 844), (640, 360), (667, 375))
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


def findings(runner: Runner) -> list[str]:
    """What axe has to say of the page as it stands, each with the place it means."""
    # What the server drew is there before the app, which draws it once more.
    runner.page.wait_for_load_state("networkidle")
    runner.page.locator("#app h1").first.wait_for()
    runner.page.wait_for_timeout(300)  # colors fade in; axe would measure them half way
    violations = Axe().run(runner.page).response["violations"]
    return [
        f"{runner.page.url} {found['id']}: {node['html'][:120]}"
        for found in violations
        for node in found["nodes"]
    ]


def hard_to_hit(runner: Runner) -> list[str]:
    """What a thumb could miss: controls of the player below 48 px either way, or off the edge."""
    found: list[str] = runner.page.evaluate(
        """() => {
          const top = document.querySelector("dialog[open]") ??
            document.querySelector(".player, .eyes-free");
          return [...top.querySelectorAll("button, a, summary, .choice, textarea")]
            .map((it) => ({ it, box: it.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && (Math.min(box.width, box.height) < 48 ||
              box.left < 0 || box.right > innerWidth))
            .map(({ it, box }) => `${it.outerHTML.slice(0, 120)} ${box.width}x${box.height}`);
        }"""
    )
    return found


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
    assert found == []


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_phase_of_the_player_can_be_read_and_hit(
    phone: Phone, server: Server, theme: str
) -> None:
    ada = Interrupted(phone(color_scheme=theme), server.url)
    ada.is_set_up()
    ada.begins_a_mixed_session()
    found: list[str] = []

    def looks() -> None:
        found.extend(findings(ada) + hard_to_hit(ada))

    def opens_and_closes(name: str) -> None:
        ada.page.get_by_role("button", name=name).click()
        looks()
        ada.page.keyboard.press("Escape")

    looks()
    for sheet in ("How to", "The whole session", "Skip", "Swap"):
        opens_and_closes(sheet)
    ada.taps("Eyes-free")
    looks()
    ada.taps("Show all")
    ada.begins_a_set()
    ada._taps_the_big_button("Pause")
    looks()
    opens_and_closes("Leave the session")
    ada._taps_the_big_button("Resume")
    ada.is_asked_to("Log set")
    ada.page.get_by_label(re.compile("slight")).check()
    ada.page.locator("summary").first.click()
    looks()
    ada._taps_the_big_button("Log set")
    looks()
    ada.ends_here()
    looks()
    ada.finishes()
    looks()
    assert found == []


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_two_sides_can_be_done_and_logged_on_every_small_phone(
    phone: Phone, server: Server, theme: str, shots: Path
) -> None:
    ada = Interrupted(phone(color_scheme=theme), server.url)
    ada.is_set_up()
    ada.begins_a_mixed_session([ITEMS[1] | {"rir": 2, "first": "left"}])
    small_phones(ada, shots / f"{theme}-ready")
    ada.begins_a_set()
    ada._taps_the_big_button("Pause")
    small_phones(ada, shots / f"{theme}-paused")
    ada._taps_the_big_button("Resume")
    until = monotonic() + SET_AT_MOST_S
    while ada.the_big_button().inner_text() != "Log set":
        assert monotonic() < until, "the set does not end"
        ada._may_tap("Go now")
    assert ada.page.get_by_role("radio").count() > 12
    small_phones(ada, shots / f"{theme}-log")


def small_phones(runner: Runner, shots: Path) -> None:
    """The player as it stands, on every small phone: all of it can be hit."""
    runner.the_big_button().wait_for()
    for width, height in SMALL:
        runner.page.set_viewport_size({"width": width, "height": height})
        runner.page.screenshot(path=f"{shots}-{width}x{height}.png")
        assert hard_to_hit(runner) == [], f"{width} x {height}"
        assert runner.page.evaluate("document.documentElement.scrollWidth") == width
