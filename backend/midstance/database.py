"""Connections to SQLite or Postgres: who may write, when a transaction begins and ends."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool
from sqlmodel import Session, SQLModel, create_engine

# Migrations can only change a constraint that has the same name everywhere.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BUSY_TIMEOUT_MS = 5000
WRITER_WAIT_S = 30


class Database:
    """One installation's database.

    SQLite gets two engines on one file: readers, and a single writer connection whose
    transactions start with BEGIN IMMEDIATE. A read transaction that turns into a write fails at
    once in WAL mode, and several pooled writers time out on each other; one writer in line does
    neither. Postgres uses one pool for both; its readers keep the view they began with, as
    SQLite's do, for an answer is made of several queries.
    """

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self._line = _Line()
        if self.is_sqlite:
            Path(parsed.database or "").resolve().parent.mkdir(parents=True, exist_ok=True)
            self.reader = _sqlite_engine(url, begin="BEGIN", pool_size=5)
            self.writer = _sqlite_engine(url, begin="BEGIN IMMEDIATE", pool_size=1)
        else:
            address = parsed.set(drivername="postgresql+psycopg")
            self.writer = create_engine(
                address,
                pool_pre_ping=True,
                hide_parameters=True,  # values stay out of error messages, so out of logs
            )
            self.reader = self.writer.execution_options(isolation_level="REPEATABLE READ")

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent view; nothing written in it is kept."""
        with Session(self.reader) as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        with (
            self._line.turn() if self.is_sqlite else nullcontext(),
            Session(self.writer) as db,
            db.begin(),
        ):
            yield db

    def close(self) -> None:
        self.reader.dispose()
        self.writer.dispose()


class _Line:
    """First come, first served.

    A pool of one connection lets newcomers overtake, so under load somebody waits until the pool
    gives up on them.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Lock] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        mine = Lock()
        with self._guard:
            if self._waiting:
                mine.acquire()
            self._waiting.append(mine)
        with mine:
            try:
                yield
            finally:
                with self._guard:
                    self._waiting.popleft()
                    if self._waiting:
                        self._waiting[0].release()


def insert_of(db: Session, table: Any) -> Any:
    """An INSERT of the dialect in use, the only one that knows `on_conflict_do_…`."""
    dialect = sqlite if db.get_bind().dialect.name == "sqlite" else postgresql
    return dialect.insert(table)


def _sqlite_engine(url: str, begin: str, pool_size: int) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
        hide_parameters=True,
        pool_timeout=WRITER_WAIT_S,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _reading(request: Request) -> Iterator[Session]:
    with _database(request).read() as db:
        yield db


def _writing(request: Request) -> Iterator[Session]:
    with _database(request).write() as db:
        yield db


# "function" scope ends the transaction before the answer leaves: a commit that fails is no 200.
Reading = Annotated[Session, Depends(_reading, scope="function")]
Writing = Annotated[Session, Depends(_writing, scope="function")]
