"""Days without sessions: around a race, while ill, and next to key runs that moved."""

from dataclasses import dataclass, field

from midstance.training.day import add_days, days_between, weekday
from midstance.training.plan_values import History
from midstance.training.race import days_off_after
from midstance.training.runner_values import Profile
from midstance.training.values import Policy


@dataclass
class Closed:
    """Days closed for heavy and for light sessions, each with the reason of its rest."""

    heavy: dict[str, str] = field(default_factory=dict)
    light: dict[str, str] = field(default_factory=dict)

    def close(self, first: str, last: str, rule: str, *, light: bool = True) -> None:
        """Close the days from `first` to `last`, for heavy sessions alone unless `light`."""
        for day in (add_days(first, after) for after in range(days_between(first, last) + 1)):
            self.heavy.setdefault(day, rule)
            if light:
                self.light.setdefault(day, rule)


def closed_days(
    profile: Profile, history: History, first: str, last: str, policy: Policy
) -> Closed:
    """The closed days from `first` to `last`."""
    closed, numbers = Closed(), policy["plan"]
    for change in history.get("changes", []):
        if change["change"] == "illness":
            to = change.get("to")
            until = add_days(to, numbers["illness_clear_days"]) if to else last
            closed.close(max(first, change["from"]), min(last, until), "rest_ill")
        if change["change"] == "away":
            until = change.get("to") or last
            closed.close(max(first, change["from"]), min(last, until), "rest_away")
    race = profile.get("race_day")
    if race:
        off, clear = days_off_after(profile, policy), numbers["race_clear_days"]
        last_heavy: int = numbers["race_last_heavy_days"]
        closed.close(add_days(race, -clear), race, "rest_race")
        closed.close(add_days(race, 1), add_days(race, off), "rest_after_race")
        closed.close(add_days(race, 1 - last_heavy), race, "rest_race", light=False)
    for run in history.get("runs", []):
        if run["day"] >= first and run.get("type", "easy") != "easy":
            eve = add_days(run["day"], -1)
            closed.close(eve, eve, "rest_run", light=False)
            if run.get("type") != "quality" or weekday(run["day"]) not in _quality(profile):
                closed.close(run["day"], run["day"], "rest_run", light=False)
    return Closed(
        {day: rule for day, rule in sorted(closed.heavy.items()) if first <= day <= last},
        {day: rule for day, rule in sorted(closed.light.items()) if first <= day <= last},
    )


def _quality(profile: Profile) -> list[int]:
    return profile.get("quality_days") or []
