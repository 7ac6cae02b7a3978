"""What today is: the session, its numbers, and the reason for each."""

from typing import Any

import httpx

from tests.api.test_sync import somebody_else  # noqa: F401 - a fixture
from tests.api.training import (
    START,
    has_profile,
    pack,
    said,
    tell,
    today,
    trained,
)
from tests.journal.making import entry, uuid


def reasons_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [reason for part in value for reason in reasons_in(part)]
    if isinstance(value, dict):
        own = [value] if "rule" in value else []
        return own + [reason for part in value.values() for reason in reasons_in(part)]
    return []


def rules(reasons: list[dict[str, Any]]) -> list[str]:
    return [reason["rule"] for reason in reasons]


def test_before_the_profile_there_is_nothing_to_plan_from(signed_in: httpx.Client) -> None:
    for address in ("/api/today", "/api/pack", "/api/plan", "/api/progression"):
        answer = signed_in.get(address)
        assert (answer.status_code, answer.json()["code"]) == (409, "no_profile")
        assert answer.json()["detail"].startswith("Answer the profile first")


def test_only_the_athlete_asks(client: httpx.Client) -> None:
    for address in ("/api/today", "/api/pack", "/api/plan", "/api/progression"):
        assert client.get(address).status_code == 401


def test_the_first_day_has_a_session_whose_every_number_is_explained(
    signed_in: httpx.Client,
) -> None:
    has_profile(signed_in)
    plan = signed_in.get("/api/plan", params={"from": START}).json()
    first = plan["sessions"][0]["day"]
    told = today(signed_in, first)
    assert told["kind"] == "session"
    assert told["workout"]["template"] == plan["sessions"][0]["template"]
    assert told["workout"]["minutes"] <= 33
    for item in told["workout"]["items"]:
        assert item["sets"] >= 1
        first, dose, *tempo = rules(item["reasons"])
        assert (first, dose[:4], len(tempo)) == ("start", "dose", int("tempo" in item))
    for reason in reasons_in(told):
        assert reason["text"]
        assert reason["source"]
        assert "{" not in reason["text"]


def test_a_session_done_as_asked_moves_its_slots_up_and_says_why(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    session, workout = trained(signed_in)
    told = today(signed_in)
    assert (told["kind"], told["workout"]) == ("done", None)
    slots = {slot["slot"]: slot for slot in progression(signed_in)["slots"]}
    for item in workout["items"]:
        now = slots[item["slot"]]["places"]["home"]
        assert now["rung"] > item["rung"]
        assert now["reasons"][0]["text"]
        assert now["reasons"][0]["entries"]
    sets = {one["record"] for one in entries_of(signed_in) if one["set"].get("session") == session}
    first = slots[workout["items"][0]["slot"]]["places"]["home"]
    assert set(first["reasons"][0]["entries"]) <= sets


def test_pain_in_a_set_lowers_or_holds_and_deleting_the_session_takes_it_back(
    signed_in: httpx.Client,
) -> None:
    has_profile(signed_in)
    before = places(signed_in)
    session, workout = trained(signed_in, pain=6)
    slot = workout["items"][0]["slot"]
    hurt = places(signed_in)[slot]
    assert hurt["rung"] <= before[slot]["rung"]
    assert hurt["reasons"][0]["rule"].startswith("pain")
    tell(signed_in, said("session", session) | {"deleted": True})
    assert places(signed_in) == before
    assert today(signed_in)["kind"] == "session"


def test_a_client_that_freezes_nothing_is_judged_by_where_the_runner_stood(
    signed_in: httpx.Client,
) -> None:
    has_profile(signed_in)
    _, workout = trained(signed_in, freeze=False)
    now = places(signed_in)
    assert all(now[item["slot"]]["rung"] > item["rung"] for item in workout["items"])


def test_a_checkin_makes_the_day_lighter_or_stops_it(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    tired = said("checkin", uuid(7), sleep=7, fatigue=6, stress=6, soreness={}, pain={})
    tell(signed_in, tired)
    assert today(signed_in)["readiness"]["level"] == "lighter"
    tell(signed_in, said("checkin", uuid(7), red_flags=["chest_pain"]))
    told = today(signed_in)
    assert (told["kind"], told["workout"]) == ("stop", None)
    assert "clinician" in told["reasons"][0]["text"]
    tell(signed_in, said("checkin", uuid(7)) | {"deleted": True})
    assert today(signed_in)["readiness"]["level"] == "go"


def test_a_missed_day_skips_nothing_and_doubles_nothing(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    first = signed_in.get("/api/plan", params={"from": START}).json()["sessions"][0]
    late = today(signed_in, "2026-12-03")
    assert late["next"]["session"]["template"] == first["template"]


def test_the_other_place_has_its_own_loads(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    assert today(signed_in, place="gym")["workout"]["place"] == "gym"
    assert today(signed_in)["workout"]["place"] == "home"
    assert today(signed_in, minutes=15)["workout"]["minutes"] <= 17


def test_today_turns_over_at_four_in_the_morning_where_the_runner_is(
    signed_in: httpx.Client, monkeypatch
) -> None:
    from midstance.api.runner import logbook

    has_profile(signed_in)
    three_in_paris = 1_795_399_200_000  # 2026-11-23 02:00 UTC
    for ms, day in ((three_in_paris, "2026-11-22"), (three_in_paris + 3_600_000, "2026-11-23")):
        monkeypatch.setattr(logbook, "now_ms", lambda now=ms: now)
        assert signed_in.get("/api/today").json()["day"] == day
    tell(signed_in, entry("odd", zone="America/Los_Angeles"))
    assert signed_in.get("/api/today").json()["day"] == "2026-11-22"
    tell(signed_in, entry("odd", zone="Mars/Olympus_Mons"))
    assert signed_in.get("/api/today").json()["day"] == "2026-11-22"


def test_a_day_that_is_none_is_refused(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    for day in ("2026-02-30", "tomorrow", "20261122", "9999-12-31", "2026-11-22T10:00"):
        answer = signed_in.get("/api/today", params={"day": day})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_records_from_the_end_of_time_do_not_break_a_day(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    far = {"template": "strength-squat", "started_at": 0, "ended_at": 1}
    tell(
        signed_in,
        said("session", day="9999-12-31", **far),
        said("session", day="0001-01-01", **far, items=[{"slot": 5}, {}]),
        said("checkin", day="9999-12-31", sleep=7),
        said("checkin", day="0001-01-01", sleep=None, pain={"calf": None}),
        said("set", session=uuid(1)),
        said("assessment", test="balance_s"),
        said("profile", uuid(2), day=START, equipment={"home": {"barbell": {"bar_g": 5}}}),
        said("profile", uuid(2), day=START, equipment=None, run_days=None, minutes=None),
    )
    for address in ("/api/today", "/api/pack", "/api/plan", "/api/progression"):
        assert signed_in.get(address).status_code == 200


def test_an_almost_empty_profile_is_enough_for_a_careful_start(signed_in: httpx.Client) -> None:
    tell(signed_in, said("profile", units="lb"))
    assert today(signed_in)["workout"]["items"]


def test_nobody_sees_the_day_of_another(
    signed_in: httpx.Client,
    somebody_else: httpx.Client,  # noqa: F811
) -> None:
    has_profile(signed_in)
    trained(signed_in)
    has_profile(somebody_else)
    assert today(somebody_else)["kind"] == "session"
    assert pack(somebody_else)["done"] == []


def progression(client: httpx.Client, day: str = START) -> dict[str, Any]:
    return client.get("/api/progression", params={"day": day}).json()


def places(client: httpx.Client, day: str = START) -> dict[str, Any]:
    return {slot["slot"]: slot["places"]["home"] for slot in progression(client, day)["slots"]}


def entries_of(client: httpx.Client) -> list[dict[str, Any]]:
    from tests.sync.story import everything

    return everything(client)
