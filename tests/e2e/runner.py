"""A runner with a phone in hand: what she does there, in her words, by what is on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "correct horse battery"
SETS_AT_MOST = 40
WORK_MS = 1_300
DOUBLE_TAP_MS = 500  # a second tap on the big button this soon after a change is taken for a slip


@dataclass
class Runner:
    """One person on one phone; `page` is the tab she looks at."""

    context: BrowserContext
    url: str
    name: str = "Ada"
    page: Page = field(init=False)
    trouble: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = self.new_tab()

    def new_tab(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        return page

    # --- arriving ---------------------------------------------------------------------------------

    def opens(self, path: str = "/") -> None:
        self.page.goto(self.url + path)

    def creates_an_account(self) -> None:
        self.opens()
        self._fills_in_the_form()
        self.taps("Create account")
        self.page.wait_for_url("**/profile*")

    def signs_in(self) -> None:
        self.opens()
        self.taps("I have an account")
        self._fills_in_the_form()
        self.taps("Sign in")
        self.page.wait_for_url(self.url + "/")

    def _fills_in_the_form(self) -> None:
        self.page.get_by_role("textbox", name="Name").fill(self.name)
        self.page.get_by_role("textbox", name="Password").fill(PASSWORD)

    def answers_the_profile(self) -> None:
        self.page.get_by_label("None of these").check()
        self.page.get_by_label("I am 18 or older").check()
        self.taps("Next")
        self.page.get_by_label("New to it").check()
        self.taps("Next")
        for day in ("Tuesday", "Thursday"):
            self.page.get_by_label(day).first.check()
        self.page.get_by_label("Distance in a usual week").fill("20")
        self.taps("Next")
        self.page.get_by_label("30", exact=True).check()
        self.taps("Next")
        self.page.get_by_label("Chair or bench").check()
        self.page.get_by_label("Step or stair").check()
        self.taps("Make my plan")
        self.page.wait_for_url(self.url + "/")

    def is_set_up(self) -> None:
        self.creates_an_account()
        self.answers_the_profile()
        self.sees_the_session()
        self.can_go_offline()

    # --- looking ----------------------------------------------------------------------------------

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def sees_the_session(self) -> str:
        """Waits for Today with something to start; returns what it is called."""
        start = self.page.get_by_role("link", name=re.compile("^(Start|Train anyway|Resume)$"))
        expect(start).to_be_visible()
        return self.page.get_by_role("heading", level=1).inner_text()

    def sees_that_all_is_on_the_server(self) -> None:
        expect(self.page.get_by_text("all on the server")).to_be_visible()

    def can_go_offline(self) -> None:
        """The worker has stored the app and looks after this page; the journal is in step."""
        self.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        self.sees_that_all_is_on_the_server()

    # --- training ---------------------------------------------------------------------------------

    def starts(self) -> None:
        start = self.page.get_by_role("link", name=re.compile("^(Start|Train anyway|Resume)$"))
        start.click()
        self.page.wait_for_url("**/session")
        expect(self.the_big_button()).to_be_visible()

    def the_big_button(self) -> Any:
        return self.page.locator("[data-main]")

    def taps(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def _taps_the_big_button(self, name: str) -> None:
        self.is_asked_to(name)
        self.page.wait_for_timeout(DOUBLE_TAP_MS)
        self.the_big_button().click()

    def is_asked_to(self, name: str) -> None:
        expect(self.the_big_button()).to_have_text(name)

    def does_one_set(self) -> None:
        """Starts a set, ends each side by hand, logs it as it is and skips the rest."""
        self.begins_a_set()
        while self._phase() == "work":
            self._ends_the_side()
        self._taps_the_big_button("Log set")
        self._waits_until_past("log")

    def begins_a_set(self) -> None:
        self._taps_the_big_button("Start set")
        self._waits_until_past("ready")

    def skips_the_rest(self) -> None:
        self._taps_the_big_button("Skip rest")
        self._waits_until_past("rest")

    def _ends_the_side(self) -> None:
        """A second of work and then the end: a side without any work would count as skipped."""
        self.taps("Go now")
        self.page.wait_for_timeout(WORK_MS)
        side = self.page.locator(".heading").inner_text()
        end = self.page.get_by_role("button", name=re.compile("^(End set|Done)$")).last
        end.click()
        self.page.wait_for_function(
            """side => document.querySelector('.player')?.dataset.phase !== 'work'
                 || document.querySelector('.heading')?.innerText !== side""",
            arg=side,
        )

    def does_all_sets(self) -> int:
        """Every set of the session, up to the question how hard it was; returns how many."""
        for count in range(SETS_AT_MOST):
            if self._phase() == "rest":
                self.skips_the_rest()
            if self._phase() == "finish":
                return count
            self.does_one_set()
        raise AssertionError("the session does not end")

    def finishes(self, effort: int = 5) -> None:
        self.page.get_by_label(re.compile(f"^{effort}, ")).check()
        self._taps_the_big_button("Save session")
        self.sees("Saved")

    def goes_back_to_today(self) -> None:
        self._taps_the_big_button("Done")
        self.page.wait_for_url(self.url + "/")

    def ends_here(self) -> None:
        """Leaves in the middle and keeps what is done."""
        self.page.get_by_role("button", name="Leave the session").click()
        self.taps("End and keep it")

    def _waits_until_past(self, phase: str) -> None:
        self.page.wait_for_function(
            "phase => document.querySelector('.player')?.dataset.phase !== phase", arg=phase
        )

    def _phase(self) -> str:
        return self.page.locator(".player").get_attribute("data-phase") or ""

    # --- what the server and the phone have -----------------------------------------------------

    def journal_on_the_server(self) -> list[dict[str, Any]]:
        """All entries, asked for with this phone's own cookie."""
        found: list[dict[str, Any]] = []
        cursor, chain, more = 0, "0" * 32, True
        while more:
            body = {"cursor": cursor, "chain": chain, "entries": [], "limit": 500}
            answer = self.context.request.post(
                f"{self.url}/api/sync", data=body, headers={"Origin": self.url}
            )
            assert answer.ok, answer.text()
            page = answer.json()
            found += page["entries"]
            cursor, chain, more = page["cursor"], page["chain"], page["more"]
        return found

    def sets_on_the_server(self) -> list[dict[str, Any]]:
        return [entry for entry in self.journal_on_the_server() if entry["kind"] == "set"]

    def sessions_on_the_server(self) -> set[str]:
        """Records of the sessions that were ended."""
        entries = self.journal_on_the_server()
        return {
            entry["record"]
            for entry in entries
            if entry["kind"] == "session" and "ended_at" in entry["set"]
        }
