"""Measures what a frame of the running player costs: all its script, beside that of a bare page.

python -m tests.measure.frames

Each set is measured twice: on a thread slowed down four times, and at full speed with the times
taken four times. Slowing down halts the thread again and again; a frame that falls into a halt
reads some 3 ms more, on a bare page too, so the second figure is the one that tells frames apart.
"""

import json
import tempfile
from typing import Any

from playwright.sync_api import Page, sync_playwright

from midstance.migrate import upgrade
from midstance.settings import Settings
from tests.conftest import serving
from tests.e2e.mixed import BEGIN, COMMON, Interrupted, root_of

PHONE = {"width": 390, "height": 844}
SLOWER = 4
BUDGET_MS = 4
WATCH_MS = 12_000
READY_MS = 1_500
SCRIPT = {"FireAnimationFrame", "FunctionCall", "RunMicrotasks", "V8.GC_SCAVENGER", "MinorGC"}

BARE = "() => void requestAnimationFrame(function draw() { requestAnimationFrame(draw); })"
SETS: dict[str, dict[str, Any]] = {
    "reps": {"exercise": "rear-foot-elevated-split-squat", "reps": 40, "tempo": "3-1-1-0"},
    "jumps": {"exercise": "double-pogo", "contacts": 120},
    "hold": {"exercise": "front-plank", "hold_s": 90},
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
                begin(runner, dose)
                report(name, runner.page)
            bare = browser.new_page(viewport=PHONE, device_scale_factor=2)
            bare.evaluate(BARE)
            report("bare page", bare)
        browser.close()


def begin(runner: Interrupted, dose: dict[str, Any]) -> None:
    """A set of `dose` runs."""
    runner.opens("/settings")
    runner.page.wait_for_function(
        "root => import(`${root}data/store.js`).then((it) => it.pack.peek() !== null)",
        arg=root_of(runner.page),
    )
    item = COMMON | {"slot": "squat", "name": "Set", "sets": 1, "rest_s": 0} | dose
    runner.page.evaluate(BEGIN, [root_of(runner.page), [item]])
    runner.opens("/session")
    runner.begins_a_set()


def report(name: str, page: Page) -> None:
    for rate, how in ((SLOWER, "slowed down"), (1, "at full speed, times 4")):
        frames = frames_of(page, rate)
        middle, often, worst = (
            frames[int(len(frames) * part)] for part in (0.5, 0.95, 1 - 1 / len(frames))
        )
        over = sum(frame > BUDGET_MS for frame in frames)
        print(
            f"{name} {how}: {len(frames)} frames, script median {middle:.2f} ms, "
            f"95 % {often:.2f} ms, worst {worst:.2f} ms; {over} above {BUDGET_MS} ms"
        )


def frames_of(page: Page, rate: int) -> list[float]:
    """Milliseconds of script in each frame of what runs on `page`, sorted, as if slowed down."""
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.wait_for_timeout(READY_MS)
    browser = page.context.browser
    assert browser
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.wait_for_timeout(WATCH_MS)
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    slow.detach()
    return [SLOWER / rate * frame for frame in scripts(trace)]


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


if __name__ == "__main__":
    main()
