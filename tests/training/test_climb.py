"""What the climb asks for: reps in hand before a big step, a week between rises of jumps."""

from itertools import pairwise
from typing import Any

import pytest

from midstance.training.advance import advance
from midstance.training.dose import dose
from midstance.training.explain import explain
from midstance.training.ladder import build_ladder
from tests.training.climbing import DAY, known, top_of, train
from tests.training.scene import (
    DUMBBELL_SET,
    EXERCISES,
    GYM,
    POLICY,
    SLOTS,
    STAIR_CHAIR_BACKPACK,
    TWO_DUMBBELLS,
    ladders_of,
    sets_of,
)
from tests.vectors.progress import item_at

LB = 453.59237


def test_the_top_of_the_range_is_not_enough_for_a_big_step() -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    at = top_of(ladder, 8000, "goblet-squat")
    waits = train(ladder, known(at))
    assert waits["position"]["rung"] == at
    told = explain(waits["reasons"][0], POLICY, "kg")["text"]
    assert told.startswith("The next load here is 25 % more, a big step: first show 2 more in hand")


@pytest.mark.parametrize("shown", [{"rir": 5}, {"reps": 14}, {"reps": 13, "rir": 4}])
def test_reps_in_hand_above_the_goal_or_in_reserve_take_it(shown: dict[str, int]) -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    at = top_of(ladder, 8000, "goblet-squat")
    found = ladder["rungs"][train(ladder, known(at), **shown)["position"]["rung"]]
    assert (found["load_g"], found["reps"]) == (10000, 8)


def test_two_sessions_with_a_last_set_far_above_take_it_too() -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    at = top_of(ladder, 8000, "goblet-squat")
    item = item_at(ladder, at)
    sets = sets_of(item)
    sets[-1]["reps"] = 15
    outcome: Any = {"prescribed": item, "sets": sets, "day": DAY, "entries": []}
    once = advance(known(at), outcome, ladder, POLICY)
    assert once["reasons"][0]["rule"] == "big_step_wait"
    twice = advance(once["position"], outcome, ladder, POLICY)
    assert twice["reasons"][0]["rule"] == "two_for_two"
    assert ladder["rungs"][twice["position"]["rung"]]["load_g"] == 10000


def test_patience_takes_a_step_that_is_not_too_big_but_never_a_doubled_load() -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    patient = POLICY["big_step"]["patient_sessions"]
    at = top_of(ladder, 8000, "goblet-squat")
    assert train(ladder, known(at, exposures=patient))["position"]["rung"] == at + 1
    doubled: Any = {"dumbbells_g": [16000, 32000], "items": ["chair"]}
    ladder = ladders_of(doubled)["squat"]["home"]
    at = top_of(ladder, 16000, "goblet-squat")
    assert train(ladder, known(at, exposures=9))["reasons"][0]["rule"] == "big_step_wait"


def test_light_loads_ask_for_no_more_than_body_and_load_together_do() -> None:
    """A pack from 5 to 10 kg is twice the load and a fourteenth of what the legs lift."""
    ladder = ladders_of(STAIR_CHAIR_BACKPACK)["squat"]["home"]
    at = top_of(ladder, 5000, "goblet-squat")
    told = train(ladder, known(at))["reasons"][0]
    assert told == {"rule": "big_step_wait", "values": {"percent": 100, "reps": 3}}


def test_below_the_top_two_for_two_climbs_by_reps_where_the_next_load_is_far() -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    bottom = top_of(ladder, 8000, "goblet-squat") - 2
    found = train(ladder, known(bottom, streak=1), reps=10)
    assert found["reasons"][0]["rule"] == "goal_met"
    assert found["position"]["rung"] == bottom + 1


def test_a_first_load_on_a_bare_exercise_is_a_part_of_the_body() -> None:
    ladder = ladders_of(TWO_DUMBBELLS)["split_squat"]["home"]
    at = top_of(ladder, 0, "split-squat")
    found = train(ladder, known(at))
    assert found["reasons"][0]["values"] == {"percent": 25, "reps": 3}


def test_a_small_plate_needs_no_more_than_the_top() -> None:
    ladder = ladders_of(GYM)["heavy_squat"]["home"]
    at = top_of(ladder, 50000, "barbell-squat")
    found = train(ladder, known(at))
    assert found["reasons"][0]["rule"] == "goal_met"
    assert ladder["rungs"][found["position"]["rung"]]["load_g"] == 52500


def test_the_next_band_asks_for_reps_in_hand() -> None:
    ladder = ladders_of(DUMBBELL_SET)["side_hip"]["home"]
    at = max(i for i, rung in enumerate(ladder["rungs"]) if rung.get("band") == 1)
    assert train(ladder, known(at))["reasons"][0]["rule"] == "band_wait"
    in_hand = ladder["rungs"][at].get("reps", 0) + POLICY["big_step"]["band_reps"]
    rung = train(ladder, known(at), reps=in_hand)["position"]["rung"]
    assert ladder["rungs"][rung]["band"] == 2


def test_pounds_climb_plate_by_plate() -> None:
    plates = [round(LB * each) for each in (2.5, 5, 10, 25, 35, 45)]
    gym: Any = {"barbell": {"bar_g": round(LB * 45), "plates_g": plates}, "items": ["chair"]}
    ladder: Any = build_ladder("heavy_squat", SLOTS["heavy_squat"], gym, EXERCISES, POLICY)
    bars = [round(r["load_g"] / LB) for r in ladder["rungs"] if r["load"] == "barbell"]
    assert bars[:6] == [45, 50, 55, 60, 65, 70]
    assert bars == sorted(set(bars))


def test_no_ladder_skips_a_load_that_would_have_been_a_smaller_step() -> None:
    """Thinned or not, steps above a tenth are taken only where nothing lies in between."""
    for slot, at in ladders_of(GYM).items():
        rungs = at["home"]["rungs"]
        for a, b in pairwise(rungs):
            grows = a["exercise"] == b["exercise"] and a["load_g"] < b["load_g"]
            if grows and a["load"] == b["load"] == "dumbbell":
                heavier = min(x for x in GYM["dumbbells_g"] if x > a["load_g"])
                assert b["load_g"] <= max(a["load_g"] * 1.1, heavier), slot


# --- jumps ---------------------------------------------------------------------------------


def test_jumps_begin_with_a_week_as_they_are_and_then_rise_once_a_week() -> None:
    ladder = ladders_of(GYM)["springs"]["home"]
    position: Any = {"rung": 0, "streak": 0, "misses": 0, "exposures": 0}
    rungs = []
    for day in ("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12", "2026-03-16"):
        found = train(ladder, position, day)
        position = found["position"]
        rungs.append(position["rung"])
    assert rungs == [0, 0, 1, 1, 2]
    assert found["reasons"][0]["rule"] == "goal_met"


def test_more_contacts_are_a_week_old_before_more_also_when_sessions_were_missed() -> None:
    ladder = ladders_of(GYM)["springs"]["home"]
    position: Any = {"rung": 0, "streak": 0, "misses": 0, "exposures": 0}
    rungs = []
    for day in ("2026-03-02", "2026-03-10", "2026-03-17", "2026-03-20", "2026-03-24"):
        position = train(ladder, position, day)["position"]
        rungs.append(position["rung"])
    assert rungs == [0, 1, 1, 1, 2]


def test_after_fewer_contacts_the_way_back_takes_a_week_a_step_too() -> None:
    ladder = ladders_of(GYM)["springs"]["home"]
    last = ladder["rungs"][4]
    position: Any = known(2, last=last, raised="2026-02-02")
    rungs = []
    for day in ("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12"):
        position = train(ladder, position, day)["position"]
        rungs.append(position["rung"])
    assert rungs == [2, 2, 3, 3]


def test_no_step_of_contacts_is_larger_than_a_fifth() -> None:
    for slot in [name for name, slot in SLOTS.items() if "contacts" in slot]:
        rungs = ladders_of(GYM)[slot]["home"]["rungs"]
        for a, b in pairwise(rungs):
            if a["exercise"] == b["exercise"] and "contacts" in b:
                assert a["contacts"] < b["contacts"] <= a["contacts"] * 1.2


# --- sides and pain ------------------------------------------------------------------------


def test_a_set_on_top_for_the_weaker_side_is_neither_open_nor_missed() -> None:
    ladder = ladders_of(GYM)["split_squat"]["home"]
    item = item_at(ladder, 1, extra={"side": "left", "sets": 1})
    on_top = sets_of(item)[0] | {"index": item["sets"] + 1, "reps": 3}
    outcome: Any = {"prescribed": item, "sets": [*sets_of(item), on_top], "day": DAY, "entries": []}
    with_it = advance(known(1), outcome, ladder, POLICY)
    without = advance(known(1), outcome | {"sets": sets_of(item)}, ladder, POLICY)
    assert with_it == without
    assert with_it["reasons"][0]["rule"] == "goal_met"


def test_three_sessions_in_a_row_that_hurt_belong_before_a_clinician() -> None:
    ladder = ladders_of(GYM)["squat"]["home"]
    position, told = known(5), []
    for day in ("2026-03-02", "2026-03-05", "2026-03-09"):
        found = train(ladder, position, day, pain=3)
        position = found["position"]
        told.append([reason["rule"] for reason in found["reasons"]])
    assert told == [["pain_hold"], ["pain_hold"], ["pain_hold", "see_clinician"]]
    assert "amber" not in train(ladder, position)["position"]


def test_the_last_load_is_climbed_by_reps_however_light_it_is() -> None:
    ladder = ladders_of(TWO_DUMBBELLS)["squat"]["home"]
    last = ladder["rungs"][-1]
    at = next(i for i, rung in enumerate(ladder["rungs"]) if rung["load_g"] == last["load_g"])
    met = train(ladder, known(at, exposures=0), rir=10)
    assert met["reasons"][0]["rule"] == "reserve_step"
    assert met["position"]["rung"] == at + 2
    twice = train(ladder, known(at, streak=1), reps=ladder["rungs"][at]["reps"] + 2)
    assert twice["reasons"][0]["rule"] == "goal_met"
    assert twice["position"]["rung"] == at + 1


def test_where_nothing_heavier_is_left_reps_go_on_beyond_the_range_and_say_so() -> None:
    ladder = ladders_of(TWO_DUMBBELLS)["squat"]["home"]
    reach, last = SLOTS["squat"]["reps"], ladder["rungs"][-1]
    assert last["reps"] == reach["beyond"] > reach["max"]
    lighter = [rung["reps"] for rung in ladder["rungs"] if rung["load_g"] < last["load_g"]]
    assert max(lighter) == reach["max"]
    told = dose(last, SLOTS["squat"], ladder, 3, light=False, policy=POLICY)
    assert [reason["rule"] for reason in told] == ["dose", "beyond", "tempo"]
    assert told[1].get("values") == {"amount": reach["max"]}


def test_a_bar_or_a_stack_goes_on_by_load_and_never_beyond_its_reps() -> None:
    ladder = ladders_of(GYM)["squat"]["home"]
    assert ladder["rungs"][-1]["reps"] == SLOTS["squat"]["heavy_reps"]["max"]


def test_an_exercise_that_is_harder_by_its_load_waits_for_a_heavier_one() -> None:
    pack = [rung["exercise"] for rung in ladders_of(STAIR_CHAIR_BACKPACK)["squat"]["home"]["rungs"]]
    assert "goblet-squat" in pack
    assert "barbell-squat" not in pack, "a backpack on the back is no more than one in the arms"
    heavier: Any = {"dumbbells_g": [8000], "backpack_g": [4000, 12000], "items": ["chair"]}
    rungs = ladders_of(heavier)["squat"]["home"]["rungs"]
    assert [rung["load_g"] for rung in rungs if rung["exercise"] == "barbell-squat"][-1] == 12000


def test_what_is_far_too_light_goes_to_the_next_load_at_any_time_and_what_is_not_by_reps() -> None:
    ladder = ladders_of(DUMBBELL_SET)["squat"]["home"]
    at = next(i for i, rung in enumerate(ladder["rungs"]) if rung["load_g"] == 8000)
    far = train(ladder, known(at), rir=9)
    assert far["reasons"][0]["rule"] == "reserve_light"
    found = ladder["rungs"][far["position"]["rung"]]
    assert (found["load_g"], found["reps"]) == (10000, 8)
    some = train(ladder, known(at), rir=5)
    assert some["reasons"][0]["rule"] == "goal_met"
    assert some["position"]["rung"] == at + 1
