"""A runner who looks ahead: tests herself, goes past a gate, says when something is off."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.runner import Runner


class LookingAhead(Runner):
    """What she does around her sessions, in her words."""

    def looks_at_the_roadmap(self) -> None:
        self.page.get_by_role("link", name="Stage").click()
        expect(self.page.get_by_role("heading", name="Roadmap")).to_be_visible()

    def goes_back(self) -> None:
        self.page.get_by_role("button", name="Back", exact=True).click()

    def the_gate_line(self, text: str) -> Locator:
        return self.page.locator(".gate-line").filter(has_text=text)

    def takes_the_test_of(self, text: str) -> None:
        self.the_gate_line(text).click()
        self.page.wait_for_url("**/tests/*")

    def enters(self, label: str, value: str) -> None:
        field = self.page.get_by_role("textbox", name=label)
        field.fill(value)
        field.blur()

    def saves(self) -> None:
        self.taps("Save")

    def is_in_stage(self, number: int) -> None:
        here = self.page.locator('.path [data-state="here"]')
        expect(here.locator(".node")).to_have_text(str(number))

    def says_that_something_is_off(self) -> None:
        self.page.get_by_role("button", name="Something").click()

    def entries_on_the_server(self, kind: str) -> list[dict[str, Any]]:
        return [entry for entry in self.journal_on_the_server() if entry["kind"] == kind]
