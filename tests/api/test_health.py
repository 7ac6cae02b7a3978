"""Whoever watches over a server can ask it how it is; whoever writes a client, what it offers."""

import re
from pathlib import Path

import httpx

from midstance import __version__
from midstance.app import create_app
from midstance.settings import Settings
from tests.conftest import serving


def test_a_healthy_server_says_what_it_runs_on(client: httpx.Client, database_url: str) -> None:
    told = client.get("/api/health").json()
    assert told["status"] == "ok"
    assert told["version"] == __version__
    assert database_url.startswith(told["database"])
    assert re.fullmatch(r"[0-9a-f]{16}", told["release"])


def test_a_server_without_its_database_says_so(settings: Settings) -> None:
    gone = settings.model_copy(update={"database_url": "postgresql://nobody@127.0.0.1:1/nothing"})
    with serving(gone) as server:
        answer = httpx.get(f"{server.url}/api/health")
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unreachable")


def test_the_interface_is_described_with_a_sentence_for_everything(tmp_path: Path) -> None:
    described = create_app(Settings(database_url=f"sqlite:///{tmp_path}/x.db")).openapi()
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    assert {
        operation["operationId"] for operation in operations if not operation.get("summary")
    } == set()
    assert {o["operationId"] for o in operations if not o.get("description")} == set()
    assert not [path for path in described["paths"] if not path.startswith("/api/")]
