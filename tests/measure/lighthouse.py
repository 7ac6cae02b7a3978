"""Measures Today beside a bare page with Lighthouse's mobile preset, in turn, so many rounds.

    python tests/measure/lighthouse.py 5

Needs npm's `lighthouse` on the PATH (or LIGHTHOUSE=/path/to/it) and Debian's chromium. The bare
page is what machine and network cost at least: HTML, one 8.6 KB script, one JSON request.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from midstance.app import create_app
from midstance.migrate import upgrade
from midstance.settings import Settings

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
SCORES = ("performance", "accessibility", "best-practices")
METRICS = {
    "FCP ms": "first-contentful-paint",
    "LCP ms": "largest-contentful-paint",
    "TBT ms": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
    "KB": "total-byte-weight",
}
PROFILE = {
    "experience": "novice",
    "units": "kg",
    "run_days": [2, 4, 7],
    "long_run_day": 7,
    "quality_days": [],
    "weekly_distance_m": 25000,
    "minutes": 30,
    "race_day": None,
    "default_place": "home",
    "equipment": {
        "home": {
            "dumbbells_g": [5000, 10000],
            "kettlebells_g": [],
            "barbell": None,
            "backpack_g": [4000, 8000, 12000],
            "bands": 2,
            "items": ["chair", "step", "towel"],
        }
    },
    "screening": {"answers": {}, "cleared": True},
    "program": "stronger-strides",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{folder}/midstance.db", rate_limit="off")
        upgrade(settings.database_url)
        ours, bare = serve(create_app(settings)), serve(bare_page())
        cookie = signed_in(ours)
        rows = {"bare page": [], "Today": []}
        for _ in range(ROUNDS):
            rows["bare page"].append(audit(bare, None))
            rows["Today"].append(audit(ours, cookie))
    print(f"{'':12}" + "".join(f"{name:>16}" for name in (*SCORES, *METRICS)))
    for page, results in rows.items():
        middle = [statistics.median(result[key] for result in results) for key in results[0]]
        print(f"{page:12}" + "".join(f"{value:16.2f}" for value in middle))


def serve(app: FastAPI) -> str:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


def bare_page() -> FastAPI:
    app = FastAPI()
    script = "/*" + "x" * 8600 + "*/fetch('/data.json').then(r=>r.json()).then(d=>{const p="
    script += "document.createElement('p');p.textContent=d.text;document.body.append(p)})"
    head = "<!doctype html><html lang=en><meta charset=utf-8><title>Bare</title>"
    head += '<meta name=viewport content="width=device-width"><meta name=description content=Bare>'
    page = f"{head}<main><h1>Bare</h1></main><script src=/app.js defer></script></html>"
    app.get("/")(lambda: HTMLResponse(page))
    app.get("/app.js")(lambda: Response(script, media_type="text/javascript"))
    app.get("/data.json")(lambda: {"text": "The floor of what a page costs here."})
    app.get("/favicon.ico")(lambda: Response(status_code=204))
    return app


def signed_in(url: str) -> str:
    """An account with a profile, so that Today has a real session to show; returns its cookie."""
    with httpx.Client(base_url=url) as client:
        body = {"name": "Ada", "password": "a long enough password", "device_name": "audit"}
        athlete = client.post("/api/accounts", json=body).raise_for_status().json()["athlete"]
        today = time.strftime("%Y-%m-%d")
        entry = {
            "id": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
            "record": athlete,
            "kind": "profile",
            "day": today,
            "zone": "UTC",
            "at": f"{today}T00:00:00.000Z-000000-0a1b2c3d",
            "v": 1,
            "set": PROFILE | {"start_day": today},
        }
        push = {"cursor": 0, "chain": "0" * 32, "entries": [entry]}
        answer = client.post("/api/sync", json=push).raise_for_status().json()
        assert not answer["rejected"], answer
        return "; ".join(f"{name}={value}" for name, value in client.cookies.items())


def audit(url: str, cookie: str | None) -> dict[str, float]:
    program = os.environ.get("LIGHTHOUSE", "lighthouse")
    command = [program, url, "--output=json", "--quiet", "--form-factor=mobile"]
    command += [f"--only-categories={','.join(SCORES)}"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-audio-output"]
    if cookie:
        command += [f"--extra-headers={json.dumps({'Cookie': cookie})}"]
    chrome = {"CHROME_PATH": "/usr/bin/chromium"} if Path("/usr/bin/chromium").exists() else {}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ | chrome
    )
    report = json.loads(done.stdout)
    if keep := os.environ.get("KEEP"):
        Path(keep).write_text(done.stdout)
    scores = {name: 100 * report["categories"][name]["score"] for name in SCORES}
    audits = report["audits"]
    metrics = {name: audits[key]["numericValue"] for name, key in METRICS.items()}
    return scores | metrics | {"KB": metrics["KB"] / 1024}


if __name__ == "__main__":
    main()
