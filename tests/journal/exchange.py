"""Talking to a journal in tests, without a server in between."""

import json
from typing import Any

from sqlalchemy import Table, select

from midstance.database import Database
from midstance.journal.head import CHAIN_0
from midstance.journal.sync import Exchange, sync

ATHLETE = "019aaa00-0000-7000-8000-00000000ada0"
OTHER = "019aaa00-0000-7000-8000-00000000b0b0"
NOW_MS = 1_795_363_458_259


def exchange(
    database: Database,
    *entries: Any,
    cursor: int = 0,
    chain: str = CHAIN_0,
    limit: int = 500,
    athlete: str = ATHLETE,
) -> Exchange:
    """One push and pull in one transaction, from the very beginning unless told otherwise."""
    with database.write() as db:
        return sync(
            db,
            athlete,
            cursor=cursor,
            chain=chain,
            entries=entries,
            limit=limit,
            now_ms=NOW_MS,
        )


def journal(database: Database, athlete: str = ATHLETE) -> list[dict[str, Any]]:
    """All entries as a phone gets them that reads page after page."""
    entries: list[dict[str, Any]] = []
    cursor, chain, more = 0, CHAIN_0, True
    while more:
        page = exchange(database, cursor=cursor, chain=chain, athlete=athlete).page
        entries += [json.loads(text) for text in page.texts]
        cursor, chain, more = page.end.seq, page.end.chain, page.more
    return entries


def rows(database: Database, table: Table, athlete: str = ATHLETE) -> list[dict[str, Any]]:
    """The athlete's rows, by record."""
    with database.read() as db:
        mine = select(table).where(table.c.athlete_id == athlete).order_by(table.c.record)
        return [dict(row._mapping) for row in db.execute(mine)]
