"""Password hashes: argon2id, two at a time, as slow for an unknown name as for a known one."""

from functools import cache
from threading import BoundedSemaphore

from pwdlib import PasswordHash

LENGTH_MIN = 8
LENGTH_MAX = 1000

# Each hash takes 64 MiB and most of a core: a crowd at the door must not starve the gym.
_hashing = BoundedSemaphore(2)
_argon2id = PasswordHash.recommended()


def hash_password(password: str) -> str:
    """The hash to store; takes about 0.2 s, so never inside a transaction."""
    with _hashing:
        return _argon2id.hash(password)


def is_password(password: str, password_hash: str | None) -> bool:
    """Whether the password fits; without a hash the same work is done and the answer is no."""
    stored = password_hash or _nobodys_hash()
    with _hashing:
        fits = _argon2id.verify(password, stored)
    return fits and password_hash is not None


@cache
def _nobodys_hash() -> str:
    return hash_password("nobody has this password")
