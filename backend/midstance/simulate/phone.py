"""A phone: each day from its last pack and from what was logged on it since."""

from dataclasses import dataclass

from midstance.simulate.runner import Runner
from midstance.simulate.standing import Journal, Standing
from midstance.simulate.world import World
from midstance.training.adherence import attendance
from midstance.training.asymmetry import weaker_side
from midstance.training.day import add_days
from midstance.training.lately import lately, niggles
from midstance.training.next_session import next_session
from midstance.training.opens import closed_on
from midstance.training.plan_values import Next, Readiness
from midstance.training.positions import apply
from midstance.training.prescribe import prescribe
from midstance.training.readiness import readiness
from midstance.training.runner_values import Done
from midstance.training.values import EndedSession, Positions, Reason, Workout

REMEMBERED_DAYS = 60
"""As far back as a phone keeps check-ins at hand."""


@dataclass(frozen=True)
class Today:
    """A day as the phone shows it; `positions` and `workout` where there is a session."""

    kind: str
    next: Next
    readiness: Readiness | None = None
    positions: Positions | None = None
    workout: Workout | None = None


class Phone:
    """One runner's phone; `pack` is what it got from the server last."""

    def __init__(self, runner: Runner, world: World, pack: Standing) -> None:
        self.runner, self.world, self.pack = runner, world, pack

    def next(self, journal: Journal, day: str) -> Next:
        """What comes next, and whether that is today."""
        return next_session(self.pack.plan, self.done(journal), day, self.world.policy)

    def today(self, journal: Journal, day: str, place: str, upcoming: Next) -> Today:
        """What `day` is, from the pack and the phone's own entries alone."""
        policy, pack = self.world.policy, self.pack
        if upcoming["kind"] != "session" or "session" not in upcoming:
            return Today(upcoming["kind"], upcoming)
        item, ready = upcoming["session"], self._readiness(journal, day)
        positions = self.positions(journal)
        workout = prescribe(
            template=self.world.templates[item["template"]],
            program_slots=self.world.program["slots"],
            ladders=pack.ladders,
            positions=positions,
            exercises=self.world.exercises,
            place=place,
            minutes=self.runner.minutes,
            ease=item["ease"],
            closed=self._closed(journal, day),
            asymmetry=weaker_side(pack.symmetry, day),
            readiness=ready,
            policy=policy,
            day=day,
        )
        kind = "stop" if ready["level"] == "stop" else "session"
        return Today(kind, upcoming, ready, positions, workout)

    def positions(self, journal: Journal) -> Positions:
        """The pack's positions, moved by the sessions it does not know."""
        positions = self.pack.settled
        days: list[str] = []
        for session in journal.sessions:
            if session["session"] not in self.pack.folded:
                per_week = journal.fields[session["session"]]["per_week"]
                judged: EndedSession = {
                    **session,
                    "attendance": attendance(per_week, days, session["day"], self.world.policy),
                    "checkin": journal.checkins.get(session["day"]),
                    "morning": journal.checkins.get(add_days(session["day"], 1)),
                }
                positions = apply(positions, judged, self.pack.ladders, self.world.policy)
            days.append(session["day"])
        return positions

    def done(self, journal: Journal) -> list[Done]:
        """The pack's sessions and the phone's own since."""
        known = self.pack.history["sessions"]
        return [*known, *(self._done(one, journal) for one in journal.sessions[len(known) :])]

    def _closed(self, journal: Journal, day: str) -> dict[str, list[Reason]]:
        pack, policy = self.pack, self.world.policy
        return closed_on(
            pack.closed, pack.closed_by_rest, self.done(journal), day, policy, since=pack.day
        )

    def _done(self, session: EndedSession, journal: Journal) -> Done:
        fields = journal.fields[session["session"]]
        return {
            "session": session["session"],
            "template": fields["template"],
            "day": session["day"],
            "ended_at": fields["ended_at"],
            "heavy": self.world.templates[fields["template"]]["kind"] == "strength",
            "place": session["place"],
        }

    def _readiness(self, journal: Journal, day: str) -> Readiness:
        policy, since = self.world.policy, add_days(day, -REMEMBERED_DAYS)
        near = {on: said for on, said in journal.checkins.items() if since <= on <= day}
        found = lately(near, day, policy)
        return readiness(
            journal.checkins.get(day),
            found["baseline"],
            policy,
            niggles=niggles(journal.changes, day),
            bad_days=found["bad_days"],
            sore_long=found["sore_long"],
            pain_long=found["pain_long"],
        )
