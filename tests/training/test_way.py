"""A way gone on from a known part of it ends where the whole way ends."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from midstance.training.day import add_days, days_between
from midstance.training.opens import closed_slots
from midstance.training.stage import stage_now
from midstance.training.stage_walk import Walk, walk_to
from tests.training.diary import START, assessed, history, session
from tests.training.scene import EXPERIENCED, NOVICE, POLICY, PROGRAM, TESTS

PAUSES = st.sampled_from([0, 2, 2, 3, 4, 15, 22, 45, 90])
GOOD = {"clean": {"springs": True, "jumps": True}, "contacts": {"low": 60}, "pain": 0}
WELL = {"rep_ratio": {"single": 0.9}, "quality": {"single": 4}, "soreness": 1}
HURT = {"clean": {"springs": False}, "contacts": {"low": 60}, "pain": 5, "soreness": 8}


@st.composite
def histories(draw: st.DrawFn) -> Any:
    """A log of some seasons: stages trained in turn, pauses, tests, overrides, red flags."""
    day, done, tests = START, list[Any](), list[Any]()
    number = draw(st.integers(1, 2))
    for _ in range(draw(st.integers(1, 6))):
        templates = PROGRAM["stages"][number - 1]["templates"]
        for at in range(draw(st.integers(3, 16))):
            went = HURT if draw(st.integers(0, 9)) == 0 else GOOD | WELL
            known = session(templates[at % len(templates)], day, **went)
            done.append(known | {"session": f"s{len(done)}"})
            if draw(st.integers(0, 3)) == 0:
                tested = add_days(day, draw(st.integers(0, 3)))
                tests += assessed(tested, **dict.fromkeys(TESTS, draw(st.integers(0, 60))))
            day = add_days(day, draw(st.integers(1, 3)))
        day = add_days(day, draw(PAUSES))
        number = min(7, number + draw(st.integers(0, 1)))
    last = days_between(START, day)
    days = st.integers(0, last).map(lambda after: add_days(START, after))
    change = st.fixed_dictionaries(
        {
            "from": days,
            "change": st.sampled_from(["gate", "gate", "stage"]),
            "stage": st.integers(1, 3),
        }
    )
    return history(
        sessions=done,
        assessments=sorted(tests, key=lambda one: str(one["day"])),
        changes=sorted(draw(st.lists(change, max_size=6)), key=lambda one: str(one["from"])),
        red_flags=sorted(draw(st.lists(days, max_size=2))),
    )


@settings(deadline=None, max_examples=150)
@given(histories(), st.sampled_from([NOVICE, EXPERIENCED]), st.data())
def test_going_on_from_any_session_ends_as_going_all_the_way(
    past: Any, profile: Any, data: Any
) -> None:
    days = sorted({one["day"] for one in past["sessions"]})
    half = data.draw(st.sampled_from(days))
    begun = walk_to(Walk(profile, PROGRAM, past, POLICY, TESTS, half))
    later = data.draw(st.sampled_from([day for day in days if day >= half]))
    known = walk_to(Walk(profile, PROGRAM, past, POLICY, TESTS, later, begun))
    day = add_days(days[-1], data.draw(st.integers(0, 100)))
    whole = stage_now(profile, PROGRAM, past, day, POLICY, tests=TESTS)
    closed = closed_slots(PROGRAM, past, day, POLICY, tests=TESTS)
    for way in (begun, known):
        assert stage_now(profile, PROGRAM, past, day, POLICY, tests=TESTS, known=way) == whole
        assert closed_slots(PROGRAM, past, day, POLICY, tests=TESTS, known=way) == closed


def test_what_is_known_of_a_way_stays_as_it_was() -> None:
    past = history(sessions=[session("springs-squat", add_days(START, 3 * n)) for n in range(20)])
    known = walk_to(Walk(EXPERIENCED, PROGRAM, past, POLICY, TESTS, add_days(START, 9)))
    before = known.shown.copy()
    stage_now(EXPERIENCED, PROGRAM, past, add_days(START, 80), POLICY, tests=TESTS, known=known)
    closed_slots(PROGRAM, past, add_days(START, 80), POLICY, tests=TESTS, known=known)
    assert known.shown == before
