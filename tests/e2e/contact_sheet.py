"""Draw every figure (thumbnail, start, middle, end, the way back) on one picture, to be seen."""

import argparse
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.conftest import NAMES
from tests.frontend.figure.export import EXERCISES, figures

FRONTEND = Path(__file__).parents[2] / "frontend"
PAGE = """<!doctype html><html data-theme="%s">
<link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/figure.css">
<style>body{margin:0;background:var(--ground);color:var(--muted);font:13px sans-serif}
main{display:grid;grid-template-columns:repeat(2,1fr);gap:8px;padding:8px}
article{display:grid;grid-template-columns:54px repeat(3,1fr);gap:6px;align-items:center}
h2{grid-column:1/-1;font:inherit;margin:0} .cell{height:%spx} .thumb{width:54px;height:54px;
background:var(--raised);border-radius:8px;--figure-ground:var(--raised)}</style><main></main>"""
DRAW = """async (figures) => {
  const { mountFigure, thumb } = await import("/figure/draw.js");
  const row = (name, figure, positions) => {
    const article = document.createElement("article");
    article.innerHTML = `<h2></h2><div class="thumb"></div>` + `<div class="cell"></div>`.repeat(3);
    article.querySelector("h2").textContent = name;
    document.querySelector("main").append(article);
    article.querySelector(".thumb").append(thumb(figure));
    article.querySelectorAll(".cell")
      .forEach((cell, i) => mountFigure(cell, figure).set(positions[i]));
  };
  for (const [slug, figure] of Object.entries(figures)) {
    row(slug, figure, [0, 0.5, 1]);
    if (figure.back) row(`${slug}, back`, figure, [1.13, 1.3, 1.6]);
  }
}"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=Path)
    options.add_argument("slugs", nargs="*", help="only these exercises")
    options.add_argument("--exercises", type=Path, default=EXERCISES)
    options.add_argument("--theme", choices=["dark", "light"], default="dark")
    options.add_argument("--height", type=int, default=200)
    chosen = options.parse_args()
    drawn = figures(chosen.exercises)
    drawn = {slug: drawn[slug] for slug in chosen.slugs or drawn}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        sheet(browser, drawn, chosen.out, chosen.theme, chosen.height)


def sheet(browser: Browser, drawn: dict[str, Any], out: Path, theme: str, height: int) -> None:
    """Draw the figures in a browser, in the app's colors, and write the picture."""
    with frontend_served() as base:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(f"{base}/figure/draw.js")
        page.set_content(PAGE % (theme, height))
        page.evaluate(DRAW, drawn)
        page.screenshot(path=out, full_page=True)


@contextmanager
def frontend_served() -> Iterator[str]:
    """The front end's files at the address given, without a server behind them."""
    files = functools.partial(QuietFiles, directory=str(FRONTEND))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def chromium() -> str:
    return next(filter(None, map(shutil.which, NAMES)))


class QuietFiles(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """A contact sheet needs no access log."""


if __name__ == "__main__":
    main()
