"""Jumps open class by class, and weeks off close them again, on a phone that is alone too."""

from typing import Any

from midstance.training.day import add_days
from midstance.training.opens import closed_by_rest, closed_on, closed_slots
from tests.training.diary import JUMPED, START, assessed, days_from, history, session
from tests.training.scene import POLICY, PROGRAM, TESTS


def closed_at(day: str, done: list[Any], assessments: list[Any] | None = None) -> Any:
    known: Any = history(sessions=done, assessments=assessments or [])
    return closed_slots(PROGRAM, known, day, POLICY, tests=TESTS)


def test_medium_jumps_open_after_four_clean_sessions_of_low_ones() -> None:
    clean = [session("springs-squat", day, **JUMPED) for day in days_from(START, 4)]
    day = add_days(START, 7)
    first = closed_at(day, clean[:3])
    assert first["jumps"][0]["rule"] == "slot_closed"
    assert (first["jumps"][0]["values"]["value"], first["jumps"][0]["values"]["need"]) == (3, 4)
    hurt = session("springs-squat", add_days(START, 5), **JUMPED | {"clean": {"springs": False}})
    assert "jumps" in closed_at(day, [*clean[:3], hurt])
    assert "jumps" not in closed_at(day, clean)


def test_high_jumps_ask_for_twenty_single_leg_pogos_a_side_besides() -> None:
    jumped = JUMPED | {"clean": {"springs": True, "jumps": True}}
    done = [session("springs-squat", day, **jumped) for day in days_from(START, 6)]
    day = add_days(START, 7)
    assert "drops" in closed_at(day, done)
    assert "drops" in closed_at(day, done, assessed(START, single_leg_pogos=19))
    assert "drops" not in closed_at(day, done, assessed(START, single_leg_pogos=20))
    assert "drops" in closed_at(day, [], assessed(START, single_leg_pogos=20))


def test_after_three_weeks_off_jumps_are_opened_one_by_one_again() -> None:
    done = [session("springs-squat", day, **JUMPED) for day in days_from(START, 4)]
    last = done[-1]["day"]
    assert "jumps" not in closed_at(add_days(last, 21), done)
    assert "jumps" in closed_at(add_days(last, 22), done)
    again = [*done, session("springs-squat", add_days(last, 22), **JUMPED)]
    assert closed_at(add_days(last, 23), again)["jumps"][0]["values"]["value"] == 1


def test_a_phone_alone_for_three_weeks_off_closes_jumps_itself() -> None:
    done: list[Any] = [session("springs-squat", day, **JUMPED) for day in days_from(START, 4)]
    last = done[-1]["day"]
    synced = add_days(last, 20)
    open_, by_rest = (
        closed_at(synced, done),
        closed_by_rest(PROGRAM, history(sessions=done), POLICY, tests=TESTS),
    )
    assert "jumps" not in open_
    assert "jumps" in by_rest

    def on_the_phone(day: str, *own: Any) -> Any:
        return closed_on(open_, by_rest, [*done, *own], day, POLICY, since=synced)

    assert "jumps" not in on_the_phone(add_days(last, 21))
    assert "jumps" in on_the_phone(add_days(last, 22))
    again = session("springs-squat", add_days(last, 22), **JUMPED)
    assert "jumps" in on_the_phone(add_days(last, 24), again)


def test_weeks_off_that_the_server_knew_of_are_in_what_it_said() -> None:
    done: list[Any] = [session("springs-squat", day, **JUMPED) for day in days_from(START, 4)]
    again = [session("springs-squat", add_days(START, 40 + 3 * at), **JUMPED) for at in range(4)]
    synced = add_days(again[-1]["day"], 1)
    closed = closed_at(synced, [*done, *again])
    assert "jumps" not in closed
    by_rest: Any = {"jumps": [{"rule": "slot_closed"}]}
    found = closed_on(closed, by_rest, [*done, *again], add_days(synced, 3), POLICY, since=synced)
    assert "jumps" not in found
