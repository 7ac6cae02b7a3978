"""The way through the stages: gates shown, days off and the runner's own word, day by day."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal, TypeVar

from midstance.training.day import WEEK_DAYS, add_days
from midstance.training.evidence import Asked
from midstance.training.gate import still_shut
from midstance.training.layoff import days_off
from midstance.training.plan_values import History
from midstance.training.program_values import Criterion, Program, Stage, Tests
from midstance.training.runner_values import Assessment, Done, Profile
from midstance.training.shown import Shown
from midstance.training.values import Policy, Reason
from midstance.training.week import choose_week

R = TypeVar("R", Done, Assessment)


@dataclass(frozen=True)
class Stay:
    """A stretch of time in one stage: which of `stages`, since when, and why.

    `weeks_kept` is the part of its shortest weeks asked for; assessments before `floor` are older
    than a long layoff.
    """

    index: int
    since: str
    why: Reason
    weeks_kept: float = 1
    floor: str = ""


@dataclass(frozen=True)
class Turn:
    """A day on which the runner goes back: after days off, or to a stage asked for."""

    day: str
    to: Literal["before", "entry"] | int
    days: int = 0


@dataclass(frozen=True)
class Way:
    """How far a walk has come: the stay on the day `until`, with all gates judged up to it.

    `shown` has taken in the records from before that day.
    """

    stay: Stay
    until: str
    shown: Shown


@dataclass(frozen=True)
class Walk:
    """All that the walk to `day` looks at; `stages` begin with the one for the experience.

    Where a part of the way is `known` it goes on from there: that holds as long as the records from
    before its day, the changes and the red flags are the same, and a session was on that day.
    """

    profile: Profile
    program: Program
    history: History
    policy: Policy
    tests: Tests
    day: str
    known: Way | None = None

    @property
    def stages(self) -> list[Stage]:
        stages, entry = self.program["stages"], self.policy["entry"][self.profile["experience"]]
        return [stage for stage in stages if stage["number"] >= entry] or stages[-1:]

    @property
    def since(self) -> str:
        return self.known.until if self.known else ""


def walk_to(walk: Walk) -> Way:
    """The way to the walk's day."""
    way = walk.known and replace(walk.known, shown=walk.known.shown.copy())
    if way is None:
        entry = Stay(0, walk.profile["start_day"], {"rule": "stage_entry"})
        way = _begun(walk, entry, Shown(walk.policy["layoff"]["jumps_again_days"]))
    for turn in [*_turns(walk), None]:
        while up := _up(walk, way, turn.day if turn else walk.day):
            way = _begun(walk, up, way.shown)
        if turn and (back := _back(walk, way.stay, turn)):
            way = _begun(walk, back, way.shown)
    way.shown.take_before(walk.history, walk.day)
    return replace(way, until=walk.day)


def _begun(walk: Walk, stay: Stay, shown: Shown) -> Way:
    shown.take_before(walk.history, stay.since)
    shown.begin(walk.stages[stay.index]["templates"], stay.since, stay.floor)
    return Way(stay, stay.since, shown)


def _turns(walk: Walk) -> list[Turn]:
    """Days off and stages asked for, by day; the first day off of too many is when it counts."""
    numbers, found = walk.policy["layoff"], list[Turn]()
    for begun, days in days_off(from_day(walk.since, walk.history["sessions"]), walk.day):
        if days > numbers["back_days"]:
            found.append(Turn(add_days(begun, numbers["back_days"] + 1), "before", days))
        if days > numbers["again_days"]:
            found.append(Turn(add_days(begun, numbers["again_days"] + 1), "entry", days))
    for change in walk.history.get("changes", []):
        new = walk.since < change["from"] <= walk.day
        if new and change["change"] == "stage" and "stage" in change:
            found.append(Turn(change["from"], change["stage"]))
    return sorted(found, key=lambda turn: turn.day)


def _back(walk: Walk, stay: Stay, turn: Turn) -> Stay | None:
    """The stay after a turn; None where the stage asked for lies ahead."""
    kept: float = walk.policy["layoff"]["weeks_kept"]
    since = max(stay.since, turn.day)
    if turn.to == "before":
        why: Reason = {"rule": "stage_back", "values": {"days": turn.days}}
        return Stay(max(0, stay.index - 1), since, why, kept, stay.floor)
    if turn.to == "entry":
        why = {"rule": "stage_again", "values": {"days": turn.days}}
        return Stay(0, since, why, kept, turn.day)
    numbers = [stage["number"] for stage in walk.stages[: stay.index]]
    if turn.to not in numbers:
        return None
    return Stay(numbers.index(turn.to), since, {"rule": "stage_chosen"}, 1, stay.floor)


def _up(walk: Walk, way: Way, until: str) -> Stay | None:
    """The stay in the next stage, if the gate of this one opens on a day up to `until`."""
    stay = way.stay
    if stay.index + 1 >= len(walk.stages):
        return None
    by_word = _overridden_on(walk, stay, until)
    by_gate = _shown_on(walk, way, by_word or until)
    on = by_gate or by_word
    if on is None:
        return None
    stage = walk.stages[stay.index]
    rule = "stage_gate" if by_gate else "stage_override"
    why: Reason = {"rule": rule, "values": {"name": stage["name"]}}
    again = stay.floor and stage["number"] < walk.policy["layoff"]["again_stages"]
    kept = walk.policy["layoff"]["weeks_kept"] if again else 1
    return Stay(stay.index + 1, on, why, kept, stay.floor)


def _overridden_on(walk: Walk, stay: Stay, until: str) -> str | None:
    """The day on which the runner's own word opens the gate."""
    number = walk.stages[stay.index]["number"]
    days = [
        _clear(walk, change["from"])
        for change in walk.history.get("changes", [])
        if change["change"] == "gate"
        and change.get("stage") == number
        and stay.since <= change["from"]
    ]
    return min((day for day in days if day <= until), default=None)


def _shown_on(walk: Walk, way: Way, until: str) -> str | None:
    """The first day up to `until` on which everything before it shows the gate."""
    stay, shown = way.stay, way.shown
    stage, weeks = walk.stages[stay.index], weeks_of(walk, stay)
    earliest = add_days(stay.since, WEEK_DAYS * weeks)
    if earliest > until:
        return None
    asked = asked_of(walk, stay, until)
    begin = max(earliest, walk.since)
    gate, shut = stage["gate"], list[Criterion]()
    for on in sorted({_clear(walk, day) for day in (begin, *_days_after(walk, begin, until))}):
        if on > until:
            break
        shown.take_before(walk.history, on)
        then = replace(asked, day=on)
        if len(shown.weeks) < weeks or (shut and still_shut(shut, shown, then)):
            continue
        # What held the gate last is asked first the next day: most days it still does.
        held = still_shut(gate, shown, then)
        if held is None:
            return on
        shut = [held]
    return None


def _days_after(walk: Walk, first: str, until: str) -> set[str]:
    """The days after those from `first` on, before `until`, of which something is known."""
    sessions = from_day(first, walk.history["sessions"])
    assessments = from_day(first, walk.history["assessments"])
    return {add_days(one["day"], 1) for one in (*sessions, *assessments) if one["day"] < until}


def from_day(day: str, records: list[R]) -> list[R]:
    """The records from `day` on."""
    return records[bisect_left(records, day, key=lambda one: one["day"]) :]


def _clear(walk: Walk, day: str) -> str:
    """The first day from `day` on without a red flag in the days before it."""
    recent: int = walk.policy["red_flags"]["recent_days"]
    for flag in sorted(walk.history.get("red_flags", [])):
        if flag <= day <= add_days(flag, recent):
            day = add_days(flag, recent + 1)
    return day


def weeks_of(walk: Walk, stay: Stay) -> int:
    """The weeks to train in the stage before its gate can open."""
    return ceil(walk.stages[stay.index]["weeks"]["min"] * stay.weeks_kept)


def asked_of(walk: Walk, stay: Stay, day: str) -> Asked:
    """What the gate of a stay is judged with; the share done is one of the sessions that fit."""
    stage = walk.stages[stay.index]
    week = choose_week(walk.profile, walk.program, stage, walk.policy)
    planned = min(stage["per_week"]["min"], len(week.strength) + len(week.light))
    return Asked(walk.policy, walk.tests, day, walk.profile, planned, stage["weeks"]["min"])
