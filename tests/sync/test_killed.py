"""A server killed in the middle of pushes: everything it said yes to is there afterwards."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx

from midstance.database import Database
from midstance.journal.rebuild import rebuild
from tests.conftest import PASSWORD
from tests.journal.making import entry
from tests.sync.story import everything, sync

PUSHERS = 3
ENOUGH_ACKS = 20
START_TIMEOUT_S = 30


@contextmanager
def running(url: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The product as its own process."""
    command = [sys.executable, "-m", "uvicorn", "--factory", "tests.sync.test_killed:app"]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--log-level", "critical"],
        env=os.environ | {"MIDSTANCE_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield process
    finally:
        process.kill()
        process.wait()


def app() -> object:
    from midstance.app import create_app
    from midstance.settings import Settings

    return create_app(Settings())


def test_every_entry_that_was_accepted_survives_a_kill(database_url: str) -> None:
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    accepted: list[str] = []
    with running(database_url, port) as process:
        body = {"name": "Ada", "password": PASSWORD, "device_name": "phone"}
        token = httpx.post(f"{address}/api/accounts", json=body, timeout=30).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}

        def push_until_it_dies() -> None:
            with httpx.Client(base_url=address, headers=headers) as client, suppress(Exception):
                while True:
                    accepted.extend(sync(client, entry(), entry("odd"), limit=1).json()["accepted"])

        pushers = [threading.Thread(target=push_until_it_dies) for _ in range(PUSHERS)]
        for pusher in pushers:
            pusher.start()
        deadline = time.monotonic() + START_TIMEOUT_S
        while len(accepted) < ENOUGH_ACKS and time.monotonic() < deadline:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        for pusher in pushers:
            pusher.join()
    assert len(accepted) >= ENOUGH_ACKS
    with running(database_url, port), httpx.Client(base_url=address, headers=headers) as client:
        stored = [one["id"] for one in everything(client)]
    assert set(accepted) <= set(stored)
    assert len(stored) == len(set(stored))
    database = Database(database_url)
    assert rebuild(database).changed == []
    database.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise AssertionError("the server did not start")
