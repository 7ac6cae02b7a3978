"""A runner's months, day by day: runs, mornings, sessions, self-tests, illness and holidays."""

from dataclasses import dataclass, field

from midstance.simulate.body import Body
from midstance.simulate.mornings import check_in
from midstance.simulate.phone import Phone, Today
from midstance.simulate.runner import Runner
from midstance.simulate.self_tests import take
from midstance.simulate.sets import STOPS_AT, log_sets
from midstance.simulate.standing import Journal, Server, Standing
from midstance.simulate.world import World
from midstance.training.day import add_days, weekday
from midstance.training.plan_values import PlanItem
from midstance.training.reserve import levels_above
from midstance.training.rungs import locate
from midstance.training.runner_values import Checkin, PlanChange, Run
from midstance.training.values import EndedSession, Ladders, LoggedSet, Positions, Workout

DAY_MS = 86_400_000
ASKS_AFTER_DAYS = 3
SAYS_AWAY = 0.5
SOON = 0.5
PUT_OFF_MOST = 2
"""The chance that tests asked for are done on the day, and how often they are put off."""
"""The part of holidays that is announced."""
LONG_PART, QUALITY_PART, EASY_PART = 0.35, 0.25, 0.2
"""Parts of a week's distance in one run."""


@dataclass(frozen=True)
class Trained:
    """One session: what was prescribed from which positions, and what was logged."""

    item: PlanItem
    workout: Workout
    positions: Positions
    sets: list[LoggedSet]
    place: str


@dataclass(frozen=True)
class Day:
    """One day as it went: what the phone said, and what the runner said and did."""

    day: str
    today: Today
    stage: int
    synced: bool
    checkin: Checkin | None
    trained: Trained | None


@dataclass
class Life:
    """A simulated time; `apart` are the days on which phone and server disagreed."""

    runner: Runner
    world: World
    days: list[Day] = field(default_factory=list)
    journal: Journal = field(default_factory=Journal)
    end: Standing | None = None
    apart: list[str] = field(default_factory=list)
    ladders: Ladders = field(default_factory=dict)


def live(runner: Runner, world: World, weeks: int, online_days: int | None = None) -> Life:
    """`weeks` weeks of `runner`; the phone asks the server at least every `online_days` days.

    In between it goes on alone. Whenever it asks, its positions must be the server's.
    """
    return _Living(runner, world, online_days or runner.online_days).live(weeks)


class _Living:
    def __init__(self, runner: Runner, world: World, online_days: int) -> None:
        self.runner, self.world, self.online_days = runner, world, online_days
        self.life = Life(runner, world)
        self.journal = self.life.journal
        self.body = Body(runner, runner.dice("body"))
        self.server = Server(runner, world)
        self.life.ladders = self.server.built
        self.dice = runner.dice("life")
        self.training = runner.dice("sets")
        self.start = runner.profile["start_day"]
        self.phone = Phone(runner, world, self.server.standing(self.journal, self.start))
        self.ill_until = self.away_until = ""
        self.hurt_yesterday: set[str] = set()
        self.changed = False
        self.put_off = 0

    def live(self, weeks: int) -> Life:
        ran_m = 0.0
        for number in range(7 * weeks):
            day = add_days(self.start, number)
            self.body.wake(number, ran_m, self._usual_m())
            self._fall_ill_or_leave(day)
            checkin = self._check_in(day)
            place = "gym" if self.dice.random() < self.runner.gym_part else "home"
            today, synced = self._ask(day, place)
            trained = self._train(number, day, today, place)
            self._self_test(day)
            ran_m = self._run(day)
            stage = self.phone.pack.stage["number"]
            self.life.days.append(Day(day, today, stage, synced, checkin, trained))
        self.life.end = self.server.standing(self.journal, add_days(self.start, 7 * weeks))
        if self.phone.positions(self.journal) != self.life.end.positions:
            self.life.apart.append(self.life.end.day)
        return self.life

    # --- what happens to a runner ----------------------------------------------------------

    def _fall_ill_or_leave(self, day: str) -> None:
        traits = self.runner.traits
        if day > self.ill_until and self.dice.random() < traits.ill_per_year / 365:
            self.ill_until = add_days(day, self.dice.randint(2, 8))
            self._change({"change": "illness", "from": day, "to": self.ill_until})
        if day > self.away_until and self.dice.random() < traits.away_per_year / 365:
            self.away_until = add_days(day, self.dice.choice((5, 8, 10, 14, 18, 24, 33)))
            if self.dice.random() < SAYS_AWAY:
                self._change({"change": "away", "from": day, "to": self.away_until})

    def _change(self, change: PlanChange) -> None:
        self.journal.changes.append(change)
        self.changed = True

    def _check_in(self, day: str) -> Checkin | None:
        ill = day <= self.ill_until and self.dice.random() < 0.5
        said = check_in(self.body, self.hurt_yesterday, ill, self.dice)
        self.hurt_yesterday = set()
        if said:
            self.journal.checkins[day] = said
            self.changed |= (
                bool(said.get("red_flags"))
                or max([*said.get("soreness", {}).values()], default=0) >= 4
            )
        self._niggle(day)
        return said

    def _niggle(self, day: str) -> None:
        """Whoever is injured rests the region by a word of their own until it is calm."""
        region = self.body.injured
        open_ = next((c for c in self.journal.changes if c["change"] == "niggle"), None)
        pain = self.body.pain.get(region, 0.0)
        if region and open_ is None and 3 <= pain < 6.5:
            self._change({"change": "niggle", "from": day, "region": region})
        elif open_ and "to" not in open_ and pain < 1:
            open_["to"] = day
            self.changed = True

    def _run(self, day: str) -> float:
        """The day's run, and now and then one far longer than any of late."""
        profile, on = self.runner.profile, weekday(day)
        race = profile.get("race_day") == day
        if day <= self.ill_until or not (on in profile["run_days"] or race):
            return 0.0
        part, kind = EASY_PART, "easy"
        if race:
            distance, kind = float(profile.get("race_distance_m") or 10_000), "race"
        else:
            if on == profile.get("long_run_day"):
                part, kind = LONG_PART, "long"
            elif on in (profile.get("quality_days") or []):
                part, kind = QUALITY_PART, "quality"
            distance = part * self._usual_m() * self.dice.uniform(0.9, 1.05)
            if kind != "quality" and self.dice.random() < self.runner.traits.spikes:
                distance = LONG_PART * self._usual_m() * self.dice.uniform(1.3, 2.2)
                kind = "long" if on == profile.get("long_run_day") else "easy"
        run: Run = {"day": day, "distance_m": float(round(distance))}
        match kind:
            case "race":
                run["type"] = "race"
            case "long":
                run["type"] = "long"
            case "quality":
                run["type"] = "quality"
            case _:
                run["type"] = "easy"
        self.journal.runs.append(run)
        self.changed = True
        return run["distance_m"]

    def _usual_m(self) -> float:
        return float(self.runner.profile["weekly_distance_m"])

    # --- the phone and the session ---------------------------------------------------------

    def _ask(self, day: str, place: str) -> tuple[Today, bool]:
        """What the phone says; before a session, or after a while, it asks the server first."""
        upcoming, pack = self.phone.next(self.journal, day), self.phone.pack.day
        quiet = upcoming["kind"] != "session"
        old = day >= add_days(pack, ASKS_AFTER_DAYS)
        asks = day >= add_days(pack, self.online_days) and (old or (self.changed and not quiet))
        if asks:
            standing = self.server.standing(self.journal, day)
            if self.phone.positions(self.journal) != standing.positions:
                self.life.apart.append(day)
            self.phone.pack = standing
            self.changed = False
            upcoming = self.phone.next(self.journal, day)
        return self.phone.today(self.journal, day, place, upcoming), asks

    def _train(self, number: int, day: str, today: Today, place: str) -> Trained | None:
        if today.kind != "session" or today.workout is None or today.positions is None:
            return None
        traits = self.runner.traits
        if day <= self.away_until or self.dice.random() > traits.comes:
            return None
        sets = self._sets(today.workout, place, number, self._levels_above(day))
        if not sets or "session" not in today.next:
            return None
        name = f"{self.runner.name} {day}"
        session: EndedSession = {
            "session": name,
            "day": day,
            "place": place,
            "items": today.workout["items"],
            "sets": sets,
        }
        self.journal.sessions.append(session)
        self.journal.fields[name] = {
            "template": today.workout["template"],
            "place": place,
            "ended_at": number * DAY_MS,
            "per_week": sum(self.phone.pack.plan["per_week"].values()),
        }
        self.changed = True
        return Trained(today.next["session"], today.workout, today.positions, sets, place)

    def _sets(self, workout: Workout, place: str, number: int, levels: int) -> list[LoggedSet]:
        traits, dice = self.runner.traits, self.training
        items = workout["items"]
        if dice.random() < traits.ends_early:
            items = items[: dice.randint(1, len(items))] if items else items
        logged: list[LoggedSet] = []
        for item in items:
            exercise = self.world.exercises[item["exercise"]]
            ladder = self.phone.pack.ladders.get(item["slot"], {}).get(place)
            sets = log_sets(item, exercise, ladder, self.body, dice, levels_above=levels)
            if ladder and dice.random() < traits.swaps:
                other = ladder["rungs"][max(0, locate(ladder, item) - 6)]["exercise"]
                sets = [{**one, "exercise": other} for one in sets]
            rir = min((one["rir"] for one in sets if "rir" in one), default=4)
            self.body.work(item, exercise, len({one["index"] for one in sets}), rir, number)
            if max((one.get("pain", 0) for one in sets), default=0) >= min(3, STOPS_AT):
                self.hurt_yesterday |= set(exercise["regions"])
            logged += sets
        return logged

    def _levels_above(self, day: str) -> int:
        trained = [one["day"] for one in self.journal.sessions]
        return levels_above(self.runner.profile["experience"], trained, day, self.world.policy)

    def _self_test(self, day: str) -> None:
        """Tests that are due are done on a quiet day, most of them soon."""
        due = [one["test"] for one in self.phone.pack.measured if one["due"]]
        if not due or self.phone.pack.day != day:
            return
        if self.dice.random() > SOON and self.put_off < PUT_OFF_MOST:
            self.put_off += 1
            return
        if day <= self.ill_until or day <= self.away_until:
            return
        for key in due:
            self.journal.assessments += take(
                self.world.tests[key], self.body, self.world.exercises, day, self.dice
            )
            self.changed = True
        self.put_off = 0
