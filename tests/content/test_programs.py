"""What the programs owe a runner: the science's doses, every session in the time there is."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from midstance.content import load
from midstance.content.check.caps import weeks_of
from midstance.content.read import FOLDER, read
from midstance.training.ladder import build_ladders
from midstance.training.plan_values import Readiness
from midstance.training.prescribe import prescribe

CONTENT = load()
TREE = read(FOLDER)
POLICY = CONTENT.policy
EXERCISES: Any = {slug: exercise.plain() for slug, exercise in CONTENT.exercises.items()}
PROGRAMS: Any = {slug: program.plain() for slug, program in CONTENT.programs.items()}
STRIDES = PROGRAMS["stronger-strides"]
STAGES = {stage["number"]: stage for stage in STRIDES["stages"]}
TEMPLATES = [(slug, t["slug"]) for slug, program in PROGRAMS.items() for t in program["templates"]]
AT_HOME: Any = {"backpack_g": [5000, 10000, 15000, 20000], "items": ["step", "chair"]}
HOME = {
    slug: build_ladders(p, {"home": AT_HOME}, EXERCISES, POLICY) for slug, p in PROGRAMS.items()
}
READY: Readiness = {
    "level": "go", "sets_dropped": 0, "rir_added": 0, "blocked": [], "reasons": [],
}  # fmt: skip


def template_of(program: str, slug: str) -> Any:
    return next(t for t in PROGRAMS[program]["templates"] if t["slug"] == slug)


def workout(program: str, slug: str, minutes: int) -> Any:
    """The session of a runner in the middle of every ladder, with a stair, a chair and a pack."""
    ladders, positions = HOME[program], {}
    for slot, places in ladders.items():
        rung = len(places["home"]["rungs"]) // 2
        last = places["home"]["rungs"][rung]
        standing = {"rung": rung, "streak": 0, "misses": 0, "exposures": 3}
        positions[slot] = {"home": {**standing, "last_day": "2026-03-01", "last": last}}
    asked: Any = {"positions": positions, "place": "home", "minutes": minutes, "ease": []}
    return prescribe(
        template=template_of(program, slug),
        program_slots=PROGRAMS[program]["slots"],
        ladders=ladders,
        exercises=EXERCISES,
        readiness=READY,
        policy=POLICY,
        day="2026-03-03",
        **asked,
    )


@pytest.mark.parametrize(
    ("stage", "weeks", "per_week"),
    [(1, (2, 3), (3, 4)), (2, (4, 6), (2, 3)), (3, (4, 4), (2, 2)), (4, (4, 4), (2, 2)),
     (5, (6, 8), (2, 2)), (6, (4, 4), (2, 2)), (7, (4, 4), (1, 2))],
)  # fmt: skip
def test_the_stages_have_the_weeks_of_the_science(
    stage: int, weeks: tuple[int, int], per_week: tuple[int, int]
) -> None:
    assert STAGES[stage]["weeks"] == {"min": weeks[0], "max": weeks[1]}
    assert STAGES[stage]["per_week"] == {"min": per_week[0], "max": per_week[1]}


@pytest.mark.parametrize(
    ("slot", "sets", "reps", "rir"),
    [("squat", 3, (8, 12), 3), ("heavy_squat", 3, (5, 5), 2), ("lunge", 3, (6, 10), 3),
     ("slow_squat", 3, (6, 8), 3), ("heel_drop", 3, (10, 15), 3), ("strong_squat", 3, (3, 6), 2),
     ("lasting_hinge", 3, (4, 6), 2), ("lasting_lunge", 3, (12, 20), 3),
     ("kept_squat", 2, (3, 5), 2), ("round_step", 2, (15, 25), 3)],
)  # fmt: skip
def test_a_dose_is_that_of_its_stage(slot: str, sets: int, reps: tuple[int, int], rir: int) -> None:
    dose = STRIDES["slots"][slot]
    heavy = slot not in ("squat", "slow_squat") and "heavy_reps" in dose
    reach = dose["heavy_reps" if heavy else "reps"]
    assert (dose["sets"], reach["min"], reach["max"], dose["rir"]) == (sets, *reps, rir)


@pytest.mark.parametrize(("program", "slug"), TEMPLATES, ids=lambda value: value)
@pytest.mark.parametrize("minutes", [20, 30, 45, 60])
def test_a_session_fits_its_minutes_and_keeps_what_matters_most(
    program: str, slug: str, minutes: int
) -> None:
    made = workout(program, slug, minutes)
    kept = {item["slot"] for item in made["items"]}
    first = {p["slot"] for p in template_of(program, slug)["slots"] if p["priority"] == 1}
    assert made["minutes"] <= minutes * 1.1
    assert first <= kept
    assert all(item["sets"] >= 1 for item in made["items"])


@pytest.mark.parametrize("stage", [2, 3, 4, 5, 6, 7])
def test_half_an_hour_twice_a_week_trains_thigh_hip_and_both_calf_muscles(stage: int) -> None:
    heavy = [
        slug
        for slug in STAGES[stage]["templates"]
        if template_of("stronger-strides", slug)["kind"] == "strength"
    ]
    done = {
        EXERCISES[item["exercise"]]["pattern"]
        for slug in heavy
        for item in workout("stronger-strides", slug, 30)["items"]
    }
    assert done & {"squat", "lunge", "step"}
    assert {"hinge", "calf", "calf_soleus"} <= done


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_slot_can_be_done_with_a_stair_a_chair_and_a_backpack(program: str) -> None:
    assert HOME[program].keys() == PROGRAMS[program]["slots"].keys()


@pytest.mark.parametrize("slug", ["keep-squat", "keep-hinge"])
def test_in_season_takes_25_minutes_and_30_to_40_contacts(slug: str) -> None:
    made = workout("in-season", slug, 60)
    contacts = sum(
        item["sets"] * item.get("contacts", 0) * (2 if item["sides"] == "each" else 1)
        for item in made["items"]
    )
    lifts = [item for item in made["items"] if item["block"] == "main"]
    assert made["minutes"] <= 25
    assert 30 <= contacts <= 40
    assert 2 <= len(lifts) <= 3
    assert all(item["sets"] <= 2 for item in lifts)


def test_each_kind_of_jump_opens_by_the_one_before() -> None:
    slots = STRIDES["slots"]
    opens = {slot: {c["key"] for c in slots[slot].get("opens", [])} for slot in slots}
    assert "drop_squat_sticks" in opens["springs"]
    assert opens["jumps"] == opens["side_jumps"] == {"clean_springs"}
    assert opens["drops"] == opens["bounds"] == {"single_leg_pogos", "clean_jumps"}


def test_lowering_slows_from_four_to_five_seconds_along_each_chain() -> None:
    slots = STRIDES["slots"]
    for slot in ("slow_squat", "slow_hinge", "slow_lunge", "slow_step_down"):
        own = slots[slot]["tempos"]
        tempos = [own.get(slug) or EXERCISES[slug]["tempo"] for slug in slots[slot]["chain"]]
        assert [tempo[0] for tempo in tempos] == sorted(tempo[0] for tempo in tempos)
        assert {tempo[0] for tempo in tempos} == {"4", "5"}


def test_a_heavy_lift_follows_the_runner_from_stage_to_stage() -> None:
    slots = STRIDES["slots"]
    line = ["squat", "heavy_squat", "slow_squat", "strong_squat", "lasting_squat", "kept_squat"]
    for before, slot in pairwise(line):
        assert slots[slot]["carries"][0] == before


def test_norms_stand_for_each_decade_as_published() -> None:
    norms = CONTENT.tests["heel_raise"].plain()["norms"]
    decades = ["20", "30", "40", "50", "60", "70", "80"]
    assert norms == {
        "male": dict(zip(decades, [37, 32, 28, 23, 19, 14, 10], strict=True)),
        "female": dict(zip(decades, [30, 27, 24, 21, 19, 16, 13], strict=True)),
    }


def test_every_test_of_a_gate_belongs_to_its_stage() -> None:
    for stage in STRIDES["stages"]:
        for criterion in stage["gate"]:
            if "test" in criterion:
                assert stage["number"] in CONTENT.tests[criterion["test"]].stages


def test_the_table_of_weeks_in_the_science_file_is_the_programs_own() -> None:
    told = (Path(__file__).parents[2] / "docs" / "science.md").read_text(encoding="utf-8")
    for document in TREE.programs:
        program = PROGRAMS[document.stem]
        loads = {t["slug"]: load_of(program, t) for t in program["templates"]}
        for stage in program["stages"]:
            weeks: dict[str, list[int]] = {}
            for week in weeks_of(stage, document, POLICY):
                kinds = [template_of(document.stem, slug)["kind"] for slug in week]
                key = f"{kinds.count('strength')} + {kinds.count('light')}"
                sums = [sum(column) for column in zip(*(loads[slug] for slug in week), strict=True)]
                weeks[key] = [max(pair) for pair in zip(weeks.get(key, sums), sums, strict=True)]
            name = stage["number"] if document.stem == "stronger-strides" else program["name"]
            for key, sums in weeks.items():
                assert f"|{name}|{key}|{'|'.join(map(str, sums))}|" in told


def load_of(program: Any, template: Any) -> list[int]:
    """Working sets, heavy sets, and contacts of each class at the top of a session's ladders."""
    sums = [0, 0, 0, 0, 0]
    for place in template["slots"]:
        slot = program["slots"][place["slot"]]
        sets = place.get("sets", slot["sets"])
        chain = [EXERCISES[slug] for slug in slot["chain"]]
        sums[0] += sets * (place["block"] != "prep")
        sums[1] += sets * (place["block"] == "main" and any("heavy" in e["tags"] for e in chain))
        if "contacts" in slot:
            sides = max(1 + (e["laterality"] == "unilateral") for e in chain)
            kind = ["plyo_low", "plyo_medium", "plyo_high"].index(slot["pattern"])
            sums[2 + kind] += sets * slot["contacts"]["max"] * sides
    return sums
