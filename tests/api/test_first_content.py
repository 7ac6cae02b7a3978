"""What stands on the page before a script has run: the door, or the reader's own day."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from midstance.database import Database
from tests.conftest import PASSWORD

ZONE = "UTC"
PROFILE: dict[str, Any] = {
    "experience": "novice",
    "units": "kg",
    "run_days": [2, 4],
    "weekly_distance_m": 20000,
    "minutes": 30,
    "equipment": {"home": {"items": ["chair", "step"]}},
}


@pytest.fixture
def ada(client: httpx.Client) -> Iterator[httpx.Client]:
    """A browser that keeps the cookie."""
    name = "Ada </script><b>"
    body = {"name": name, "password": PASSWORD, "device_name": "phone"}
    assert client.post("/api/accounts", json=body).status_code == 201
    return client


def answers_the_profile(browser: httpx.Client) -> None:
    day = "2026-03-02"
    entry = {
        "id": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "record": browser.get("/api/account").json()["athlete"],
        "kind": "profile",
        "day": day,
        "zone": ZONE,
        "at": f"{day}T00:00:00.000Z-000000-0a1b2c3d",
        "v": 1,
        "set": PROFILE | {"start_day": day},
    }
    push = {"cursor": 0, "chain": "0" * 32, "entries": [entry]}
    assert not browser.post("/api/sync", json=push).json()["rejected"]


def main_of(browser: httpx.Client, path: str = "/") -> str:
    page = browser.get(path, headers={"Accept": "text/html"}).text
    [main] = re.findall(r'<main id="app">(.*?)</main>', page, re.DOTALL)
    return str(main)


def test_a_stranger_sees_the_door(client: httpx.Client) -> None:
    for path in ("/", "/welcome"):
        assert "<h1>Midstance</h1>" in main_of(client, path)
    assert "<h1>" not in main_of(client, "/settings")


def test_a_new_athlete_is_named_and_has_no_day_yet(ada: httpx.Client) -> None:
    main = main_of(ada)
    [data] = re.findall(r'<script type="application/json" id="account">(.*?)</script>', main)
    account = json.loads(data)
    assert account["name"] == "Ada </script><b>"
    assert account["athlete"] == ada.get("/api/account").json()["athlete"]
    assert "<h1>" not in main


def test_an_athlete_sees_the_same_day_as_the_interface_tells(ada: httpx.Client) -> None:
    answers_the_profile(ada)
    main, today = main_of(ada), ada.get("/api/today").json()
    title = today["workout"]["name"] if today["kind"] == "session" else "Rest day"
    assert f"<h1>{title}</h1>" in main
    assert today["reasons"][0]["text"] in main


def test_a_cookie_that_no_longer_holds_leads_to_the_door(ada: httpx.Client) -> None:
    ada.cookies = httpx.Cookies({"midstance": "not-a-token"})
    assert "<h1>Midstance</h1>" in main_of(ada)


def test_the_page_opens_also_when_the_database_does_not_answer(
    ada: httpx.Client, database: Database
) -> None:
    answers_the_profile(ada)
    with database.write() as db:
        db.execute(text("ALTER TABLE device RENAME TO elsewhere"))
    assert ada.get("/", headers={"Accept": "text/html"}).status_code == 200
    assert main_of(ada) in ("", "<!--first-->")


def test_modules_wait_for_the_first_paint_only_where_there_is_something_to_paint(
    client: httpx.Client,
) -> None:
    door = client.get("/", headers={"Accept": "text/html"}).text
    assert 'rel="later"' in door
    assert 'rel="modulepreload"' not in door
    bare = client.get("/library", headers={"Accept": "text/html"}).text
    assert 'rel="modulepreload"' in bare
    assert 'rel="later"' not in bare
