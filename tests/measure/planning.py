"""Measures planning as the log grows: python -m tests.measure.planning [repeats].

Runners with no, one and three years of two sessions a week, one in the first week's stage all the
time and one who left it, ask for 42 days. Beside the rules alone there is GET /api/plan over the
app, from a journal in a new SQLite file. Times are medians of the processor's milliseconds, so that
a busy machine changes them little.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

from midstance import logs
from midstance.app import create_app
from midstance.migrate import upgrade
from midstance.settings import Settings
from midstance.training.day import add_days
from midstance.training.opens import closed_slots
from midstance.training.plan import plan
from midstance.training.stage import stage_now
from tests.api.training import PROFILE, START, today
from tests.journal.making import entry, new_uuid
from tests.sync.story import sync
from tests.training.diary import history, session
from tests.training.scene import EXPERIENCED, POLICY, PROGRAM, TESTS

REPEATS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
YEARS = (0, 1, 3)
WEEKS = 52
HEADER = ("years of log", "sessions", "stage", "stage_now ms", "plan ms", "closed_slots ms")
RUNNER: Any = EXPERIENCED | {"start_day": START}
WORD: Any = [{"change": "gate", "from": START, "stage": number} for number in (2, 3, 4, 5)]
PUSHED = 400


def main() -> None:
    print(("{:>16}" * len(HEADER)).format(*HEADER))
    for changes in ([], WORD):
        for years in YEARS:
            measure_rules(years, changes)
    print(("\n" + "{:>16}" * 3).format("years of log", "entries", "/api/plan ms"))
    for years in YEARS:
        measure_app(years)


def measure_rules(years: int, changes: list[Any]) -> None:
    done = [session("strength-squat", day) for day in days_of_log(years)]
    known, day = history(sessions=done, changes=changes), add_days(START, 7 * WEEKS * years)

    def stage() -> Any:
        return stage_now(RUNNER, PROGRAM, known, day, POLICY, tests=TESTS)

    now = stage()
    took = [
        median_ms(stage),
        median_ms(lambda: plan(RUNNER, PROGRAM, known, day, POLICY, now=now)),
        median_ms(lambda: closed_slots(PROGRAM, known, day, POLICY, tests=TESTS)),
    ]
    print(f"{years:>16}{len(done):>16}{now['number']:>16}", *(f"{ms:>15.2f}" for ms in took))


def measure_app(years: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/midstance.db"
        upgrade(url)
        logs.configure("json")
        settings = Settings(database_url=url, rate_limit="off", signup="open")
        with TestClient(create_app(settings), base_url="https://testserver") as client:
            account = {"name": "runner", "password": "a long enough password"}
            athlete = client.post("/api/accounts", json=account | {"device_name": "probe"}).json()
            client.headers["Authorization"] = f"Bearer {athlete['token']}"
            profile = PROFILE | {"experience": "experienced"}
            told(client, [said("profile", athlete["athlete"], START, profile)])
            workout = today(client, START)["workout"]
            entries = [one for day in days_of_log(years) for one in trained(workout, day)]
            told(client, entries)
            asked = {"from": add_days(START, 7 * WEEKS * years)}
            ms = median_ms(lambda: client.get("/api/plan", params=asked).raise_for_status())
            print(f"{years:>16}{len(entries):>16}{ms:>16.1f}")


def days_of_log(years: int) -> list[str]:
    mondays = [add_days(START, 7 * week) for week in range(WEEKS * years)]
    return [add_days(monday, after) for monday in mondays for after in (1, 4)]


def trained(workout: Any, day: str) -> list[Any]:
    """The entries of one session, each set as prescribed."""
    record, ended_at = new_uuid(), 1_763_900_000_000
    fields = {"template": workout["template"], "place": "home", "items": workout["items"]}
    sets = [
        said("set", new_uuid(), day, {"session": record, "index": index, **_logged(item, side)})
        for item in workout["items"]
        for index in range(item["sets"])
        for side in (("left", "right") if item["sides"] == "each" else ("both",))
    ]
    return [said("session", record, day, fields | {"ended_at": ended_at}), *sets]


def _logged(item: Any, side: str) -> dict[str, Any]:
    known = {key: item[key] for key in ("slot", "exercise", "load_g", "rir")}
    amount = {key: item[key] for key in ("reps", "hold_s", "distance_m") if key in item}
    return known | amount | {"side": side, "pain": 0, "quality": 4}


def said(kind: str, record: str, day: str, fields: dict[str, Any]) -> dict[str, Any]:
    at = f"{START}T10:00:00.000Z-000000-0a1b2c3d"
    return entry(kind, record=record, day=day, zone="Europe/Paris", at=at, set=fields)


def told(client: Any, entries: list[Any]) -> None:
    for first in range(0, len(entries), PUSHED):
        answer = sync(client, *entries[first : first + PUSHED], limit=1).json()
        assert answer["rejected"] == [], answer["rejected"][0]


def median_ms(run: Callable[[], object]) -> float:
    took = []
    run()
    for _ in range(REPEATS):
        begun = time.process_time()
        run()
        took.append(1000 * (time.process_time() - begun))
    return statistics.median(took)


if __name__ == "__main__":
    main()
