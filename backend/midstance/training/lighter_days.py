"""What makes a planned session lighter: a deload, a spike, a race, an illness, each with why."""

from midstance.training.day import add_days, monday
from midstance.training.deload import deload_every, deload_weeks, since_lighter
from midstance.training.laid import Kind
from midstance.training.plan_values import History
from midstance.training.program_values import Stage
from midstance.training.race import days_off_after, race_weeks
from midstance.training.runner_values import Profile
from midstance.training.spike import spike
from midstance.training.values import EaseKind, Policy, Reason

Eased = tuple[EaseKind, Reason]


def lighter_days(
    profile: Profile,
    history: History,
    laid: list[tuple[str, Kind]],
    policy: Policy,
    *,
    stage: Stage,
    day: str,
) -> list[list[Eased]]:
    """For each of the days `laid`, from `day` on, what makes its session in `stage` lighter."""
    sessions = since_lighter(history["sessions"], day)
    done = [one["day"] for one in sessions if one["heavy"]]
    planned = [on for on, kind in laid if kind == "strength"]
    lighter = deload_weeks(
        [*done, *planned],
        monday(laid[-1][0]) if laid else day,
        deload_every(profile, stage, day, policy),
        history.get("tired", []),
        race_weeks(profile, policy),
        light={one["day"]: one["light"] for one in sessions if "light" in one},
        today=day,
    )
    spiked = spike(history.get("runs", []), history["sessions"], day, policy)
    found: list[list[Eased]] = []
    for on, kind in laid:
        eased: list[Eased] = []
        if monday(on) in lighter:
            eased.append(("deload", {"rule": lighter[monday(on)]}))
        if spiked and kind == "strength" and on == planned[0]:
            eased.append(("spike", spiked))
        found.append([*eased, *_race(profile, on, kind, policy), *_ill(history, on, policy)])
    return found


def _race(profile: Profile, on: str, kind: Kind, policy: Policy) -> list[Eased]:
    """The light session of race week, nothing new before the race, the way back after it."""
    race, numbers = profile.get("race_day"), policy["plan"]
    if not race:
        return []
    found: list[Eased] = [("race", {"rule": "race_week"})] if kind == "race" else []
    if add_days(race, -numbers["race_new_days"]) <= on < race:
        found.append(("no_new", {"rule": "no_new"}))
    back = add_days(race, days_off_after(profile, policy))
    if back < on <= add_days(back, numbers["after_days"]):
        found.append(("after_race", {"rule": "after_race"}))
    return found


def _ill(history: History, on: str, policy: Policy) -> list[Eased]:
    numbers = policy["plan"]
    for change in history.get("changes", []):
        if change["change"] == "illness" and change.get("to"):
            back = add_days(change["to"], numbers["illness_clear_days"])
            if back < on <= add_days(back, numbers["after_days"]):
                return [("after_illness", {"rule": "after_illness"})]
    return []
