"""Every error is a problem document with a code that stays and a sentence that helps."""

import json

import httpx
import pytest

from midstance.settings import Settings

JSON = {"Content-Type": "application/json"}


def sign_in_as(name: str) -> str:
    return json.dumps({"name": name, "password": "a password", "device_name": "phone"})


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    return Settings(database_url=sqlite_url, host="127.0.0.1", port=0)


@pytest.mark.parametrize(
    ("request_line", "content", "status", "code"),
    [
        ("GET /api/nothing", None, 404, "not_found"),
        ("GET /api/", None, 404, "not_found"),
        ("GET /api", None, 404, "not_found"),
        ("GET /missing.png", None, 404, "not_found"),
        ("PATCH /api/account", None, 405, "method_not_allowed"),
        ("GET /api/account", None, 401, "signed_out"),
        ("POST /api/accounts", "{", 400, "malformed"),
        ("POST /api/accounts", b"\xff\xfe", 400, "malformed"),
        ("POST /api/accounts", "[]", 422, "invalid"),
        ("POST /api/accounts", "null", 422, "invalid"),
        ("POST /api/accounts", "", 422, "invalid"),
        ("POST /api/accounts", '{"name": "\\ud800"}', 422, "invalid"),
        ("POST /api/accounts", "[" * 100_000, 400, "malformed"),
        ("DELETE /api/devices/%00", None, 401, "signed_out"),
        ("POST /api/devices", sign_in_as("Ada\0"), 422, "invalid"),
        ("POST /api/devices", sign_in_as("a" * 81), 422, "invalid"),
    ],
)
def test_an_error_is_a_problem_document(
    client: httpx.Client, request_line: str, content: str | None, status: int, code: str
) -> None:
    method, path = request_line.split()
    answer = client.request(method, path, content=content, headers=JSON)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert told["status"] == status
    assert told["type"] == "about:blank"
    assert told["title"]
    assert told["detail"].strip()


def test_a_wrong_method_is_told_all_the_right_ones(client: httpx.Client) -> None:
    answer = client.patch("/api/devices", content="{}", headers=JSON)
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert answer.json()["detail"] == "PATCH is not possible here, only GET, HEAD, POST."
