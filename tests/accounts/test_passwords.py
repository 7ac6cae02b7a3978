"""Passwords are kept as argon2id, and an unknown name costs as much as a wrong password."""

import threading
import time

import pytest
from argon2 import PasswordHasher

from midstance.accounts import passwords
from midstance.accounts.passwords import hash_password, is_password


def test_a_password_is_hashed_with_argon2id_and_its_own_salt() -> None:
    first, second = hash_password("correct horse"), hash_password("correct horse")
    assert first.startswith("$argon2id$")
    assert first != second
    assert is_password("correct horse", first)
    assert not is_password("wrong horse", first)


def test_nobody_has_a_password_and_finding_that_out_takes_a_whole_hash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verified: list[str] = []
    real = PasswordHasher.verify

    def counted(self: PasswordHasher, stored: str, password: str) -> bool:
        verified.append(stored)
        return real(self, stored, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    assert not is_password("nobody has this password", None)
    assert len(verified) == 1
    assert verified[0].startswith("$argon2id$")


def test_no_more_than_two_are_hashed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, lock = 0, 0, threading.Lock()
    two = threading.Barrier(2, timeout=60)

    class Slow:
        def hash(self, _: str) -> str:
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            two.wait()
            time.sleep(0.02)  # the time in which a third one would come in
            with lock:
                running -= 1
            return ""

    monkeypatch.setattr(passwords, "_argon2id", Slow())
    threads = [threading.Thread(target=hash_password, args=("x",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2
