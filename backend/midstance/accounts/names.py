"""Names as people write them, and the key under which two spellings are one person."""

import unicodedata

LENGTH_MAX = 80
# The same rule for the API's description: something to see, and no control characters.
PATTERN = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"


def cleaned(name: str) -> str:
    """The name to show: composed, with single spaces and no control characters.

    Raises ValueError when nothing readable is left or the name is longer than LENGTH_MAX.
    """
    composed = unicodedata.normalize("NFC", name)
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in composed):
        raise ValueError("a name is made of letters, digits, signs and spaces")
    single_spaced = " ".join(composed.split())
    if not 1 <= len(single_spaced) <= LENGTH_MAX:
        raise ValueError(f"a name has 1 to {LENGTH_MAX} characters")
    return single_spaced


def name_key(name: str) -> str:
    """Equal for names that differ only in case, width or spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
