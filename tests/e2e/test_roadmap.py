"""The way ahead in a real browser: tests taken offline, a gate passed with a note, a niggle."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.conftest import Server
from tests.e2e.roadmap import LookingAhead

Phone = Callable[..., BrowserContext]


@pytest.fixture
def ada(phone: Phone, server: Server) -> Iterator[LookingAhead]:
    runner = LookingAhead(phone(), server.url)
    runner.is_set_up()
    yield runner
    assert not runner.trouble


def test_a_test_taken_offline_opens_its_gate_line_after_the_sync(ada: LookingAhead) -> None:
    ada.context.set_offline(True)
    ada.looks_at_the_roadmap()
    ada.is_in_stage(1)
    line = ada.the_gate_line("Ten clean squats")
    expect(line).to_contain_text("not measured yet")
    ada.takes_the_test_of("Ten clean squats")
    ada.saves()
    ada.sees("Enter what you reached first.")
    ada.enters("Clean squats", "12")
    ada.saves()
    ada.sees("Saved.")
    ada.goes_back()
    expect(line).to_contain_text("Measured on this phone")

    ada.context.set_offline(False)
    expect(line).to_contain_text("now 12")
    expect(line.locator(".mark")).to_have_attribute("data-state", "done")
    [entry] = ada.entries_on_the_server("assessment")
    assert entry["set"] == {"test": "clean_squats", "side": "both", "value": 12, "pain": 0}


def test_each_side_is_measured_and_compared_once_both_are_there(ada: LookingAhead) -> None:
    ada.opens("/tests/balance_s")
    ada.enters("Left, seconds", "20")
    ada.saves()
    ada.sees("Right not measured yet")
    ada.enters("Right, seconds", "40")
    ada.saves()
    ada.sees("The left reaches 50")
    ada.sees_that_all_is_on_the_server()
    sides = {entry["set"]["side"] for entry in ada.entries_on_the_server("assessment")}
    assert sides == {"left", "right"}


def test_going_on_past_an_open_gate_needs_a_note_and_can_be_taken_back(ada: LookingAhead) -> None:
    ada.looks_at_the_roadmap()
    ada.taps("Go on anyway")
    ada.taps("Go on")
    ada.sees("Write why.")
    ada.page.get_by_label("Why you go on").fill("My coach saw me move.")
    ada.context.set_offline(True)
    ada.taps("Go on")
    ada.sees("You go on")
    ada.page.locator(".panel").get_by_role("button", name="Undo").click()
    ada.taps("Go on anyway")
    ada.page.get_by_label("Why you go on").fill("My coach saw me move, and so did I.")
    ada.taps("Go on")
    ada.context.set_offline(False)
    ada.is_in_stage(2)
    changes = ada.entries_on_the_server("plan_change")
    assert changes[-1]["set"]["reason"] == "My coach saw me move, and so did I."


def test_nobody_goes_past_a_gate_in_the_days_after_a_warning_sign(ada: LookingAhead) -> None:
    ada.page.get_by_role("button", name="How are you today?").click()
    ada.page.get_by_text("Any warning sign?").click()
    ada.page.get_by_label("Chest pressure").check()
    ada.saves()
    ada.looks_at_the_roadmap()
    ada.sees("You noted a warning sign")
    expect(ada.page.get_by_role("button", name="Go on anyway")).to_have_count(0)


def test_a_niggle_holds_until_it_is_over(ada: LookingAhead) -> None:
    ada.says_that_something_is_off()
    ada.page.get_by_label("A niggle in one place").check()
    ada.saves()
    ada.sees("Choose where it is.")
    ada.page.get_by_label("Calf", exact=True).check()
    ada.saves()
    row = ada.page.get_by_role("button", name="Niggle: calf")
    expect(row).to_be_visible()
    ada.page.reload()
    expect(row).to_be_visible()
    row.click()
    ada.taps("It is over")
    ada.page.get_by_role("button", name="Close").click()
    expect(row).to_have_count(0)
