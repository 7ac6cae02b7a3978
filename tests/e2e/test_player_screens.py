"""What a runner does beside lifting: looks ahead, leaves out, swaps, says where it hurts."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.conftest import Server
from tests.e2e.mixed import Interrupted, asked_for, root_of
from tests.e2e.runner import DOUBLE_TAP_MS

Phone = Callable[..., BrowserContext]
MIDDLE = {"x": 195, "y": 500}
TAPS_AT_MOST = 900


@pytest.fixture
def ada(phone: Phone, server: Server) -> Iterator[Interrupted]:
    runner = Interrupted(phone(), server.url)
    runner.is_set_up()
    yield runner
    assert not runner.trouble


def in_the_overview(ada: Interrupted, name: str) -> Locator:
    return ada.page.locator(".part-of").filter(has_text=name)


def opens_the_overview(ada: Interrupted) -> None:
    ada.page.get_by_role("button", name="The whole session").click()
    expect(ada.page.get_by_role("dialog")).to_be_visible()


def in_the_dialog(ada: Interrupted, name: str) -> None:
    ada.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


def session_of(ada: Interrupted, record: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for entry in sorted(ada.journal_on_the_server(), key=lambda entry: entry["at"]):
        if entry["record"] == record:
            fields |= entry["set"]
    return fields


def test_a_whole_session_without_looking(ada: Interrupted) -> None:
    """The phone lies on the floor: every tap falls on the middle of the screen."""
    session = ada.begins_a_mixed_session()
    ada.taps("Eyes-free")
    screen = ada.page.locator(".eyes-free")
    for _ in range(TAPS_AT_MOST):
        expect(ada.page.locator(".eyes-free, .player")).to_be_visible()
        if not screen.count():
            break
        waits = ada.the_big_button().inner_text()
        if "Tap: pause" in waits:
            ada.page.wait_for_timeout(200)
            continue
        ada.page.wait_for_timeout(DOUBLE_TAP_MS)
        ada.page.mouse.click(**MIDDLE)
    ada.sees("Saved")
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    sets = ada.logged_on_the_server(session)
    assert Counter((one["slot"], one["index"], one["side"]) for one in sets) == asked_for()


def test_the_order_is_changed_an_exercise_left_out_and_brought_back(ada: Interrupted) -> None:
    session = ada.begins_a_mixed_session()
    opens_the_overview(ada)
    ada.page.get_by_role("button", name="Later: Goblet squat").click()
    expect(ada.page.locator(".part-of b").first).not_to_have_text("Goblet squat")
    in_the_overview(ada, "Front plank").locator(".part-head").click()
    ada.taps("Do it now")
    in_the_overview(ada, "Suitcase carry").locator(".part-head").click()
    in_the_dialog(ada, "Skip")
    ada.page.get_by_label("No equipment").check()
    ada.page.get_by_role("button", name=re.compile("^Skip Suitcase carry")).click()
    expect(in_the_overview(ada, "Suitcase carry")).to_contain_text("left out: no equipment")
    in_the_overview(ada, "Double pogo").locator(".part-head").click()
    in_the_dialog(ada, "Skip")
    ada.page.get_by_role("button", name=re.compile("^Skip Double pogo")).click()
    in_the_overview(ada, "Double pogo").locator(".part-head").click()
    ada.taps("Bring it back")
    expect(in_the_overview(ada, "Double pogo")).not_to_contain_text("left out")
    ada.page.keyboard.press("Escape")

    expect(ada.page.get_by_role("heading", level=1)).to_have_text("Double pogo")
    ada.begins_a_set()
    ada.is_asked_to("Log set")
    ada.taps("+1 set")
    expect(ada.page.locator(".facts-line")).to_contain_text(re.compile(r"Set\s1\sof\s2"))
    ada._taps_the_big_button("Log set")
    ada.ends_here()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    ended = session_of(ada, session)
    assert ended["skip_reasons"] == {"carry": "equipment"}
    assert "pogo" not in ended["skipped"]


def test_what_hurts_is_said_with_its_place_and_ends_the_exercise(ada: Interrupted) -> None:
    session = ada.begins_a_mixed_session()
    ada.begins_a_set()
    ada.is_asked_to("Log set")
    ada.page.get_by_label("too much").check()
    ada.taps("Somewhere else")
    ada.page.get_by_label("Knee").check()
    ada.page.get_by_label("sharp pain").check()
    ada.page.get_by_text("Form and note").click()
    ada.page.get_by_label("Wobbly").check()
    ada.page.get_by_label("Note on this set").fill("Left knee, going down")
    ada._taps_the_big_button("Log set")
    ada._waits_until_past("log")
    ada.sees(re.compile("That was enough for the squat today"))
    ada.ends_here()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    [one] = ada.logged_on_the_server(session)
    told = {key: one[key] for key in ("pain", "pain_region", "sharp", "quality", "note")}
    assert told == {
        "pain": 5,
        "pain_region": "knee",
        "sharp": True,
        "quality": 2,
        "note": "Left knee, going down",
    }


def test_another_exercise_takes_the_slot_and_the_next_set_is_slower(ada: Interrupted) -> None:
    session = ada.begins_a_mixed_session()
    ada.taps("Swap")
    dialog = ada.page.get_by_role("dialog")
    dialog.get_by_label("This hurts").check()
    expect(dialog.get_by_text("Where does it hurt?")).to_be_visible()
    expect(dialog.get_by_role("button", name="Leave it out today")).to_be_visible()
    dialog.get_by_label("No equipment").check()
    choice = dialog.locator(".swap-list button").first
    name = choice.locator("b").inner_text()
    choice.click()
    expect(ada.page.get_by_role("heading", level=1)).to_have_text(name)
    expect(ada.page.locator(".facts-line")).not_to_contain_text("8\u00a0kg")
    ada.begins_a_set()
    ada.taps("Go now")
    ada.page.wait_for_timeout(1_500)
    ada.ends_here()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    assert session_of(ada, session)["swap_reasons"] == {"squat": "equipment"}


def test_with_less_time_the_rest_of_todays_session_is_fitted_to_it(ada: Interrupted) -> None:
    ada.starts()
    ada.does_one_set()
    sets = ada.page.locator(".segmented i")
    before, first = sets.count(), ada.page.get_by_role("heading", level=1).inner_text()
    opens_the_overview(ada)
    dialog = ada.page.get_by_role("dialog")
    dialog.get_by_label("5", exact=True).check()
    ada.sees(re.compile("Fitted to the time"))
    fewer = sets.count()
    assert fewer < before
    expect(dialog.get_by_text(re.compile(r"^\d min to go"))).to_be_visible()
    dialog.get_by_label("45", exact=True).check()
    expect(sets).to_have_count(before)
    ada.page.keyboard.press("Escape")
    assert ada.page.get_by_role("heading", level=1).inner_text() == first


def test_in_the_middle_of_a_session_she_goes_on_at_the_gym(ada: Interrupted) -> None:
    ada.opens("/profile?step=5")
    ada.page.get_by_role("switch", name="I also train at a gym").check()
    ada.taps("Save")
    ada.sees("Saved. The plan follows with the next sync.")
    ada.opens()
    ada.sees_that_all_is_on_the_server()
    ada.starts()
    ada.does_one_set()
    session = in_the_store(ada, "active.peek().session")

    opens_the_overview(ada)
    ada.page.get_by_role("dialog").get_by_label("Gym", exact=True).check()
    ada.sees(re.compile("^Moved to gym"))
    ada.page.keyboard.press("Escape")
    ada.skips_the_rest()
    ada.does_one_set()

    in_the_store(ada, "syncNow()")
    begun = min(ada.logged_on_the_server(session), key=lambda one: one["started_at"])["slot"]
    fields = session_of(ada, session)
    places = {item["slot"]: item["place"] for item in fields["items"]}
    assert places.pop(begun) == "home"
    assert set(places.values()) == {"gym"}


def in_the_store(ada: Interrupted, expression: str) -> Any:
    """What an expression on the page's own store gives."""
    read = f"root => import(`${{root}}data/store.js`).then((store) => store.{expression})"
    return ada.page.evaluate(read, root_of(ada.page))
