"""Measures the sync route beside an empty one: python tests/measure/sync.py [seconds] [database].

One uvicorn worker in a process of its own, 16 connections in another, all on this machine. The
empty route is a `def` that returns a few bytes: what any route costs here at least. `database` is
the URL of an empty one, a new SQLite file without it.
"""

import json
import multiprocessing
import os
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from itertools import count
from typing import BinaryIO

import httpx
import uvicorn
from fastapi import FastAPI, Response

from midstance import logs
from midstance.app import create_app
from midstance.migrate import upgrade
from midstance.settings import Settings

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 4
CONNECTIONS = 16
PUSH, PULL = 5, 50
CHAIN_0 = "0" * 32
Request = Callable[[], bytes]
_numbers = count()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{folder}/midstance.db"
        settings = Settings(database_url=url, log="json", rate_limit="off", signup="open")
        upgrade(settings.database_url)
        bare, ours = serving(None), serving(settings)
        pusher, reader = joined(ours), joined(ours)
        exchange(ours, reader, entries(PULL))
        end = exchange(ours, reader, [])
        pull = body(cursor=0, chain=CHAIN_0)
        nothing = body(cursor=end["cursor"], chain=end["chain"])
        reset = body(cursor=end["cursor"] + 1, chain=end["chain"])
        runs: list[tuple[str, int, str, Request, int]] = [
            ("empty route", bare, "", lambda: pull, 200),
            (f"push {PUSH}", ours, pusher, lambda: body(entries(PUSH), limit=1), 200),
            (f"pull {PULL}", ours, reader, lambda: pull, 200),
            ("pull nothing", ours, reader, lambda: nothing, 200),
            ("reset, 409", ours, reader, lambda: reset, 409),
        ]
        print(f"{'':14}{'requests/s':>12}{'of empty':>10}{'p50 ms':>9}{'p99 ms':>9}")
        floor = 0.0
        for name, port, token, request, status in runs:
            took_s = measured(port, token, request, status)
            per_s = len(took_s) / SECONDS
            floor = floor or per_s
            cuts = [1000 * cut for cut in statistics.quantiles(took_s, n=100)]
            print(f"{name:14}{per_s:12.0f}{per_s / floor:10.2f}{cuts[49]:9.1f}{cuts[98]:9.1f}")


def serving(settings: Settings | None) -> int:
    """The port of a server that ends with this program; without settings it has one empty route."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=256)
    fork = multiprocessing.get_context("fork")
    fork.Process(target=_serve, args=(listening, settings), daemon=True).start()
    port: int = listening.getsockname()[1]
    return port


def _serve(listening: socket.socket, settings: Settings | None) -> None:
    if settings:
        logs.configure(settings.log)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    app = create_app(settings) if settings else empty()
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def empty() -> FastAPI:
    app = FastAPI()
    app.post("/api/sync")(lambda: Response(b"{}", media_type="application/json"))
    return app


def joined(port: int) -> str:
    account = {"name": f"runner {next(_numbers)}", "password": "a long enough password"}
    address = f"http://127.0.0.1:{port}/api/accounts"
    answer = httpx.post(address, json=account | {"device_name": "probe"}, timeout=30)
    token: str = answer.raise_for_status().json()["token"]
    return token


def exchange(port: int, token: str, sent: list[dict[str, object]]) -> dict[str, object]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    address = f"http://127.0.0.1:{port}/api/sync"
    answer = httpx.post(address, content=body(sent), headers=headers, timeout=30)
    told: dict[str, object] = answer.raise_for_status().json()
    return told


def body(
    sent: list[dict[str, object]] | None = None,
    *,
    cursor: object = 0,
    chain: object = CHAIN_0,
    limit: int = 500,
) -> bytes:
    said = {"cursor": cursor, "chain": chain, "entries": sent or [], "limit": limit}
    return json.dumps(said).encode()


def entries(number: int) -> list[dict[str, object]]:
    """Sets as a phone logs them, each of a record of its own."""
    return [_logged(next(_numbers)) for _ in range(number)]


def _logged(number: int) -> dict[str, object]:
    return {
        "id": f"0190a1b2-c3d4-7e5f-8a9b-{number:012x}",
        "record": f"0190a1b2-c3d4-7e5f-9a9b-{number:012x}",
        "kind": "set",
        "day": "2026-11-22",
        "zone": "Europe/Paris",
        "at": f"2026-11-22T10:00:00.000Z-{number % 0xFFFFFF:06x}-0a1b2c3d",
        "v": 1,
        "set": {
            "session": "0190a1b2-c3d4-7e5f-8a9b-ffffffffffff",
            "slot": "squat",
            "exercise": "goblet-squat",
            "index": 1,
            "side": "both",
            "reps": 8,
            "load_g": 16000,
            "rir": 2,
            "tempo": "3-1-1-0",
            "started_at": 1795363458259,
            "ended_at": 1795363498259,
        },
    }


def measured(port: int, token: str, request: Request, status: int) -> list[float]:
    """How long each request took, in seconds, on 16 connections for SECONDS."""
    took_s: list[float] = []
    begin = threading.Barrier(CONNECTIONS)

    def keep_asking() -> None:
        head = f"POST /api/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        head += "Content-Type: application/json\r\nContent-Length: "
        with socket.create_connection(("127.0.0.1", port)) as connection:
            answers: BinaryIO = connection.makefile("rb")
            begin.wait()
            ends = time.perf_counter() + SECONDS
            while (started := time.perf_counter()) < ends:
                content = request()
                connection.sendall(f"{head}{len(content)}\r\n\r\n".encode() + content)
                assert _answer(answers) == status
                took_s.append(time.perf_counter() - started)

    threads = [threading.Thread(target=keep_asking) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took_s


def _answer(lines: BinaryIO) -> int:
    """Reads one answer to its end and tells its status."""
    status, length = 0, 0
    while line := lines.readline().strip():
        name, _, value = line.partition(b" ")
        if name.startswith(b"HTTP/"):
            status = int(value[:3])
        elif name.lower() == b"content-length:":
            length = int(value)
    lines.read(length)
    return status


if __name__ == "__main__":
    main()
