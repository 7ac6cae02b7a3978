"""A server restored from a backup, once or twice, is healed by its phones."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from midstance.api.sync import answer
from midstance.database import Database
from midstance.journal.pull import Reset
from midstance.migrate import copy_sqlite
from tests.journal.exchange import ATHLETE, NOW_MS, journal
from tests.journal.making import uuid
from tests.sync.phone import Phone


class Server:
    """An installation whose file can be put back to an earlier day."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.database = Database(f"sqlite:///{file}")

    def back_up(self, to: Path) -> None:
        copy_sqlite(self.file, to)

    def restore(self, backup: Path) -> None:
        self.database.close()
        for rest in self.file.parent.glob(f"{self.file.name}*"):
            rest.unlink()
        shutil.copy(backup, self.file)
        self.database = Database(f"sqlite:///{self.file}")

    def exchange(self, phone: Phone) -> None:
        """A whole sync, starting over when told to."""
        more = True
        while more:
            try:
                got = self.ask(phone)
            except Reset:
                phone.reset()
                continue
            phone.receive(got)
            more = got["more"] or phone.outbox

    def ask(self, phone: Phone) -> dict[str, Any]:
        body = json.dumps(phone.request()).encode()
        return json.loads(answer(self.database, ATHLETE, body))


@pytest.fixture
def server(sqlite_url: str) -> Server:
    return Server(Path(sqlite_url.removeprefix("sqlite:///")))


def test_a_phone_ahead_of_a_restored_server_offers_everything_again(
    server: Server, tmp_path: Path
) -> None:
    phone = Phone("0000000a")
    server.back_up(tmp_path / "backup.db")
    phone.write(NOW_MS, uuid(1))
    server.exchange(phone)
    server.restore(tmp_path / "backup.db")
    assert journal(server.database) == []
    server.exchange(phone)
    assert [entry["id"] for entry in journal(server.database)] == list(phone.held)


def test_a_restored_server_that_was_overtaken_by_another_phone_is_noticed_by_its_chain(
    server: Server, tmp_path: Path
) -> None:
    """Its cursor exists again, made of other entries: only the chain tells."""
    one, two = Phone("0000000a"), Phone("0000000b")
    server.back_up(tmp_path / "backup.db")
    one.write(NOW_MS, uuid(1))
    server.exchange(one)
    server.restore(tmp_path / "backup.db")
    two.write(NOW_MS, uuid(1))
    two.write(NOW_MS, uuid(2))
    server.exchange(two)
    server.exchange(one)
    server.exchange(two)
    assert len(journal(server.database)) == 3
    assert one.held == two.held


def test_restored_twice_in_a_row_still_loses_nothing(server: Server, tmp_path: Path) -> None:
    one, two = Phone("0000000a"), Phone("0000000b")
    server.back_up(tmp_path / "empty.db")
    for phone in (one, two):
        phone.write(NOW_MS, uuid(1))
        server.exchange(phone)
    server.restore(tmp_path / "empty.db")
    with pytest.raises(Reset):
        server.ask(one)
    one.reset()
    server.ask(one)  # the answer is lost on its way, and then the server breaks again
    server.restore(tmp_path / "empty.db")
    for phone in (one, two, one):
        server.exchange(phone)
    assert {entry["id"] for entry in journal(server.database)} == set(one.held) == set(two.held)
    assert len(one.held) == 2
