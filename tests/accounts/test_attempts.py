"""Guessing gets slower and slower, for one name and for one address, whatever else is tried."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from midstance.accounts import attempts as module
from midstance.accounts.attempts import (
    FORGOTTEN_AFTER_MS,
    FREE_PER_ADDRESS,
    FREE_PER_NAME_AND_ADDRESS,
    LONGEST_WAIT_MS,
    Attempts,
    TooManyAttempts,
)
from midstance.accounts.tables import Attempt
from midstance.database import Database


class Clock:
    now_ms = 1_800_000_000_000

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "now_ms", clock)
    return clock


@pytest.fixture
def attempts(database: Database) -> Attempts:
    return Attempts(database, "192.0.2.7")


def fail(attempts: Attempts, times: int, name: str = "ada") -> None:
    for _ in range(times):
        attempts.begin(name)


def test_a_few_guesses_are_free_and_then_the_wait_doubles(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, FREE_PER_NAME_AND_ADDRESS)
    waits_s = []
    for _ in range(6):
        with pytest.raises(TooManyAttempts) as refused:
            attempts.begin("ada")
        waits_s.append(refused.value.extra["retry_after_s"])
        clock.now_ms += waits_s[-1] * 1000
        attempts.begin("ada")
    assert waits_s == [1, 2, 4, 8, 16, 32]


def test_the_wait_never_grows_past_a_quarter_of_an_hour(attempts: Attempts, clock: Clock) -> None:
    for _ in range(40):
        clock.now_ms += LONGEST_WAIT_MS
        attempts.begin("ada")
    with pytest.raises(TooManyAttempts, match="15 minutes"):
        attempts.begin("ada")


def test_waiting_in_vain_does_not_make_the_wait_longer(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, FREE_PER_NAME_AND_ADDRESS)
    for _ in range(10):
        with pytest.raises(TooManyAttempts, match="1 second\\."):
            attempts.begin("ada")


def test_the_right_password_forgives_the_name(attempts: Attempts, clock: Clock) -> None:
    for _ in range(3):
        fail(attempts, FREE_PER_NAME_AND_ADDRESS - 1)
        attempts.begin("ada")
        attempts.forgive("ada")


def test_going_through_many_names_is_slowed_down_by_address(
    attempts: Attempts, clock: Clock
) -> None:
    for number in range(FREE_PER_ADDRESS):
        attempts.begin(f"name {number}")
    with pytest.raises(TooManyAttempts):
        attempts.begin("one more name")


def test_an_account_of_ones_own_does_not_buy_guesses_at_others(
    attempts: Attempts, clock: Clock
) -> None:
    for number in range(FREE_PER_ADDRESS - 1):
        attempts.begin(f"victim {number}")
        attempts.begin("mine")
        attempts.forgive("mine")
    attempts.begin("one more victim")
    with pytest.raises(TooManyAttempts):
        attempts.begin("yet another")


def test_a_stranger_does_not_lock_the_runner_out(
    attempts: Attempts, clock: Clock, database: Database
) -> None:
    fail(attempts, FREE_PER_NAME_AND_ADDRESS)
    with pytest.raises(TooManyAttempts):
        attempts.begin("ada")
    Attempts(database, "198.51.100.1").begin("ada")


def test_one_household_of_ipv6_addresses_counts_as_one(database: Database, clock: Clock) -> None:
    for number in range(FREE_PER_ADDRESS):
        Attempts(database, f"2001:db8:0:1::{number:x}").begin()
    with pytest.raises(TooManyAttempts):
        Attempts(database, "2001:db8:0:1:ffff::").begin()
    Attempts(database, "2001:db8:0:2::1").begin()


def test_a_crowd_of_guesses_at_one_moment_is_counted_one_by_one(
    attempts: Attempts, clock: Clock
) -> None:
    def guess(_: int) -> bool:
        try:
            attempts.begin("ada")
        except TooManyAttempts:
            return False
        return True

    with ThreadPoolExecutor(12) as crowd:
        let_through = sum(crowd.map(guess, range(24)))
    assert let_through == FREE_PER_NAME_AND_ADDRESS


def test_old_guesses_are_forgotten_and_their_rows_removed(
    attempts: Attempts, clock: Clock, database: Database
) -> None:
    fail(attempts, FREE_PER_NAME_AND_ADDRESS)
    clock.now_ms += FORGOTTEN_AFTER_MS + LONGEST_WAIT_MS
    attempts.begin("somebody else")
    with database.read() as db:
        assert not [key for key in db.exec(select(Attempt.key)) if "ada" in key]


def test_the_limit_can_be_switched_off(database: Database, clock: Clock) -> None:
    off = Attempts(database, "192.0.2.7", enabled=False)
    fail(off, 100)
    with database.read() as db:
        assert db.exec(select(Attempt)).all() == []
