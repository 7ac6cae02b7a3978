"""What a browser is told with every answer, and what a request must be to be read at all."""

import base64
import gzip
import hashlib
import json
import re
import socket
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from midstance.guard import BODY_BYTES_MAX
from midstance.headers import content_security_policy
from midstance.settings import Settings
from tests.conftest import PASSWORD, Server, serving

FORM = {"name": "Ada", "password": PASSWORD, "device_name": "browser"}


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    """No answer here depends on the kind of database."""
    return Settings(database_url=sqlite_url, host="127.0.0.1", port=0)


@pytest.fixture
def browser(client: httpx.Client) -> httpx.Client:
    """Signed in by cookie, the way that another site could abuse."""
    assert client.post("/api/accounts", json=FORM).status_code == 201
    return client


def test_every_kind_of_answer_carries_the_policy(browser: httpx.Client) -> None:
    answers = {
        "page": browser.get("/", headers={"Accept": "text/html"}),
        "worker": browser.get("/sw.js"),
        "data": browser.get("/api/account"),
        "nothing there": browser.get("/api/nothing"),
        "no such file": browser.get("/a/0/app.js"),
        "wrong method": browser.patch("/api/account"),
        "malformed": browser.post(
            "/api/devices", content="{", headers={"Content-Type": "application/json"}
        ),
        "too large": browser.post("/api/devices", json={"name": "x" * BODY_BYTES_MAX}),
        "from elsewhere": browser.post("/api/invites", headers={"Sec-Fetch-Site": "cross-site"}),
        "empty": browser.delete("/api/devices/current"),
    }
    for kind, answer in answers.items():
        if kind != "page":
            assert answer.headers["Content-Security-Policy"] == content_security_policy(), kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff", kind
        assert answer.headers["Referrer-Policy"] == "no-referrer", kind
        assert len(answer.headers["X-Request-ID"]) >= 8, kind


def test_the_policy_lets_no_inline_script_and_no_other_site_in() -> None:
    policy = content_security_policy()
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_may_show_the_one_style_sheet_it_carries_and_no_other(
    browser: httpx.Client,
) -> None:
    page = browser.get("/", headers={"Accept": "text/html"})
    [styles] = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    policy = content_security_policy(f"'sha256-{digest}'")
    assert page.headers["Content-Security-Policy"] == policy
    assert "<script>" not in page.text


def test_personal_answers_are_kept_out_of_caches(browser: httpx.Client) -> None:
    assert browser.get("/api/account").headers["Cache-Control"] == "no-store"


def test_an_answer_names_its_request_as_the_proxy_did(client: httpx.Client) -> None:
    given = client.get("/api/health", headers={"X-Request-ID": "from-the-proxy-1"})
    assert given.headers["X-Request-ID"] == "from-the-proxy-1"
    forged = client.get("/api/health", headers={"X-Request-ID": "two words; and more"})
    assert forged.headers["X-Request-ID"] != "two words; and more"


def test_long_data_is_compressed_and_short_data_is_not(client: httpx.Client) -> None:
    with client.stream("GET", "/api/openapi.json", headers={"Accept-Encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert json.loads(gzip.decompress(packed))["info"]["title"] == "Midstance"
    assert "Content-Encoding" not in client.get("/api/health").headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Authorization": "Basic eDp5"},
    ],
)
def test_another_site_cannot_use_the_cookie(browser: httpx.Client, headers: dict[str, str]) -> None:
    answer = browser.post("/api/invites", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    assert browser.get("/api/account", headers=headers).status_code in {200, 401}


def test_another_site_cannot_sign_its_visitor_in_as_somebody_else(browser: httpx.Client) -> None:
    answer = browser.post("/api/devices", json=FORM, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.json()["code"] == "cross_site"
    assert "Set-Cookie" not in answer.headers


def test_our_own_pages_and_other_programs_may(browser: httpx.Client, server: Server) -> None:
    for headers in (
        {"Sec-Fetch-Site": "same-origin", "Origin": server.url},
        {"Sec-Fetch-Site": "none"},
        {"Origin": server.url},
        {},
    ):
        assert browser.post("/api/invites", headers=headers).status_code == 201


def test_a_token_is_no_cookie_so_it_works_from_anywhere(client: httpx.Client) -> None:
    token = client.post("/api/accounts", json=FORM).json()["token"]
    answer = httpx.post(
        f"{client.base_url}/api/invites",
        headers={"Authorization": f"Bearer {token}", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 201


def test_the_public_address_is_our_own_although_the_proxy_calls_us_otherwise(
    settings: Settings,
) -> None:
    public = settings.model_copy(update={"public_url": "https://gym.example.org"})
    with serving(public) as server:
        answer = httpx.post(
            f"{server.url}/api/accounts", json=FORM, headers={"Origin": "https://gym.example.org"}
        )
    assert answer.status_code == 201


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_a_plain_form_could_send_is_not_read(client: httpx.Client, content_type: str) -> None:
    answer = client.post(
        "/api/accounts", content=json.dumps(FORM), headers={"Content-Type": content_type}
    )
    assert (answer.status_code, answer.json()["code"]) == (415, "not_json")


def test_a_body_over_1_mib_is_refused_whether_it_says_so_or_not(client: httpx.Client) -> None:
    padded = json.dumps(FORM | {"padding": "x" * BODY_BYTES_MAX}).encode()

    def in_chunks() -> Iterator[bytes]:
        for start in range(0, len(padded), 65536):
            yield padded[start : start + 65536]

    for content in (padded, in_chunks()):
        answer = client.post(
            "/api/accounts", content=content, headers={"Content-Type": "application/json"}
        )
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert client.post("/api/accounts", json=FORM).status_code == 201, "nothing was stored before"


def test_a_body_of_just_under_1_mib_is_read(client: httpx.Client) -> None:
    room = BODY_BYTES_MAX - len(json.dumps(FORM | {"padding": ""}))
    body = json.dumps(FORM | {"padding": "x" * room})
    assert len(body) == BODY_BYTES_MAX
    answer = client.post(
        "/api/accounts", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 201


def test_a_request_that_breaks_off_takes_nothing_with_it(
    client: httpx.Client, server: Server
) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as broken:
        broken.sendall(
            b"POST /api/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b'Content-Length: 500\r\n\r\n{"name": "Ada",'
        )
    assert client.get("/api/health").status_code == 200
    assert client.post("/api/accounts", json=FORM).json()["owner"] is True


def test_what_nobody_caught_is_a_problem_with_all_headers_and_without_secrets(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(app: FastAPI) -> None:
        @app.get("/api/{name}")
        def endpoint(name: str) -> None:
            raise RuntimeError("the reason")

    monkeypatch.setattr("midstance.errors.install", broken)
    with serving(settings) as server:
        answer = httpx.get(
            f"{server.url}/api/broken%0Aforged",
            headers={"Authorization": "Bearer s3cret"},
            timeout=30,
        )
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Content-Security-Policy"] == content_security_policy()
    assert "the reason" not in answer.text
    printed = "".join(capfd.readouterr())
    assert "the reason" in printed
    assert answer.headers["X-Request-ID"] in printed
    assert "/api/broken%0Aforged" in printed, "a path writes no line of its own into the log"


def test_the_shell_is_not_an_answer_to_the_api(client: httpx.Client) -> None:
    page = client.get("/api/nothing", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert page.headers["Content-Type"] == "application/problem+json"
