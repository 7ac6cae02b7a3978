"""What a transaction sees and keeps, on both databases."""

from sqlalchemy import text

from midstance.database import Database

COUNT = text("SELECT count(*) FROM attempt")


def test_a_read_sees_one_moment_whatever_is_written_meanwhile(database: Database) -> None:
    with database.read() as reading:
        before = reading.execute(COUNT).scalar_one()
        with database.write() as writing:
            writing.execute(text("INSERT INTO attempt VALUES ('meanwhile', 1, 1)"))
        assert reading.execute(COUNT).scalar_one() == before
    with database.read() as reading:
        assert reading.execute(COUNT).scalar_one() == before + 1
