"""Which fields of the known kinds are held to which types and ranges."""

from typing import Any

import pytest

from midstance.journal.kinds import known_fields, wrong_field
from tests.journal.making import uuid

WHOLE_ENTRIES: dict[str, dict[str, Any]] = {
    "profile": {
        "experience": "novice",
        "units": "kg",
        "run_days": [2, 4, 7],
        "long_run_day": 7,
        "quality_days": [2],
        "weekly_distance_m": 40_000,
        "minutes": 45,
        "race_day": "2027-04-11",
        "race_distance_m": 42_195,
        "body_mass_g": 70_500,
        "birth_year": 1988,
        "sex": "female",
        "equipment": {
            "home": {
                "dumbbells_g": [6000, 8000],
                "kettlebells_g": [],
                "barbell": None,
                "backpack_g": [5000],
                "bands": 3,
                "items": ["step", "chair"],
            },
            "gym": {
                "barbell": {"bar_g": 20_000, "plates_g": [20_000, 10_000, 1250]},
                "stack_g": {"machine_leg_press": [20_000, 25_000]},
            },
        },
        "default_place": "home",
        "screening": {"answers": {"heart": False}, "cleared": True},
        "program": "stronger-strides",
        "start_day": "2026-11-23",
    },
    "checkin": {
        "sleep": 2,
        "fatigue": 1,
        "stress": 7,
        "soreness": {"calf": 3},
        "pain": {"knee": 0},
        "pain_morning": {"knee": 2.5},
        "red_flags": ["chest_pain"],
    },
    "run": {
        "started_at": 1_795_363_458_259,
        "distance_m": 10_050.5,
        "duration_s": 3012,
        "type": "long",
        "source": "watch.fit",
    },
    "session": {
        "template": "strength-a",
        "place": "gym",
        "started_at": 1_795_363_458_259,
        "ended_at": 1_795_366_458_259,
        "rpe": 7.5,
        "items": [{"slot": "squat", "sets": 3}],
        "workout": "Strength A",
        "plan_item": "w1-1",
        "per_week": 3,
        "note": "two\nlines",
        "ended_early": False,
        "skipped": ["calf"],
        "skip_reasons": {"calf": "equipment"},
        "swap_reasons": {"lunge": "pain"},
    },
    "set": {
        "session": uuid(1),
        "slot": "squat",
        "exercise": "goblet-squat",
        "index": 1,
        "side": "left",
        "reps": 8,
        "hold_s": 30.5,
        "contacts": 20,
        "distance_m": 30,
        "load_g": 16_000,
        "rir": 2,
        "pain": 0,
        "pain_region": "knee",
        "sharp": False,
        "quality": 4,
        "note": "slower than it felt",
        "tempo": "3-1-X-0",
        "under_tension_s": 40.2,
        "tension_s": {"lower": 24, "pause_low": 8.5},
        "started_at": 1_795_363_458_259,
        "ended_at": 1_795_363_498_259,
    },
    "assessment": {"test": "heel_raise", "side": "right", "value": 24, "pain": 0},
    "plan_change": {
        "change": "niggle",
        "from": "2026-12-01",
        "to": "2026-12-08",
        "reason": "it pulls",
        "stage": 3,
        "region": "calf",
    },
}

WRONG: list[tuple[str, str, Any]] = [
    ("profile", "experience", "expert"),
    ("profile", "run_days", [0]),
    ("profile", "run_days", 3),
    ("profile", "minutes", "45"),
    ("profile", "race_day", "2027-02-30"),
    ("profile", "race_distance_m", -1),
    ("profile", "sex", "unknown"),
    ("plan_change", "change", 3),
    ("plan_change", "from", "tomorrow"),
    ("plan_change", "stage", 0),
    ("plan_change", "stage", 2.5),
    ("plan_change", "region", ["calf"]),
    ("checkin", "sleep", 0),
    ("checkin", "sleep", 8),
    ("checkin", "stress", 3.5),
    ("checkin", "fatigue", True),
    ("checkin", "soreness", []),
    ("run", "distance_m", -1),
    ("run", "distance_m", True),
    ("run", "type", "jog"),
    ("run", "started_at", "2026-11-22"),
    ("run", "started_at", 10**16),
    ("session", "place", "office"),
    ("session", "rpe", 10.5),
    ("session", "items", {}),
    ("session", "ended_early", 1),
    ("session", "skipped", "calf"),
    ("session", "skip_reasons", {"calf": 3}),
    ("session", "swap_reasons", ["pain"]),
    ("set", "session", "yesterday"),
    ("set", "side", "middle"),
    ("set", "reps", "8"),
    ("set", "reps", 8.0),
    ("set", "reps", True),
    ("set", "reps", -1),
    ("set", "reps", 10**40),
    ("set", "load_g", 12.5),
    ("set", "index", 1.5),
    ("set", "rir", 11),
    ("set", "pain", -0.1),
    ("set", "quality", 5),
    ("set", "quality", 2.5),
    ("set", "pain_region", 2),
    ("set", "sharp", "yes"),
    ("set", "note", ["long"]),
    ("set", "tension_s", {"lower": "24"}),
    ("set", "tension_s", 24),
    ("set", "tempo", "slow"),
    ("set", "tempo", "3-1-1"),
    ("set", "hold_s", "30"),
]


@pytest.mark.parametrize("kind", WHOLE_ENTRIES)
def test_every_field_of_a_known_kind_takes_what_it_is_for(kind: str) -> None:
    assert wrong_field(kind, 1, WHOLE_ENTRIES[kind]) is None


@pytest.mark.parametrize("kind", WHOLE_ENTRIES)
def test_no_field_is_required_and_null_clears_any(kind: str) -> None:
    assert wrong_field(kind, 1, {}) is None
    assert wrong_field(kind, 1, dict.fromkeys(WHOLE_ENTRIES[kind])) is None


@pytest.mark.parametrize(("kind", "field", "value"), WRONG)
def test_a_wrong_type_or_range_is_named(kind: str, field: str, value: Any) -> None:
    wrong = wrong_field(kind, 1, WHOLE_ENTRIES[kind] | {field: value})
    assert wrong is not None
    assert wrong.field.split(".")[0] == field


@pytest.mark.parametrize(
    ("kind", "changes", "path"),
    [
        ("checkin", {"soreness": {"calf": 11}}, "soreness.calf"),
        ("checkin", {"pain": {"knee": "some"}}, "pain.knee"),
        ("profile", {"run_days": [1, 8]}, "run_days.1"),
        ("profile", {"equipment": {"gym": {"bands": -1}}}, "equipment.gym.bands"),
        (
            "profile",
            {"equipment": {"home": {"barbell": {"bar_g": 1.5}}}},
            "equipment.home.barbell.bar_g",
        ),
        ("profile", {"screening": {"answers": {"heart": "no"}}}, "screening.answers.heart"),
    ],
)
def test_the_name_leads_to_the_culprit_inside(
    kind: str, changes: dict[str, Any], path: str
) -> None:
    wrong = wrong_field(kind, 1, changes)
    assert wrong is not None
    assert wrong.field == path


def test_unknown_fields_kinds_and_newer_versions_are_nobodys_business() -> None:
    assert wrong_field("set", 1, {"band": "purple", "mood": [1]}) is None
    assert wrong_field("weather", 1, {"reps": "ten"}) is None
    assert wrong_field("set", 2, {"reps": "8-10"}) is None


def test_a_change_that_a_newer_app_makes_is_kept() -> None:
    assert wrong_field("plan_change", 1, {"change": "moved_abroad", "region": "elbow"}) is None


def test_a_reader_never_meets_what_a_newer_app_put_into_a_known_field() -> None:
    assert known_fields("set", {"reps": "8-10", "load_g": 8000, "mood": 1}) == {"load_g": 8000}
