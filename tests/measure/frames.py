"""Measures what a frame of the running player costs: script of ring, figure and words.

python -m tests.measure.frames
"""

import json
import tempfile
from typing import Any

from playwright.sync_api import sync_playwright

from midstance.migrate import upgrade
from midstance.settings import Settings
from tests.conftest import serving
from tests.e2e.mixed import BEGIN, COMMON, Interrupted, root_of

PHONE = {"width": 390, "height": 844}
THROTTLED = 4
BUDGET_MS = 4
WATCH_MS = 12_000
READY_MS = 1_500
TRACED = ["devtools.timeline"]
SCRIPT = {"FireAnimationFrame", "FunctionCall", "RunMicrotasks", "V8.GC_SCAVENGER", "MinorGC"}

SETS: dict[str, dict[str, Any]] = {
    "reps": {"exercise": "rear-foot-elevated-split-squat", "reps": 20, "tempo": "3-1-1-0"},
    "jumps": {"exercise": "double-pogo", "contacts": 60},
    "hold": {"exercise": "front-plank", "hold_s": 60},
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = Settings(database_url=f"sqlite:///{folder}/midstance.db", rate_limit="off")
        upgrade(settings.database_url)
        flags = ["--no-sandbox", "--disable-audio-output"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        with serving(settings) as server:
            runner = Interrupted(
                browser.new_context(viewport=PHONE, device_scale_factor=2), server.url
            )
            runner.is_set_up()
            for name, dose in SETS.items():
                report(name, frames_of(runner, dose))
        browser.close()


def frames_of(runner: Interrupted, dose: dict[str, Any]) -> list[float]:
    """Milliseconds of script in each frame of a running set, at a quarter of the speed."""
    runner.opens("/settings")
    runner.page.wait_for_function(
        "root => import(`${root}data/store.js`).then((it) => it.pack.peek() !== null)",
        arg=root_of(runner.page),
    )
    item = COMMON | {"slot": "squat", "name": "Set", "sets": 1, "rest_s": 0} | dose
    runner.page.evaluate(BEGIN, [root_of(runner.page), [item]])
    runner.opens("/session")
    runner.begins_a_set()
    slow = runner.context.new_cdp_session(runner.page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLED})
    runner.page.wait_for_timeout(READY_MS)
    browser = runner.context.browser
    assert browser
    browser.start_tracing(page=runner.page, categories=TRACED)
    runner.page.wait_for_timeout(WATCH_MS)
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    slow.detach()
    return scripts(trace)


def scripts(trace: list[dict[str, Any]]) -> list[float]:
    """The script of every frame: its callback and all that ran before the next one."""
    drawn = [event for event in trace if event["name"] == "FireAnimationFrame"]
    thread = (drawn[0]["pid"], drawn[0]["tid"])
    timed = sorted(
        (
            event
            for event in trace
            if event["name"] in SCRIPT
            and event.get("dur")
            and (event["pid"], event["tid"]) == thread
        ),
        key=lambda event: (event["ts"], -event["dur"]),
    )
    outer: list[dict[str, Any]] = []
    for event in timed:
        if not outer or event["ts"] >= outer[-1]["ts"] + outer[-1]["dur"]:
            outer.append(event)
    frames: list[float] = []
    for event in outer:
        if event["name"] == "FireAnimationFrame":
            frames.append(0.0)
        if frames:
            frames[-1] += event.get("tdur", event["dur"]) / 1000
    return sorted(frames)


def report(name: str, frames: list[float]) -> None:
    middle, often, worst = (
        frames[int(len(frames) * part)] for part in (0.5, 0.95, 1 - 1 / len(frames))
    )
    over = sum(frame > BUDGET_MS for frame in frames)
    print(
        f"{name}: {len(frames)} frames at {THROTTLED}x throttle, script median {middle:.2f} ms, "
        f"95 % {often:.2f} ms, worst {worst:.2f} ms; {over} above {BUDGET_MS} ms"
    )


if __name__ == "__main__":
    main()
