"""The pack: what a phone takes along, and that it need not be taken twice."""

from pathlib import Path

import httpx

from midstance.api.runner.pack import PACK_VERSION
from tests.api.training import START, has_profile, pack, said, tell, today, trained
from tests.journal.making import entry

KEYS = {
    "version",
    "athlete",
    "day",
    "cursor",
    "catalog",
    "program",
    "stage",
    "stages",
    "plan",
    "templates",
    "slots",
    "ladders",
    "positions",
    "done",
    "folded",
    "closed",
    "closed_by_rest",
    "changes",
    "levels_above",
    "tests",
    "measured",
    "symmetry",
    "exercises",
    "policy",
    "sources",
}


def test_a_pack_has_all_that_a_phone_needs_for_six_weeks(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    packed = pack(signed_in)
    assert set(packed) == KEYS
    assert packed["version"] == PACK_VERSION
    assert (packed["day"], packed["cursor"], packed["plan"]["days"]) == (START, 1, 42)
    for session in packed["plan"]["sessions"]:
        for place_in in packed["templates"][session["template"]]["slots"]:
            assert place_in["slot"] in packed["slots"]
            for ladder in packed["ladders"].get(place_in["slot"], {}).values():
                assert {rung["exercise"] for rung in ladder["rungs"]} <= set(packed["exercises"])
    assert packed["plan"]["sessions"][-1]["day"] > "2026-12-25"


def test_the_phone_understands_the_packs_that_are_made() -> None:
    disk = (Path(__file__).parents[2] / "frontend" / "data" / "disk.js").read_text()
    assert f"export const PACK_VERSION = {PACK_VERSION};" in disk


def test_its_tag_changes_with_the_journal_and_the_day_and_with_nothing_else(
    signed_in: httpx.Client,
) -> None:
    has_profile(signed_in)

    def tag(day: str = START) -> str:
        return signed_in.get("/api/pack", params={"day": day}).headers["ETag"]

    first = tag()
    assert tag() == first
    assert tag("2026-11-24") != first
    same = {"If-None-Match": first}
    unchanged = signed_in.get("/api/pack", params={"day": START}, headers=same)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    tell(signed_in, entry("odd"))
    assert tag() != first
    assert signed_in.get("/api/pack", params={"day": START}, headers=same).status_code == 200


def test_a_session_is_settled_when_its_next_morning_is_over(signed_in: httpx.Client) -> None:
    """Until then a check-in on a phone that is offline may still change what it amounted to."""
    has_profile(signed_in)
    session, workout = trained(signed_in)
    slots = {item["slot"] for item in workout["items"]}
    for day, settled in ((START, False), ("2026-11-24", False), ("2026-11-25", True)):
        packed = pack(signed_in, day)
        assert [one["session"] for one in packed["done"]] == [session]
        assert packed["plan"]["counted"] == [session]
        assert packed["folded"] == ([session] if settled else [])
        assert set(packed["positions"]) == (slots if settled else set())


def test_the_next_morning_counts_whenever_it_arrives(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    trained(signed_in)
    calm = pack(signed_in, "2026-11-30")["positions"]
    regions = {
        region
        for one in today(signed_in, "2026-11-24")["workout"]["items"]
        for region in one["regions"]
    }
    tell(signed_in, said("checkin", day="2026-11-24", pain_morning=dict.fromkeys(regions, 6)))
    sore = pack(signed_in, "2026-11-30")["positions"]
    slot = next(slot for slot in calm if sore[slot] != calm[slot])
    assert sore[slot]["home"]["rung"] <= calm[slot]["home"]["rung"]


def test_the_same_journal_gives_the_same_pack_in_whatever_order_it_grew(
    signed_in: httpx.Client,
) -> None:
    """The fold remembers where it was; a late entry must not be remembered away."""
    has_profile(signed_in)
    session, _ = trained(signed_in)
    trained(signed_in, "2026-11-25")
    before = pack(signed_in, "2026-11-30")
    tell(signed_in, said("session", session) | {"deleted": True})
    without = pack(signed_in, "2026-11-30")
    assert without["positions"] != before["positions"]
    tell(signed_in, said("session", session) | {"deleted": False})
    again = pack(signed_in, "2026-11-30")
    assert again | {"cursor": 0} == before | {"cursor": 0}


def test_the_plan_reaches_as_far_as_asked(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    week = signed_in.get("/api/plan", params={"from": START, "days": 7}).json()
    assert all(START <= one["day"] <= "2026-11-29" for one in week["sessions"])
    assert 2 <= len(week["sessions"]) <= 4
    months = signed_in.get("/api/plan", params={"from": START, "days": 100}).json()
    assert len(months["sessions"]) > 20
    for days in (0, 367, "many"):
        assert signed_in.get("/api/plan", params={"days": days}).status_code == 422


def test_the_stage_says_what_its_gate_still_asks_for(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    told = signed_in.get("/api/progression", params={"day": START}).json()
    assert told["stage"]["number"] == 1
    assert {"sessions", "balance"} <= {line["key"] for line in told["stage"]["missing"]}
    for side in ("left", "right"):
        tell(signed_in, said("assessment", test="balance_s", side=side, value=31))
    told = signed_in.get("/api/progression", params={"day": START}).json()
    assert "balance" not in {line["key"] for line in told["stage"]["missing"]}
    for slot in told["slots"]:
        for place in slot["places"].values():
            assert place["now"]["exercise"]
            assert place["rung"] + 1 == place["rungs"] or place["next"]
