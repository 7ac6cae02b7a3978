"""Days for sessions: the week's own, or the next good ones where those could not be."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from midstance.training.closed import Closed
from midstance.training.day import add_days, weekday
from midstance.training.race import last_heavy_days, race_days
from midstance.training.values import Policy
from midstance.training.week import Week

Kind = Literal["strength", "light", "race"]
WEEK_DAYS = 7
RACE_WAIT_DAYS = 3
"""A weekly session whose weekday lies outside of the last heavy days is no further from them."""
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
    raced = any(d in race_days(calendar.race, calendar.policy) for d in (*heavy, *light))
    for on in (add_days(day, after) for after in range(days)):
        if on < calendar.begin or on <= last:
            continue
        if on in race_days(calendar.race, calendar.policy):
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
    if on in closed or done >= len(own) or (is_heavy and _waits_for_race(calendar, on, trained)):
        return False
    if weekday(on) in own:
        return True
    gap = calendar.policy["week"]["gap_days"] if is_heavy else 1
    rest_of_week = [add_days(on, after) for after in range(gap, WEEK_DAYS + 1 - weekday(on))]
    later = sum(weekday(d) in own and d not in closed for d in rest_of_week)
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
    if own is not calendar.week.strength:
        return False
    window = last_heavy_days(calendar.race, calendar.policy)
    return on in window and not any(trained[d] or weekday(d) in own for d in window)


def _waits_for_race(calendar: Calendar, on: str, trained: Counter[str]) -> bool:
    """Whether a session becomes the last heavy one before a race, days later.

    So it is after the last weekday before those days, where they have none of their own.
    """
    own, window = calendar.week.strength, last_heavy_days(calendar.race, calendar.policy)
    if not window or not add_days(on, 1) <= window[0] <= add_days(on, RACE_WAIT_DAYS):
        return False
    between = [d for d in (add_days(on, after) for after in range(1, WEEK_DAYS)) if d <= window[-1]]
    if any(trained[d] or weekday(d) in own for d in between):
        return False
    closed, moves = calendar.closed.heavy, calendar.week.open
    return any(weekday(d) in moves and d not in closed for d in window)


def _is_race_session(calendar: Calendar, on: str, free: str) -> bool:
    """Whether `on` is the best of the days left for the light session of race week."""
    least: int = calendar.policy["plan"]["race_light_days"]
    early = race_days(calendar.race, calendar.policy)[least - 1 :]
    days = [d for d in early if d >= free and d not in calendar.closed.light]
    own = {*calendar.week.strength, *calendar.week.light}
    return on == min(days, key=lambda d: (weekday(d) not in own, d), default=None)
