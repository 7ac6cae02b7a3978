"""The rules can fail: each finds the breach that is planted in a life for it."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from midstance.simulate.life import Life, Trained, live
from midstance.simulate.runner import draw
from midstance.simulate.world import world
from midstance.training.day import add_days, weekday
from tests.simulate.lives import heavy_sessions, sessions
from tests.simulate.rules import RULES

Plant = Callable[[Life], None]


@pytest.fixture(scope="module")
def good() -> Life:
    return live(draw("racer", 9), world("stronger-strides"), 26, online_days=1)


def moved(one: Any, **changes: Any) -> None:
    """Frozen values are changed here alone, to see that somebody would notice."""
    for name, value in changes.items():
        object.__setattr__(one, name, value)


def last(life: Life) -> Trained:
    return sessions(life)[-1][1]


def item_of(life: Life) -> Any:
    return next(item for item in last(life).workout["items"] if "reps" in item)


def a_load_that_is_not_there(life: Life) -> None:
    item_of(life).update(load="dumbbell", load_g=12_345)


def a_session_far_too_long(life: Life) -> None:
    item_of(life)["sets"] = 40


def a_rung_above_the_position(life: Life) -> None:
    item = next(i for i in last(life).workout["items"] if i["slot"] in last(life).positions)
    item["rung"] = 999


def heavy_legs_two_days_running(life: Life) -> None:
    (before, _), (day, _) = heavy_sessions(life)[-2:]
    moved(day, day=add_days(before.day, 1))


def heavy_legs_on_the_eve_of_a_key_run(life: Life) -> None:
    day, _ = heavy_sessions(life)[-1]
    key = life.runner.profile.get("long_run_day")
    assert key
    while weekday(day.day) % 7 + 1 != key:
        moved(day, day=add_days(day.day, 1))


def too_many_heavy_sets(life: Life) -> None:
    done = heavy_sessions(life)[-1][1]
    item = next(i for i in done.workout["items"] if i["block"] == "main")
    done.sets.extend(
        {"slot": item["slot"], "exercise": "goblet-squat", "index": index, "side": "both"}
        for index in range(100, 121)
    )


def a_jump_in_the_first_week(life: Life) -> None:
    sessions(life)[0][1].workout["items"][0]["exercise"] = "box-jump"


def jumps_doubled(life: Life) -> None:
    """The second time that jumps of a slot are done at a place."""
    seen = set()
    for _, done in sessions(life):
        for item in done.workout["items"]:
            key = item["slot"], item["exercise"], done.place
            if "contacts" in item and key in seen:
                item["contacts"] *= 2
                return
            seen.add(key)
    raise AssertionError("nobody jumped twice")


def six_weeks_without_a_lighter_one(life: Life) -> None:
    for _, done in heavy_sessions(life):
        done.item["ease"] = []


def two_lighter_weeks_in_a_row(life: Life) -> None:
    for _, done in heavy_sessions(life)[-6:]:
        done.item["ease"] = ["deload"]


def loaded_in_spite_of_pain(life: Life) -> None:
    day, _ = sessions(life)[-1]
    region = item_of(life)["regions"][0]
    moved(day, checkin={"pain": {region: 6}})


def nothing_easier_after_pain(life: Life) -> None:
    for _, done in sessions(life):
        for item in done.workout["items"]:
            item["rung"] = 7
        for one in done.sets:
            one["pain"] = 6


def trained_with_a_red_flag(life: Life) -> None:
    moved(sessions(life)[-1][0], checkin={"red_flags": ["night_pain"]})


def raised_after_pain(life: Life) -> None:
    for _, done in sessions(life):
        for one in done.sets:
            one["pain"] = 4


def trained_on_race_day(life: Life) -> None:
    life.runner.profile["race_day"] = sessions(life)[-1][0].day


def phone_apart(life: Life) -> None:
    assert life.end
    life.apart.append(life.end.day)


PLANTED: dict[str, list[Plant]] = {
    "caps of a week": [too_many_heavy_sets],
    "contacts grow slowly": [jumps_doubled],
    "no jumps before their gate": [a_jump_in_the_first_week],
    "48 hours between heavy legs": [heavy_legs_two_days_running],
    "heavy legs clear of key runs": [heavy_legs_on_the_eve_of_a_key_run],
    "race days and illness free": [trained_on_race_day],
    "lighter weeks in time, never two": [
        six_weeks_without_a_lighter_one,
        two_lighter_weeks_in_a_row,
    ],
    "pain of 5 stops its region": [loaded_in_spite_of_pain],
    "pain of 5 lowers its slot": [nothing_easier_after_pain],
    "red flags stop the day": [trained_with_a_red_flag],
    "recovery never raises": [a_rung_above_the_position],
    "only good days raise": [raised_after_pain],
    "every load exists": [a_load_that_is_not_there],
    "minutes kept": [a_session_far_too_long],
    "phone and server agree": [phone_apart],
}


def test_every_rule_has_a_breach_planted() -> None:
    assert PLANTED.keys() == RULES.keys()


@pytest.mark.parametrize(
    ("rule", "plant"), [(rule, plant) for rule, plants in PLANTED.items() for plant in plants]
)
def test_a_planted_breach_is_found_with_runner_and_day(rule: str, plant: Plant, good: Life) -> None:
    assert [broken for _, broken in RULES[rule](good) if broken] == []
    life = deepcopy(good)
    plant(life)
    assert [(day, broken) for day, broken in RULES[rule](life) if broken]
