"""Makes the pictures of the README and of the install dialog, from three weeks of log.

python -m tests.measure.pictures    (needs Pillow)
"""

import tempfile
import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from midstance.migrate import upgrade
from midstance.settings import Settings
from tests.conftest import PASSWORD, serving

ROOT = Path(__file__).parents[2]
DOCS, WINDOW = ROOT / "docs", ROOT / "frontend" / "media" / "screenshots"
NAME, TODAY, WEEKS = "Ada", date.today(), 3
MINUTE_MS = 60_000
PROFILE: dict[str, Any] = {
    "experience": "experienced",
    "units": "kg",
    "run_days": [2, 4, 6, 7],
    "long_run_day": 7 if TODAY.isoweekday() != 7 else 6,
    "quality_days": [],
    "weekly_distance_m": 38000,
    "minutes": 45,
    "default_place": "home",
    "equipment": {
        "home": {
            "dumbbells_g": [5000, 7500, 10000, 12500, 15000, 17500, 20000],
            "backpack_g": [5000, 10000],
            "bands": 2,
            "items": ["chair", "step", "towel"],
        }
    },
    "screening": {"answers": {}, "cleared": True},
    "program": "stronger-strides",
    "start_day": (TODAY - timedelta(weeks=WEEKS)).isoformat(),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{folder}/midstance.db", rate_limit="off")
        upgrade(settings.database_url)
        with serving(settings) as server:
            trains_for_weeks(server.url)
            takes_pictures(server.url)


def trains_for_weeks(url: str) -> None:
    body = {"name": NAME, "password": PASSWORD, "device_name": "phone"}
    with httpx.Client(base_url=url, timeout=60) as client:
        athlete = client.post("/api/accounts", json=body).raise_for_status().json()["athlete"]
        push(client, [entry("profile", athlete, PROFILE["start_day"], PROFILE)])
        for back in range(7 * WEEKS, 0, -1):
            day = (TODAY - timedelta(days=back)).isoformat()
            now = client.get("/api/today", params={"day": day}).raise_for_status().json()
            if now["kind"] == "session":
                push(client, session_of(now, day))


def session_of(now: dict[str, Any], day: str) -> list[dict[str, Any]]:
    """The day's workout as asked for, with a little more in reserve than that."""
    workout, session = now["workout"], str(uuid.uuid4())
    began = 1_000 * int(date.fromisoformat(day).strftime("%s")) + 18 * 60 * MINUTE_MS
    items = workout["items"]
    whole = {
        "template": workout["template"],
        "workout": workout["name"],
        "place": "home",
        "started_at": began,
        "ended_at": began + workout["minutes"] * MINUTE_MS,
        "rpe": 6,
        "items": items,
    }
    made = [entry("session", session, day, whole)]
    for item in items:
        for index in range(1, item["sets"] + 1):
            for side in ("left", "right") if item["sides"] == "each" else ("both",):
                names = ("slot", "exercise", "reps", "hold_s", "distance_m", "load_g", "tempo")
                fields = {name: item[name] for name in names if name in item}
                fields |= {"session": session, "index": index, "side": side, "pain": 0}
                fields |= {"rir": item["rir"] + 2, "quality": 4}
                made.append(entry("set", str(uuid.uuid4()), day, fields))
    return made


def entry(kind: str, record: str, day: str, fields: dict[str, Any]) -> dict[str, Any]:
    at = f"{day}T18:00:00.000Z-000000-0a1b2c3d"
    body = {"id": str(uuid.uuid4()), "kind": kind, "record": record, "day": day, "zone": "UTC"}
    return body | {"at": at, "v": 1, "set": fields}


def push(client: httpx.Client, entries: list[dict[str, Any]]) -> None:
    body = {"cursor": 0, "chain": "0" * 32, "entries": entries, "limit": 1}
    answer = client.post("/api/sync", json=body).raise_for_status().json()
    assert not answer["rejected"], answer["rejected"]


def takes_pictures(url: str) -> None:
    arguments = ["--no-sandbox", "--disable-audio-output"]
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        phone = browser.new_context(
            viewport={"width": 390, "height": 844}, device_scale_factor=2, color_scheme="dark",
            is_mobile=True, has_touch=True,
        )  # fmt: skip
        page = phone.new_page()
        signs_in(page, url)
        keep(page, "today")
        page.get_by_role("link", name="Start").or_(page.get_by_role("link", name="Train")).click()
        while page.get_by_role("button", name="Skip exercise").count():
            if "kg" in page.locator(".heading").inner_text():
                break
            page.get_by_role("button", name="Skip exercise").click()
            page.wait_for_timeout(600)
        page.get_by_role("button", name="Start set").click()
        page.locator('.phase[data-kind="lower"]').wait_for()
        page.wait_for_timeout(1_500)
        keep(page, "player")
        desk = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="dark")
        signs_in(desk, url)
        keep(desk, "wide")
        browser.close()


def signs_in(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("button", name="I have an account").click()
    page.get_by_role("textbox", name="Name").fill(NAME)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("all on the server").wait_for()
    page.get_by_role("link", name="Start").or_(page.get_by_role("link", name="Train")).wait_for()
    page.locator("section .thumb svg").first.wait_for()
    page.wait_for_timeout(6_000)


def keep(page: Page, name: str) -> None:
    WINDOW.mkdir(exist_ok=True)
    page.screenshot(path=DOCS / f"{name}.png")
    with Image.open(DOCS / f"{name}.png") as picture:
        picture.save(WINDOW / f"{name}.webp", quality=80)


if __name__ == "__main__":
    main()
