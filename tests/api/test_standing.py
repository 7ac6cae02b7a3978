"""What the log changes beyond the positions: tests, sides, niggles, closed slots, overrides."""

from typing import Any

import httpx
import pytest

from midstance.training.day import add_days
from tests.api.forgetting import forget
from tests.api.training import START, has_profile, pack, said, tell, today, trained
from tests.journal.making import uuid


def assessments(client: httpx.Client, day: str = START) -> dict[str, Any]:
    answer = client.get("/api/assessments", params={"day": day})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def measured(client: httpx.Client, test: str, day: str = START) -> dict[str, Any]:
    known = {one["key"]: one["measured"] for one in assessments(client, day)["tests"]}
    return known[test]


def results(test: str, left: float, right: float, day: str = START) -> list[dict[str, Any]]:
    values = {"left": left, "right": right}
    return [
        said("assessment", day=day, test=test, side=side, value=value)
        for side, value in values.items()
    ]


def test_a_new_runner_has_a_baseline_to_measure(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    due = [one["key"] for one in assessments(signed_in)["tests"] if one["measured"]["due"]]
    assert "balance_s" in due
    assert today(signed_in)["tests_due"] == due
    assert measured(signed_in, "balance_s")["reasons"][0]["text"]
    tell(signed_in, *results("balance_s", 31, 28))
    told = measured(signed_in, "balance_s")
    assert (told["due"], told["value"], told["latest"]["left"]["value"]) == (False, 28, 31)


def test_a_norm_needs_the_age_and_the_sex(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    tell(signed_in, *results("heel_raise", 24, 24))
    assert "norm" not in measured(signed_in, "heel_raise")
    has_profile(signed_in, birth_year=1990, sex="female")
    told = measured(signed_in, "heel_raise")
    assert told["part"] == int(100 * 24 / told["norm"] + 0.5) / 100


def test_nothing_is_tested_while_something_hurts(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    assert today(signed_in)["tests_due"]
    tell(signed_in, said("plan_change", uuid(9), change="niggle", region="calf", **{"from": START}))
    assert today(signed_in)["tests_due"] == []
    assert measured(signed_in, "balance_s")["reasons"][0]["rule"] == "test_wait"


def test_two_of_three_tests_make_a_weaker_side_and_every_answer_says_so(
    signed_in: httpx.Client,
) -> None:
    has_profile(signed_in)
    tell(signed_in, *results("heel_raise", 12, 20), *results("single_leg_bridge", 12, 20))
    told = assessments(signed_in)
    assert (told["symmetry"]["state"], told["symmetry"]["side"]) == ("acts", "left")
    reason = told["symmetry"]["reasons"][0]
    assert len(reason["entries"]) == 4
    assert "60 %" in reason["text"]
    assert {one["record"] for one in told["results"]} == set(reason["entries"])
    assert pack(signed_in)["symmetry"]["state"] == "acts"
    sided = [item for item in today(signed_in)["workout"]["items"] if item["sides"] == "each"]
    assert sided
    assert all(item["first"] == "left" for item in sided)


def test_a_niggle_rests_its_region_and_only_as_long_as_it_lasts(signed_in: httpx.Client) -> None:
    has_profile(signed_in)

    def loaded(day: str) -> set[str]:
        items = today(signed_in, day)["workout"]["items"]
        return {region for item in items for region in item["regions"]}

    niggle = {"change": "niggle", "region": "hip", "from": START}
    before = today(signed_in)["workout"]
    tell(signed_in, said("plan_change", uuid(9), **niggle))
    told = today(signed_in)
    assert told["readiness"]["blocked"] == [{"region": "hip", "what": "load"}]
    assert "hip" in told["readiness"]["reasons"][0]["text"]
    assert told["readiness"]["reasons"][0]["entries"] == [uuid(9)]
    assert [one["record"] for one in told["off"]] == [uuid(9)]
    assert told["workout"]["items"] != before["items"] or "hip" not in loaded(START)
    tell(signed_in, said("plan_change", uuid(9), to=START))
    assert today(signed_in, "2026-11-24")["readiness"]["blocked"] == []
    tell(signed_in, said("plan_change", uuid(9)) | {"deleted": True})
    assert today(signed_in)["workout"] == before


def test_slots_that_are_not_open_say_what_opens_them(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    closed = pack(signed_in)["closed"]
    told = signed_in.get("/api/progression", params={"day": START}).json()
    shown = {one["slot"]: one["closed"] for one in told["slots"] if "closed" in one}
    assert shown.keys() == closed.keys() & {one["slot"] for one in told["slots"]}
    for one in shown.values():
        assert all(reason["text"] for reason in one["reasons"])


def test_an_open_gate_can_be_passed_on_the_runners_word_but_not_past_a_red_flag(
    signed_in: httpx.Client,
) -> None:
    has_profile(signed_in)
    trained(signed_in)
    tell(signed_in, said("plan_change", uuid(8), change="gate", stage=1, **{"from": START}))
    stage = pack(signed_in, "2026-11-25")["stage"]
    assert stage["number"] == 2
    flag = said("checkin", uuid(7), red_flags=["groin_pain_on_impact"])
    tell(signed_in, flag)
    assert pack(signed_in, "2026-11-25")["stage"]["number"] == 1


def test_the_sentences_of_a_red_flag_say_what_to_do(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    tell(
        signed_in,
        said(
            "checkin",
            uuid(7),
            red_flags=["fever_or_feeling_ill", "chest_pressure_or_an_irregular_heartbeat"],
        ),
    )
    told = today(signed_in)
    assert (told["kind"], told["workout"]) == ("stop", None)
    assert "emergency number" in told["reasons"][0]["text"]
    assert "Rest until" in told["reasons"][1]["text"]
    assert told["reasons"][0]["entries"] == [uuid(7)]


def test_a_sign_said_by_an_app_from_before_is_taken_as_seriously(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    tell(signed_in, said("checkin", uuid(7), red_flags=["chest_pressure"]))
    assert "emergency number" in today(signed_in)["reasons"][0]["text"]


def test_a_sharp_pain_reaches_the_rules_from_the_journal(signed_in: httpx.Client) -> None:
    has_profile(signed_in, experience="experienced", minutes=60)
    trained(signed_in, pain=1, sharp=True)
    told = pack(signed_in, "2026-11-30")
    assert told["positions"]["squat"]["home"]["why"][0]["rule"] == "pain_sharp"
    (done,) = told["done"]
    assert done["pain"] == 5
    assert not any(done["clean"].values())


def test_what_is_remembered_of_the_past_is_what_would_be_found_anew(
    signed_in: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_profile(signed_in, experience="experienced", minutes=45)
    days = [add_days(START, 3 * at) for at in range(14)]
    done = []
    for day in days:
        checkin = said("checkin", day=day, soreness={"calf": 6}, sleep=6, fatigue=6, stress=6)
        tell(signed_in, checkin, *results("heel_raise", 24, 24, day))
        done.append((trained(signed_in, day)[0], checkin["record"]))
    end = days[-1]
    late = [
        [said("checkin", done[1][1], days[1], soreness={"calf": 0}, pain={"calf": 6})],
        [said("session", done[3][0], days[2], ended_at=1)],
        [{**said("session", done[5][0], days[5]), "deleted": True}],
        [{**said("checkin", done[6][1], days[6]), "deleted": True}],
        results("heel_raise", 9, 9, days[2]),
        [said("plan_change", change="gate", stage=2, note="ready", **{"from": days[3]})],
        [said("checkin", done[8][1], days[8], red_flags=["night_pain"])],
        [said("plan_change", change="stage", stage=2, **{"from": days[10]})],
    ]
    seen = []
    for entries in late:
        tell(signed_in, *entries)
        renewed = pack(signed_in, end)
        with monkeypatch.context() as patch:
            forget(patch)
            assert pack(signed_in, end) == renewed
        seen.append(renewed["stage"])
    assert len({(one["number"], one["since"]) for one in seen}) > 1
