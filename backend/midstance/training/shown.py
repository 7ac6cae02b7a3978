"""What the records show: sessions and assessments taken in one by one, oldest first."""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from midstance.training.day import add_days, monday
from midstance.training.plan_values import History
from midstance.training.runner_values import Assessment, Done


@dataclass
class Shown:
    """What is shown up to some day by records that come oldest first.

    Sessions of the templates in `own` count as the stage's, its weeks and `recent` sessions from
    `since` on; assessments before `floor` are from before a layoff too long for them to count.
    """

    again_days: int
    own: Collection[str] = ()
    since: str = ""
    floor: str = ""
    sessions: Counter[str] = field(default_factory=Counter)
    jump_sessions: Counter[str] = field(default_factory=Counter)
    best: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    recent: list[Done] = field(default_factory=list)
    weeks: set[str] = field(default_factory=set)
    strength_weeks: set[str] = field(default_factory=set)
    last: dict[str, Done] = field(default_factory=dict)
    clean: Counter[str] = field(default_factory=Counter)
    contacts: list[int] = field(default_factory=list)
    assessed: list[Assessment] = field(default_factory=list)
    sides: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    last_day: str = ""
    _sessions: int = 0
    _assessments: int = 0

    def copy(self) -> "Shown":
        """One to take in more with, while this one stays as it is."""
        return replace(
            self,
            sessions=self.sessions.copy(),
            jump_sessions=self.jump_sessions.copy(),
            best=defaultdict(dict, {name: dict(best) for name, best in self.best.items()}),
            recent=self.recent.copy(),
            weeks=self.weeks.copy(),
            strength_weeks=self.strength_weeks.copy(),
            last=self.last.copy(),
            clean=self.clean.copy(),
            contacts=self.contacts.copy(),
            assessed=self.assessed.copy(),
            sides=defaultdict(dict, {test: dict(sides) for test, sides in self.sides.items()}),
        )

    def begin(self, own: Collection[str], since: str, floor: str) -> None:
        """Look from here on for what a stage asks that begins on `since`, after all taken in."""
        self.own, self.since = own, since
        self.recent, self.weeks = [], set()
        if floor != self.floor:
            self.floor = floor
            self.assessed.clear()
            self.sides.clear()

    def take_before(self, history: History, day: str | None) -> None:
        """Take in the records from before `day` that were not yet; without one, all."""
        sessions, assessments = history["sessions"], history["assessments"]
        while self._sessions < len(sessions) and _before(sessions[self._sessions], day):
            self.take_session(sessions[self._sessions])
            self._sessions += 1
        while self._assessments < len(assessments) and _before(assessments[self._assessments], day):
            self.take_assessment(assessments[self._assessments])
            self._assessments += 1

    def take_session(self, one: Done) -> None:
        self.rest_until(one["day"])
        self.last_day = one["day"]
        week = monday(one["day"])
        if one["heavy"]:
            self.strength_weeks.add(week)
        clean = one.get("clean", {})
        for slot, went_clean in clean.items():
            self.clean[slot] += went_clean
        jumped = sum(one.get("contacts", {}).values())
        if jumped and all(clean.values()):
            insort(self.contacts, jumped)
        for slot in one.get("quality", {}).keys() | one.get("rep_ratio", {}).keys():
            self.last[slot] = one
        template = one["template"]
        self.sessions[template] += 1
        self.jump_sessions[template] += jumped > 0
        for slot, best in one.get("best", {}).items():
            self.best[template][slot] = max(best, self.best[template].get(slot, 0))
        if template in self.own and one["day"] >= self.since:
            self.recent.append(one)
            self.weeks.add(week)

    def take_assessment(self, one: Assessment) -> None:
        if one["day"] >= self.floor:
            self.assessed.append(one)
            self.sides[one["test"]][one["side"]] = one["value"]

    def rest_until(self, day: str) -> None:
        """Days off up to `day`; after enough of them, jumps have to be learned again."""
        if self.last_day and add_days(self.last_day, self.again_days) < day:
            self.clean.clear()
            self.contacts.clear()

    def both(self, test: str) -> dict[str, float]:
        """The last value by side; a side alone tells nothing yet, so it is left out."""
        found = self.sides.get(test, {})
        if "left" in found and "right" in found:
            return {"left": found["left"], "right": found["right"]}
        return {"both": found["both"]} if "both" in found else {}


def _before(one: Done | Assessment, day: str | None) -> bool:
    return day is None or one["day"] < day
