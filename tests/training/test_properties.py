"""The safety rules of the engine, held over thousands of positions, sessions, homes and weeks."""

from itertools import groupby
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from midstance.training.advance import advance
from midstance.training.day import add_days
from midstance.training.ladder import build_ladder, build_ladders
from midstance.training.readiness import readiness
from midstance.training.rungs import MEASURES, locate
from tests.training.scene import (
    EXERCISES,
    KITS,
    NOVICE,
    POLICY,
    PROGRAM,
    SLOTS,
    TEMPLATES,
    ladders_of,
    sets_of,
    train,
    workout_of,
)

DAY = "2026-03-02"
STEADY = settings(deadline=None)
SLOW = settings(deadline=None, max_examples=40)
REGIONS = ["calf", "knee", "hip", "quads", "lower_back", "hamstrings", "ankle"]
LADDERS = {kit: ladders_of(place) for kit, place in KITS.items()}
GRAMS = st.integers(2, 80).map(lambda half_kg: half_kg * 500)
PLACES = st.fixed_dictionaries(
    {
        "dumbbells_g": st.lists(GRAMS, max_size=8),
        "kettlebells_g": st.lists(GRAMS, max_size=3),
        "barbell": st.none()
        | st.fixed_dictionaries(
            {"bar_g": st.sampled_from([10000, 20000]), "plates_g": st.lists(GRAMS, max_size=6)}
        ),
        "backpack_g": st.lists(GRAMS, max_size=4),
        "bands": st.integers(0, 5),
        "items": st.lists(st.sampled_from(["step", "chair", "towel"]), unique=True),
    }
)
ANSWERS = st.dictionaries(st.sampled_from(REGIONS), st.integers(0, 10), max_size=3)
CHECKINS = st.fixed_dictionaries(
    {},
    optional={
        "sleep": st.integers(1, 7),
        "fatigue": st.integers(1, 7),
        "stress": st.integers(1, 7),
        "soreness": ANSWERS,
        "pain": ANSWERS,
        "pain_morning": ANSWERS,
        "red_flags": st.lists(st.sampled_from(["bone_pain", "night_pain"]), max_size=1),
    },
)
EASES = ["deload", "spike", "race", "after_race", "after_illness", "no_new"]


@st.composite
def in_a_session(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    """A position on some ladder and an outcome of the session it led to."""
    slots = LADDERS[draw(st.sampled_from(sorted(LADDERS)))]
    slot = draw(st.sampled_from(sorted(slots)))
    ladder: Any = slots[slot]["home"]
    rung = draw(st.integers(0, len(ladder["rungs"]) - 1))
    position = {"rung": rung, "last_day": "2026-02-27"} | {
        key: draw(st.integers(0, 3)) for key in ("streak", "misses", "exposures")
    }
    template = next(t for t in TEMPLATES.values() if slot in [s["slot"] for s in t["slots"]])
    workout = workout_of(template["slug"], slots, {slot: {"home": position}}, DAY)
    item = next(each for each in workout["items"] if each["slot"] == slot)
    sets = []
    for done in sets_of(item):
        key = next(k for k in MEASURES if k in done)
        changed = {key: draw(st.integers(0, 60)), "rir": draw(st.none() | st.integers(0, 10))}
        changed |= {"pain": draw(st.integers(0, 4)), "quality": draw(st.integers(0, 4))}
        sets.append(done | (changed if draw(st.booleans()) else {}))
    sets = sets[: draw(st.integers(1, len(sets)))]
    outcome = {"prescribed": item, "sets": sets, "day": DAY, "entries": []}
    return position, outcome, ladder


@STEADY
@given(in_a_session())
def test_positions_stay_on_their_ladder(session: Any) -> None:
    position, outcome, ladder = session
    found = advance(position, outcome, ladder, POLICY)
    assert 0 <= found["position"]["rung"] < len(ladder["rungs"])
    assert all(reason["rule"] in POLICY["reasons"] for reason in found["reasons"])


@STEADY
@given(in_a_session(), st.integers(5, 10))
def test_pain_from_five_on_never_raises(session: Any, pain: int) -> None:
    position, outcome, ladder = session
    outcome["sets"][-1]["pain"] = pain
    found = advance(position, outcome, ladder, POLICY)["position"]
    before, after = ladder["rungs"][position["rung"]], ladder["rungs"][found["rung"]]
    assert found["rung"] < position["rung"] or (found["rung"] == 0 and found["blocked"])
    assert after["exercise"] != before["exercise"] or after["load_g"] <= before["load_g"]


@STEADY
@given(in_a_session(), st.sampled_from(["deload", "layoff", "lighter"]))
def test_a_day_made_lighter_never_raises(session: Any, eased: str) -> None:
    position, outcome, ladder = session
    outcome["prescribed"] = outcome["prescribed"] | {"eased": eased}
    assert advance(position, outcome, ladder, POLICY)["position"]["rung"] <= position["rung"]


@STEADY
@given(in_a_session(), CHECKINS)
def test_what_the_runner_feels_never_raises(session: Any, checkin: Any) -> None:
    position, outcome, ladder = session
    without = advance(position, outcome, ladder, POLICY)["position"]["rung"]
    worst = {"soreness": 0, "pain_before": 0} | {
        "soreness": max(checkin.get("soreness", {}).values(), default=0),
        "pain_before": max(checkin.get("pain", {}).values(), default=0),
        "red_flag": bool(checkin.get("red_flags")),
    }
    with_it = advance(position, outcome | worst, ladder, POLICY)["position"]["rung"]
    assert with_it <= max(without, position["rung"])


@STEADY
@given(
    CHECKINS,
    st.sampled_from(sorted(TEMPLATES)),
    st.lists(st.sampled_from(EASES), unique=True, max_size=3),
    st.integers(0, 59),
    st.integers(0, 80),
)
def test_readiness_never_adds_a_set_a_rung_or_effort(
    checkin: Any, template: str, ease: list[str], rung: int, days_off: int
) -> None:
    ladders = LADDERS["gym"]
    positions = {
        slot: {"home": {"rung": min(rung, len(at["home"]["rungs"]) - 1), "streak": 0, "misses": 0}}
        for slot, at in ladders.items()
    }
    for position in positions.values():
        position["home"] |= {"exposures": 1, "last_day": add_days(DAY, -days_off)}
    usual: Any = {"mean": 8.0, "sd": 1.5, "n": 12}
    ready = readiness(checkin, usual, POLICY)
    fresh = workout_of(template, ladders, positions, DAY)
    today = workout_of(template, ladders, positions, DAY, readiness=ready, ease=ease)
    before = {item["slot"]: item for item in fresh["items"]}
    for item in today["items"]:
        planned = before[item["slot"]]
        assert item["rung"] <= planned["rung"] <= positions[item["slot"]]["home"]["rung"]
        assert item["sets"] <= planned["sets"]
        assert item["rir"] >= planned["rir"]


@STEADY
@given(PLACES, st.sampled_from(sorted(SLOTS)))
def test_every_prescribed_load_exists_in_the_equipment(place: Any, slot: str) -> None:
    ladder = build_ladder(slot, SLOTS[slot], place, EXERCISES, POLICY)
    for rung in ladder["rungs"] if ladder else []:
        assert rung["load_g"] in loads_that_exist(rung["load"], place)
        assert 1 <= rung.get("band", 1) <= max(1, place["bands"])
    assert ladder is None or 0 < len(ladder["rungs"]) <= POLICY["ladder"]["most_rungs"]


def loads_that_exist(kind: str, place: Any) -> set[int]:
    """Worked out on its own, plate by plate, so that it can disagree with the ladder."""
    if kind == "barbell":
        bar, found = place["barbell"], set()
        for chosen in range(2 ** len(bar["plates_g"])):
            pairs = [p for bit, p in enumerate(bar["plates_g"]) if chosen >> bit & 1]
            found.add(bar["bar_g"] + 2 * sum(pairs))
        return found
    return {
        "body": {0},
        "none": {0},
        "band": {0},
        "dumbbell": set(place["dumbbells_g"]),
        "dumbbells": {2 * each for each in place["dumbbells_g"]},
        "kettlebell": set(place["kettlebells_g"]),
        "backpack": set(place["backpack_g"]),
    }[kind]


@STEADY
@given(PLACES)
def test_a_stair_a_chair_and_a_backpack_are_enough_for_every_slot(place: Any) -> None:
    items = [*place["items"], "step", "chair"]
    enough = place | {"items": items, "backpack_g": [*place["backpack_g"], 8000]}
    assert build_ladders(PROGRAM, {"home": enough}, EXERCISES, POLICY).keys() == SLOTS.keys()


@STEADY
@given(PLACES, PLACES, st.sampled_from(sorted(SLOTS)), st.integers(0, 59))
def test_changed_equipment_leads_to_a_place_that_is_not_harder(
    before: Any, after: Any, slot: str, rung: int
) -> None:
    old = build_ladder(slot, SLOTS[slot], before, EXERCISES, POLICY)
    new = build_ladder(slot, SLOTS[slot], after, EXERCISES, POLICY)
    if old is None or new is None:
        return
    prescribed = old["rungs"][min(rung, len(old["rungs"]) - 1)]
    index = locate(new, prescribed)
    found = new["rungs"][index]
    same = found["exercise"] == prescribed["exercise"]
    assert index == 0 or not same or found["load_g"] <= prescribed["load_g"]
    assert locate(old, prescribed) == old["rungs"].index(prescribed)


NEW = {"streak": 0, "misses": 0, "exposures": 0}


@STEADY
@given(
    st.sampled_from(sorted(TEMPLATES)), st.sampled_from(sorted(KITS)),
    st.integers(10, 90), st.integers(0, 59),
)  # fmt: skip
def test_a_session_never_exceeds_its_minutes_by_more_than_a_tenth(
    template: str, kit: str, minutes: int, rung: int
) -> None:
    ladders = LADDERS[kit]
    positions = {
        slot: {"home": {"rung": min(rung, len(at["home"]["rungs"]) - 1)} | NEW}
        for slot, at in ladders.items()
    }
    workout = workout_of(template, ladders, positions, DAY, minutes=minutes)
    assert workout["items"]
    assert workout["minutes"] <= minutes * 1.1
    assert all(item["sets"] >= 1 for item in workout["items"])


def test_a_runner_who_does_everything_climbs_waits_before_big_steps_and_never_slips() -> None:
    sessions = train(NOVICE | {"experience": "experienced"}, KITS["dumbbell_set"], 70)
    ladders = ladders_of(KITS["dumbbell_set"])
    by_slot: dict[str, list[int]] = {}
    for session in sessions:
        for item in session["items"]:
            if "eased" not in item:
                by_slot.setdefault(item["slot"], []).append(item["rung"])
    assert len(by_slot) >= 18
    patience = POLICY["big_step"]["patient_sessions"]
    for slot, rungs in by_slot.items():
        top = len(ladders[slot]["home"]["rungs"]) - 1
        assert rungs == sorted(rungs), (slot, rungs)
        assert rungs[-1] > rungs[0] or rungs[0] == top, (slot, rungs)
        stands = [len(list(same)) for rung, same in groupby(rungs) if rung < top]
        assert max(stands, default=0) <= patience, (slot, rungs)
