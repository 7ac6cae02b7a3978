"""From what was frozen and logged in a session to what happened in each slot."""

from typing import cast

from midstance.training.runner_values import Checkin
from midstance.training.values import Attendance, Item, LoggedSet, Outcome

KEPT = (
    *("side", "index", "load_g", "reps", "hold_s", "contacts", "distance_m"),
    *("rir", "pain", "sharp", "quality"),
)


def outcomes(
    *,
    items: list[Item],
    sets: list[LoggedSet],
    day: str,
    checkin: Checkin | None = None,
    morning: Checkin | None = None,
    attendance: Attendance | None = None,
) -> dict[str, Outcome]:
    """The outcome of each slot in `items`, the frozen workout, by slot.

    `checkin` is that of the session's day, `morning` that of the day after. Of another exercise
    done in a slot the pain counts and the numbers do not; where nothing else was done there, the
    slot is swapped.
    """
    happened = {item["slot"]: _outcome(item, sets, day, checkin, morning) for item in items}
    if attendance:
        for outcome in happened.values():
            outcome["attendance"] = attendance
    return happened


def _outcome(
    item: Item,
    sets: list[LoggedSet],
    day: str,
    checkin: Checkin | None,
    morning: Checkin | None,
) -> Outcome:
    logged = [s for s in sets if s.get("slot") == item["slot"]]
    own = [s for s in logged if s.get("exercise", item["exercise"]) == item["exercise"]]
    outcome: Outcome = {
        "prescribed": item,
        "sets": _in_order(own or logged),
        "day": day,
        "entries": [s["record"] for s in logged if "record" in s],
    }
    if not logged:
        outcome["skipped"] = True
    elif not own:
        outcome["swapped"] = True
    elif len(own) < len(logged):
        outcome["others"] = _in_order([s for s in logged if s not in own])
    if checkin:
        outcome["soreness"] = _worst(checkin.get("soreness"), item)
        outcome["pain_before"] = _worst(checkin.get("pain"), item)
        outcome["red_flag"] = bool(checkin.get("red_flags"))
    if morning:
        outcome["pain_morning"] = _worst(morning.get("pain_morning"), item)
    return outcome


def _in_order(sets: list[LoggedSet]) -> list[LoggedSet]:
    return [_plain(s) for s in sorted(sets, key=lambda s: (s["index"], s["side"]))]


def _plain(logged: LoggedSet) -> LoggedSet:
    return cast(LoggedSet, {k: v for k, v in logged.items() if k in KEPT and v is not None})


def _worst(by_region: dict[str, int] | None, item: Item) -> int:
    """The highest answer for a region that the exercise loads."""
    answers = by_region or {}
    return max((answers.get(region) or 0 for region in item.get("regions", [])), default=0)
