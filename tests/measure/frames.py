"""Measures what a frame of the running player costs: all its script, beside that of a bare page.

python -m tests.measure.frames

A frame is a sixtieth of a second, whether the page asked for it or the browser moved what was laid
out without it; a script belongs to the frame that it begins in. Beside it stands how many frames
the page itself had to make anew (style, layout, paint). Each set is measured twice: on a thread
slowed down four times, and at full speed with the times taken four times. Slowing down halts the
thread again and again; a frame that falls into a halt reads some 3 ms more, on a bare page too, so
the second figure is the one that tells frames apart.
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
FRAME_US = 1e6 / 60
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
        frames, made = frames_of(page, rate)
        middle, often, worst = (
            frames[int(len(frames) * part)] for part in (0.5, 0.95, 1 - 1 / len(frames))
        )
        over = sum(frame > BUDGET_MS for frame in frames)
        print(
            f"{name} {how}: {len(frames)} frames, {made} made by the page; script median "
            f"{middle:.2f} ms, 95 % {often:.2f} ms, worst {worst:.2f} ms; {over} above "
            f"{BUDGET_MS} ms"
        )


def frames_of(page: Page, rate: int) -> tuple[list[float], int]:
    """Milliseconds of script in each frame of what runs on `page`, sorted, as if slowed down; and
    how many frames went through the page.
    """
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
    scripted, made = scripts(trace)
    return [SLOWER / rate * frame for frame in scripted], made


def scripts(trace: list[dict[str, Any]]) -> tuple[list[float], int]:
    """The script of every frame, sorted, and how many of them were painted by the page."""
    asked = next(event for event in trace if event["name"] == "FireAnimationFrame")
    thread = (asked["pid"], asked["tid"])
    own = [event for event in trace if (event["pid"], event["tid"]) == thread]
    timed = sorted(
        (event for event in own if event["name"] in SCRIPT and event.get("dur")),
        key=lambda event: (event["ts"], -event["dur"]),
    )
    outer: list[dict[str, Any]] = []
    for event in timed:
        if not outer or event["ts"] >= outer[-1]["ts"] + outer[-1]["dur"]:
            outer.append(event)
    begun = outer[0]["ts"]
    frames = [0.0] * (int((outer[-1]["ts"] - begun) / FRAME_US) + 1)
    for event in outer:
        frames[int((event["ts"] - begun) / FRAME_US)] += event.get("tdur", event["dur"]) / 1000
    return sorted(frames), sum(event["name"] == "Paint" for event in own)


if __name__ == "__main__":
    main()
