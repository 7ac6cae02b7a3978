"""Two spellings of one name are one person."""

import pytest

from midstance.accounts.names import LENGTH_MAX, cleaned, name_key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ADA", "ada"), (" Ada  L ", "ada l"), ("Straße", "STRASSE"), ("\uff21\uff44\uff41", "Ada")],
)
def test_case_width_and_spaces_do_not_make_another_person(typed: str, meant: str) -> None:
    assert name_key(typed) == name_key(meant)


def test_a_name_is_shown_as_it_was_written_but_for_its_spaces() -> None:
    assert cleaned("  Ada   Lovelace ") == "Ada Lovelace"
    assert cleaned("Zoe\u0308") == "Zoë"


@pytest.mark.parametrize("name", ["", "   ", "a\x00b", "line\x1bbreak", "x" * (LENGTH_MAX + 1)])
def test_what_nobody_could_read_is_no_name(name: str) -> None:
    with pytest.raises(ValueError, match="a name"):
        cleaned(name)
