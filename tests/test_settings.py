"""Every setting is told in the README, by its variable's name."""

from pathlib import Path

from midstance.settings import Settings

README = Path(__file__).parents[1] / "README.md"


def test_the_readme_names_every_setting() -> None:
    text = README.read_text()
    missing = [
        variable
        for name in Settings.model_fields
        if (variable := f"MIDSTANCE_{name.upper()}") not in text
    ]
    assert not missing
