"""The projections follow the journal, whatever order it grows in."""

import json
import random

import pytest
from sqlalchemy import delete, update

from midstance.database import Database
from midstance.journal.project import LOGS
from midstance.journal.rebuild import rebuild
from midstance.journal.tables import ENTRY, HEAD, RECORD
from tests.journal.exchange import ATHLETE, OTHER, exchange, rows
from tests.journal.making import DAY, ZONE, clock, entry, new_uuid
from tests.journal.test_kinds import WHOLE_ENTRIES

SET = LOGS["set"]


def test_a_set_becomes_a_row_of_the_set_log(database: Database) -> None:
    one = entry(set=WHOLE_ENTRIES["set"])
    exchange(database, one)
    (row,) = rows(database, SET)
    expected = {"athlete_id": ATHLETE, "record": one["record"], "day": DAY, "zone": ZONE}
    known = {name: said for name, said in WHOLE_ENTRIES["set"].items() if name in SET.columns}
    assert row == expected | known


def test_the_regions_of_a_checkin_are_kept_as_json(database: Database) -> None:
    exchange(database, entry("checkin", set=WHOLE_ENTRIES["checkin"]))
    (row,) = rows(database, LOGS["checkin"])
    assert (row["sleep"], json.loads(row["pain_morning"])) == (2, {"knee": 2.5})


def test_editing_and_deleting_are_seen_and_undone(database: Database) -> None:
    record = new_uuid()
    exchange(database, entry(record=record, at=clock(1), set={"reps": 8, "rir": 2}))
    exchange(database, entry(record=record, at=clock(3), set={"reps": 9}))
    exchange(database, entry(record=record, at=clock(2), set={"reps": 7, "rir": None}))
    (row,) = rows(database, SET)
    assert (row["reps"], row["rir"]) == (9, None)
    exchange(database, entry(record=record, at=clock(4), deleted=True))
    assert rows(database, SET) == []
    assert rows(database, RECORD)[0]["deleted"]
    exchange(database, entry(record=record, at=clock(5), deleted=False))
    assert rows(database, SET) == [row]


def test_a_set_of_a_session_that_ended_or_never_came_is_kept(database: Database) -> None:
    exchange(database, entry(day="2026-01-01", set={"session": new_uuid(), "reps": 5}))
    assert [row["reps"] for row in rows(database, SET)] == [5]


def test_records_of_unknown_kinds_are_kept_too(database: Database) -> None:
    exchange(database, entry("weather", set={"wind": [1]}))
    (row,) = rows(database, RECORD)
    assert (row["kind"], json.loads(row["fields"])) == ("weather", {"wind": [1]})


def test_what_a_newer_app_wrote_is_kept_and_leaves_the_column_empty(database: Database) -> None:
    exchange(database, entry(v=2, set={"reps": "8-10", "load_g": 8000}))
    (row,) = rows(database, SET)
    assert (row["reps"], row["load_g"]) == (None, 8000)
    assert json.loads(rows(database, RECORD)[0]["fields"])["reps"] == "8-10"


def test_text_that_no_column_takes_does_not_stop_a_push(database: Database) -> None:
    exchange(database, entry("session", set={"template": "half an emoji \ud83d\0"}))
    (row,) = rows(database, LOGS["session"])
    assert row["template"] is None


def test_the_projections_are_the_same_in_whatever_order_entries_come(database: Database) -> None:
    records = [new_uuid() for _ in range(4)]
    sent = [
        entry(record=random.choice(records), at=clock(number % 7), set={"reps": number}, **more)
        for number, more in enumerate([{}, {}, {"deleted": True}, {"deleted": False}] * 8)
    ]
    for one in sent:
        exchange(database, one)
    random.shuffle(sent)
    exchange(database, *sent, athlete=OTHER)
    for table in (RECORD, SET):
        mine, theirs = rows(database, table), rows(database, table, OTHER)
        assert mine == [row | {"athlete_id": ATHLETE} for row in theirs]


def test_rebuilding_changes_nothing(database: Database) -> None:
    filled(database)
    before = {table.name: rows(database, table) for table in (RECORD, *LOGS.values())}
    report = rebuild(database)
    assert (report.athletes, report.entries, report.changed) == (2, 25, [])
    assert {table.name: rows(database, table) for table in (RECORD, *LOGS.values())} == before


@pytest.mark.parametrize("table", [RECORD, *LOGS.values()], ids=lambda table: table.name)
def test_rebuilding_puts_right_and_reports_what_was_lost_or_spoiled(
    database: Database, table
) -> None:
    filled(database)
    good = rows(database, table)
    with database.write() as db:
        mine = table.c.athlete_id == ATHLETE
        db.execute(update(table).where(mine).values(day="2000-01-01"))
        db.execute(delete(table).where(mine, table.c.record == good[0]["record"]))
    assert any(table.name in sentence for sentence in rebuild(database).changed)
    assert rows(database, table) == good
    assert rebuild(database).changed == []


def test_rebuilding_notices_a_journal_that_was_tampered_with(database: Database) -> None:
    filled(database)
    with database.write() as db:
        mine = ENTRY.c.athlete_id == ATHLETE
        db.execute(update(ENTRY).where(mine, ENTRY.c.seq == 3).values(chain="f" * 32))
        db.execute(update(HEAD).where(HEAD.c.athlete_id == OTHER).values(seq=99))
    sentences = rebuild(database).changed
    assert any("breaks at entry 3" in sentence for sentence in sentences)
    assert any("ends at 1, not 99" in sentence for sentence in sentences)


def filled(database: Database) -> None:
    """Some of every kind, edited and deleted, and another athlete."""
    for kind, fields in WHOLE_ENTRIES.items():
        records = [new_uuid(), new_uuid()]
        exchange(database, entry(kind, record=records[0], set=fields))
        exchange(database, entry(kind, record=records[1], set=fields))
        exchange(database, entry(kind, record=records[1], at=clock(5), deleted=True))
    exchange(database, *(entry("odd", v=3, set={"a": [number]}) for number in range(3)))
    exchange(database, entry(set={"reps": 1}), athlete=OTHER)
