"""A phone in Python: what any client has to do to keep the sync contract, and nothing more."""

import itertools
from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from midstance.journal.head import CHAIN_0
from tests.journal.making import DAY, ZONE

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COUNTER_MAX = 0xFFFFFF
Request = Mapping[str, Any]


class Phone:
    """Entries leave the outbox when they come back in an answer, never at an ack."""

    def __init__(self, device: str, skew_ms: int = 0) -> None:
        self.device = device
        self.skew_ms = skew_ms
        self.ms, self.counter = 0, 0
        self.held: dict[str, dict[str, Any]] = {}
        self.outbox: list[str] = []
        self.cursor, self.chain = 0, CHAIN_0
        self.numbers = itertools.count(1)

    def write(self, now_ms: int, record: str, kind: str = "odd", **said: Any) -> dict[str, Any]:
        """Make an entry: on the phone first, later than everything this phone has seen."""
        entry = {
            "id": f"019aaa00-0000-7000-8000-{self.device}{next(self.numbers):04x}",
            "record": record,
            "kind": kind,
            "day": DAY,
            "zone": ZONE,
            "at": self._tick(now_ms + self.skew_ms),
            "v": 1,
            "set": {},
        } | said
        assert all(entry["at"] > seen["at"] for seen in self.held.values())
        self.held[entry["id"]] = entry
        self.outbox.append(entry["id"])
        return entry

    def request(self, limit: int = 500) -> Request:
        """What to send; a copy, because a request may be under way for long."""
        waiting = [self.held[entry_id] for entry_id in self.outbox[:limit]]
        place = {"cursor": self.cursor, "chain": self.chain}
        return deepcopy({**place, "entries": waiting, "limit": limit})

    def receive(self, answer: Mapping[str, Any]) -> None:
        """A page with its cursor, in one step: a phone that dies has all of it or nothing."""
        for entry in answer["entries"]:
            self.held[entry["id"]] = entry
            if entry["id"] in self.outbox:
                self.outbox.remove(entry["id"])
            self._see(entry["at"])
        self.cursor, self.chain = answer["cursor"], answer["chain"]

    def reset(self) -> None:
        """The server is not the one it was: offer everything again."""
        self.outbox = list(self.held)
        self.cursor, self.chain = 0, CHAIN_0

    def _tick(self, now_ms: int) -> str:
        if now_ms > self.ms:
            self.ms, self.counter = now_ms, 0
        elif self.counter < COUNTER_MAX:
            self.counter += 1
        else:
            self.ms, self.counter = self.ms + 1, 0
        return reading(self.ms, self.counter, self.device)

    def _see(self, at: str) -> None:
        ms, counter = _parsed(at)
        self.ms, self.counter = max((self.ms, self.counter), (ms, counter))


def reading(ms: int, counter: int, device: str) -> str:
    """A hybrid clock as sortable text, from epoch milliseconds."""
    moment = (EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds")
    return f"{moment.removesuffix('+00:00')}Z-{counter:06x}-{device}"


def _parsed(at: str) -> tuple[int, int]:
    moment = datetime.fromisoformat(at[:24])
    return (moment - EPOCH) // timedelta(milliseconds=1), int(at[25:31], 16)
