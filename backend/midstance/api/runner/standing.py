"""Where an athlete stands: the journal folded through the engine, as of a day."""

from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlmodel import Session

from midstance.api.catalog import Catalog
from midstance.api.runner.fold import Ended, Folded, fold
from midstance.api.runner.logbook import Logbook, read_logbook
from midstance.api.runner.remembered import Remembered
from midstance.api.runner.runner import Runner, runner_of
from midstance.api.runner.walked import tired_of, way_of
from midstance.errors import Problem
from midstance.journal.head import head
from midstance.training.assessment import Asking, measured, wrong_today
from midstance.training.asymmetry import symmetry
from midstance.training.day import add_days
from midstance.training.done import Ground
from midstance.training.lately import active, lately, niggles
from midstance.training.opens import closed_by_rest, closed_slots
from midstance.training.plan import plan
from midstance.training.plan_values import History, Plan, Readiness, StageNow
from midstance.training.readiness import readiness
from midstance.training.reserve import levels_above
from midstance.training.runner_values import Assessment, Done, PlanChange
from midstance.training.stage import stage_now
from midstance.training.stage_walk import Walk
from midstance.training.standing_values import Measured, Symmetry
from midstance.training.start import first_rungs
from midstance.training.values import Ladders, Policy, Positions, Reason

REMEMBERED_ATHLETES = 64
# Longer than a phone looks back (60 days), so that it never counts a session twice.
RECENT_DAYS = 90
NO_SETS: list[dict[str, Any]] = []


class NoProfile(Problem):
    status, code, title = 409, "no_profile", "No profile yet"

    def __init__(self) -> None:
        super().__init__("Answer the profile first: a plan is made from it.")


@dataclass(frozen=True)
class Standing:
    """What a phone's day is computed from.

    `settled` are the positions after those sessions whose next morning is over, so that no check-in
    of a phone that is offline can change what they amounted to; `positions` are those after all.
    `done` is what was done of late, oldest first, as far back as a phone is told; `closed` are
    slots with what still opens them, `closed_by_rest` those that weeks off from now on close,
    `changes` those of the runner's that hold today or later, and sets of more than `levels_above`
    reps are asked for their reserve in levels.
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
    closed: dict[str, list[Reason]]
    closed_by_rest: dict[str, list[Reason]]
    changes: list[PlanChange]
    levels_above: int
    assessments: list[Assessment]
    symmetry: Symmetry
    measured: list[Measured]
    readiness: Readiness


def standing(
    db: Session, athlete_id: str, day: str, catalog: Catalog, days: int | None = None
) -> Standing:
    """The athlete's standing on `day`, with a plan of `days` days (the policy's when None).

    It rests on nothing but the journal, the day and the content: while those are the same, so is
    the answer.

    Raises:
        NoProfile: nothing can be planned yet.
    """
    basis = (head(db, athlete_id).chain, day, days, catalog.version)
    known = _LAST.get(athlete_id)
    if known and known[0] == basis:
        return known[1]
    return _LAST.keep(athlete_id, (basis, _stand(db, athlete_id, day, catalog, days)))[1]


def _stand(db: Session, athlete_id: str, day: str, catalog: Catalog, days: int | None) -> Standing:
    logbook = read_logbook(db, athlete_id, day)
    if logbook.profile is None:
        raise NoProfile
    runner, policy = runner_of(logbook.profile, catalog), catalog.policy
    built = runner.ladders(catalog)
    ground = Ground(runner.whole, catalog.exercises, built, policy)
    folded = fold(athlete_id, _sessions(athlete_id, logbook, runner), ground, day)
    history = _history(athlete_id, logbook, folded, policy, day)
    tests = catalog.tests
    known = way_of(athlete_id, Walk(runner.profile, runner.program, history, policy, tests, day))
    now = stage_now(runner.profile, runner.program, history, day, policy, tests=tests, known=known)
    trained = [one["day"] for one in history["sessions"]]
    since = add_days(day, -RECENT_DAYS)
    recent = [one for one in history["sessions"] if one["day"] >= since]
    planning = policy if days is None else policy | {"plan": policy["plan"] | {"days": days}}
    sides = symmetry(logbook.assessments, day, policy)
    wrong = wrong_today(logbook.checkins, logbook.changes, day, policy)
    asking = Asking(runner.profile, now, sides, wrong, policy, day)
    return Standing(
        day=day,
        runner=runner,
        ladders=_begun(runner, catalog, built, folded.positions),
        settled=folded.settled,
        settled_sessions=folded.settled_sessions,
        positions=folded.positions,
        done=recent,
        plan={
            **plan(runner.profile, runner.program, history, day, planning, now=now),
            "counted": [one["session"] for one in recent],
        },
        stage=now,
        closed=closed_slots(runner.program, history, day, policy, tests=tests, known=known),
        closed_by_rest=closed_by_rest(runner.program, history, policy, tests=tests, known=known),
        changes=[change for change in logbook.changes if change.get("to", day) >= day],
        levels_above=levels_above(runner.profile["experience"], trained, day, policy),
        assessments=logbook.assessments,
        symmetry=sides,
        measured=measured(tests, logbook.assessments, asking),
        readiness=_readiness(logbook, day, policy),
    )


def _sessions(athlete_id: str, logbook: Logbook, runner: Runner) -> list[Ended]:
    """The sessions with all that went into them; those whose sets alone may be new are kept."""
    basis = logbook.ended, logbook.checkins, runner.place
    before, known = _SESSIONS.get(athlete_id) or (None, [])
    if basis == before:
        sets_of = logbook.sets.get
        now = [
            one if (sets := sets_of(one.session, NO_SETS)) is one.sets else one._replace(sets=sets)
            for one in known
        ]
    else:
        now = _gathered(logbook, runner)
    return _SESSIONS.keep(athlete_id, (basis, now))[1]


def _gathered(logbook: Logbook, runner: Runner) -> list[Ended]:
    said, sets_of = logbook.checkins.get, logbook.sets.get
    return [
        Ended(
            one.record,
            one.day,
            one.fields.get("place", runner.place),
            one.fields,
            sets_of(one.record, NO_SETS),
            (said(one.day), said(add_days(one.day, 1)), said(add_days(one.day, 2))),
        )
        for one in logbook.ended
    ]


def _history(
    athlete_id: str, logbook: Logbook, folded: Folded, policy: Policy, day: str
) -> History:
    checkins = logbook.checkins
    return {
        "sessions": sorted(folded.done, key=itemgetter("day", "ended_at", "session")),
        "assessments": logbook.assessments,
        "changes": logbook.changes,
        "runs": logbook.runs,
        "red_flags": sorted(day for day, said in checkins.items() if said.get("red_flags")),
        "tired": tired_of(athlete_id, checkins, folded.weaker_days, policy, day),
    }


def _begun(runner: Runner, catalog: Catalog, built: Ladders, positions: Positions) -> Ladders:
    """The ladders of the program, each with the rung that this runner begins on."""
    ladders = first_rungs(
        program=runner.whole,
        ladders=built,
        positions=positions,
        profile=runner.profile,
        exercises=catalog.exercises,
        policy=catalog.policy,
    )
    return {slot: ladders[slot] for slot in runner.program["slots"] if slot in ladders}


def _readiness(logbook: Logbook, day: str, policy: Policy) -> Readiness:
    """What the day allows; each reason names the check-in or the change that it rests on."""
    lasting = lately(logbook.checkins, day, policy)
    ready = readiness(
        logbook.checkins.get(day),
        lasting["baseline"],
        policy,
        niggles=niggles(logbook.changes, day),
        bad_days=lasting["bad_days"],
        sore_long=lasting["sore_long"],
        pain_long=lasting["pain_long"],
    )
    checkin = [logbook.checkin_records[day]] if day in logbook.checkin_records else []

    def entries(reason: Reason) -> list[str]:
        if reason["rule"] != "ready_niggle":
            return checkin
        region = reason.get("values", {})["region"]
        return [
            change["record"]
            for change in active(logbook.changes, day)
            if change.get("region") == region and "record" in change
        ]

    reasons: list[Reason] = [
        {**reason, "entries": found} if (found := entries(reason)) else reason
        for reason in ready["reasons"]
    ]
    return {**ready, "reasons": reasons}


_SESSIONS = Remembered[str, tuple[tuple[object, ...], list[Ended]]](REMEMBERED_ATHLETES)
_LAST = Remembered[str, tuple[tuple[str, str, int | None, str], Standing]](REMEMBERED_ATHLETES)
