"""A runner for the stories of the read side: a profile, and sessions done as prescribed."""

import itertools
from datetime import datetime
from typing import Any

import httpx

from tests.journal.making import entry, new_uuid
from tests.sync.story import sync

START = "2026-11-23"
ZONE = "Europe/Paris"
MEASURES = ("reps", "hold_s", "contacts", "distance_m")
PROFILE: dict[str, Any] = {
    "experience": "novice",
    "units": "kg",
    "run_days": [2, 4, 7],
    "long_run_day": 7,
    "quality_days": [2],
    "weekly_distance_m": 30_000,
    "minutes": 30,
    "equipment": {
        "home": {
            "dumbbells_g": [5000, 7500, 10_000],
            "backpack_g": [5000, 8000],
            "bands": 2,
            "items": ["step", "chair", "towel"],
        },
        "gym": {"barbell": {"bar_g": 20_000, "plates_g": [10_000, 5000, 2500]}, "items": ["step"]},
    },
    "default_place": "home",
    "screening": {"answers": {"heart": False}, "cleared": True},
    "program": "stronger-strides",
    "start_day": START,
}
_counter = itertools.count()


def said(kind: str, record: str | None = None, day: str = START, **fields: Any) -> dict[str, Any]:
    """An entry about `record`, later than all made before it."""
    at = f"{START}T10:00:00.000Z-{next(_counter):06x}-0a1b2c3d"
    known = {"record": record or new_uuid(), "day": day, "zone": ZONE, "at": at}
    return entry(kind, **known, set=fields)


def tell(client: httpx.Client, *entries: dict[str, Any]) -> None:
    answer = sync(client, *entries, limit=1).json()
    assert answer["rejected"] == []


def has_profile(client: httpx.Client, **changes: Any) -> None:
    me = client.get("/api/account").json()["athlete"]
    tell(client, said("profile", me, **PROFILE | changes))


def today(client: httpx.Client, day: str = START, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/today", params={"day": day, **asked})
    assert answer.status_code == 200, answer.text
    return answer.json()


def pack(client: httpx.Client, day: str = START) -> dict[str, Any]:
    answer = client.get("/api/pack", params={"day": day})
    assert answer.status_code == 200, answer.text
    return answer.json()


def trained(
    client: httpx.Client, day: str = START, *, freeze: bool = True, **each: Any
) -> tuple[str, dict[str, Any]]:
    """Do what `day` asks for, to the letter; `each` says more of every set.

    Answers with the session's record and the workout.
    """
    workout = today(client, day)["workout"]
    session, noon = new_uuid(), int(datetime.fromisoformat(f"{day}T12:00Z").timestamp() * 1000)
    frozen = {"items": workout["items"]} if freeze else {}
    sets = [
        said(
            "set",
            day=day,
            session=session,
            slot=item["slot"],
            exercise=item["exercise"],
            index=index + 1,
            side=side,
            load_g=item["load_g"],
            **{"rir": item["rir"], "pain": 0, "quality": 4} | each,
            **{measure: item[measure] for measure in MEASURES if measure in item},
        )
        for item in workout["items"]
        for index in range(item["sets"])
        for side in (("left", "right") if item["sides"] == "each" else ("both",))
    ]
    whole = said(
        "session",
        session,
        day,
        template=workout["template"],
        place="home",
        started_at=noon,
        ended_at=noon + 1_800_000,
        rpe=6,
        **frozen,
    )
    tell(client, whole, *sets)
    return session, workout
