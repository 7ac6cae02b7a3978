"""Signing in and out: by cookie in a browser, by bearer token elsewhere, revocable each."""

import time
from http.cookies import SimpleCookie

import httpx
import pytest

from midstance import clock
from midstance.accounts import devices
from midstance.settings import Settings
from tests.conftest import PASSWORD, Server, serving

SIGN_IN = {"name": "Ada", "password": PASSWORD, "device_name": "second phone"}
WRONG = SIGN_IN | {"password": "not the password"}


@pytest.fixture
def browser(server: Server, signed_in: httpx.Client) -> httpx.Client:
    """A client that keeps cookies and nothing else, signed in to the account of `signed_in`."""
    browser = httpx.Client(base_url=server.url, timeout=30)
    assert browser.post("/api/devices", json=SIGN_IN).status_code == 201
    return browser


def cookie_of(answer: httpx.Response) -> SimpleCookie:
    return SimpleCookie(answer.headers["Set-Cookie"])


def test_signing_in_makes_a_second_device_of_the_same_athlete(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    first = signed_in.get("/api/account").json()
    second = client.post("/api/devices", json=SIGN_IN | {"name": " ADA "}).json()
    assert second["athlete"] == first["athlete"]
    assert second["device"] != first["device"]
    assert set(second) == {"token", "athlete", "device", "name", "owner"}


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    wrong_password = client.post("/api/devices", json=WRONG)
    wrong_name = client.post("/api/devices", json=SIGN_IN | {"name": "Nobody"})
    assert wrong_password.status_code == wrong_name.status_code == 401
    assert wrong_password.json() == wrong_name.json()
    assert wrong_name.json()["code"] == "wrong_password"
    assert "Set-Cookie" not in wrong_name.headers


def test_the_cookie_is_out_of_reach_of_scripts_and_lasts(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    cookie = cookie_of(client.post("/api/devices", json=SIGN_IN))["midstance"]
    assert cookie["httponly"]
    assert cookie["samesite"].lower() == "lax"
    assert cookie["path"] == "/"
    assert int(cookie["max-age"]) == 400 * 24 * 3600
    assert not cookie["secure"], "over plain HTTP a browser would throw a secure cookie away"


def test_behind_a_proxy_on_https_the_cookie_is_secure(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    answer = client.post("/api/devices", json=SIGN_IN, headers={"X-Forwarded-Proto": "https"})
    assert cookie_of(answer)["midstance"]["secure"]


def test_at_the_public_address_the_cookie_is_secure_even_if_the_proxy_is_silent(
    settings: Settings,
) -> None:
    public = settings.model_copy(update={"public_url": "https://gym.example.org"})
    with serving(public) as server:
        answer = httpx.post(
            f"{server.url}/api/accounts", json=SIGN_IN, headers={"Host": "gym.example.org"}
        )
        assert cookie_of(answer)["midstance"]["secure"]
        at_home = httpx.post(f"{server.url}/api/devices", json=SIGN_IN)
        assert not cookie_of(at_home)["midstance"]["secure"]


def test_a_browser_is_known_by_its_cookie(browser: httpx.Client) -> None:
    assert browser.get("/api/account").json()["name"] == "Ada"


def test_without_a_device_there_is_a_sentence(client: httpx.Client) -> None:
    for headers in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic eDp5"}):
        answer = client.get("/api/account", headers=headers)
        assert answer.status_code == 401
        assert answer.json()["code"] == "signed_out"
        assert answer.json()["detail"].endswith("lost.")
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_signing_out_ends_the_device_and_the_cookie(
    browser: httpx.Client, signed_in: httpx.Client
) -> None:
    stolen = dict(browser.cookies)
    answer = browser.delete("/api/devices/current")
    assert answer.status_code == 204
    assert cookie_of(answer)["midstance"]["max-age"] == "0"
    assert not browser.cookies
    copied = httpx.get(f"{browser.base_url}/api/account", cookies=stolen)
    assert copied.json()["code"] == "signed_out"
    assert signed_in.get("/api/account").status_code == 200


def test_a_lost_phone_is_signed_out_from_another(
    browser: httpx.Client, signed_in: httpx.Client
) -> None:
    lost = browser.get("/api/account").json()["device"]
    listed = signed_in.get("/api/devices").json()["devices"]
    assert {device["name"] for device in listed} == {"test phone", "second phone"}
    assert [device["current"] for device in listed if device["id"] == lost] == [False]

    assert signed_in.delete(f"/api/devices/{lost}").status_code == 204
    assert browser.get("/api/account").status_code == 401
    assert [d["current"] for d in signed_in.get("/api/devices").json()["devices"]] == [True]
    assert signed_in.delete(f"/api/devices/{lost}").status_code == 404


def test_the_device_of_somebody_else_is_not_there(
    client: httpx.Client, signed_in: httpx.Client
) -> None:
    code = signed_in.post("/api/invites").json()["code"]
    ben = client.post("/api/accounts", json=SIGN_IN | {"name": "Ben", "invite": code}).json()
    owner = signed_in.get("/api/account").json()["device"]
    headers = {"Authorization": f"Bearer {ben['token']}"}
    answer = httpx.delete(f"{client.base_url}/api/devices/{owner}", headers=headers)
    assert answer.status_code == 404
    assert signed_in.get("/api/account").status_code == 200


def test_an_hour_later_the_device_is_seen_again_and_the_cookie_lives_anew(
    browser: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen_ms() -> int:
        listed = browser.get("/api/devices").json()["devices"]
        return next(device["last_seen_ms"] for device in listed if device["current"])

    at_first = seen_ms()
    soon = clock.now_ms() + devices.SEEN_EVERY_MS // 2
    monkeypatch.setattr(devices, "now_ms", lambda: soon)
    assert "Set-Cookie" not in browser.get("/api/account").headers
    assert seen_ms() == at_first

    later = clock.now_ms() + devices.SEEN_EVERY_MS + 1
    monkeypatch.setattr(devices, "now_ms", lambda: later)
    renewed = cookie_of(browser.get("/api/account"))["midstance"]
    assert int(renewed["max-age"]) == devices.VALID_S
    deadline = time.monotonic() + 20
    while seen_ms() != later:  # noted after the answer
        assert time.monotonic() < deadline
    assert "Set-Cookie" not in browser.get("/api/account").headers


def test_signing_out_is_not_undone_by_a_renewed_cookie(
    browser: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now_ms() + devices.SEEN_EVERY_MS + 1
    monkeypatch.setattr(devices, "now_ms", lambda: later)
    browser.delete("/api/devices/current")
    assert not browser.cookies


def test_after_more_than_a_year_away_a_device_signs_in_again(
    browser: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now_ms() + devices.VALID_S * 1000 + 1
    monkeypatch.setattr(devices, "now_ms", lambda: later)
    assert browser.get("/api/account").json()["code"] == "signed_out"


def test_guessing_a_password_ends_in_waiting(
    client: httpx.Client, signed_in: httpx.Client, stopped_clock: None
) -> None:
    answers = [client.post("/api/devices", json=WRONG) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    refused = answers[-1]
    assert refused.json()["code"] == "too_many_attempts"
    assert int(refused.headers["Retry-After"]) == refused.json()["retry_after_s"] >= 1
    right = client.post("/api/devices", json=SIGN_IN)
    assert right.status_code == 429, "the right password would tell the guesser that it is right"


def test_the_limit_on_guessing_can_be_switched_off(settings: Settings) -> None:
    with serving(settings.model_copy(update={"rate_limit": "off"})) as server:
        codes = [httpx.post(f"{server.url}/api/devices", json=WRONG).status_code for _ in range(8)]
    assert codes == [401] * 8


def test_no_device_has_an_unreadable_id(signed_in: httpx.Client) -> None:
    assert signed_in.delete("/api/devices/%00").status_code == 404
