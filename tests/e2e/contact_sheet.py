"""Draw every figure (thumbnail, start, middle, end) on one picture, to be looked at."""

import argparse
import functools
import http.server
import json
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.frontend.figure.export import EXERCISES, figures

FRONTEND = Path(__file__).parents[2] / "frontend"
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}
COLORS = {
    "dark": "--ground:#0b0f14;--raised:#1b2530;--line:#25313d;--text:#eef3f8;--muted:#93a3b3;"
    "--far:#4a5866;--torso:#bcc8d4;--gear:#6f8397;--muscle:#ff8a5c",
    "light": "--ground:#f7f9fb;--raised:#e9eef3;--line:#c9d3dc;--text:#1c2630;--muted:#5b6976;"
    "--far:#a9b6c2;--torso:#5a6b7b;--gear:#8393a2;--muscle:#e0551f",
}
PAGE = """<!doctype html><link rel="stylesheet" href="/css/figure.css">
<style>:root{%s} body{margin:0;background:var(--ground);color:var(--muted);font:13px sans-serif}
main{display:grid;grid-template-columns:repeat(2,1fr);gap:8px;padding:8px}
article{display:grid;grid-template-columns:54px repeat(3,1fr);gap:6px;align-items:center}
h2{grid-column:1/-1;font:inherit;margin:0} .cell{height:%spx} .thumb{width:54px;height:54px;
background:var(--raised);border-radius:8px;--figure-ground:var(--raised)}</style><main></main>"""
DRAW = """async (figures) => {
  const { mountFigure, thumb } = await import("/figure/draw.js");
  const main = document.querySelector("main");
  for (const [slug, figure] of Object.entries(figures)) {
    const article = document.createElement("article");
    article.innerHTML = `<h2>${slug}</h2><div class="thumb"></div>` +
      `<div class="cell"></div>`.repeat(3);
    main.append(article);
    article.querySelector(".thumb").append(thumb(figure));
    article.querySelectorAll(".cell").forEach((cell, i) =>
      mountFigure(cell, figure).set(i / 2, "right"));
  }
}"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=Path)
    options.add_argument("slugs", nargs="*", help="only these exercises")
    options.add_argument("--exercises", type=Path, default=EXERCISES)
    options.add_argument("--theme", choices=sorted(COLORS), default="dark")
    options.add_argument("--height", type=int, default=200)
    chosen = options.parse_args()
    drawn = figures(chosen.exercises)
    if chosen.slugs:
        drawn = {slug: drawn[slug] for slug in chosen.slugs}
    sheet(json.loads(json.dumps(drawn)), chosen.out, COLORS[chosen.theme], chosen.height)


def sheet(drawn: dict[str, object], out: Path, colors: str, height: int) -> None:
    """Serve the front end's files, draw the figures in a browser and write the picture."""
    files = functools.partial(QuietFiles, directory=str(FRONTEND))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as play:
            page = play.chromium.launch(**CHROMIUM).new_page(
                viewport={"width": 1400, "height": 900}
            )
            page.on("pageerror", print)
            page.goto(f"http://127.0.0.1:{server.server_port}/figure/draw.js")
            page.set_content(PAGE % (colors, height))
            page.evaluate(DRAW, drawn)
            page.screenshot(path=out, full_page=True)
        server.shutdown()


class QuietFiles(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """A contact sheet needs no access log."""


if __name__ == "__main__":
    main()
