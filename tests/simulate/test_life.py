"""A simulated life: always the same by its seed, the same on the phone alone as with the server."""

import pytest

from midstance.simulate.life import Life, live
from midstance.simulate.phone import Phone
from midstance.simulate.runner import KINDS, draw
from midstance.simulate.standing import Journal, Server
from midstance.simulate.weeks import plain, weeks_of
from midstance.simulate.world import world
from midstance.training.day import add_days

WORLD = world("stronger-strides")


def lived(kind: str, seed: int, weeks: int = 8, online_days: int | None = None) -> Life:
    return live(draw(kind, seed), WORLD, weeks, online_days)


def test_a_seed_is_always_the_same_runner_and_the_same_life() -> None:
    one, same, other = lived("erratic", 3), lived("erratic", 3), lived("erratic", 4)
    assert plain(one) == plain(same)
    assert plain(one) != plain(other)


@pytest.mark.parametrize("kind", KINDS)
def test_six_weeks_without_a_network_end_where_the_server_ends(kind: str) -> None:
    """One pack of the first day and the phone's own entries: the same to the last field."""
    alone = lived(kind, 5, weeks=6, online_days=43)
    assert alone.end is not None
    assert [day.day for day in alone.days if day.synced] == []
    assert alone.journal.sessions, "nothing was trained"
    assert alone.apart == []
    fresh = Server(alone.runner, WORLD).standing(alone.journal, alone.end.day)
    assert fresh.positions == alone.end.positions
    first = Server(alone.runner, WORLD).standing(Journal(), alone.days[0].day)
    assert Phone(alone.runner, WORLD, first).positions(alone.journal) == fresh.positions


def test_a_pack_from_the_middle_of_training_carries_six_weeks_too() -> None:
    """The server folds what it knew with what came later, the phone goes on from its pack."""
    life = lived("returning", 2, weeks=16, online_days=1)
    middle = add_days(life.days[0].day, 70)
    known, later = Journal(), life.journal
    known.sessions = [one for one in later.sessions if one["day"] < middle]
    known.fields = later.fields
    known.checkins = {day: said for day, said in later.checkins.items() if day < middle}
    pack = Server(life.runner, WORLD).standing(known, middle)
    assert pack.settled
    assert life.end is not None
    assert Phone(life.runner, WORLD, pack).positions(later) == life.end.positions


def test_the_weaker_left_is_found_trained_first_and_catches_up() -> None:
    life = lived("weak-left", 0, weeks=26, online_days=1)
    firsts = {
        item.get("first")
        for day in life.days
        if day.trained
        for item in day.trained.workout["items"]
        if item["sides"] == "each"
    }
    assert "left" in firsts
    on_top = [
        item["extra"]
        for day in life.days
        if day.trained
        for item in day.trained.workout["items"]
        if "extra" in item
    ]
    assert all(one == {"side": "left", "sets": 1} for one in on_top)
    assert on_top


def test_an_injured_runner_stops_and_comes_back() -> None:
    life = lived("injured", 4, weeks=26, online_days=1)
    hurt = [week for week in weeks_of(life) if week.pain >= 5]
    assert hurt
    assert any(change["change"] == "niggle" for change in life.journal.changes)
    last = weeks_of(life)[-4:]
    assert sum(week.sessions for week in last) > 0
