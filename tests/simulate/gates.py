"""When jumps may begin, worked out from what a runner trained and tested before a day."""

from collections.abc import Iterator

from midstance.simulate.life import Day, Life
from midstance.training.day import add_days, days_between, monday

TESTS = {"drop_squat_sticks": 10, "double_pogos": 20}
"""What is shown before the first spring; landings alone ask for less."""


def jumps_allowed(pattern: str, day: Day, life: Life) -> str | None:
    """Why jumps of that class must not be done yet; None when they may."""
    return next(_open(pattern, day, life), None)


def _open(pattern: str, day: Day, life: Life) -> Iterator[str]:
    before = [one for one in life.days if one.day < day.day and one.trained]
    weeks = {monday(one.day) for one in before if one.trained and one.trained.item["heavy"]}
    if day.stage < 5:
        yield f"the stage is {day.stage}"
    if len(weeks) < 8:
        yield f"there were {len(weeks)} weeks of strength"
    if _latest("bone_clear", day, life) < 1:
        yield "bones are not clear"
    if pattern == "plyo_low":
        return
    yield from (f"{test} is open" for test in TESTS if _latest(test, day, life) < TESTS[test])
    if _clean("springs", before, day, life) < 4:
        yield "springs did not go clean four times"
    if pattern == "plyo_high" and _latest("single_leg_pogos", day, life) < 20:
        yield "single-leg pogos are open"
    if pattern == "plyo_high" and _clean("jumps", before, day, life) < 2:
        yield "jumps did not go clean twice"


def _latest(test: str, day: Day, life: Life) -> float:
    """The last value before the day, of the weaker side."""
    values = {
        one["side"]: one["value"]
        for one in life.journal.assessments
        if one["test"] == test and one["day"] <= day.day
    }
    return min(values.values(), default=0.0)


def _clean(slot: str, before: list[Day], day: Day, life: Life) -> int:
    """Sessions of a slot since weeks off that went well, with a calm next morning."""
    count, last = 0, ""
    for one in [*before, day]:
        if last and days_between(last, one.day) > 21:
            count = 0
        last = one.day
        done = one.trained if one is not day else None
        sets = [s for s in done.sets if s.get("slot") == slot] if done else []
        if not sets:
            continue
        regions = {r for s in sets for r in life.world.exercises[s["exercise"]]["regions"]}
        now = (life.journal.checkins.get(one.day) or {}).get("pain") or {}
        then = (life.journal.checkins.get(add_days(one.day, 1)) or {}).get("pain_morning") or {}
        rise = max((then.get(r, 0) for r in regions), default=0) - max(
            (now.get(r, 0) for r in regions), default=0
        )
        calm = rise <= 1 and all(s.get("pain", 0) < 3 and s.get("quality", 4) >= 3 for s in sets)
        count += calm
    return count
