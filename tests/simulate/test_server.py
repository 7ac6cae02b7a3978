"""The simulator's server is the server: a simulated journal, synced, gives the same standing."""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import httpx
import pytest

from midstance.simulate.life import Life, live
from midstance.simulate.runner import draw
from midstance.simulate.standing import Server
from midstance.simulate.world import world
from tests.api.training import said
from tests.sync.story import sync

WORLD = world("stronger-strides")
A_PUSH = 400


@pytest.mark.parametrize(("kind", "seed"), [("racer", 9), ("sore", 3), ("injured", 4)])
def test_a_simulated_journal_stands_where_the_simulator_says(
    kind: str, seed: int, signed_in: httpx.Client
) -> None:
    life = live(draw(kind, seed), WORLD, 22, online_days=1)
    me = signed_in.get("/api/account").json()["athlete"]
    entries = list(journal_of(life, me))
    for first in range(0, len(entries), A_PUSH):
        answer = sync(signed_in, *entries[first : first + A_PUSH], limit=1)
        assert answer.json()["rejected"] == []
    assert life.end is not None
    pack = signed_in.get("/api/pack", params={"day": life.end.day}).json()
    mine = Server(life.runner, WORLD).standing(life.journal, life.end.day)
    assert pack["stage"]["number"] == mine.stage["number"]
    assert pack["stage"]["since"] == mine.stage["since"]
    assert bare(pack["positions"]) == bare(mine.settled)
    assert planned(pack["plan"]) == planned(mine.plan)
    assert pack["closed"].keys() == mine.closed.keys()
    assert pack["symmetry"]["state"] == mine.symmetry["state"]


def journal_of(life: Life, athlete: str) -> Iterator[dict[str, Any]]:
    """The entries that a phone would have made of it."""
    runner, journal = life.runner, life.journal
    start = runner.profile["start_day"]
    more = {"minutes": runner.minutes, "units": runner.units, "equipment": runner.places}
    yield said("profile", athlete, start, **runner.profile, **more, default_place="home")
    for day, checkin in journal.checkins.items():
        yield said("checkin", day=day, **checkin)
    for change in journal.changes:
        yield said("plan_change", day=change["from"], **change)
    for run in journal.runs:
        yield said("run", day=run["day"], distance_m=run["distance_m"], type=run["type"])
    for test in journal.assessments:
        kept = {name: test[name] for name in ("test", "side", "value")}
        yield said("assessment", record_of(test["record"]), test["day"], **kept)
    for session in journal.sessions:
        record, day = record_of(session["session"]), session["day"]
        fields = journal.fields[session["session"]]
        yield said("session", record, day, items=session["items"], **fields)
        for one in session["sets"]:
            yield said("set", day=day, session=record, **one)


def record_of(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


def bare(value: Any) -> Any:
    """Without the records that reasons rest on: those of a simulated set have none."""
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items() if name != "entries"}
    return [bare(part) for part in value] if isinstance(value, list) else value


def planned(plan: Any) -> list[Any]:
    return [(one["id"], one["template"], one["day"], one["ease"]) for one in plan["sessions"]]
