"""Many writers at once on one journal: a reader who follows it misses nothing."""

import threading
from concurrent.futures import ThreadPoolExecutor

from midstance.database import Database
from midstance.journal.head import CHAIN_0
from midstance.journal.rebuild import rebuild
from tests.journal.exchange import exchange, journal
from tests.journal.making import entry, uuid

WRITERS = 8
PUSHES = 8
ENTRIES = 3


def test_a_reader_who_follows_eight_writers_sees_every_entry_once_and_in_order(
    database: Database,
) -> None:
    seen: list[str] = []
    finished = threading.Event()

    def follow() -> None:
        cursor, chain = 0, CHAIN_0
        while True:
            last_look = finished.is_set()
            page = exchange(database, cursor=cursor, chain=chain, limit=7).page
            seen.extend(page.texts)
            cursor, chain = page.end.seq, page.end.chain
            if last_look and not page.more:
                return

    def write(writer: int) -> list[str]:
        accepted: list[str] = []
        for push in range(PUSHES):
            numbers = [(writer * 1000 + push) * 1000 + number for number in range(ENTRIES)]
            sent = [entry("odd", id=uuid(number), record=uuid(writer)) for number in numbers]
            accepted += exchange(database, *sent, limit=1).pushed.accepted
        return accepted

    reader = threading.Thread(target=follow)
    reader.start()
    with ThreadPoolExecutor(WRITERS) as writers:
        accepted = [one for some in writers.map(write, range(WRITERS)) for one in some]
    finished.set()
    reader.join()

    stored = [one["id"] for one in journal(database)]
    assert len(accepted) == WRITERS * PUSHES * ENTRIES
    assert sorted(stored) == sorted(accepted)
    assert len(seen) == len(stored)
    assert all(f'"{one}"' in text for one, text in zip(stored, seen, strict=True))
    assert rebuild(database).changed == []


def test_the_same_push_from_eight_connections_at_once_is_stored_once(database: Database) -> None:
    sent = [entry("odd") for _ in range(20)]
    with ThreadPoolExecutor(WRITERS) as writers:
        accepted = list(writers.map(lambda _: exchange(database, *sent).pushed.accepted, range(8)))
    assert accepted == [[one["id"] for one in sent]] * WRITERS
    assert journal(database) == sent


def test_writers_of_a_sqlite_file_are_served_in_the_order_in_which_they_came(
    sqlite_url: str,
) -> None:
    database, order = Database(sqlite_url), []
    line = database._line

    def write(number: int) -> None:
        with database.write():
            order.append(number)

    with database.write():
        writers = []
        for number in range(WRITERS):
            writer = threading.Thread(target=write, args=(number,))
            writer.start()
            writers.append(writer)
            while len(line._waiting) < number + 2:
                writer.join(0.001)
        assert order == []
    for writer in writers:
        writer.join()
    database.close()
    assert order == list(range(WRITERS))
