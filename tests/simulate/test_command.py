"""`midstance simulate` prints, draws and refuses in words."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from midstance.cli import main
from midstance.simulate.life import live
from midstance.simulate.plot import plot
from midstance.simulate.runner import draw
from midstance.simulate.weeks import weeks_of
from midstance.simulate.world import world

SVG = "{http://www.w3.org/2000/svg}"


def simulate(*arguments: str) -> None:
    main(["simulate", "--runner", "returning", "--seed", "3", *arguments])


def test_the_table_has_a_line_for_each_week_and_says_what_is_open(
    capsys: pytest.CaptureFixture[str],
) -> None:
    simulate("--weeks", "6")
    told = capsys.readouterr().out
    lines = told.splitlines()
    assert lines[0] == "Stronger Strides: returning 3, returning"
    weeks = [line for line in lines if line[:4].strip().isdigit()]
    assert [int(line[:4]) for line in weeks] == list(range(1, len(weeks) + 1))
    assert "Ends in stage" in told
    assert "Phone and server were in the same positions." in told


def test_the_plain_values_are_those_of_the_weeks(capsys: pytest.CaptureFixture[str]) -> None:
    simulate("--weeks", "5", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["runner"]["kind"] == "returning"
    assert told["phone_and_server_apart"] == []
    assert sum(week["sessions"] for week in told["weeks"]) > 5
    assert told["weeks"][0]["stage"] == 1


def test_the_picture_shows_each_stage_load_and_lighter_week(tmp_path: Path) -> None:
    life = live(draw("racer", 9), world("stronger-strides"), 26)
    path = tmp_path / "life.svg"
    path.write_text(plot(life))
    tree = ElementTree.parse(path).getroot()  # noqa: S314 - written by ourselves
    words = {one.text for one in tree.iter(f"{SVG}text")}
    weeks = weeks_of(life)
    assert {f"stage {stage}" for stage in {week.stage for week in weeks[:-1]}} <= words
    assert {"squat", "hinge", "one leg", "calf", "low", "medium", "high"} <= words
    lighter = [one for one in tree.iter(f"{SVG}rect") if one.get("class") == "light"]
    assert len(lighter) == sum("deload" in week.ease for week in weeks) > 0
    points = [one.get("points", "") for one in tree.iter(f"{SVG}polyline")]
    assert all(point.split(",")[1] != "nan" for line in points for point in line.split())


def test_it_is_drawn_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "life.svg"
    simulate("--weeks", "2", "--plot", str(path))
    assert path.read_text().startswith("<svg")
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--runner", "nobody"], "There is no runner nobody; there are novice"),
        (["--program", "none"], "There is no program none; there are"),
        (["--weeks", "0"], "Simulate 1 to"),
    ],
)
def test_what_is_not_there_is_refused_in_words(arguments: list[str], told: str) -> None:
    with pytest.raises(SystemExit, match=told):
        main(["simulate", *arguments])
