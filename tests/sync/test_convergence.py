"""Phones, a server and all that can go wrong between them: nothing is lost, nothing is doubled."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlmodel import Session

from midstance.api.sync import answer
from midstance.database import Database
from midstance.journal.pull import Reset
from midstance.journal.rebuild import rebuild
from midstance.journal.tables import RECORD
from midstance.migrate import copy_sqlite, upgrade
from tests.journal.exchange import ATHLETE, NOW_MS, journal, rows
from tests.journal.making import uuid
from tests.sync.phone import Phone, Request

HOUR_MS = 3_600_000
YEAR_MS = 365 * 24 * HOUR_MS
RECORDS = [uuid(1), uuid(2)]

phones = st.integers(0, 2)
limits = st.sampled_from([1, 2, 500])


class CrashError(Exception):
    pass


class MortalDatabase(Database):
    """Dies on demand when everything is written and nothing is committed."""

    dying = False

    @contextmanager
    def write(self) -> Iterator[Session]:
        with super().write() as db:
            yield db
            if self.dying:
                raise CrashError


@cache
def migrated() -> bytes:
    """An empty installation's file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.db"
        upgrade(f"sqlite:///{path}")
        return path.read_bytes()


class Gym(RuleBasedStateMachine):
    """Three phones of one athlete, whose clocks are right, an hour ahead and a year behind."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "midstance.db"
        self.file.write_bytes(migrated())
        self.database = MortalDatabase(f"sqlite:///{self.file}")
        self.phones = [
            Phone("0000000a"),
            Phone("0000000b", HOUR_MS),
            Phone("0000000c", -YEAR_MS),
        ]
        self.now_ms = NOW_MS
        self.written: dict[str, dict[str, Any]] = {}
        self.underway: list[Request] = []
        self.backups: list[Path] = []

    def teardown(self) -> None:
        try:
            self.everything_heals()
        finally:
            self.database.close()
            shutil.rmtree(self.folder)

    @rule(
        who=phones,
        record=st.sampled_from(RECORDS),
        fields=st.dictionaries(st.sampled_from("ab"), st.none() | st.integers(0, 9)),
        deleted=st.none() | st.booleans(),
        wait_ms=st.sampled_from([0, 1, HOUR_MS]),
        times=st.integers(1, 3),
    )
    def somebody_writes(self, *, who, record, fields, deleted, wait_ms, times) -> None:
        said = {"set": fields} | ({} if deleted is None else {"deleted": deleted})
        for _ in range(times):
            self.now_ms += wait_ms
            entry = self.phones[who].write(self.now_ms, record, **said)
            self.written[entry["id"]] = entry

    @rule(who=phones, limit=limits)
    def a_sync_goes_well(self, who, limit) -> None:
        self.exchange(self.phones[who], limit)

    @rule(who=phones, limit=limits)
    def a_request_is_lost_and_may_arrive_later(self, who, limit) -> None:
        self.underway.append(self.phones[who].request(limit))

    @precondition(lambda self: self.underway)
    @rule(which=st.integers(0, 100), once=st.booleans())
    def an_old_request_arrives_and_its_answer_finds_nobody(self, which, once) -> None:
        which %= len(self.underway)
        with suppress(Reset):
            self.deliver(self.underway.pop(which) if once else self.underway[which])

    @rule(who=phones, limit=limits)
    def an_answer_is_lost(self, who, limit) -> None:
        with suppress(Reset):
            self.deliver(self.phones[who].request(limit))

    @rule(who=phones, limit=limits)
    def the_server_dies_before_it_commits(self, who, limit) -> None:
        self.database.dying = True
        with suppress(CrashError, Reset):
            self.deliver(self.phones[who].request(limit))
        self.database.dying = False

    @rule()
    def the_server_is_backed_up(self) -> None:
        backup = self.folder / f"backup-{len(self.backups)}.db"
        copy_sqlite(self.file, backup)
        self.backups.append(backup)

    @precondition(lambda self: self.backups)
    @rule(which=st.integers(0, 100))
    def the_server_is_restored_from_a_backup(self, which) -> None:
        self.database.close()
        for rest in self.folder.glob("midstance.db*"):
            rest.unlink()
        shutil.copy(self.backups[which % len(self.backups)], self.file)
        self.database = MortalDatabase(f"sqlite:///{self.file}")

    def everything_heals(self) -> None:
        # Whoever comes first has the most to find out; it is not always the same phone.
        first = len(self.written) % len(self.phones)
        for phone in (self.phones[first:] + self.phones[:first]) * 2:
            # At worst one reset, one push of everything, and pages for the rest.
            assert any(not self.exchange(phone, 500) and not phone.outbox for _ in range(5))
        stored = journal(self.database)
        assert sorted(entry["id"] for entry in stored) == sorted(self.written)
        assert {entry["id"]: entry for entry in stored} == self.written
        for phone in self.phones:
            assert phone.held == self.written
            assert phone.outbox == []
        assert rebuild(self.database).changed == []
        assert self.on_server() == self.expected()

    def on_server(self) -> dict[str, Any]:
        return {
            row["record"]: (json.loads(row["fields"]), row["deleted"])
            for row in rows(self.database, RECORD)
        }

    def expected(self) -> dict[str, Any]:
        """Said again in the plainest way: of all values for a field, that of the latest entry."""
        latest = sorted(self.written.values(), key=lambda entry: (entry["at"], entry["id"]))
        records: dict[str, Any] = {}
        for entry in latest:
            fields, deleted = records.get(entry["record"], ({}, False))
            fields = {**fields, **entry["set"]}
            records[entry["record"]] = (fields, entry.get("deleted", deleted))
        return {
            record: ({k: v for k, v in fields.items() if v is not None}, deleted)
            for record, (fields, deleted) in records.items()
        }

    def exchange(self, phone: Phone, limit: int) -> bool:
        """One sync as a phone does it. Answers whether there is more to do at once."""
        try:
            got = self.deliver(phone.request(limit))
        except Reset:
            phone.reset()
            return True
        assert got["rejected"] == []
        phone.receive(got)
        return bool(got["more"])

    def deliver(self, request: Request) -> dict[str, Any]:
        return json.loads(answer(self.database, ATHLETE, json.dumps(request).encode()))


TestGym = Gym.TestCase
TestGym.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
