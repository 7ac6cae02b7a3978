"""What the engine reads of a journal is the same from both databases."""

from sqlalchemy import insert

from midstance.api.runner.logbook import SET_LOG, read_logbook
from midstance.database import Database

DAY = "2026-11-22"


def test_sets_without_a_clock_come_first(database: Database) -> None:
    clocks = {"at ten": 10, "no clock": None, "at nine": 9}
    with database.write() as db:
        for record, started_at in clocks.items():
            one = {"record": record, "session": "s", "started_at": started_at}
            db.execute(insert(SET_LOG), [{"athlete_id": "a", "day": DAY, "zone": "UTC"} | one])
    with database.read() as db:
        sets = read_logbook(db, "a", DAY).sets["s"]
    assert [one["record"] for one in sets] == ["no clock", "at nine", "at ten"]
