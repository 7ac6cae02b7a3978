"""What a request leaves in the log: one line, whoever hung up, and nothing that is a secret."""

import json
import socket
from collections.abc import Iterator

import httpx
import pytest
from structlog.testing import capture_logs

from midstance.settings import Settings
from tests.conftest import PASSWORD, Server, serving

MOST_LOOKS = 500
PUSH = json.dumps({"cursor": 0, "chain": "0" * 32, "entries": []})


@pytest.fixture
def server(sqlite_url: str) -> Iterator[Server]:
    with serving(Settings(database_url=sqlite_url, rate_limit="off")) as server:
        yield server


def test_a_phone_that_loses_its_network_in_the_middle_of_a_push_is_no_failure(
    server: Server,
) -> None:
    body = {"name": "Ada", "password": PASSWORD, "device_name": "phone"}
    token = httpx.post(f"{server.url}/api/accounts", json=body).json()["token"]
    head = "\r\n".join(
        (
            "POST /api/sync HTTP/1.1",
            "Host: midstance",
            f"Authorization: Bearer {token}",
            "Content-Type: application/json",
            f"Content-Length: {2 * len(PUSH)}",
        )
    )
    url = httpx.URL(server.url)
    with capture_logs() as said:
        with socket.create_connection((url.host, url.port or 80)) as phone:
            phone.sendall(f"{head}\r\n\r\n{PUSH}".encode())
        for _ in range(MOST_LOOKS):
            if told := [line for line in said if line.get("path") == "/api/sync"]:
                break
            httpx.get(f"{server.url}/api/health")
    assert [(line["event"], line["log_level"]) for line in told] == [("hung up", "info")]
    assert token not in repr(said)
