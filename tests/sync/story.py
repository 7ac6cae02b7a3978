"""Talking to a running server in sync stories."""

import json
from typing import Any

import httpx

from midstance.journal.head import CHAIN_0


def sync(
    client: httpx.Client, *entries: Any, cursor: int = 0, chain: str = CHAIN_0, limit: int = 500
) -> httpx.Response:
    """Entries may be anything, also what httpx would refuse to encode."""
    body = {"cursor": cursor, "chain": chain, "entries": entries, "limit": limit}
    return send(client, json.dumps(body))


def send(client: httpx.Client, body: str | bytes) -> httpx.Response:
    return client.post("/api/sync", content=body, headers={"Content-Type": "application/json"})


def everything(client: httpx.Client, limit: int = 500) -> list[dict[str, Any]]:
    """All entries of the journal, page after page."""
    entries: list[dict[str, Any]] = []
    cursor, chain, more = 0, CHAIN_0, True
    while more:
        answer = sync(client, cursor=cursor, chain=chain, limit=limit).json()
        entries += answer["entries"]
        cursor, chain, more = answer["cursor"], answer["chain"], answer["more"]
    return entries
