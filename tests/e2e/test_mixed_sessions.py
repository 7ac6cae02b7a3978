"""Whole sessions of every measure, interrupted at random: no set is lost, none is there twice."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from midstance.settings import Settings
from tests.conftest import serving
from tests.e2e.conftest import PHONE
from tests.e2e.mixed import AMOUNTS, ITEMS, Interrupted, asked_for

RUNS = 10


@pytest.fixture(scope="module")
def ada(
    browser: Browser, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Interrupted]:
    """One runner for all runs: what an earlier one left behind must not harm the next."""
    database = tmp_path_factory.mktemp("mixed") / "midstance.db"
    shutil.copy(sqlite_template, database)
    settings = Settings(database_url=f"sqlite:///{database}", rate_limit="off")
    with serving(settings) as server:
        context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
        context.set_default_timeout(30_000)
        runner = Interrupted(context, server.url)
        runner.is_set_up()
        yield runner
        context.close()


@pytest.mark.parametrize("seed", range(RUNS))
def test_no_set_is_lost_and_none_is_there_twice(ada: Interrupted, seed: int) -> None:
    chance = random.Random(seed)
    session = ada.begins_a_mixed_session()
    if chance.random() < 0.5:
        ada._cut()
    happened = ada.plays_it_all(chance)
    ada.finishes()
    ada.has_a_network()
    ada.goes_back_to_today()
    ada.sees_that_all_is_on_the_server()

    sets = ada.logged_on_the_server(session)
    found = Counter((one["slot"], one["index"], one["side"]) for one in sets)
    assert found == asked_for(), happened
    assert session in ada.sessions_on_the_server()
    asked = {item["slot"]: item for item in ITEMS}
    corrected = sum("correct" in event for event in happened)
    for one in sets:
        measures = [measure for measure in AMOUNTS if one.get(measure) is not None]
        assert len(measures) == 1, (one, happened)
        more = one[measures[0]] - asked[one["slot"]][measures[0]]
        assert 0 <= more <= corrected, (one, happened)
    assert not ada.trouble, happened
