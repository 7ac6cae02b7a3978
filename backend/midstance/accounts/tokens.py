"""Secrets that are handed out once and kept only as hashes: device tokens and invite codes."""

import hashlib
import secrets

# Crockford's alphabet: nothing in it is mistaken for something else when read aloud.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans("OIL", "011")


def new_token() -> str:
    """256 random bits for a device."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """60 random bits that a person can type: `7K3F-Q0ZD-M8XW`."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))


def secret_hash(secret: str) -> str:
    """What is stored. A random secret needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def code_hash(code: str) -> str:
    """The hash of a code as somebody typed it: case, dashes and spaces do not matter."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return secret_hash(letters.translate(MISREAD))
