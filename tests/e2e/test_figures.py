"""The drawn runner in a real browser: every exercise draws, moves, turns and leaves nothing."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.contact_sheet import frontend_served
from tests.frontend.figure.export import figures

LOOK = """async (figures) => {
  const { mountFigure, pair, thumb } = await import("/figure/draw.js");
  const seen = {};
  for (const [slug, figure] of Object.entries(figures)) {
    const host = document.createElement("div");
    document.body.append(host);
    const living = mountFigure(host, figure, { size: 330 });
    const shot = () => host.innerHTML;
    const start = shot();
    living.set(figure.loop ? 0.5 : 1, "right");
    const end = shot();
    living.set(0, "left");
    const left = shot();
    living.set(0, "right");
    const again = shot();
    const made = new MutationObserver(() => {});
    made.observe(host, { childList: true, subtree: true });
    for (let i = 0; i < 300; i++) living.set(i / 300);
    const rebuilt = made.takeRecords().length;
    const all = [start, end, left, thumb(figure).outerHTML, pair(figure).outerHTML].join("");
    living.destroy();
    seen[slug] = {
      moves: start !== end, turns: left !== start, returns: again === start, gone: shot() === "",
      broken: /NaN|Infinity|undefined|null|style=/.test(all), rebuilt,
    };
  }
  return seen;
}"""


@pytest.fixture(scope="module")
def seen(browser: Browser) -> dict[str, Any]:
    with frontend_served() as base:
        page = browser.new_page()
        page.goto(f"{base}/figure/draw.js")
        page.set_content("<!doctype html><body></body>")
        looked: dict[str, Any] = page.evaluate(LOOK, figures())
        page.close()
    return looked


def test_every_figure_draws_whole_and_without_inline_styles(seen: dict[str, Any]) -> None:
    assert [slug for slug, look in seen.items() if look["broken"]] == []


def test_a_repetition_moves_and_a_hold_is_still(seen: dict[str, Any]) -> None:
    moving = {slug for slug, figure in figures().items() if len(figure["poses"]) > 1}
    assert {slug for slug, look in seen.items() if look["moves"]} == moving


def test_the_left_side_is_a_mirror_image_and_turns_back(seen: dict[str, Any]) -> None:
    assert all(look["turns"] and look["returns"] for look in seen.values())


def test_a_figure_taken_away_leaves_nothing(seen: dict[str, Any]) -> None:
    assert all(look["gone"] for look in seen.values())


def test_a_frame_moves_what_is_drawn_and_draws_nothing_anew(seen: dict[str, Any]) -> None:
    assert {slug: look["rebuilt"] for slug, look in seen.items() if look["rebuilt"]} == {}
