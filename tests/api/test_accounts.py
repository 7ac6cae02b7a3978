"""Joining: the first is the owner, the others are invited, and nobody guesses a way in."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from midstance import clock
from midstance.accounts import invites
from midstance.settings import Settings
from tests.conftest import PASSWORD, Server, serving


def join(client: httpx.Client, name: str, **more: str) -> httpx.Response:
    body = {"name": name, "password": PASSWORD, "device_name": f"phone of {name}"} | more
    return client.post("/api/accounts", json=body)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_the_first_account_is_the_owner_and_gets_what_the_contract_says(
    client: httpx.Client,
) -> None:
    answer = join(client, "Ada")
    assert answer.status_code == 201
    told = answer.json()
    assert set(told) == {"token", "athlete", "device", "name", "owner"}
    assert told["name"] == "Ada"
    assert told["owner"] is True
    assert len(told["device"]) == 8
    int(told["device"], 16)
    me = client.get("/api/account", headers=bearer(told["token"])).json()
    assert me == {key: told[key] for key in ("athlete", "device", "name", "owner")}


def test_the_second_person_needs_an_invite(client: httpx.Client, signed_in: httpx.Client) -> None:
    refused = join(client, "Ben")
    assert (refused.status_code, refused.json()["code"]) == (403, "invite_needed")

    made = signed_in.post("/api/invites").json()
    assert made["url"] == f"{str(client.base_url).rstrip('/')}/welcome?invite={made['code']}"
    joined = join(client, "Ben", invite=made["code"].lower().replace("-", " "))
    assert joined.status_code == 201
    assert joined.json()["owner"] is False

    again = join(client, "Cleo", invite=made["code"])
    assert (again.status_code, again.json()["code"]) == (403, "invite_refused")


def test_an_invite_survives_a_name_that_was_taken(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    code = signed_in.post("/api/invites").json()["code"]
    taken = join(client, " aDa ", invite=code)
    assert (taken.status_code, taken.json()["code"]) == (409, "name_taken")
    assert join(client, "Ben", invite=code).status_code == 201


def test_an_invite_lets_one_person_in_although_two_come_at_once(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    code = signed_in.post("/api/invites").json()["code"]
    with ThreadPoolExecutor(4) as crowd:
        answers = list(crowd.map(lambda name: join(client, name, invite=code), "BCDE"))
    assert sorted(answer.status_code for answer in answers) == [201, 403, 403, 403]


def test_an_invite_is_good_for_a_week(
    client: httpx.Client, signed_in: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = signed_in.post("/api/invites").json()["code"]
    later = clock.now_ms() + invites.VALID_MS
    monkeypatch.setattr(invites, "now_ms", lambda: later)
    assert join(client, "Ben", invite=code).json()["code"] == "invite_refused"


def test_only_the_owner_invites(client: httpx.Client, signed_in: httpx.Client) -> None:
    code = signed_in.post("/api/invites").json()["code"]
    ben = join(client, "Ben", invite=code).json()
    refused = httpx.post(f"{client.base_url}/api/invites", headers=bearer(ben["token"]))
    assert (refused.status_code, refused.json()["code"]) == (403, "owner_only")


def test_there_is_one_owner_although_four_people_race_to_be_first(client: httpx.Client) -> None:
    with ThreadPoolExecutor(4) as crowd:
        answers = list(crowd.map(lambda name: join(client, name), "ABCD"))
    assert sorted(answer.status_code for answer in answers) == [201, 403, 403, 403]


def test_of_two_people_with_one_name_one_gets_it(settings: Settings) -> None:
    with (
        serving(settings.model_copy(update={"signup": "open"})) as server,
        httpx.Client(base_url=server.url, timeout=30) as client,
    ):
        assert join(client, "Ada").status_code == 201
        assert join(client, "Ben").json()["owner"] is False
        with ThreadPoolExecutor(4) as crowd:
            answers = list(crowd.map(lambda name: join(client, name), ["Cleo", "cleo", "CLEO"]))
        assert sorted(answer.status_code for answer in answers) == [201, 409, 409]


def test_guessing_invites_is_slowed_down(
    client: httpx.Client, signed_in: httpx.Client, stopped_clock: None
) -> None:
    answers = [join(client, "Eve", invite=f"AAAA-{number:04}-AAAA") for number in range(22)]
    assert answers[0].json()["code"] == "invite_refused"
    assert answers[-1].json()["code"] == "too_many_attempts"


def test_a_form_that_is_not_right_names_the_field(client: httpx.Client) -> None:
    right = {"name": "Ada", "password": PASSWORD, "device_name": "phone"}
    wrong: list[tuple[str, object]] = [
        ("name", ""),
        ("name", "x" * 81),
        ("name", "\x00"),
        ("name", 5),
        ("password", "short"),
        ("password", "x" * 1001),
        ("device_name", " "),
        ("device_name", None),
        ("invite", ["A"]),
    ]
    for field, value in wrong:
        answer = client.post("/api/accounts", json=right | {field: value})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
        assert [part["field"] for part in answer.json()["fields"]] == [field]


def test_a_new_password_signs_the_other_devices_out(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    sign_in = {"name": "Ada", "password": PASSWORD, "device_name": "old phone"}
    old = client.post("/api/devices", json=sign_in).json()["token"]

    change = {"current": PASSWORD, "new": "another long password"}
    changed = signed_in.put("/api/account/password", json=change)
    assert changed.json() == {"signed_out": 1}

    assert signed_in.get("/api/account").status_code == 200
    assert client.get("/api/account", headers=bearer(old)).json()["code"] == "signed_out"
    assert client.post("/api/devices", json=sign_in).status_code == 401
    assert (
        client.post("/api/devices", json=sign_in | {"password": change["new"]}).status_code == 201
    )


def test_changing_the_password_takes_the_current_one(signed_in: httpx.Client) -> None:
    answer = signed_in.put(
        "/api/account/password", json={"current": "not this one", "new": "another long password"}
    )
    # Not 401: the phone is signed in all the same.
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_password")


def test_who_comes_behind_a_proxy_is_told_apart_by_what_the_proxy_says(
    server: Server, stopped_clock: None
) -> None:
    """The test server trusts 127.0.0.1, as `midstance serve` does by default."""

    def guess(address: str) -> int:
        return httpx.post(
            f"{server.url}/api/devices",
            json={"name": "Ada", "password": "wrong", "device_name": "x"},
            headers={"X-Forwarded-For": address},
        ).status_code

    assert [guess("192.0.2.1") for _ in range(6)][-1] == 429
    assert guess("192.0.2.2") == 401
