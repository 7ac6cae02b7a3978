"""Measures the coach's sound and picture in a real browser, for half an hour or as long as asked.

python -m tests.measure.sound [minutes]
"""

import itertools
import sys
import tempfile
import time
from statistics import median

from playwright.sync_api import CDPSession, Page, sync_playwright

from midstance.migrate import upgrade
from midstance.settings import Settings
from tests.conftest import serving
from tests.e2e.filming import Film, unlike
from tests.e2e.runner import Runner
from tests.e2e.sounding import LISTEN, Lag, lags, off_ms, plan_of, rendered
from tests.e2e.test_sound import BLOCK_EACH_MS, BLOCK_MS, PICTURE_MS, root_of

PHONE = {"width": 390, "height": 844}
THROTTLED = 6
FILM_WIDTH = 240
BEGINS = ("fall", "tick", "rise")


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = Settings(database_url=f"sqlite:///{folder}/midstance.db", rate_limit="off")
        upgrade(settings.database_url)
        flags = ["--no-sandbox", "--disable-audio-output"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        with serving(settings) as server:
            runner = Runner(browser.new_context(viewport=PHONE, device_scale_factor=2), server.url)
            runner.page.add_init_script(LISTEN)
            runner.is_set_up()
            onsets(runner.page)
            runner.starts()
            slow = runner.context.new_cdp_session(runner.page)
            slow.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLED})
            runner.page.evaluate(f"() => blockEvery({BLOCK_EACH_MS}, {BLOCK_MS})")
            session(runner, time.monotonic() + minutes * 60)
            on_screen(runner, slow)
        browser.close()


def onsets(page: Page) -> None:
    heard = rendered(page, root_of(page))
    errors = sorted(abs(sound["error_ms"]) for sound in heard)
    middle, worst = median(errors), errors[-1]
    print(
        f"{len(heard)} sounds rendered, onset error: median {middle:.2f} ms, worst {worst:.2f} ms"
    )


def session(runner: Runner, until_s: float) -> None:
    """The same set again and again: picture against sound, early and late in the session."""
    number = 0
    while time.monotonic() < until_s:
        number += 1
        runner.page.evaluate("() => { book.starts = []; book.shown = []; book.blocks = []; }")
        runner.begins_a_set()
        plan = plan_of(runner.page, root_of(runner.page))
        runner.page.wait_for_timeout(plan["duration_s"] * 1000 - 8_000)
        book = runner.page.evaluate("() => book")
        report(number, off_ms(book, plan), lags(book, plan))
        runner.taps("Pause")
        runner.taps("Start over")
        runner.is_asked_to("Start set")


def on_screen(runner: Runner, slow: CDPSession) -> None:
    """One set filmed: when each phase stands on the screen, in the blocks and out of them."""
    page = runner.page
    page.evaluate("() => { book.blocks = []; }")
    runner.begins_a_set()
    plan = plan_of(page, root_of(page))
    box = page.locator(".player .phase .word .shape").bounding_box()
    assert box
    film = Film(page, FILM_WIDTH)
    page.wait_for_timeout(plan["duration_s"] * 1000 - 8_000)
    blocks = page.evaluate("() => book.blocks")
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    seen = film.colors(x, y, since_ms=plan["zero_ms"] + 1_000)
    sounds_ms = [
        plan["zero_ms"] + sound["at_s"] * 1000 for sound in plan["tones"] if sound["kind"] in BEGINS
    ]
    late: dict[bool, list[tuple[float, float, float]]] = {False: [], True: []}
    for (before_ms, before), (at_ms, color) in itertools.pairwise(seen):
        if unlike(before, color):
            sound_ms = min(sounds_ms, key=lambda begun: abs(at_ms - begun))
            blocked = any(a < sound_ms < b for a, b in blocks)
            since_s = (sound_ms - plan["zero_ms"]) / 1000
            late[blocked].append((at_ms - sound_ms, since_s, at_ms - before_ms))
    gaps = sorted(b - a for (a, _), (b, _) in itertools.pairwise(seen))
    print(
        f"filmed, a picture every {median(gaps):.0f} ms, 95 % {gaps[len(gaps) * 19 // 20]:.0f} ms:"
    )
    for blocked, where in ((False, "outside of blocks"), (True, "in the middle of a block")):
        each = [abs(ms) for ms, *_ in late[blocked]]
        middle, worst = median(each or [0]), max(each, default=0)
        print(f"  {len(each)} phases {where}: median {middle:.0f} ms, worst {worst:.0f} ms")
        for ms, begun_s, gap_ms in late[blocked]:
            if abs(ms) > PICTURE_MS:
                print(f"    {ms:+.0f} ms at second {begun_s:.1f}, {gap_ms:.0f} ms after a picture")


def report(number: int, off: float, seen: list[Lag]) -> None:
    free = [abs(lag.lag_ms) for lag in seen if not lag.blocked]
    fast = [abs(lag.lag_ms) for lag in seen if not lag.blocked and lag.frame_ms <= 50]
    late = sum(lag.frames > 1 for lag in seen)
    print(f"set {number}: {off:+.1f} ms from its seconds at its end")
    print(f"  {len(free)} phases outside of blocks: median {median(free):.0f} ms behind or ahead,")
    print(f"  worst {max(free):.0f} ms; where a frame took at most 50 ms ({len(fast)} of them):")
    print(f"  worst {max(fast, default=0):.0f} ms; later than the first frame: {late}")


if __name__ == "__main__":
    main()
