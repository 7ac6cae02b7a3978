"""The sync contract as a client meets it."""

import json
import time

import httpx
import pytest

from tests.api.test_accounts import bearer, join
from tests.journal.making import clock, entry, new_uuid, uuid
from tests.sync.story import everything, send, sync

CHAIN_0 = "0" * 32
EMPTY = f'{{"cursor": 0, "chain": "{CHAIN_0}", "entries": []}}'


@pytest.fixture
def somebody_else(signed_in: httpx.Client, client: httpx.Client) -> httpx.Client:
    """Another athlete of the same installation."""
    invite = signed_in.post("/api/invites").json()["code"]
    client.headers.update(bearer(join(client, "Ben", invite=invite).json()["token"]))
    return client


def test_an_exchange_answers_with_everything_the_contract_names(signed_in: httpx.Client) -> None:
    before_ms = time.time_ns() // 1_000_000
    sent = [entry(set={"reps": 8}), entry("weather", set={"wind": 1.5})]
    answer = sync(signed_in, *sent)
    assert answer.status_code == 200
    told = answer.json()
    assert set(told) == {
        "cursor",
        "chain",
        "accepted",
        "rejected",
        "entries",
        "more",
        "server_time",
    }
    assert told["cursor"] == 2
    assert told["accepted"] == [one["id"] for one in sent]
    assert (told["rejected"], told["entries"], told["more"]) == ([], sent, False)
    assert before_ms <= told["server_time"] <= time.time_ns() // 1_000_000


def test_a_device_gets_its_own_entries_back_and_others_too(
    signed_in: httpx.Client, client: httpx.Client
) -> None:
    mine = entry(set={"reps": 8})
    place = sync(signed_in, mine).json()
    body = {"name": "Ada", "password": "a long enough password", "device_name": "tablet"}
    client.headers.update(bearer(client.post("/api/devices", json=body).json()["token"]))
    theirs = entry(record=mine["record"], at=clock(5), set={"reps": 9})
    assert sync(client, theirs).json()["entries"] == [mine, theirs]
    news = sync(signed_in, cursor=place["cursor"], chain=place["chain"]).json()
    assert news["entries"] == [theirs]


def test_pages_follow_each_other_until_there_are_no_more(signed_in: httpx.Client) -> None:
    sent = [entry("odd") for _ in range(7)]
    first = sync(signed_in, *sent, limit=3).json()
    assert (len(first["entries"]), first["more"], first["cursor"]) == (3, True, 3)
    assert everything(signed_in, limit=3) == sent


def test_the_same_push_twice_changes_nothing(signed_in: httpx.Client) -> None:
    one = entry(set={"reps": 8})
    first, second = sync(signed_in, one).json(), sync(signed_in, one).json()
    assert first["accepted"] == second["accepted"] == [one["id"]]
    assert (first["cursor"], first["chain"]) == (second["cursor"], second["chain"])


def test_bad_entries_are_told_one_by_one_and_the_good_ones_are_kept(
    signed_in: httpx.Client,
) -> None:
    good, taken = entry(set={"reps": 8}), entry("odd", set={"a": 1})
    sync(signed_in, taken)
    huge = entry("odd", set={"a": "x" * 70_000})
    answer = sync(
        signed_in,
        entry(set={"reps": "ten"}),
        good,
        taken | {"set": {"a": 2}},
        huge,
        {"no": "id"},
        "not an entry",
    ).json()
    assert answer["accepted"] == [good["id"]]
    told = [(one["index"], one["id"], one["code"]) for one in answer["rejected"]]
    assert [(index, code) for index, _, code in told] == [
        (0, "invalid"),
        (2, "id_reused"),
        (3, "invalid"),
        (4, "invalid"),
        (5, "invalid"),
    ]
    assert [known for _, known, _ in told][1:] == [taken["id"], huge["id"], None, None]
    assert "reps must be a whole number" in answer["rejected"][0]["detail"]


def test_entries_that_break_json_readers_do_not_hold_up_the_others(
    signed_in: httpx.Client,
) -> None:
    good = entry("odd", set={"brackets in text": '"]}[{,\\"'})
    monsters = ["[" * 3000 + "]" * 3000, "1" * 6000, '{"a": ' * 900 + "1" + "}" * 900]
    parts = ",".join([monsters[0], json.dumps(good), *monsters[1:]])
    answer = send(signed_in, f'{{"entries": [{parts}], "cursor": 0, "chain": "{CHAIN_0}"}}')
    assert answer.status_code == 200
    assert answer.json()["accepted"] == [good["id"]]
    assert [one["index"] for one in answer.json()["rejected"]] == [0, 2, 3]


def test_numbers_that_are_none_and_half_emojis_are_answered_not_crashed_on(
    signed_in: httpx.Client,
) -> None:
    cut = entry("odd", set={"note": "half an emoji \ud83d", "nul": "\0"})
    answer = sync(signed_in, entry("odd", set={"a": float("nan")}), cut).json()
    assert answer["accepted"] == [cut["id"]]
    assert [one["code"] for one in answer["rejected"]] == ["invalid"]
    assert everything(signed_in) == [cut]


def test_what_is_no_json_is_told_so(signed_in: httpx.Client) -> None:
    bodies: list[str | bytes] = [
        "",
        "{",
        "[" * 3000,
        '{"entries": [' + "[" * 3000,
        '"' + '\\"' * 200_000,
        b'{"cursor": 0, "chain": "\xff"}',
        EMPTY + "x",
    ]
    for body in bodies:
        answer = send(signed_in, body)
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_wrong_request_names_its_field(signed_in: httpx.Client) -> None:
    wrong = [
        ("cursor", -1),
        ("cursor", "0"),
        ("cursor", True),
        ("cursor", 0.5),
        ("chain", None),
        ("entries", {}),
        ("entries", None),
        ("limit", 0),
        ("limit", 501),
    ]
    for field, value in wrong:
        answer = send(signed_in, json.dumps(json.loads(EMPTY) | {field: value}))
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
        assert [part["field"] for part in answer.json()["fields"]] == [field]


def test_json_that_is_no_request_is_invalid(signed_in: httpx.Client) -> None:
    for body in ["[]", "null", "5", "{}"]:
        assert send(signed_in, body).status_code == 422


def test_too_many_entries_are_too_large_and_the_limit_itself_is_not(
    signed_in: httpx.Client,
) -> None:
    sent = [entry("odd") for _ in range(501)]
    refused = sync(signed_in, *sent)
    assert (refused.status_code, refused.json()["code"]) == (413, "too_large")
    assert len(sync(signed_in, *sent[:500]).json()["accepted"]) == 500


def test_too_many_bytes_are_too_large(signed_in: httpx.Client) -> None:
    refused = sync(signed_in, *(entry("odd", set={"a": "x" * 60_000}) for _ in range(20)))
    assert (refused.status_code, refused.json()["code"]) == (413, "too_large")
    assert everything(signed_in) == []


def test_a_cursor_beyond_the_journal_is_told_to_start_over(signed_in: httpx.Client) -> None:
    for cursor in (1, 99, 2**70):
        answer = sync(signed_in, entry("odd"), cursor=cursor)
        assert (answer.status_code, answer.json()["code"]) == (409, "reset")
    assert everything(signed_in) == []


def test_another_chain_at_a_known_cursor_is_told_to_start_over(signed_in: httpx.Client) -> None:
    sync(signed_in, entry("odd"), entry("odd"))
    for cursor in (0, 1, 2):
        answer = sync(signed_in, cursor=cursor, chain="f" * 32)
        assert (answer.status_code, answer.json()["code"]) == (409, "reset")


def test_somebody_who_is_not_signed_in_is_told_before_anything_is_read(
    client: httpx.Client,
) -> None:
    for body in (EMPTY, "{"):
        answer = send(client, body)
        assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")


def test_another_athlete_sees_nothing_of_mine_even_with_my_cursor_and_ids(
    signed_in: httpx.Client, somebody_else: httpx.Client
) -> None:
    mine = entry("odd", set={"mine": True})
    place = sync(signed_in, mine).json()
    peeking = sync(somebody_else, cursor=place["cursor"], chain=place["chain"])
    assert peeking.json()["code"] == "reset"
    theirs = mine | {"set": {"mine": False}}
    assert sync(somebody_else, theirs).json()["accepted"] == [mine["id"]]
    assert everything(signed_in) == [mine]
    assert everything(somebody_else) == [theirs]


def test_a_month_of_offline_work_from_a_wrong_clock_is_taken_in(signed_in: httpx.Client) -> None:
    session = new_uuid()
    sent = [
        entry("session", record=session, day="2026-10-01", set={"started_at": 0, "ended_at": 1}),
        entry(
            day="2026-10-01",
            at=f"9999-01-01T00:00:00.000Z-ffffff-{'f' * 8}",
            set={"session": session, "reps": 8},
        ),
        entry("session", record=session, day="2026-10-01", deleted=True),
        entry("session", record=uuid(1), day="0001-01-01", v=99, set={"rpe": "hard"}),
    ]
    assert sync(signed_in, *sent).json()["rejected"] == []
