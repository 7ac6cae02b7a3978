"""Which of the sets logged in a slot count, and for what."""

from typing import Any

from midstance.training.advance import advance
from midstance.training.outcome import outcomes
from tests.training.scene import GYM, POLICY, ladders_of, sets_of
from tests.vectors.progress import item_at

DAY = "2026-03-02"
LADDER = ladders_of(GYM)["split_squat"]["home"]
RUNG = 4


def judged(item: Any, sets: list[Any]) -> Any:
    """What the sets logged in the slot do to a runner who stands where they were asked for."""
    position: Any = {"rung": RUNG, "streak": 0, "misses": 1, "exposures": 2, "last_day": DAY}
    outcome = outcomes(items=[item], sets=sets, day=DAY)[item["slot"]]
    return advance(position, outcome, LADDER, POLICY)


def deciding(item: Any, sets: list[Any]) -> str:
    rule: str = judged(item, sets)["reasons"][0]["rule"]
    return rule


def asked(**more: Any) -> Any:
    return item_at(LADDER, RUNG, **more)


def one_more(item: Any, **more: Any) -> list[Any]:
    """The sets asked for and one on top, on both sides."""
    after = item["sets"] + (2 if "extra" in item else 1)
    on_top = [s | {"index": after} | more for s in sets_of(item)[:2]]
    return [*sets_of(item), *on_top]


def without(sets: list[Any], index: int) -> list[Any]:
    return [s for s in sets if s["index"] != index]


def test_a_set_on_top_does_not_stand_in_for_one_that_was_left_out() -> None:
    item = asked(extra={"side": "left", "sets": 1})
    extra = sets_of(item)[0] | {"index": item["sets"] + 1, "side": "left"}
    assert deciding(item, [*sets_of(item), extra]) == "goal_met"
    assert deciding(item, [*without(sets_of(item), 2), extra]) == "sets_open"
    assert deciding(asked(), without(one_more(asked()), 2)) == "sets_open"


def test_a_set_of_ones_own_is_never_missed_and_never_raises() -> None:
    item = asked()
    for reps in (0, 40):
        found = judged(item, one_more(item, reps=reps, load_g=0))
        assert [r["rule"] for r in found["reasons"]] == ["goal_met"]
        assert found["position"]["rung"] == RUNG + 1
    first = judged(item, sets_of(item))["position"]
    for more in ({"reps": 40}, {"load_g": 60000}, {"rir": 9}, {"rir": 0}):
        after = judged(item, one_more(item, **more))["position"]
        assert {**after, "why": None} == {**first, "why": None}


def test_a_set_of_ones_own_still_tells_of_pain_and_of_how_it_looked() -> None:
    item = asked()
    assert deciding(item, one_more(item, pain=6)) == "pain_regress"
    assert deciding(item, one_more(item, quality=1)) == "quality_hold"


def test_nothing_but_a_set_on_top_leaves_the_sets_open() -> None:
    item = asked()
    found = judged(item, one_more(item)[-2:])
    assert found["reasons"][0]["rule"] == "sets_open"
    assert found["position"]["rung"] == RUNG


def test_sharp_pain_takes_as_much_off_as_strong_pain_however_weak_it_was() -> None:
    item = asked()
    strong, sharp = (
        judged(item, [s | pain for s in sets_of(item)])
        for pain in ({"pain": 6}, {"pain": 2, "sharp": True})
    )
    assert sharp["reasons"][0]["rule"] == "pain_sharp"
    assert sharp["position"]["rung"] == strong["position"]["rung"] < RUNG
    assert sharp["position"]["amber"] == 1
    assert deciding(item, [s | {"sharp": False} for s in sets_of(item)]) == "goal_met"


def test_sets_before_a_swap_midway_are_done_and_the_others_open() -> None:
    item = asked()
    sets = [s | ({"exercise": "step-up"} if s["index"] > 1 else {}) for s in sets_of(item)]
    found = judged(item, sets)
    assert found["reasons"][0]["rule"] == "sets_open"
    assert found["reasons"][0]["values"] == {"done": 1, "sets": item["sets"]}
    assert found["position"]["last"]["exercise"] == item["exercise"]


def test_pain_of_the_exercise_swapped_to_counts_and_its_numbers_do_not() -> None:
    item = asked()
    other = {"exercise": "step-up", "reps": 40, "load_g": 60000, "quality": 0}
    for pain, rule in ((0, "sets_open"), (3, "pain_hold"), (7, "pain_regress")):
        sets = [s | (other | {"pain": pain} if s["index"] > 1 else {}) for s in sets_of(item)]
        found = judged(item, sets)
        assert found["reasons"][0]["rule"] == rule
        assert set(found["reasons"][0]["entries"]) == {s["record"] for s in sets}


def test_pain_on_a_day_that_was_lowered_anyway_goes_below_what_hurt() -> None:
    """The place was higher, but what hurt is what comes back lower."""
    position: Any = {"rung": 9, "streak": 0, "misses": 0, "exposures": 2, "last_day": DAY}
    item = item_at(LADDER, 4, eased="lighter")
    sets = sets_of(item, pain=5)
    outcome = outcomes(items=[item], sets=sets, day=DAY)[item["slot"]]
    assert advance(position, outcome, LADDER, POLICY)["position"]["rung"] < 4
