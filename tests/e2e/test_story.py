"""The main job in a real browser: join, follow today's workout, go offline, sync, look back."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.conftest import Server
from tests.e2e.runner import Runner

Phone = Callable[..., BrowserContext]


@pytest.fixture
def ada(phone: Phone, server: Server) -> Iterator[Runner]:
    runner = Runner(phone(), server.url)
    yield runner
    assert not runner.trouble


def test_a_runner_joins_trains_online_then_offline_and_a_second_phone_shows_it(
    ada: Runner, phone: Phone
) -> None:
    ada.is_set_up()
    assert ada.sees_the_session() == "Ankles and calves"
    ada.starts()
    sets = ada.does_all_sets()
    assert sets >= 5
    ada.finishes()
    ada.sees("Next time")
    ada.goes_back_to_today()
    ada.sees("Done for today")
    ada.sees_that_all_is_on_the_server()
    assert ada.page.get_by_text("needs a look").count() == 0
    assert len(ada.sessions_on_the_server()) == 1
    first = len(ada.sets_on_the_server())

    # No network from here on: the app opens, and the next session is played to its end.
    ada.context.set_offline(True)
    ada.page.reload()
    ada.sees("Done for today")
    ada.context.clock.install()
    assert next_session(ada) == "Hips and glutes"
    ada.starts()
    ada.does_all_sets()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees(re.compile(r"\d+\ssets to sync"))

    ada.context.set_offline(False)
    ada.sees_that_all_is_on_the_server()
    entries = ada.journal_on_the_server()
    assert max(Counter(entry["id"] for entry in entries).values()) == 1
    assert len(ada.sessions_on_the_server()) == 2
    assert len(ada.sets_on_the_server()) > first

    second = Runner(phone(), ada.url, ada.name)
    second.signs_in()
    second.opens("/history")
    second.sees("Ankles and calves")
    second.sees("Hips and glutes")
    assert not second.trouble


def next_session(ada: Runner) -> str:
    """Waits for the next day that is none of rest: which one that is depends on the weekday."""
    for _ in range(7):
        ada.context.clock.fast_forward("24:00:00")
        ada.page.reload()
        session = ada.sees_the_session()
        if session != "Rest day":
            return session
    raise AssertionError("a week without a session")


def test_the_tempo_is_counted_phase_by_phase_and_side_by_side(ada: Runner) -> None:
    ada.is_set_up()
    ada.starts()
    phases: list[str] = []

    def seen(word: str) -> None:
        phases.append(word)

    ada.page.expose_function("seen", seen)
    ada.page.evaluate(
        """() => new MutationObserver(() => {
             const word = document.querySelector('.phase .word span')?.textContent.trim();
             if (word && word !== globalThis.last) seen(globalThis.last = word);
           }).observe(document.body, { subtree: true, childList: true, characterData: true })"""
    )
    ada.begins_a_set()
    ada.sees("Ready")
    ada.sees("Rock in")
    ada.sees("Ease back")
    expect(ada.page.locator(".phase .reps b")).to_have_text("2", timeout=20_000)
    ada.taps("End set")
    ada.sees(re.compile("To the right", re.IGNORECASE))
    expect(ada.page.get_by_text("Rock in").first).to_be_visible(timeout=20_000)
    order = [word for word in phases if word in {"Ready", "Rock in", "Hold", "Ease back"}]
    assert order[:5] == ["Ready", "Rock in", "Hold", "Ease back", "Rock in"]


def test_a_reload_in_the_middle_of_a_set_loses_nothing(ada: Runner) -> None:
    ada.is_set_up()
    ada.starts()
    ada.does_one_set()
    ada.skips_the_rest()
    ada.begins_a_set()
    ada.page.wait_for_timeout(1_500)
    name = ada.page.get_by_role("heading", level=1).inner_text()
    ada.page.reload()
    expect(ada.page.get_by_role("heading", level=1)).to_have_text(name)
    ada.opens("/")
    ada.starts()
    expect(ada.page.get_by_role("heading", level=1)).to_have_text(name)
    ada.ends_here()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    assert len(ada.sets_on_the_server()) >= 2
    assert len(ada.sessions_on_the_server()) == 1


def test_two_tabs_of_one_phone_agree(ada: Runner) -> None:
    ada.is_set_up()
    other = ada.new_tab()
    other.goto(ada.url)
    expect(other.get_by_role("link", name="Start")).to_be_visible()
    ada.starts()
    ada.does_one_set()
    expect(other.get_by_role("link", name="Resume")).to_be_visible()
    ada.ends_here()
    ada.finishes()
    expect(other.get_by_role("heading", name="Done for today")).to_be_visible()


def test_a_second_tab_of_the_player_follows_the_first(ada: Runner) -> None:
    ada.is_set_up()
    ada.starts()
    other = ada.new_tab()
    other.goto(ada.url + "/session")
    expect(other.locator("[data-main]")).to_have_text("Start set")
    ada.does_one_set()
    expect(other.locator(".player")).to_have_attribute("data-phase", "rest")
    ada.skips_the_rest()
    expect(other.locator("[data-main]")).to_have_text("Start set")
    name = ada.page.get_by_role("heading", level=1).inner_text()
    expect(other.get_by_role("heading", level=1)).to_have_text(name)
    ada.ends_here()
    ada.finishes()
    other.wait_for_url(ada.url + "/")
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    assert len(ada.sessions_on_the_server()) == 1


def test_a_wrong_password_is_said_in_words_and_nothing_typed_is_lost(
    ada: Runner, phone: Phone
) -> None:
    ada.creates_an_account()
    stranger = Runner(phone(), ada.url)
    stranger.opens()
    stranger.taps("I have an account")
    stranger.page.get_by_role("textbox", name="Name").fill("Ada")
    stranger.page.get_by_role("textbox", name="Password").fill("not the password")
    stranger.taps("Sign in")
    expect(stranger.page.get_by_role("alert")).to_contain_text("password")
    expect(stranger.page.get_by_role("textbox", name="Name")).to_have_value("Ada")


def test_an_expired_login_in_the_middle_of_a_session_keeps_every_set(ada: Runner) -> None:
    ada.is_set_up()
    ada.starts()
    ada.does_one_set()
    ada.context.clear_cookies()
    ada.skips_the_rest()
    ada.does_one_set()
    ada.ends_here()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees("sign in to sync")
    ada.opens("/welcome")
    ada.taps("I have an account")
    ada._fills_in_the_form()
    ada.taps("Sign in")
    ada.page.wait_for_url(ada.url + "/")
    ada.sees_that_all_is_on_the_server()
    assert len(ada.sessions_on_the_server()) == 1


def test_an_address_that_does_not_exist_says_so(ada: Runner) -> None:
    ada.is_set_up()
    ada.opens("/exercises/levitation")
    ada.sees(re.compile("not|no ", re.IGNORECASE))
    ada.opens("/nowhere")
    ada.sees("No page here")


def test_the_day_shows_before_the_rules_are_loaded(phone: Phone, server: Server) -> None:
    """What was computed last time is shown at once; most of the code of Today comes after it."""
    ada = Runner(phone(service_workers="block"), server.url)
    ada.creates_an_account()
    ada.answers_the_profile()
    ada.sees_that_all_is_on_the_server()
    title = ada.sees_the_session()
    loaded: list[str] = []
    ada.page.on("request", lambda request: loaded.append(request.url))
    ada.page.route(re.compile("/data/today.js|/training/(?!explain)"), lambda route: route.abort())
    ada.page.reload()
    assert ada.sees_the_session() == title
    first = loaded[: next(i for i, url in enumerate(loaded) if "/data/today.js" in url)]
    modules = [url for url in first if url.endswith(".js") and not url.endswith("/start.js")]
    assert len(modules) <= 15


def test_a_browser_that_lost_its_storage_opens_the_journal_by_its_cookie(ada: Runner) -> None:
    ada.is_set_up()
    title = ada.sees_the_session()
    cookies = ada.context.cookies()
    other = ada.context.browser
    assert other
    swept = Runner(other.new_context(), ada.url)
    swept.context.add_cookies(cookies)  # type: ignore[arg-type]
    swept.opens()
    assert swept.sees_the_session() == title
    swept.context.close()
    assert not swept.trouble
