"""The contract as a stranger's client meets it: everything it may send, and what must come back."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from midstance.database import Database
from midstance.journal.rebuild import rebuild
from midstance.settings import Settings
from tests.api.test_accounts import bearer
from tests.api.training import START, has_profile, said, tell, today
from tests.conftest import PASSWORD
from tests.journal.making import entry, new_uuid, uuid
from tests.journal.test_kinds import WHOLE_ENTRIES
from tests.sync.story import CHAIN_0, everything, send, sync

READS = ("/api/today", "/api/pack", "/api/plan", "/api/progression")
SCALE_7 = [0, 8, 3.5, -1, 10**30]
SCALE_10 = [-1, 10.5, 10**30]
COUNT = [-1, 1.5, 8.0, 10**30]
AMOUNT = [-1, 10**30]
MOMENT = [1.5, 10**17, -(10**17), "2026-11-22T10:00:00Z"]
BY_REGION = [3, *({"calf": degree} for degree in (11, -1, "3", True, [3]))]
# What each field fixed by the contract refuses, beside the types that all of these refuse.
WRONG: dict[str, dict[str, list[Any]]] = {
    "checkin": {
        **dict.fromkeys(("sleep", "fatigue", "stress"), SCALE_7),
        **dict.fromkeys(("soreness", "pain", "pain_morning"), BY_REGION),
    },
    "run": {
        "started_at": MOMENT,
        "distance_m": AMOUNT,
        "duration_s": AMOUNT,
        "type": ["jog", "", "EASY", 1],
        "source": [5],
    },
    "session": {
        "template": [5],
        "place": ["office", "", 1],
        "started_at": MOMENT,
        "ended_at": MOMENT,
        "rpe": SCALE_10,
    },
    "set": {
        "session": ["", "yesterday", 5],
        "slot": [5],
        "exercise": [5],
        "index": COUNT,
        "side": ["middle", "", 0],
        "reps": COUNT,
        "hold_s": AMOUNT,
        "contacts": COUNT,
        "distance_m": AMOUNT,
        "load_g": COUNT,
        **dict.fromkeys(("rir", "pain"), SCALE_10),
        "quality": [5, -1, 2.5],
        "tempo": ["slow", "", "3-1-1", "3-1-1-0-0", 3110],
        "under_tension_s": AMOUNT,
        "started_at": MOMENT,
        "ended_at": MOMENT,
    },
}
OF_NO_FIELD: list[Any] = [True, [], [{}], float("nan"), float("inf")]


def test_every_fixed_field_refuses_what_it_is_not_for_by_its_name(
    signed_in: httpx.Client,
) -> None:
    wrong = [
        (field, entry(kind, set=WHOLE_ENTRIES[kind] | {field: value}))
        for kind, fields in WRONG.items()
        for field, values in fields.items()
        for value in [*values, *OF_NO_FIELD]
    ]
    for start in range(0, len(wrong), 250):
        some = wrong[start : start + 250]
        told = sync(signed_in, *(one for _, one in some)).json()
        assert told["accepted"] == []
        assert [one["id"] for one in told["rejected"]] == [one["id"] for _, one in some]
        for (field, _), refusal in zip(some, told["rejected"], strict=True):
            assert refusal["code"] == "invalid"
            assert refusal["field"].split(".")[:2] == ["set", field]
            assert field in refusal["detail"]


def test_every_known_kind_comes_back_as_it_was_sent_and_can_be_made_again(
    signed_in: httpx.Client, settings: Settings
) -> None:
    sent = [entry(kind, set=fields) for kind, fields in WHOLE_ENTRIES.items()]
    sent += [entry(kind, set=dict.fromkeys(fields)) for kind, fields in WHOLE_ENTRIES.items()]
    sent += [
        entry("set", v=2, set={"reps": "8-10"}),
        entry("x.y:new-kind_2", set={"": None, "a.b": [1.50, -0.0, 1e21, 10**30, "\0\u2028é"]}),
        entry("set", set={"reps": 8, "band": {"color": "red"}}, sent_by={"app": "other", "n": [1]}),
        entry("set", id=new_uuid().upper(), record=new_uuid().upper()),
    ]
    told = sync(signed_in, *sent).json()
    assert told["rejected"] == []
    assert told["accepted"] == [one["id"] for one in sent]
    assert list(map(json.dumps, told["entries"])) == list(map(json.dumps, sent))
    database = Database(settings.database_url)
    assert rebuild(database).changed == []
    database.close()


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("1e400", "set.reps"),
        ("9" * 5000, "set.reps"),
        ("[" * 40 + "]" * 40, "set.reps"),
        ("[" * 50_000 + "]" * 50_000, "set.reps"),
        ('{"a":' * 20_000 + "{}" + "}" * 20_000, "set.reps"),
    ],
    ids=["infinite", "long", "deep", "very deep", "deep objects"],
)
def test_what_breaks_json_readers_is_refused_by_its_id_and_field(
    signed_in: httpx.Client, value: str, field: str
) -> None:
    good, bad = entry("odd", set={"]": "[{\\"}), entry()
    broken = json.dumps(bad | {"set": {"reps": "@"}}).replace('"@"', value)
    place = f'"cursor": 0, "chain": "{CHAIN_0}"'
    told = send(signed_in, f'{{"entries": [{broken}, {json.dumps(good)}], {place}}}').json()
    assert told["accepted"] == [good["id"]]
    assert [(one["id"], one["field"]) for one in told["rejected"]] == [(bad["id"], field)]
    assert told["entries"] == [good]


def test_a_number_that_is_too_long_for_a_cursor_is_named(signed_in: httpx.Client) -> None:
    answer = send(signed_in, f'{{"cursor": {"9" * 5000}, "chain": "", "entries": []}}')
    assert (answer.status_code, answer.json()["fields"][0]["field"]) == (422, "cursor")


def test_a_whole_number_may_be_written_as_a_decimal(signed_in: httpx.Client) -> None:
    sync(signed_in, *(entry("odd") for _ in range(3)))
    answer = send(
        signed_in, f'{{"cursor": 0.0, "chain": "{CHAIN_0}", "entries": [], "limit": 2e0}}'
    )
    assert (answer.status_code, answer.json()["cursor"]) == (200, 2)


def test_twenty_pushes_at_once_make_one_journal_whose_chain_anybody_can_compute(
    signed_in: httpx.Client,
) -> None:
    shared = entry("odd", set={"from": "all"})
    pushes = [[shared, *(entry(set={"reps": number}) for number in range(3))] for _ in range(20)]
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda sent: sync(signed_in, *sent, limit=1), pushes))
    for sent, answer in zip(pushes, answers, strict=True):
        assert answer.json()["accepted"] == [one["id"] for one in sent]
    own = [one["id"] for sent in pushes for one in sent[1:]]

    for limit in (1, 7, 60, 500):
        cursor, chain, ids = 0, CHAIN_0, []
        while True:
            page = sync(signed_in, cursor=cursor, chain=chain, limit=limit).json()
            for one in page["entries"]:
                chain = hashlib.sha256((chain + one["id"]).encode()).hexdigest()[:32]
            ids += [one["id"] for one in page["entries"]]
            assert (page["cursor"], page["chain"]) == (len(ids), chain)
            cursor = page["cursor"]
            if not page["more"]:
                break
        assert sorted(ids) == sorted([shared["id"], *own])


def test_an_entry_arrives_from_a_second_device_too_and_is_one(
    signed_in: httpx.Client, client: httpx.Client
) -> None:
    one = entry(set={"reps": 8})
    first = sync(signed_in, one).json()
    body = {"name": "Ada", "password": PASSWORD, "device_name": "tablet"}
    client.headers.update(bearer(client.post("/api/devices", json=body).json()["token"]))
    again = sync(client, dict(reversed(one.items())), cursor=1, chain=first["chain"]).json()
    assert (again["accepted"], again["cursor"], again["entries"]) == ([one["id"]], 1, [])
    other = sync(client, one | {"day": "2026-11-23"}).json()
    assert [(one["id"], one["code"]) for one in other["rejected"]] == [(one["id"], "id_reused")]
    assert everything(signed_in) == [one]


def test_head_is_get_without_a_body_and_a_wrong_method_hears_the_right_ones(
    signed_in: httpx.Client,
) -> None:
    for address in ("/api/health", "/api/exercises", "/api/account", "/api/openapi.json"):
        head, get = signed_in.head(address), signed_in.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["Content-Type"] == get.headers["Content-Type"]
    assert signed_in.head("/api/nothing").status_code == 404
    for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE"):
        refused = signed_in.request(method, "/api/sync")
        assert (refused.status_code, refused.headers["Allow"]) == (405, "POST")
    assert signed_in.options("/api/health").headers["Allow"] == "GET, HEAD"


def test_a_tag_is_known_again_however_a_proxy_wrote_it(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    for address in (f"/api/pack?day={START}", "/api/exercises"):
        tag = signed_in.get(address).headers["ETag"]
        for asked in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            same = signed_in.get(address, headers={"If-None-Match": asked})
            assert (same.status_code, same.content) == (304, b"")
            assert same.headers["ETag"] == tag
        assert signed_in.get(address, headers={"If-None-Match": tag[:-2]}).status_code == 200


@pytest.mark.parametrize(
    "profile",
    [
        {"race_day": "0001-01-01"},
        {"race_day": "9999-12-31"},
        {"start_day": "0001-01-01"},
        {"start_day": "9999-12-31"},
        {"equipment": {"home": {"barbell": {"bar_g": 7, "plates_g": [*range(1, 600, 6)]}}}},
        {"program": "half an emoji \ud83d", "run_days": [1] * 1000, "minutes": 1},
    ],
    ids=["first race", "last race", "first start", "last start", "odd plates", "odd program"],
)
def test_an_odd_profile_is_still_planned_for(
    signed_in: httpx.Client, profile: dict[str, Any]
) -> None:
    has_profile(signed_in, **profile)
    assert [signed_in.get(address).status_code for address in READS] == [200] * len(READS)


def test_no_entry_that_was_accepted_breaks_a_day(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    item = today(signed_in)["workout"]["items"][0]
    odd_items = [item | {"regions": 5}, item | {"regions": None}, item | {"band": "red"}]
    session, done = new_uuid(), {"template": "\ud800", "started_at": 1, "ended_at": 2}
    trained = {"session": session, "slot": item["slot"], "exercise": "\ud800", "reps": 8}
    tell(
        signed_in,
        said("session", session, **done, items=odd_items),
        said("set", **trained, index=1),
        said("session", day="0001-01-01", template="strength-squat", started_at=0, ended_at=1),
        said("checkin", pain={"\ud800": 5, "": 5}, soreness={"\udfff": 10}, red_flags=["\ud800"]),
    )
    for zone in ("Europe", "America/", "/", "-", "Mars/Olympus_Mons"):
        tell(signed_in, entry("odd", zone=zone))
        asked = [*READS, *(f"{address}?day={START}" for address in READS)]
        assert [signed_in.get(address).status_code for address in asked] == [200] * len(asked)


def test_how_far_a_plan_may_be_asked_for(signed_in: httpx.Client) -> None:
    has_profile(signed_in)
    for asked in ({"days": 1}, {"days": 366}, {"from": "1900-01-01"}, {"from": "9000-12-31"}):
        assert signed_in.get("/api/plan", params=asked).status_code == 200
    for field, value in (("days", "0"), ("days", "367"), ("days", "x"), ("from", "2026-02-29")):
        refused = signed_in.get("/api/plan", params={field: value})
        assert (refused.status_code, refused.json()["fields"][0]["field"]) == (422, field)


def test_a_device_that_was_signed_out_pushes_nothing(
    signed_in: httpx.Client, client: httpx.Client
) -> None:
    body = {"name": "Ada", "password": PASSWORD, "device_name": "lost phone"}
    lost = client.post("/api/devices", json=body).json()
    assert signed_in.delete(f"/api/devices/{lost['device']}").status_code == 204
    client.cookies.clear()
    for headers in (bearer(lost["token"]), {"Cookie": f"midstance={lost['token']}"}):
        client.headers = httpx.Headers(headers)
        refused = sync(client, entry("odd", id=uuid(1)))
        assert (refused.status_code, refused.json()["code"]) == (401, "signed_out")
    assert everything(signed_in) == []
