"""Measures a plan of 42 days for logs of a month to three years: python -m tests.measure.planning.

Milliseconds on SQLite: the first time in a process, after one more set, and with nothing new.
"""

import json
import tempfile
import time
from collections.abc import Callable
from typing import Any

from midstance.api.catalog import catalog
from midstance.api.runner.standing import standing
from midstance.api.runner.today import today
from midstance.database import Database
from midstance.migrate import upgrade
from midstance.training.day import add_days
from tests.api.training import PROFILE
from tests.journal.exchange import exchange
from tests.journal.making import entry, new_uuid, uuid

START = "2023-11-20"
DAY_MS = 86_400_000
EPOCH_MS = 1_700_000_000_000
SESSION_EVERY_DAYS = 2
LIGHTER_WEEK = 5
MEASURES = ("reps", "hold_s", "contacts", "distance_m")


def main() -> None:
    print(f"{'log':>12} {'entries':>8} {'first':>8} {'one set more':>13} {'nothing new':>12}")
    for months in (1, 3, 12, 36):
        athlete = uuid(0xA000 + months)
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/measure.db"
            upgrade(url)
            database = Database(url)
            print(_row(database, athlete, months))
            database.close()


def _row(database: Database, athlete: str, months: int) -> str:
    days = months * 365 // 12
    entries, last = _log(database, athlete, days)
    day = add_days(START, days)

    def planned() -> None:
        with database.read() as db:
            stands = standing(db, athlete, day, catalog())
        today(stands, catalog(), None, None)

    def after_a_set() -> float:
        said = {"session": last, "reps": 8, "slot": "squat", "index": 9, "side": "both"}
        exchange(database, entry(day=day, set=said), athlete=athlete, limit=1)
        return _ms(planned)

    first = _ms(planned)
    more = sorted(after_a_set() for _ in range(7))[3]
    same = sorted(_ms(planned) for _ in range(7))[3]
    return f"{months:>5} months {entries:>8} {first:>8.0f} {more:>13.1f} {same:>12.1f}"


def _log(database: Database, athlete: str, days: int) -> tuple[int, str]:
    """A log of so many days: check-ins, a session every other day as it was asked for, tests.

    Every fifth week is a lighter one.
    """
    profile = PROFILE | {"start_day": START, "minutes": 45}
    exchange(database, entry("profile", day=START, set=profile), athlete=athlete, limit=1)
    with database.read() as db:
        stands = standing(db, athlete, START, catalog())
    workouts = [
        {**(today(stands, catalog(), None, None)["workout"] or {}), "template": one["slug"]}
        for one in stands.runner.program["templates"][:3]
    ]
    written, last = 1, ""
    for after in range(days):
        day, ms = add_days(START, after), EPOCH_MS + after * DAY_MS
        answers = {"sleep": 2, "fatigue": 2, "stress": 2 + after % 2}
        answers |= {"soreness": {"calf": after % 5}}
        made = [entry("checkin", day=day, set=answers)]
        if after % 30 == 0:
            made += [
                entry("assessment", day=day, set={"test": "heel_raise", "side": side, "value": 20})
                for side in ("left", "right")
            ]
        if after % SESSION_EVERY_DAYS == 0:
            last = new_uuid()
            workout = workouts[after // SESSION_EVERY_DAYS % 3]
            light = after // 7 % LIGHTER_WEEK == LIGHTER_WEEK - 1
            made += _session(
                last, workout | ({"items": _lighter(workout)} if light else {}), day, ms
            )
        exchange(database, *made, athlete=athlete, limit=1)
        written += len(made)
    return written, last


def _lighter(workout: dict[str, Any]) -> list[dict[str, Any]]:
    return [item | {"reasons": [{"rule": "deload"}]} for item in workout["items"]]


def _session(record: str, workout: dict[str, Any], day: str, ms: int) -> list[dict[str, Any]]:
    fields = {
        "template": workout["template"],
        "place": "home",
        "started_at": ms,
        "ended_at": ms + 1_800_000,
        "items": workout["items"],
    }
    sets = [
        {
            "session": record,
            "slot": item["slot"],
            "exercise": item["exercise"],
            "index": index + 1,
            "side": side,
            "load_g": item["load_g"],
            "rir": item["rir"],
            "pain": 0,
            "quality": 4,
            "started_at": ms + order * 60_000 + index,
        }
        | {measure: item[measure] for measure in MEASURES if measure in item}
        for order, item in enumerate(workout["items"])
        for index in range(item["sets"])
        for side in (("left", "right") if item["sides"] == "each" else ("both",))
    ]
    return [
        entry("session", record=record, day=day, set=json.loads(json.dumps(fields))),
        *(entry("set", day=day, set=one) for one in sets),
    ]


def _ms(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
