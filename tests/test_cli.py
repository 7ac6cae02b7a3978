"""The command line says what it did, and why it did not."""

import io
import json
import socket
import sqlite3
from pathlib import Path

import httpx
import pytest

from midstance import __version__
from midstance.cli import main
from midstance.serve import greeting, listening
from midstance.settings import Settings
from tests.conftest import PASSWORD, Server


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    main(["version"])
    assert capsys.readouterr().out == f"{__version__}\n"


def test_the_interface_can_be_printed_without_a_database(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["openapi"])
    assert "/api/devices" in json.loads(capsys.readouterr().out)["paths"]
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_whole_although_the_database_is_in_use(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIDSTANCE_DATABASE_URL", sqlite_url)
    source = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    source.execute("INSERT INTO attempt VALUES ('kept', 1, 1)")
    source.commit()
    source.execute("INSERT INTO attempt VALUES ('under way', 1, 1)")
    target = tmp_path / "backup.db"
    main(["backup", str(target)])
    with sqlite3.connect(target) as copy:
        assert copy.execute("SELECT key FROM attempt").fetchall() == [("kept",)]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert target.stat().st_mode & 0o077 == 0, "it holds password hashes"
    source.close()


def test_a_backup_overwrites_nothing(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIDSTANCE_DATABASE_URL", sqlite_url)
    target = tmp_path / "backup.db"
    target.write_text("precious")
    with pytest.raises(SystemExit, match="exists already"):
        main(["backup", str(target)])
    assert target.read_text() == "precious"


def test_a_backup_that_cannot_be_written_is_said_in_a_sentence(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIDSTANCE_DATABASE_URL", sqlite_url)
    with pytest.raises(SystemExit, match="midstance: the database: unable to open"):
        main(["backup", str(tmp_path / "missing" / "backup.db")])


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://127.0.0.1:1/midstance", "midstance: the database: connection failed"),
        ("mysql://127.0.0.1/midstance", "MIDSTANCE_DATABASE_URL: .*SQLite or Postgres"),
        ("midstance.db", "MIDSTANCE_DATABASE_URL: .*SQLite or Postgres"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, url: str, said: str
) -> None:
    monkeypatch.setenv("MIDSTANCE_DATABASE_URL", url)
    with pytest.raises(SystemExit, match=said):
        main(["migrate"])


def test_postgres_has_a_better_tool_for_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDSTANCE_DATABASE_URL", "postgresql://x/y")
    with pytest.raises(SystemExit, match="pg_dump"):
        main(["backup", "anywhere.db"])


def test_a_forgotten_password_is_set_anew_by_whoever_owns_the_machine(
    server: Server, signed_in: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIDSTANCE_DATABASE_URL", server.settings.database_url)
    monkeypatch.setattr("sys.stdin", io.StringIO("a brand new password\n"))
    main(["password", "ada"])
    assert signed_in.get("/api/account").status_code == 401
    form = {"name": "Ada", "device_name": "phone"}
    old = httpx.post(f"{server.url}/api/devices", json=form | {"password": PASSWORD})
    new = httpx.post(f"{server.url}/api/devices", json=form | {"password": "a brand new password"})
    assert (old.status_code, new.status_code) == (401, 201)


def test_nobody_has_a_password_in_an_installation_that_never_ran(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("a brand new password\n"))
    with pytest.raises(SystemExit, match="nobody called Ada"):
        main(["password", "Ada"])


def test_a_password_too_long_to_sign_in_with_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("x" * 1001))
    with pytest.raises(SystemExit, match="8 to 1000 characters"):
        main(["password", "Ada"])


def test_a_setting_left_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PUBLIC_URL", "CERTIFICATE", "PORT"):
        monkeypatch.setenv(f"MIDSTANCE_{name}", "")
    assert Settings() == Settings(public_url=None, certificate=None, port=8000)


def test_a_setting_that_is_not_right_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIDSTANCE_PORT", "eighty")
    with pytest.raises(SystemExit, match="MIDSTANCE_PORT: "):
        main(["migrate"])


def test_a_port_in_use_is_said_in_a_sentence(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("MIDSTANCE_DATABASE_URL", sqlite_url)
        monkeypatch.setenv("MIDSTANCE_HOST", "127.0.0.1")
        monkeypatch.setenv("MIDSTANCE_PORT", str(taken.getsockname()[1]))
        with pytest.raises(SystemExit, match="MIDSTANCE_PORT"):
            main(["serve"])


def test_half_a_certificate_is_no_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MIDSTANCE_CERTIFICATE", "cert.pem")
    with pytest.raises(SystemExit, match="need each other"):
        main(["serve"])


def test_the_greeting_shows_the_way_for_a_phone_and_what_plain_http_cannot_do() -> None:
    said = greeting(Settings(), 8000, "192.168.1.20")
    assert "http://localhost:8000" in said
    assert "http://192.168.1.20:8000" in said
    assert "cannot open Midstance offline" in said


def test_over_https_there_is_nothing_to_warn_of() -> None:
    for settings in (
        Settings(public_url="https://gym.example.org"),
        Settings(certificate=Path("cert.pem"), certificate_key=Path("key.pem")),
    ):
        said = greeting(settings, 8000, "192.168.1.20")
        assert "On a phone:        https://" in said
        assert "plain HTTP" not in said


def test_a_server_at_one_address_is_told_by_that_address() -> None:
    said = greeting(Settings(host="192.168.1.20"), 8000, "192.168.1.20")
    assert said.startswith("Midstance runs at http://192.168.1.20:8000\n")


def test_a_server_at_every_ipv6_address_is_reached_by_ipv4_too() -> None:
    with listening(Settings(host="::", port=0)) as everywhere:
        port = everywhere.getsockname()[1]
        socket.create_connection(("127.0.0.1", port), timeout=10).close()


def test_a_server_for_this_machine_only_offers_itself_to_no_phone() -> None:
    said = greeting(Settings(host="127.0.0.1"), 8000, "192.168.1.20")
    assert said == "Midstance runs at http://127.0.0.1:8000"
