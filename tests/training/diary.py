"""Weeks as the plan sees them: sessions done on the days planned, without a look at their sets."""

from collections.abc import Callable
from typing import Any

from midstance.training.day import add_days
from tests.training.scene import EXPERIENCED, PROGRAM, TEMPLATES, TESTS, plan_of

START = "2026-01-05"
BOTH_KINDS: Any = EXPERIENCED | {"weekly_distance_m": 70_000}
"""A runner with one strength and one light session a week."""
JUMPED: Any = {"contacts": {"low": 40, "medium": 40}, "clean": {"springs": True}}
"""A session whose jumps went well."""
KINDS = {"strength-squat": True, "strength-hinge": True, "easy-both-legs": False}


def days_from(first: str, count: int) -> list[str]:
    return [add_days(first, after) for after in range(count)]


def history(**more: Any) -> Any:
    return {"sessions": [], "assessments": []} | more


def session(template: str, day: str, **more: Any) -> Any:
    heavy = TEMPLATES[template]["kind"] == "strength"
    known = {"session": f"{template}-{day}", "template": template, "day": day, "ended_at": 0}
    return known | {"heavy": heavy, "place": "home"} | more


def sessions(template: str, *days: str, **more: Any) -> list[Any]:
    return [session(template, day, **more) for day in days]


def assessed(day: str, **values: float) -> list[Any]:
    """Self-tests on a day; those with sides have the same value on both."""
    return [
        {"test": test, "side": side, "value": value, "day": day}
        for test, value in values.items()
        for side in (["left", "right"] if TESTS[test]["sides"] == "each" else ["both"])
    ]


def planned(profile: Any, day: str = START, **known: Any) -> list[Any]:
    """The sessions planned on `day` after the `known` part of a history."""
    items: list[Any] = plan_of(profile, history(**known), day)["sessions"]
    return items


def days_of(items: list[Any], *, heavy: bool | None = None) -> list[str]:
    return [item["day"] for item in items if heavy in (None, item["heavy"])]


def live(
    profile: Any,
    days: int,
    *,
    comes: Callable[[str], bool] = lambda _: True,
    after: Callable[[str], dict[str, Any]] = lambda _: {},
    program: Any = PROGRAM,
    **known: Any,
) -> list[Any]:
    """A runner with a new plan every day who does what it has for the day if she `comes`.

    `after` says more of each session done, by its day. Answers with the items done.
    """
    past, found = history(**known), list[Any]()
    for day in days_from(profile["start_day"], days):
        items = plan_of(profile, past, day, program)["sessions"]
        item = next((each for each in items if each["day"] == day), None)
        if item and comes(day):
            found.append(item)
            past["sessions"] = [*past["sessions"], session(item["template"], day, **after(day))]
    return found
