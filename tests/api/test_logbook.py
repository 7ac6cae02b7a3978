"""What the engine reads of a journal: the same from both databases, and no more than is new."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import insert

from midstance.api.runner import records
from midstance.api.runner.logbook import Logbook, read_logbook
from midstance.database import Database
from midstance.journal.project import LOGS
from tests.api.forgetting import forget
from tests.journal.exchange import ATHLETE, exchange
from tests.journal.making import DAY, clock, entry, new_uuid, uuid

LATE = "9000-01-01"


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)


def logbook(database: Database, until: str = LATE) -> Logbook:
    with database.read() as db:
        return read_logbook(db, ATHLETE, until)


def session(record: str, ended_at: int = 1, **more: Any) -> dict[str, Any]:
    return entry("session", record=record, set={"ended_at": ended_at, "place": "home"}, **more)


def logged(session: str, reps: int, record: str | None = None, **more: Any) -> dict[str, Any]:
    record = record or new_uuid()
    return entry("set", record=record, set={"session": session, "reps": reps}, **more)


def test_sets_without_a_clock_come_first(database: Database) -> None:
    clocks = {"at ten": 10, "no clock": None, "at nine": 9}
    with database.write() as db:
        for record, started_at in clocks.items():
            one = {"record": record, "session": "s", "started_at": started_at}
            db.execute(
                insert(LOGS["set"]), [{"athlete_id": ATHLETE, "day": DAY, "zone": "UTC"} | one]
            )
    sets = logbook(database).sets["s"]
    assert [one["record"] for one in sets] == ["no clock", "at nine", "at ten"]


def test_a_set_that_moves_to_another_session_is_in_that_one_only(database: Database) -> None:
    first, second, moved = new_uuid(), new_uuid(), new_uuid()
    exchange(database, session(first), session(second), logged(first, 8, moved, at=clock(1)))
    assert [one["record"] for one in logbook(database).sets[first]] == [moved]
    exchange(database, logged(second, 8, moved, at=clock(2)))
    sets = logbook(database).sets
    assert (first in sets, [one["record"] for one in sets[second]]) == (False, [moved])


def test_plan_changes_runs_and_tests_are_told_in_order(database: Database) -> None:
    exchange(
        database,
        entry("plan_change", set={"change": "niggle", "region": "calf", "from": "2026-12-01"}),
        entry("plan_change", set={"change": "illness"}),
        entry("plan_change", set={"region": "nobody said what"}),
        entry("run", day="2020-01-01", set={"distance_m": 9000}),
        entry("run", set={"distance_m": 12000, "type": "long"}),
        entry("run", set={"type": "easy"}),
        entry("assessment", set={"test": "balance_s", "value": 30}),
        entry("assessment", set={"test": "balance_s", "side": "left"}),
    )
    told = logbook(database, "2026-12-24")
    assert [(c["change"], c["from"]) for c in told.changes] == [
        ("illness", DAY),
        ("niggle", "2026-12-01"),
    ]
    assert told.runs == [{"day": DAY, "distance_m": 12000, "type": "long"}]
    assert [(a["test"], a["side"]) for a in told.assessments] == [("balance_s", "both")]


def test_only_what_is_new_is_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = [new_uuid() for _ in range(30)]
    exchange(database, *(session(one, n) for n, one in enumerate(sessions)))
    exchange(database, *(logged(one, 8) for one in sessions for _ in range(4)))
    rows = counting(monkeypatch)
    before = logbook(database)
    assert rows() == 150
    assert logbook(database).sets is before.sets
    assert rows() == 0
    exchange(database, logged(sessions[3], 9))
    after = logbook(database)
    assert rows() == 1
    assert len(after.sets[sessions[3]]) == 5
    assert after.sets[sessions[4]] is before.sets[sessions[4]]


def counting(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """A function that says how many rows were read since it was asked last."""
    read: list[Any] = []
    real = records._rows

    def rows(*asked: Any) -> Iterator[Any]:
        for row in real(*asked):
            read.append(row)
            yield row

    def since() -> int:
        count = len(read)
        read.clear()
        return count

    monkeypatch.setattr(records, "_rows", rows)
    return since


@pytest.mark.parametrize("seed", range(6))
def test_what_is_remembered_and_renewed_is_what_is_there(
    database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    known = [new_uuid() for _ in range(6)]
    sets = [new_uuid() for _ in range(12)]
    for turn in range(25):
        exchange(database, *(thrown(dice, known, sets, turn) for _ in range(dice.randint(0, 4))))
        renewed = logbook(database)
    forget(monkeypatch)
    assert logbook(database) == renewed


def thrown(dice: random.Random, known: list[str], sets: list[str], turn: int) -> Any:
    more: dict[str, Any] = {"at": clock(turn), "day": dice.choice([DAY, "2026-11-20"])}
    if dice.random() < 0.2:
        more["deleted"] = dice.random() < 0.7
    match dice.choice(["session", "set", "set", "set", "checkin", "assessment", "plan_change"]):
        case "session":
            return session(dice.choice(known), dice.randint(1, 9), **more)
        case "set":
            return logged(dice.choice(known), dice.randint(1, 20), dice.choice(sets), **more)
        case "checkin":
            said = {"sleep": dice.randint(1, 7)}
            return entry("checkin", record=uuid(dice.randint(900, 903)), set=said, **more)
        case "assessment":
            said = {"test": "balance_s", "value": dice.randint(1, 60)}
            return entry("assessment", record=uuid(dice.randint(910, 913)), set=said, **more)
        case kind:
            changed = {"change": "niggle", "region": dice.choice(["calf", "hip"])}
            return entry(kind, record=uuid(dice.randint(920, 922)), set=changed, **more)
