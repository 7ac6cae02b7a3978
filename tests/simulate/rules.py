"""The safety rules of docs/science.md, each worked out on its own from a simulated life."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from midstance.simulate.life import Life
from tests.simulate import amounts, days, prescribed
from tests.simulate.lives import Check


@dataclass
class Judged:
    """How often each rule was looked at, and each breach in words."""

    checked: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


def judge(life: Life) -> Judged:
    judged = Judged()
    for name, rule in RULES.items():
        for day, broken in rule(life):
            judged.checked[name] += 1
            if broken:
                judged.broken.append(f"{life.runner.name}, {day}: {name}: {broken}")
    return judged


def phone_and_server_agree(life: Life) -> Iterator[Check]:
    """Whenever the phone comes back, its positions are the server's."""
    apart = set(life.apart)
    for day in life.days:
        if day.synced:
            yield day.day, "phone and server have other positions" if day.day in apart else None
    end = life.end.day if life.end else ""
    yield end, "phone and server end in other positions" if end in apart else None


RULES: dict[str, Callable[[Life], Iterator[Check]]] = {
    "caps of a week": amounts.caps,
    "contacts grow slowly": amounts.contacts_grow_slowly,
    "no jumps before their gate": amounts.jumps_wait_for_their_gate,
    "48 hours between heavy legs": days.two_days_apart,
    "heavy legs clear of key runs": days.clear_of_key_runs,
    "race days and illness free": days.race_and_illness,
    "lighter weeks in time, never two": days.lighter_weeks,
    "pain of 5 stops its region": prescribed.pain_stops_a_region,
    "pain of 5 lowers its slot": prescribed.pain_lowers_the_slot,
    "red flags stop the day": prescribed.red_flags_stop_the_day,
    "recovery never raises": prescribed.recovery_never_raises,
    "only good days raise": prescribed.only_good_days_raise,
    "every load exists": prescribed.loads_exist,
    "minutes kept": prescribed.minutes_kept,
    "phone and server agree": phone_and_server_agree,
}
