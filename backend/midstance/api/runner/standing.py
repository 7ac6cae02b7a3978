"""Where an athlete stands: the journal folded through the engine, as of a day."""

from dataclasses import dataclass
from typing import Any, cast

from sqlmodel import Session

from midstance.api.catalog import Catalog
from midstance.api.runner.fold import Ended, fold
from midstance.api.runner.items import Ground
from midstance.api.runner.logbook import Logbook, read_logbook
from midstance.errors import Problem
from midstance.training.day import add_days
from midstance.training.ladder import build_ladders
from midstance.training.lately import lately
from midstance.training.plan import plan
from midstance.training.plan_values import History, Plan, StageNow
from midstance.training.program_values import Program
from midstance.training.stage import stage_now
from midstance.training.values import (
    Baseline,
    Checkin,
    Done,
    Ladders,
    Positions,
    Profile,
)

DEFAULT_MINUTES = 30
FIRST_PROGRAM = "stronger-strides"


class NoProfile(Problem):
    status, code, title = 409, "no_profile", "No profile yet"

    def __init__(self) -> None:
        super().__init__("Answer the profile first: a plan is made from it.")


@dataclass(frozen=True)
class Runner:
    """The profile with an answer to everything the engine asks."""

    profile: Profile
    equipment: dict[str, Any]
    program: Program
    place: str
    minutes: int
    units: str


@dataclass(frozen=True)
class Standing:
    """What a phone's day is computed from.

    `settled` are the positions after those sessions whose next morning is over, so that no check-in
    of a phone that is offline can change what they amounted to; `positions` are those after all.
    `done` is the whole history, oldest first.
    """

    day: str
    runner: Runner
    ladders: Ladders
    settled: Positions
    settled_sessions: list[str]
    positions: Positions
    done: list[Done]
    plan: Plan
    stage: StageNow
    baseline: Baseline
    checkin: Checkin | None


def standing(
    db: Session, athlete_id: str, day: str, catalog: Catalog, days: int | None = None
) -> Standing:
    """The athlete's standing on `day`, with a plan of `days` days (the policy's when None).

    Raises:
        NoProfile: nothing can be planned yet.
    """
    logbook = read_logbook(db, athlete_id, day)
    if logbook.profile is None:
        raise NoProfile
    runner = _runner(logbook.profile, catalog)
    policy = catalog.policy
    ladders = build_ladders(runner.program, runner.equipment, catalog.exercises, policy)
    ground = Ground(runner.program, catalog.exercises, ladders, policy)
    folded = fold(athlete_id, _sessions(logbook, runner), ground, day)
    sessions = sorted(folded.done, key=lambda one: (one["day"], one["ended_at"], one["session"]))
    history: History = {"sessions": sessions, "assessments": logbook.assessments}
    stage = stage_now(runner.profile, runner.program, history, day, policy, tests={})
    planning = policy if days is None else policy | {"plan": policy["plan"] | {"days": days}}
    return Standing(
        day=day,
        runner=runner,
        ladders=ladders,
        settled=folded.settled,
        settled_sessions=folded.settled_sessions,
        positions=folded.positions,
        done=sessions,
        plan=plan(runner.profile, runner.program, history, day, planning, now=stage),
        stage=stage,
        baseline=lately(logbook.checkins, day, policy)["baseline"],
        checkin=logbook.checkins.get(day),
    )


def _sessions(logbook: Logbook, runner: Runner) -> list[Ended]:
    checkins = logbook.checkins
    return [
        Ended(
            session=one.session,
            day=one.day,
            fields={"place": runner.place} | one.fields,
            sets=logbook.sets.get(one.session, []),
            checkins=tuple(checkins.get(add_days(one.day, after)) for after in (0, 1, 2)),
        )
        for one in logbook.ended
    ]


def _runner(said: dict[str, Any], catalog: Catalog) -> Runner:
    """What the profile leaves open is answered as for a careful beginner with no equipment."""
    known: dict[str, Any] = {
        "experience": "novice",
        "run_days": [],
        "weekly_distance_m": 0,
        "equipment": {"home": {}},
    } | said
    program = catalog.programs.get(known.get("program", FIRST_PROGRAM))
    return Runner(
        profile=cast(Profile, known),
        equipment=_equipment(known["equipment"]),
        program=program or catalog.programs[FIRST_PROGRAM],
        place=known.get("default_place", "home"),
        minutes=known.get("minutes", DEFAULT_MINUTES),
        units=known.get("units", "kg"),
    )


def _equipment(said: dict[str, Any]) -> dict[str, Any]:
    """Everybody has a home, if only with walls and a floor; a gym is one that was described."""
    gym = {"gym": _place(said["gym"])} if said.get("gym") else {}
    return {"home": _place(said.get("home") or {}), **gym}


def _place(said: dict[str, Any]) -> dict[str, Any]:
    """Equipment without what is half said: a bar without its weight lifts nothing."""
    place = {name: there for name, there in said.items() if there is not None}
    bar = place.get("barbell", {})
    if None in (bar.get("bar_g"), bar.get("plates_g")):
        place.pop("barbell", None)
    stacks = place.get("stack_g", {}).items()
    return place | {"stack_g": {name: loads for name, loads in stacks if loads}}
