"""Where a session turns: a full disk, a sheet over a rest, thrown away; what is seen and said."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.conftest import Server
from tests.e2e.mixed import ITEMS, Interrupted, root_of
from tests.e2e.runner import DOUBLE_TAP_MS, WORK_MS

Phone = Callable[..., BrowserContext]
SQUAT, BRIDGE, CARRY, ROUND = ITEMS[0], ITEMS[1], ITEMS[4], ITEMS[5:7]
FULL = "The phone's storage is full."

REFUSE = """(full) => {
  const { prototype } = IDBDatabase;
  prototype.real ??= prototype.transaction;
  prototype.transaction = function (stores, mode, ...more) {
    const written = mode === "readwrite" && [stores].flat().includes("entries");
    if (full && written) throw new DOMException("full", "QuotaExceededError");
    return this.real(stores, mode, ...more);
  };
}"""
LEAVE_LONG_AGO = """async (root) => {
  const store = await import(`${root}data/store.js`);
  const phase_started_at = Date.now() - 600_000;
  await store.saveActive({ ...store.active.peek(), phase_started_at });
}"""


@pytest.fixture
def ada(phone: Phone, server: Server) -> Iterator[Interrupted]:
    runner = Interrupted(phone(), server.url)
    runner.is_set_up()
    yield runner
    assert not runner.trouble


def disk_is(ada: Interrupted, word: str) -> None:
    ada.page.evaluate(REFUSE, word == "full")


def throws_it_away(ada: Interrupted) -> None:
    ada.page.get_by_role("button", name="Leave the session").click()
    ada.taps("Throw it away")
    ada.sees("Session thrown away")


def taps_the_screen(ada: Interrupted) -> None:
    ada.page.wait_for_timeout(DOUBLE_TAP_MS)
    ada.the_big_button().click()


def is_in_sight(it: Locator) -> None:
    expect(it).to_be_visible()
    expect(it).to_be_in_viewport(ratio=1)


def test_a_full_disk_is_seen_without_looking(ada: Interrupted) -> None:
    ada.begins_a_mixed_session()
    ada.taps("Eyes-free")
    disk_is(ada, "full")
    taps_the_screen(ada)
    is_in_sight(ada.page.locator(".trouble", has_text=FULL))
    is_in_sight(ada.page.get_by_role("button", name="Show all"))
    disk_is(ada, "free")
    ada.the_big_button().click()
    expect(ada.page.locator(".eyes-free")).to_have_attribute("data-phase", "work")
    expect(ada.page.locator(".trouble")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 568), (667, 375)])
def test_what_must_be_known_first_is_seen_without_looking(
    ada: Interrupted, width: int, height: int, shots: Path
) -> None:
    ada.begins_a_mixed_session()
    ada.taps("Eyes-free")
    taps_the_screen(ada)
    expect(ada.page.locator(".eyes-free")).to_have_attribute("data-phase", "work")
    ada.page.evaluate(LEAVE_LONG_AGO, root_of(ada.page))
    ada.page.set_viewport_size({"width": width, "height": height})
    ada.page.reload()
    is_in_sight(ada.page.locator(".notice", has_text="You left during set 1."))
    is_in_sight(ada.page.locator(".told"))
    ada.page.screenshot(path=shots / "eyes-free.png")


def test_a_session_thrown_away_is_not_offered_again_whatever_way_it_is_left(
    ada: Interrupted,
) -> None:
    ada.starts()
    ada.begins_a_set()
    throws_it_away(ada)
    expect(ada.page.get_by_role("heading", level=1)).to_be_focused()
    disk_is(ada, "full")
    ada.taps("Undo")
    is_in_sight(ada.page.locator(".trouble", has_text=FULL))
    disk_is(ada, "free")
    ada.taps("Undo")
    ada.is_asked_to("Start set")
    throws_it_away(ada)
    ada.page.go_back()
    ada.sees_the_session()
    expect(ada.page.get_by_role("link", name="Resume")).to_have_count(0)


def test_the_focus_goes_to_what_matters_when_its_button_goes(ada: Interrupted) -> None:
    ada.begins_a_mixed_session([CARRY])
    main = ada.the_big_button()
    ada.page.get_by_role("button", name="Eyes-free").press("Enter")
    expect(ada.page.locator(".whole-screen")).to_be_focused()
    ada.page.get_by_role("button", name="Show all").press("Enter")
    expect(main).to_be_focused()
    ada.begins_a_set()
    ada.page.get_by_role("button", name="Go now").press("Enter")
    ada.is_asked_to("Done")
    ada.page.get_by_role("button", name="Skip set").press("Enter")
    expect(ada.page.get_by_role("heading", level=1)).to_be_focused()


def test_under_an_open_sheet_the_session_is_still_heard(ada: Interrupted) -> None:
    ada.begins_a_mixed_session([SQUAT | {"rest_s": 8}])
    ada.begins_a_set()
    ada._taps_the_big_button("Log set")
    ada.page.get_by_role("button", name="The whole session").click()
    heard = ada.page.get_by_role("dialog").get_by_role("status")
    expect(heard).to_have_text(re.compile("Ready to start"))


def test_a_set_of_a_circuit_is_asked_for_its_reserve_when_it_is_opened_again(
    ada: Interrupted,
) -> None:
    session = ada.begins_a_mixed_session([one | {"rest_s": 15, "rir": 2} for one in ROUND])
    ada.begins_a_set()
    ada.is_asked_to("Skip rest")
    ada.taps("Undo log")
    reserve = ada.page.get_by_role("group", name="Reps in reserve").get_by_role("radio")
    expect(reserve).to_have_count(6)
    assert not any(choice.is_checked() for choice in reserve.all())
    reserve.nth(3).check()
    ada._taps_the_big_button("Log set")
    ada.ends_here()
    ada.finishes()
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()
    assert [one["rir"] for one in ada.logged_on_the_server(session)] == [3]


def test_why_the_weaker_sides_own_set_is_not_swapped_is_said(ada: Interrupted) -> None:
    ada.begins_a_mixed_session([BRIDGE])
    ada.begins_a_set()
    ada._taps_the_big_button("Log set")
    ada.sees("one more for the weaker side")
    ada.taps("Swap")
    expect(ada.page.get_by_role("dialog")).to_contain_text("one more set for your weaker side")
    ada.taps("Back to the set")
    ada.is_asked_to("Start set")


def test_a_double_tap_at_the_end_of_a_side_does_nothing_to_the_other(ada: Interrupted) -> None:
    ada.begins_a_mixed_session([CARRY | {"sides": "each"}])
    ada.begins_a_set()
    ada.is_asked_to("Done")
    ada.page.wait_for_timeout(WORK_MS)
    ada.the_big_button().dblclick(delay=20)
    expect(ada.page.locator(".heading .side")).to_have_text("Right")
    expect(ada.page.locator(".player")).to_have_attribute("data-phase", "work")
    expect(ada.page.locator(".player[data-paused]")).to_have_count(0)


def test_without_motion_each_side_has_its_own_picture(phone: Phone, server: Server) -> None:
    ada = Interrupted(phone(reduced_motion="reduce"), server.url)
    ada.is_set_up()
    ada.begins_a_mixed_session([BRIDGE])
    world = ada.page.locator(".ring .figure g[transform^='matrix']").first
    expect(world).to_have_attribute("transform", re.compile(r"^matrix\(\d"))
    ada.begins_a_set()
    expect(ada.page.locator(".heading .side")).to_have_text("Left")
    expect(world).to_have_attribute("transform", re.compile(r"^matrix\(-\d"))


def test_the_ring_begins_anew_with_a_set_that_is_begun_anew(ada: Interrupted) -> None:
    ada.begins_a_mixed_session([SQUAT | {"tempo": "2-0-2-0", "reps": 8}])
    ada.begins_a_set()
    ada.page.wait_for_timeout(2_500)
    ada.taps("Pause")
    expect(ada.the_big_button()).to_have_text("Resume")
    assert way_around(ada) > 0.05
    ada.taps("Start over")
    ada.is_asked_to("Start set")
    assert way_around(ada) == 0


def test_the_arcs_are_as_long_as_the_phases_are_now(ada: Interrupted) -> None:
    ada.begins_a_mixed_session([SQUAT | {"tempo": "2-0-2-0", "reps": 8}])
    dots = ada.page.locator(".player .ring .dot")
    expect(dots).to_have_count(2)
    ada.page.get_by_role("button", name="Slower, this set").click()
    expect(dots).to_have_count(3)
    ada.begins_a_set()
    ada.page.get_by_role("button", name="Slower, this set").click()
    expect(dots).to_have_count(4)


def way_around(ada: Interrupted) -> float:
    """The part of its way that the head of the ring has come."""
    degrees: float = ada.page.evaluate(
        """() => {
          const head = document.querySelector(".player .ring .head").closest("svg");
          const { a, b } = new DOMMatrix(getComputedStyle(head).transform);
          return Math.atan2(b, a) * 180 / Math.PI;
        }"""
    )
    return degrees % 360 / 360
