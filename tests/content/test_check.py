"""The check finds every fault planted into the real content, and none in the real content."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from midstance.content.check import Problem, check, report
from midstance.content.read import FOLDER
from tests.content.conftest import Copy


class Planted(NamedTuple):
    """One fault of planted.toml."""

    name: str
    file: str
    old: str
    new: str
    key: str
    says: str
    also: tuple[str, ...] = ()

    @property
    def places(self) -> set[str]:
        return {f"{self.file}: {self.key}", *self.also}


EXERCISES = "exercises/"
PLANTED = [
    Planted(**fault)
    for fault in tomllib.loads((Path(__file__).parent / "planted.toml").read_text("utf-8"))["fault"]
]


def places(problems: list[Problem]) -> set[str]:
    return {f"{problem.file}: {problem.key}" for problem in problems}


def test_the_content_we_ship_has_no_problem() -> None:
    assert check(FOLDER) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_a_fault_is_found_at_its_key_and_nowhere_else(planted: Planted, copy: Copy) -> None:
    copy.edit(planted.file, planted.old, planted.new)
    problems = check(copy.folder)
    found = [p for p in problems if (p.file, p.key) == (planted.file, planted.key)]
    assert any(planted.says in problem.message for problem in found), problems
    assert places(problems) == planted.places


def test_one_run_lists_every_fault_of_every_file(copy: Copy) -> None:
    for planted in PLANTED:
        copy.edit(planted.file, planted.old, planted.new)
    copy.edit(f"{EXERCISES}big-toe-extension.toml", "measure", "= measure")
    problems = check(copy.folder)
    expected = set[str]().union(*(planted.places for planted in PLANTED))
    assert len(expected) > len(PLANTED)
    assert not expected - places(problems)
    assert f"{EXERCISES}big-toe-extension.toml: " in places(problems)
    assert problems == sorted(problems)


def test_an_exercise_cut_off_from_its_pattern_is_told(copy: Copy) -> None:
    copy.edit(f"{EXERCISES}tibialis-raise.toml", '["short-foot", "big-toe-extension"]', "[]")
    copy.edit(f"{EXERCISES}big-toe-extension.toml", ', "tibialis-raise"', "")
    copy.edit(f"{EXERCISES}short-foot.toml", ', "tibialis-raise"', "")
    problem = Problem(
        f"{EXERCISES}tibialis-raise.toml", "easier", "no link leads to the rest of 'foot'"
    )
    assert check(copy.folder) == [problem]


def test_a_file_that_is_no_toml_says_where_it_breaks(copy: Copy) -> None:
    copy.edit(f"{EXERCISES}wall-sit.toml", 'measure = "hold"', "measure = hold")
    told = [
        p.message for p in check(copy.folder) if p.file == f"{EXERCISES}wall-sit.toml" and not p.key
    ]
    assert len(told) == 1
    assert "line 7" in told[0]


def test_a_file_in_another_alphabet_is_told_not_raised(copy: Copy) -> None:
    (copy.folder / EXERCISES / "wall-sit.toml").write_bytes(b'name = "Wand\xff"')
    assert Problem(f"{EXERCISES}wall-sit.toml", "", "not UTF-8 text") in check(copy.folder)


def test_a_missing_policy_is_a_problem_of_its_own(copy: Copy) -> None:
    (copy.folder / "policy.toml").unlink()
    assert Problem("policy.toml", "", "missing") in check(copy.folder)


def test_a_stray_file_is_told(copy: Copy) -> None:
    (copy.folder / EXERCISES / "notes.md").write_text("to do", encoding="utf-8")
    assert places(check(copy.folder)) == {f"{EXERCISES}notes.md: "}


def test_an_empty_folder_is_told_part_by_part(tmp_path: Path) -> None:
    assert {problem.file for problem in check(tmp_path)} == {
        "exercises/", "programs/", "assessments.toml", "policy.toml", "sources.toml",
    }  # fmt: skip


def test_a_figure_is_held_to_its_own_schema(copy: Copy) -> None:
    path = copy.folder / EXERCISES / "open-book.toml"
    text = path.read_text(encoding="utf-8").split("[figure]")[0]
    path.write_text(text + '\n[figure]\nview = "behind"\nposes = [{ position = 0 }]\n', "utf-8")
    assert places(check(copy.folder)) == {f"{EXERCISES}open-book.toml: figure.view"}


def test_values_of_the_wrong_type_never_stop_the_check(copy: Copy) -> None:
    """Whatever stands in a key, the other files are still looked at."""
    keys = ["slug", "pattern", "stages", "equipment", "tags", "muscles", "setup", "cues", "faults",
            "why", "easier", "harder", "phase_words", "measure", "tempo"]  # fmt: skip
    for value in ("7", "true", '"text"', "[1, [2]]", "{ a = 1 }", "[{ needs = 3 }]", "1979-05-27"):
        lines = "\n".join(f"{key} = {value}" for key in keys)
        (copy.folder / EXERCISES / "wall-sit.toml").write_text(lines, encoding="utf-8")
        assert f"{EXERCISES}wall-sit.toml: number" in places(check(copy.folder))


def test_a_program_of_wrong_types_never_stops_the_check(copy: Copy) -> None:
    """The same for each key of a program and of the tests, on every floor of the file."""
    stage = ["number", "level", "weeks", "per_week", "templates", "gate"]
    template = ["slug", "stage", "kind", "gap_h", "slots"]
    slot = ["pattern", "chain", "sets", "reps", "contacts", "tempos", "carries", "entry", "opens"]
    for value in ("7", "true", '"text"', "[1, [2]]", "{ a = 1 }", "[{ slot = 3 }]", "1979-05-27"):
        parts = (("[[stages]]", stage), ("[[templates]]", template), ("[slots.a]", slot))
        lines = [
            line for head, keys in parts for line in (head, *(f"{key} = {value}" for key in keys))
        ]
        (copy.folder / "programs" / "in-season.toml").write_text("\n".join(lines), "utf-8")
        tests = "\n".join(f"{key} = {value}" for key in ("key", "unit", "steps", "norms", "most"))
        (copy.folder / "assessments.toml").write_text(f"[[tests]]\n{tests}", "utf-8")
        found = places(check(copy.folder))
        assert {"programs/in-season.toml: name", "assessments.toml: tests[0].name"} <= found


def test_the_report_of_sound_content_counts_it() -> None:
    text, code = report(FOLDER)
    assert code == 0
    assert text.endswith("no problem")


def test_the_report_gives_a_line_to_each_problem_and_fails(copy: Copy) -> None:
    copy.edit(f"{EXERCISES}open-book.toml", "number = 8\n", "")
    copy.edit(f"{EXERCISES}wall-sit.toml", "number = 24", "number = 24\nsets = 3")
    assert report(copy.folder) == (
        "exercises/open-book.toml: number: missing\n"
        "exercises/wall-sit.toml: sets: unknown key\n"
        "2 problems in 2 files",
        1,
    )
