"""From one program to another: what was trained in the first counts in the second."""

import httpx

from tests.api.training import START, has_profile, pack, trained

LATER = "2026-11-30"
EXPERIENCED = {"experience": "experienced", "minutes": 60}


def changes_to(client: httpx.Client, program: str) -> None:
    has_profile(client, **EXPERIENCED, program=program)


def test_another_program_begins_where_the_one_before_got_to(signed_in: httpx.Client) -> None:
    changes_to(signed_in, "stronger-strides")
    _, workout = trained(signed_in)
    squat = next(item for item in workout["items"] if item["slot"] == "squat")
    before = pack(signed_in, LATER)["positions"]["squat"]["home"]
    assert before["last"]["exercise"] == squat["exercise"]

    changes_to(signed_in, "in-season")
    now = pack(signed_in, LATER)
    begun = {slot: places["home"] for slot, places in now["ladders"].items() if "home" in places}
    assert begun.keys() <= now["slots"].keys()
    kept = begun["kept_squat"]
    assert kept["first_why"] == {"rule": "start_carried"}
    # Fewer reps with more in them: no lighter than what was done, and on where that was outgrown.
    same = [
        r["exercise"] == squat["exercise"] and r["load_g"] == squat["load_g"] for r in kept["rungs"]
    ]
    assert kept["first_rung"] >= same.index(True)

    changes_to(signed_in, "stronger-strides")
    assert pack(signed_in, LATER)["positions"]["squat"]["home"] == before


def test_sessions_of_the_program_before_stay_as_hard_as_they_were(signed_in: httpx.Client) -> None:
    changes_to(signed_in, "stronger-strides")
    session, workout = trained(signed_in)
    assert workout["kind"] == "strength"
    changes_to(signed_in, "ankle-and-foot")
    (done,) = pack(signed_in, LATER)["done"]
    assert (done["session"], done["heavy"]) == (session, True)


def test_a_session_of_the_program_before_without_items_is_judged_too(
    signed_in: httpx.Client,
) -> None:
    changes_to(signed_in, "stronger-strides")
    trained(signed_in, START, freeze=False)
    changes_to(signed_in, "ankle-and-foot")
    assert pack(signed_in, LATER)["positions"]["squat"]["home"]["last_day"] == START
