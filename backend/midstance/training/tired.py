"""Days that ask for a lighter week ahead of its turn: two of wellness, strength and soreness."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping

from midstance.training.day import add_days
from midstance.training.lately import bad_days, sore_long
from midstance.training.runner_values import Checkin
from midstance.training.values import Policy, Position

LOOK_BACK_DAYS = 60
"""No longer than a phone remembers; what lasts is much shorter."""


def tired_days(
    checkins: Mapping[str, Checkin], weaker: Collection[str], policy: Policy, *, since: str = ""
) -> list[str]:
    """The days of check-ins from `since` on on which two of three held, oldest first.

    Wellness: bad days enough for a light day. Soreness: a region sore for longer than it should.
    Strength: one of the `weaker` days, on which a load was lost, lies no more than a week back.
    """
    numbers, lost = policy["deload"], sorted(weaker)
    days = sorted(checkins)
    found = []
    for at in range(bisect_left(days, since), len(days)):
        day = days[at]
        week_ago = add_days(day, -numbers["strength_days"])
        weak = bisect_right(lost, day) > bisect_left(lost, week_ago)
        if not weak and not _is_sore(checkins[day], policy):
            continue  # at most wellness is left, and one alone is none
        first = bisect_left(days, add_days(day, -LOOK_BACK_DAYS))
        recent = {on: checkins[on] for on in days[first : at + 1]}
        signs = weak + bool(sore_long(recent, day, policy))
        # The costly one is asked only where it decides.
        if signs == numbers["early_signs"] - 1:
            signs += bad_days(recent, day, policy) >= policy["wellness"]["light_days"]
        if signs >= numbers["early_signs"]:
            found.append(day)
    return found


def lost_load(position: Position, policy: Policy) -> bool:
    """Whether the last two whole sessions in a slot both stayed well below the best before."""
    values = [exposure["value"] for exposure in position.get("recent", [])]
    last = position.get("last", {})
    if len(values) < 3 or not last.get("load_g") or "reps" not in last:
        return False
    kept: float = 1 - policy["deload"]["strength_down"]
    return max(values[-2:]) <= max(values[:-2]) * kept


def _is_sore(checkin: Checkin, policy: Policy) -> bool:
    answers = (checkin.get("soreness") or {}).values()
    return any((answer or 0) >= policy["soreness"]["lighter_from"] for answer in answers)
