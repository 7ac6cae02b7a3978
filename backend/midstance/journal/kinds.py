"""The kinds of entries this version knows, and what each of their fields may hold.

Only fields that are present are looked at: an entry sets as few as it likes, `null` clears one,
and a field that is not named here is kept as it came.
"""

from collections.abc import Mapping
from typing import Any

from midstance.journal.fields import (
    MS_LIMIT,
    Check,
    Wrong,
    anything,
    boolean,
    day,
    flags,
    list_of,
    mapping_of,
    number,
    one_of,
    shape,
    tempo,
    text,
    uuid,
    whole,
)

KNOWN_VERSION = 1

EPOCH_MS = whole(-MS_LIMIT, MS_LIMIT)
SCALE_7 = whole(1, 7)
SCALE_10 = number(0, 10)
BY_REGION = mapping_of(SCALE_10)
COUNT = whole(0, 100_000)
GRAMS = whole(0, 10_000_000)
METERS = number(0, 10_000_000)
SECONDS = number(0, 10_000_000)
WEEKDAY = whole(1, 7)
PLACE = one_of("home", "gym")
LOADS = list_of(GRAMS, most=100)

EQUIPMENT = shape(
    {
        "dumbbells_g": LOADS,
        "kettlebells_g": LOADS,
        "barbell": shape({"bar_g": GRAMS, "plates_g": LOADS}),
        "backpack_g": LOADS,
        "bands": whole(0, 20),
        "items": list_of(text(100)),
        "stack_g": mapping_of(LOADS),
    }
)

KINDS: Mapping[str, Mapping[str, Check]] = {
    "profile": {
        "experience": one_of("novice", "returning", "experienced"),
        "units": one_of("kg", "lb"),
        "run_days": list_of(WEEKDAY),
        "long_run_day": WEEKDAY,
        "quality_days": list_of(WEEKDAY),
        "weekly_distance_m": METERS,
        "minutes": whole(1, 600),
        "race_day": day,
        "race_distance_m": METERS,
        "body_mass_g": whole(1, 1_000_000),
        "birth_year": whole(1900, 2200),
        "sex": one_of("female", "male"),
        "equipment": shape({"home": EQUIPMENT, "gym": EQUIPMENT}),
        "default_place": PLACE,
        "screening": shape({"answers": flags, "cleared": boolean}),
        "program": text(100),
        "start_day": day,
    },
    "checkin": {
        "sleep": SCALE_7,
        "fatigue": SCALE_7,
        "stress": SCALE_7,
        "soreness": BY_REGION,
        "pain": BY_REGION,
        "pain_morning": BY_REGION,
        "red_flags": list_of(text(100)),
    },
    "run": {
        "started_at": EPOCH_MS,
        "distance_m": METERS,
        "duration_s": SECONDS,
        "type": one_of("easy", "long", "quality", "race"),
        "source": text(200),
    },
    "session": {
        "template": text(100),
        "place": PLACE,
        "started_at": EPOCH_MS,
        "ended_at": EPOCH_MS,
        "rpe": SCALE_10,
        "items": list_of(mapping_of(anything)),
        "workout": text(200),
        "plan_item": text(200),
        "per_week": whole(0, 21),
        "note": text(10_000),
        "ended_early": boolean,
        "skipped": list_of(text(100)),
        "skip_reasons": mapping_of(text(100)),
        "swap_reasons": mapping_of(text(100)),
    },
    "set": {
        "session": uuid,
        "slot": text(100),
        "exercise": text(100),
        "index": whole(0, 1000),
        "side": one_of("left", "right", "both"),
        "reps": COUNT,
        "hold_s": SECONDS,
        "contacts": COUNT,
        "distance_m": METERS,
        "load_g": GRAMS,
        "rir": SCALE_10,
        "pain": SCALE_10,
        "pain_region": text(100),
        "sharp": boolean,
        "quality": whole(0, 4),
        "note": text(10_000),
        "tempo": tempo,
        "under_tension_s": SECONDS,
        "tension_s": mapping_of(SECONDS),
        "started_at": EPOCH_MS,
        "ended_at": EPOCH_MS,
    },
    "assessment": {
        "test": text(100),
        "side": one_of("left", "right", "both"),
        "value": number(-1_000_000, 1_000_000),
        "pain": SCALE_10,
    },
    "plan_change": {
        "change": text(100),
        "from": day,
        "to": day,
        "reason": text(10_000),
        "stage": whole(1, 100),
        "region": text(100),
    },
}


def wrong_field(kind: str, v: int, changes: Mapping[str, Any]) -> Wrong | None:
    """The first field with a wrong type or range, if the kind is known at this version."""
    if v != KNOWN_VERSION or kind not in KINDS:
        return None
    checks = KINDS[kind]
    for field, value in changes.items():
        if value is not None and (check := checks.get(field)) and (wrong := check(value)):
            return wrong.inside(field)
    return None


def known_fields(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Of a record's fields those that this version understands.

    A newer app may have put something else into a field; it stays in the journal untouched, and
    whoever reads a known kind never meets it.
    """
    checks = KINDS[kind]
    return {
        field: value
        for field, value in fields.items()
        if field in checks and value is not None and checks[field](value) is None
    }
