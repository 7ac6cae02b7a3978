"""A short session with everything in it, and a runner who is interrupted all the way through."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from time import monotonic
from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from tests.e2e.runner import DOUBLE_TAP_MS, Runner

PLAYS_AT_MOST_S = 180
LOOK_MS = 90
AMOUNTS = ("reps", "hold_s", "contacts", "distance_m")
EVENTS = ("reload", "kill", "cut", "undo", "pause", "correct")
AT_ONCE_MS = 3_000

# Reps of 1.2 s, holds of 2 s: a whole session in half a minute.
COMMON = {"block": "main", "load_g": 0, "load": "body", "rung": 0, "sides": "both", "reasons": []}
ITEMS: list[dict[str, Any]] = [
    COMMON | {"slot": "squat", "name": "Squat", "exercise": "goblet-squat", "sets": 2, "reps": 2,
              "tempo": "X-0-X-0", "rest_s": 2, "rir": 2, "load": "dumbbell", "load_g": 8000,
              "regions": ["quads"]},
    COMMON | {"slot": "bridge", "name": "Bridge", "exercise": "single-leg-glute-bridge", "sets": 1,
              "reps": 2, "tempo": "X-0-X-0", "rest_s": 0, "sides": "each", "first": "right",
              "extra": {"side": "right", "sets": 1}},
    COMMON | {"slot": "trunk", "name": "Trunk", "exercise": "front-plank", "sets": 1, "hold_s": 2,
              "rest_s": 0},
    COMMON | {"slot": "pogo", "name": "Pogo", "exercise": "double-pogo", "sets": 1, "contacts": 4,
              "rest_s": 1},
    COMMON | {"slot": "carry", "name": "Carry", "exercise": "suitcase-carry", "sets": 1,
              "distance_m": 10, "rest_s": 0},
    COMMON | {"slot": "round_a", "name": "Round", "exercise": "glute-bridge", "sets": 2, "reps": 1,
              "tempo": "X-0-X-0", "rest_s": 3, "group": "circuit"},
    COMMON | {"slot": "round_b", "name": "Round", "exercise": "wall-sit", "sets": 2, "hold_s": 2,
              "rest_s": 3, "group": "circuit"},
]  # fmt: skip

BEGIN = """async ([root, items]) => {
  const load = (path) => import(`${root}${path}`);
  const [store, { begin }] = await Promise.all(["data/store.js", "player/session.js"].map(load));
  const pack = store.pack.peek();
  const unknown = items.find(({ exercise }) => !pack.exercises[exercise]);
  if (unknown) throw new Error(`no ${unknown.exercise}`);
  const workout = { template: Object.keys(pack.templates)[0], name: "Mixed", kind: "strength",
    place: "home", minutes: 5, items, reasons: [] };
  const state = begin(workout, { newRecord: store.newRecord, now_ms: Date.now(), place: "home",
    ready_s: 1, exercises: pack.exercises });
  await store.saveActive(state);
  return state.session;
}"""

# In one go: on a busy machine a tap takes long enough for the button to become "Save session".
TAP_IF = """([phase, label]) => {
  const main = document.querySelector("[data-main]");
  const still = main?.closest(".player")?.dataset.phase === phase && main.innerText === label;
  if (still) main.click();
}"""


def sides_of(item: dict[str, Any]) -> tuple[str, ...]:
    return ("left", "right") if item["sides"] == "each" else ("both",)


def asked_for() -> Counter[tuple[str, int, str]]:
    """Every side of every set by slot, number and side."""
    found: Counter[tuple[str, int, str]] = Counter()
    for item in ITEMS:
        for index in range(1, item["sets"] + 1):
            found.update((item["slot"], index, side) for side in sides_of(item))
        if "extra" in item:
            found[item["slot"], item["sets"] + 1, item["extra"]["side"]] += 1
    return found


def root_of(page: Page) -> str:
    """Where this page's modules come from: importing one again gives the one it uses."""
    found: str = page.evaluate("() => document.querySelector('script[src*=\"/a/\"]').src")
    return re.sub(r"[^/]+$", "", found)


class Interrupted(Runner):
    """Plays by what the big button says, whatever happens to her phone."""

    corrected: dict[str, int]

    def begins_a_mixed_session(self, items: list[dict[str, Any]] = ITEMS) -> str:
        self.opens("/settings")
        self.page.get_by_role("heading", level=1).wait_for()
        self.page.wait_for_function(
            "root => import(`${root}data/store.js`).then((it) => it.pack.peek() !== null)",
            arg=root_of(self.page),
        )
        session: str = self.page.evaluate(BEGIN, [root_of(self.page), items])
        self.opens("/session")
        return session

    def plays_it_all(self, chance: random.Random) -> list[str]:
        """To the question how hard it was, with five things happening on the way."""
        happens = {chance.randrange(4, 50): chance.choice(EVENTS) for _ in range(5)}
        happened: list[str] = []
        until, steps = monotonic() + PLAYS_AT_MOST_S, count()
        while self._phase() != "finish":
            assert monotonic() < until, f"the session does not end: {happened}"
            step = next(steps)
            event = happens.pop(step, None)
            if event:
                happened.append(f"{step} {event} in {self._phase()}")
                getattr(self, f"_{event}")()
            self.the_big_button().wait_for()
            if self._phase() != "finish":
                self._goes_on()
                self.page.wait_for_timeout(chance.randrange(LOOK_MS))
        return happened

    def _goes_on(self) -> None:
        phase, button = self._phase(), self.the_big_button().inner_text()
        if phase == "finish":
            return  # it went there by itself just now
        if phase == "work" and button == "Pause":
            self._may_tap("Go now")
            return
        self.page.wait_for_timeout(DOUBLE_TAP_MS)
        self.page.evaluate(TAP_IF, [phase, button])

    # --- what happens ----------------------------------------------------------------------------

    def _reload(self) -> None:
        self.page.reload()

    def _kill(self) -> None:
        self.page.close()
        self.page = self.new_tab()
        self.opens("/session")

    def _cut(self) -> None:
        """The network goes, or comes back."""
        self.offline = not getattr(self, "offline", False)
        self.context.set_offline(self.offline)

    def _undo(self) -> None:
        self._may_tap("Undo log")

    def _pause(self) -> None:
        self._may_tap("Pause")

    def _correct(self) -> None:
        self._may_tap("More: Reps")

    def _may_tap(self, name: str) -> None:
        button = self.page.get_by_role("button", name=name, exact=True)
        if button.count():
            self._may(button.click)

    def _may(self, act: Callable[..., None]) -> None:
        """The session may have gone on by itself meanwhile; then there is nothing to tap."""
        with suppress(TookTooLong):
            act(timeout=AT_ONCE_MS)

    # --- what came of it -------------------------------------------------------------------------

    def has_a_network(self) -> None:
        self.offline = False
        self.context.set_offline(False)

    def logged_on_the_server(self, session: str) -> list[dict[str, Any]]:
        """The sets of a session as every other device would show them."""
        records: dict[str, dict[str, Any]] = {}
        for entry in sorted(self.journal_on_the_server(), key=lambda entry: entry["at"]):
            if entry["kind"] == "set":
                held = records.setdefault(entry["record"], {})
                held.update(entry["set"])
                held["deleted"] = entry.get("deleted", held.get("deleted", False))
        return [
            held
            for held in records.values()
            if held.get("session") == session and not held["deleted"]
        ]
