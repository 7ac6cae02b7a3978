"""What people install: one wheel that serves without the checkout it was built from."""

import os
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("midstance-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; it borrows the libraries of this one.

    Only the libraries: this environment's own Midstance, the checkout, is not on its path.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder)
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--quiet", wheel], check=True)
    own = next((folder / "lib").glob("python*/site-packages"))
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def test_the_wheel_carries_the_front_end_the_migrations_and_the_content(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("frontend/index.html", "frontend/app.js", "frontend/sw.js", "migrations/env.py"):
        assert f"midstance/{name}" in names
    assert any(name.startswith("midstance/migrations/versions/") for name in names)
    assert any(name.startswith("midstance/content/exercises/") for name in names)
    assert not [name for name in names if "tests/" in name or "__pycache__" in name]


def test_an_installed_wheel_serves_from_nothing(installed: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {"MIDSTANCE_HOST": "127.0.0.1", "MIDSTANCE_PORT": str(port)}
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    server = subprocess.Popen(
        [installed / "bin" / "midstance", "serve"],
        cwd=tmp_path,
        env=plain | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        health = wait_for(f"http://127.0.0.1:{port}/api/health", server)
        assert health["status"] == "ok"
        page = httpx.get(f"http://127.0.0.1:{port}/")
        assert f"/a/{health['release']}/app.js" in page.text
        asked = [installed / "bin" / "midstance", "health"]
        told = subprocess.run(
            asked, cwd=tmp_path, env=plain | environment, check=True, capture_output=True, text=True
        )
        assert '"status":"ok"' in told.stdout
        assert (tmp_path / "data" / "midstance.db").is_file()
    finally:
        server.send_signal(signal.SIGINT)
        said, _ = server.communicate(timeout=20)
    assert f"Midstance runs at http://127.0.0.1:{port}" in said
    assert "Traceback" not in said
    assert server.returncode == 0


def test_an_installed_wheel_runs_none_of_the_checkouts_code(
    installed: Path, tmp_path: Path
) -> None:
    where = [installed / "bin" / "python", "-c", "import midstance; print(midstance.__file__)"]
    told = subprocess.run(where, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert Path(told.stdout.strip()).is_relative_to(installed)


def wait_for(url: str, server: subprocess.Popen[str]) -> dict[str, str]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            told: dict[str, str] = httpx.get(url).json()
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return told
    pytest.fail("the installed server did not answer")
