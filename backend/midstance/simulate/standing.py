"""Where a runner stands, put together from the journal as the server puts it together."""

from dataclasses import dataclass, field
from typing import Any

from midstance.simulate.runner import Runner
from midstance.simulate.world import World
from midstance.training.adherence import attendance
from midstance.training.assessment import Asking, measured, wrong_today
from midstance.training.asymmetry import symmetry
from midstance.training.day import add_days
from midstance.training.done import Ground, done
from midstance.training.opens import closed_by_rest, closed_slots
from midstance.training.plan import plan
from midstance.training.plan_values import History, Plan, StageNow
from midstance.training.positions import apply
from midstance.training.runner_values import Assessment, Checkin, Done, PlanChange, Run
from midstance.training.stage import stage_now
from midstance.training.standing_values import Measured, Symmetry
from midstance.training.start import first_rungs
from midstance.training.tired import lost_load, tired_days
from midstance.training.values import EndedSession, Ladders, Positions, Reason

RUN_DAYS = 90
"""Runs are looked back on for a longest one in 30 days, and no further."""
OPEN_DAYS = 9
"""What a check-in of today can still change of the days before: a session and the week after."""


@dataclass
class Journal:
    """What a runner has logged, oldest first. `fields` are those of the sessions, by record."""

    sessions: list[EndedSession] = field(default_factory=list)
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    checkins: dict[str, Checkin] = field(default_factory=dict)
    assessments: list[Assessment] = field(default_factory=list)
    changes: list[PlanChange] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


@dataclass(frozen=True)
class Standing:
    """What the phone's pack is made of, as of a day; `positions` are those after all sessions."""

    day: str
    ladders: Ladders
    settled: Positions
    folded: set[str]
    positions: Positions
    history: History
    plan: Plan
    stage: StageNow
    closed: dict[str, list[Reason]]
    closed_by_rest: dict[str, list[Reason]]
    symmetry: Symmetry
    measured: list[Measured]


@dataclass(frozen=True)
class Step:
    """What one session led to, with the check-ins that it was judged by."""

    checkins: tuple[Checkin | None, ...]
    positions: Positions
    done: Done
    weaker: bool


class Server:
    """The server's side: folds the journal as far as possible from where the last fold was."""

    def __init__(self, runner: Runner, world: World) -> None:
        self.runner, self.world = runner, world
        self.built = world.ladders(runner.places)
        self.ground = Ground(world.program, world.exercises, self.built, world.policy)
        self._steps: list[Step] = []
        self._tired: list[str] = []
        self._tired_until = ""

    def standing(self, journal: Journal, day: str) -> Standing:
        """The standing on `day` after everything in the journal."""
        profile, program, policy = self.runner.profile, self.world.program, self.world.policy
        self._fold(journal)
        tests = self.world.tests
        history = self._history(journal, day)
        now = stage_now(profile, program, history, day, policy, tests=tests)
        sides = symmetry(journal.assessments, day, policy)
        wrong = wrong_today(journal.checkins, journal.changes, day, policy)
        asking = Asking(profile, now, sides, wrong, policy, day)
        settled = [i for i, one in enumerate(journal.sessions) if add_days(one["day"], 1) < day]
        positions = self._steps[-1].positions if self._steps else {}
        return Standing(
            day=day,
            ladders=self._begun(positions, now),
            settled=self._steps[settled[-1]].positions if settled else {},
            folded={journal.sessions[i]["session"] for i in settled},
            positions=positions,
            history=history,
            plan=plan(profile, program, history, day, policy, now=now),
            stage=now,
            closed=closed_slots(program, history, day, policy, tests=tests),
            closed_by_rest=closed_by_rest(program, history, policy, tests=tests),
            symmetry=sides,
            measured=measured(tests, journal.assessments, asking),
        )

    def _begun(self, positions: Positions, now: StageNow) -> Ladders:
        """The ladders with the first rungs of the stage's slots; no pack begins any other."""
        slots = self.world.slots_of(now["number"])
        near = slots.union(*(self.world.whole["slots"][one].get("carries", []) for one in slots))
        return self.built | first_rungs(
            program=self.world.whole,
            ladders={slot: at for slot, at in self.built.items() if slot in near},
            positions=positions,
            profile=self.runner.profile,
            exercises=self.world.exercises,
            policy=self.world.policy,
        )

    def _fold(self, journal: Journal) -> None:
        """Judge every session that is new or whose check-ins have changed, and all after it."""
        checkins = [
            tuple(journal.checkins.get(add_days(one["day"], after)) for after in (0, 1, 2))
            for one in journal.sessions
        ]
        same = 0
        for step, said in zip(self._steps, checkins, strict=False):
            if step.checkins != said:
                break
            same += 1
        del self._steps[same:]
        for session, said in list(zip(journal.sessions, checkins, strict=True))[same:]:
            self._steps.append(self._step(session, journal.fields[session["session"]], said))

    def _step(
        self, session: EndedSession, fields: dict[str, Any], said: tuple[Checkin | None, ...]
    ) -> Step:
        days = [step.done["day"] for step in self._steps]
        judged: EndedSession = {
            **session,
            "checkin": said[0],
            "morning": said[1],
            "attendance": attendance(fields["per_week"], days, session["day"], self.world.policy),
        }
        before = self._steps[-1].positions if self._steps else {}
        after = apply(before, judged, self.built, self.world.policy)
        places = (after.get(item["slot"], {}).get(session["place"]) for item in session["items"])
        weaker = any(
            at.get("last_day") == session["day"] and lost_load(at, self.world.policy)
            for at in places
            if at
        )
        return Step(said, after, done(judged, fields, said, self.ground), weaker)

    def _history(self, journal: Journal, day: str) -> History:
        weaker = [step.done["day"] for step in self._steps if step.weaker]
        flags = [day for day, said in journal.checkins.items() if said.get("red_flags")]
        return {
            "sessions": [step.done for step in self._steps],
            "assessments": journal.assessments,
            "changes": journal.changes,
            "runs": journal.runs[-RUN_DAYS:],
            "red_flags": sorted(flags),
            "tired": self._tired_days(journal, weaker, day),
        }

    def _tired_days(self, journal: Journal, weaker: list[str], day: str) -> list[str]:
        """Days long over stay as they were found; no entry here comes late."""
        policy = self.world.policy
        since = add_days(self._tired_until, -OPEN_DAYS) if self._tired_until else ""
        kept = [on for on in self._tired if on < since]
        self._tired = kept + tired_days(journal.checkins, weaker, policy, since=since)
        self._tired_until = day
        return self._tired
