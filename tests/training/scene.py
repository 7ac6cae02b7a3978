"""The real program and policy, some homes and gyms, and a runner who trains in a given way."""

from collections.abc import Callable
from typing import Any, cast

from midstance.content.load import load
from midstance.training.day import add_days
from midstance.training.ladder import build_ladders
from midstance.training.plan import plan
from midstance.training.positions import fold
from midstance.training.prescribe import prescribe
from midstance.training.readiness import readiness
from midstance.training.rungs import MEASURES
from midstance.training.stage import stage_now
from midstance.training.start import first_rungs

content = load()
POLICY = content.policy
PROGRAM: Any = content.programs["stronger-strides"].plain()
TESTS: Any = {key: test.plain() for key, test in content.tests.items()}
TEMPLATES = {t["slug"]: t for t in PROGRAM["templates"]}
SLOTS = PROGRAM["slots"]
USED = (
    *("slug", "pattern", "laterality", "measure", "regions", "tags", "tempo", "contact_s"),
    "equipment",
)
EXERCISES: Any = {
    slug: {key: value for key, value in exercise.plain().items() if key in USED}
    for slug, exercise in content.exercises.items()
}

STAIR_CHAIR_BACKPACK: Any = {"backpack_g": [5000, 10000, 15000], "items": ["step", "chair"]}
TWO_DUMBBELLS: Any = {"dumbbells_g": [8000], "items": ["step", "chair"]}
DUMBBELL_SET: Any = {
    "dumbbells_g": [2000, 4000, 6000, 8000, 10000, 12500, 15000, 20000],
    "kettlebells_g": [12000, 16000],
    "bands": 3,
    "items": ["step", "chair", "towel"],
}
GYM: Any = {
    "dumbbells_g": [2000 * each for each in range(1, 16)],
    "barbell": {"bar_g": 20000, "plates_g": [1250, 2500, 5000, 10000, 15000, 20000]},
    "kettlebells_g": [8000, 12000, 16000, 20000, 24000],
    "bands": 4,
    "items": ["step", "chair", "machine_calf"],
    "stack_g": {"machine_calf": [5000 * each for each in range(1, 21)]},
}
KITS: dict[str, Any] = {
    "bare": STAIR_CHAIR_BACKPACK,
    "two_dumbbells": TWO_DUMBBELLS,
    "dumbbell_set": DUMBBELL_SET,
    "gym": GYM,
}

NOVICE: Any = {
    "experience": "novice",
    "run_days": [2, 4, 7],
    "long_run_day": 7,
    "quality_days": [],
    "weekly_distance_m": 20000,
    "start_day": "2026-01-05",
}
EXPERIENCED: Any = NOVICE | {
    "experience": "experienced",
    "run_days": [1, 2, 4, 5, 7],
    "quality_days": [2, 5],
    "weekly_distance_m": 50000,
}
READY = readiness(None, None, POLICY)


def ladders_of(kit: Any, at: str = "home") -> Any:
    return build_ladders(PROGRAM, {at: kit}, EXERCISES, POLICY)


def workout_of(template: str, ladders: Any, positions: Any, day: str, **changes: Any) -> Any:
    """The workout of a template on `day`: an hour at home without a check-in unless changed."""
    asked: Any = {
        "template": TEMPLATES[template],
        "program_slots": SLOTS,
        "ladders": ladders,
        "positions": positions,
        "exercises": EXERCISES,
        "place": "home",
        "minutes": 60,
        "ease": [],
        "readiness": READY,
        "policy": POLICY,
        "day": day,
    }
    return prescribe(**(asked | changes))


def sets_of(item: Any, **changes: Any) -> list[Any]:
    """Every set of an item as prescribed, with its reserve and good quality, unless changed."""
    sides = ["left", "right"] if item["sides"] == "each" else ["both"]
    return [
        {
            "record": f"{item['slot']}-{index}-{side}",
            "slot": item["slot"],
            "exercise": item["exercise"],
            "index": index,
            "side": side,
            "load_g": item["load_g"],
            "rir": item["rir"],
            "pain": 0,
            "quality": 4,
        }
        | {key: item[key] for key in MEASURES if key in item}
        | changes
        for index in range(1, item["sets"] + 1)
        for side in sides
    ]


def ended(workout: Any, day: str, sets: list[Any] | None = None, **more: Any) -> Any:
    """A session of `workout`, every set as prescribed unless given."""
    done = [s for item in workout["items"] for s in sets_of(item)] if sets is None else sets
    items = workout["items"]
    return {
        "session": f"session-{day}",
        "day": day,
        "place": "home",
        "items": items,
        "sets": done,
    } | more


def done_of(session: Any, template: str) -> Any:
    return {
        "session": session["session"],
        "template": template,
        "day": session["day"],
        "ended_at": 0,
        "heavy": TEMPLATES[template]["kind"] == "strength",
        "place": "home",
        "pain": max((s.get("pain") or 0 for s in session["sets"]), default=0),
    }


def stage_of(profile: Any, history: Any, day: str, program: Any = PROGRAM) -> Any:
    return stage_now(profile, program, history, day, POLICY, tests=TESTS)


def plan_of(profile: Any, history: Any, day: str, program: Any = PROGRAM, **policy: Any) -> Any:
    """The plan on `day` for the stage the runner is in then."""
    now = stage_of(profile, history, day, program)
    return plan(profile, program, history, day, POLICY | policy, now=now)


def train(
    profile: Any,
    kit: Any,
    days: int,
    *,
    assessments: Callable[[str], list[Any]] = lambda _: [],
    log: Callable[[Any], list[Any]] = sets_of,
    misses: Callable[[str], bool] = lambda _: False,
) -> list[Any]:
    """A runner who follows the plan for `days`: sessions with their workout, oldest first."""
    ladders = ladders_of(kit)
    history: Any = {"sessions": [], "assessments": []}
    sessions: list[Any] = []
    for day in (add_days(profile["start_day"], after) for after in range(days)):
        history["assessments"] = history["assessments"] + assessments(day)
        planned = plan_of(profile, history, day)["sessions"]
        item = next((each for each in planned if each["day"] == day), None)
        if item is None or misses(day):
            continue
        positions = fold(cast(Any, sessions), ladders, POLICY)
        begun = first_rungs(
            program=PROGRAM,
            ladders=ladders,
            positions=positions,
            profile=profile,
            exercises=EXERCISES,
            policy=POLICY,
        )
        workout = workout_of(item["template"], begun, positions, day, ease=item["ease"])
        sets = [s for each in workout["items"] for s in log(each)]
        session = ended(workout, day, sets) | {"workout": workout, "plan_item": item}
        sessions.append(session)
        history["sessions"] = [*history["sessions"], done_of(session, item["template"])]
    return sessions
