"""Days for sessions: the week's own, or the next good ones where those could not be."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from midstance.training.closed import Closed
from midstance.training.day import add_days, weekday
from midstance.training.values import Policy
from midstance.training.week import Week

Kind = Literal["strength", "light", "race"]
WEEK_DAYS = 7
RECENT = 2 * WEEK_DAYS
"""Sessions looked back on, more than the last two weeks have."""


@dataclass(frozen=True)
class Calendar:
    """What days are laid by.

    `begin` is the first day of the program and `since` that of the stage; `heavy` and `light` are
    the days trained, newest last. `free` is the first day that the last heavy session leaves for
    the next, `gap_days` are the days after each one to come. `race` is the day of a race.
    """

    begin: str
    since: str
    heavy: list[str]
    light: list[str]
    free: str
    gap_days: list[int]
    week: Week
    closed: Closed
    race: str | None
    policy: Policy


def lay(calendar: Calendar, day: str, days: int) -> list[tuple[str, Kind]]:
    """The days for sessions from `day` on, at most one a day, with their kind.

    A weekday of the week takes its session. Another day takes one that is owed: in the seven days
    up to it fewer were done than planned, so that a missed day neither skips nor doubles.
    """
    found: list[tuple[str, Kind]] = []
    heavy, light = Counter(calendar.heavy[-RECENT:]), Counter(calendar.light[-RECENT:])
    last = max([*calendar.heavy[-1:], *calendar.light[-1:]], default="")
    free, gap_days = calendar.free, iter(calendar.gap_days)
    raced = any(d in _race_days(calendar) for d in (*heavy, *light))
    for on in (add_days(day, after) for after in range(days)):
        if on < calendar.begin or on <= last:
            continue
        if on in _race_days(calendar):
            after = add_days(last, 1) if last else day
            if not raced and _is_race_session(calendar, on, max(free, after, day)):
                found.append((on, "race"))
                raced, last, free = True, on, add_days(on, next(gap_days, 1))
            continue
        if on >= free and _takes(calendar, on, heavy, is_heavy=True):
            found.append((on, "strength"))
            heavy[on], last = 1, on
            free = add_days(on, next(gap_days))
        elif _takes(calendar, on, light, is_heavy=False):
            found.append((on, "light"))
            light[on], last = 1, on
    return found


def _takes(calendar: Calendar, on: str, trained: Counter[str], *, is_heavy: bool) -> bool:
    """Whether a day takes a session of the kind: it is its weekday, or one is owed and may be.

    A week takes no more than planned; an owed session comes only if its later days leave room.
    """
    week = calendar.week
    own, moves = (week.strength, week.open) if is_heavy else (week.light, week.open_light)
    closed = calendar.closed.heavy if is_heavy else calendar.closed.light
    done = sum(trained[add_days(on, 1 - back)] for back in range(1, weekday(on) + 1))
    if on in closed or done >= len(own):
        return False
    if weekday(on) in own:
        return True
    gap = calendar.policy["week"]["gap_days"] if is_heavy else 1
    later = sum(each >= weekday(on) + gap for each in own)
    if weekday(on) not in moves or done + later >= len(own):
        return False
    first = not (calendar.heavy or calendar.light or trained)
    return first or _owed(calendar, on, own, trained, closed)


def _owed(
    calendar: Calendar, on: str, own: tuple[int, ...], trained: Counter[str], closed: dict[str, str]
) -> bool:
    """Whether the last seven days had more days of the week for sessions than sessions.

    A day closed for a race or an illness owes nothing; one closed for a moved run does. The last
    heavy session before a race, planned for days that are closed by then, is owed ahead.
    """
    begin = max(calendar.begin, calendar.since)
    back = [add_days(on, -days) for days in range(WEEK_DAYS)]
    planned = [d for d in back if d >= begin and weekday(d) in own]
    planned = [d for d in planned if closed.get(d, "rest_run") == "rest_run"]
    done = sum(trained[d] for d in back)
    return len(planned) > done or _last_before_race(calendar, on, own, trained)


def _last_before_race(
    calendar: Calendar, on: str, own: tuple[int, ...], trained: Counter[str]
) -> bool:
    """Whether the days for the last heavy session have none of their own, and none was done."""
    numbers = calendar.policy["plan"]
    if not calendar.race or own is not calendar.week.strength:
        return False
    span = (numbers["race_first_last_heavy_days"], numbers["race_last_heavy_days"])
    window = [add_days(calendar.race, -before) for before in range(span[1], span[0] + 1)]
    return on in window and not any(trained[d] or weekday(d) in own for d in window)


def _race_days(calendar: Calendar) -> list[str]:
    """The days of race week before the race: one light session at most, and that early."""
    if not calendar.race:
        return []
    before: int = calendar.policy["plan"]["race_last_heavy_days"]
    return [add_days(calendar.race, -days) for days in range(1, before)]


def _is_race_session(calendar: Calendar, on: str, free: str) -> bool:
    """Whether `on` is the best of the days left for the light session of race week."""
    early = _race_days(calendar)[calendar.policy["plan"]["race_light_days"] - 1 :]
    days = [d for d in early if d >= free and d not in calendar.closed.light]
    own = {*calendar.week.strength, *calendar.week.light}
    return on == min(days, key=lambda d: (weekday(d) not in own, d), default=None)
