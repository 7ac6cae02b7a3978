"""The drawn runner in a real browser: every exercise draws, moves, turns and leaves nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.contact_sheet import frontend_served
from tests.frontend.figure.export import figures

# Of a figure drawn 330 px wide.
SEEN_PX = 1.5

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

# How far, in CSS pixels, what a browser plays by itself is from what is stood still at the same
# position, by the boxes of all parts; and whether all of it is back when it is stood still again.
PLAY = """async (figures) => {
  const { mountFigure } = await import("/figure/draw.js");
  const stretches = [{ s: 2, from: 0, to: 1 }, { s: 1, from: 1, to: 1 }, { s: 1, from: 1, to: 2 }];
  const off = {};
  for (const [slug, figure] of Object.entries(figures)) {
    const host = document.createElement("div");
    document.body.append(host);
    const living = mountFigure(host, figure, { size: 330 });
    const boxes = () => [...host.querySelectorAll("path")].map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      return [left, top, right, bottom, Number(getComputedStyle(part).opacity) * 100];
    });
    const apart = (one, other) => Math.max(...one.flatMap((box, i) => {
      return box.map((edge, n) => Math.abs(edge - other[i][n]));
    }));
    off[slug] = 0;
    for (const side of ["right", "left"]) {
      const cycle = figure.loop ? [{ s: 2, from: 0, to: 1 }] : stretches;
      living.set(0, side);
      const all = [{ begin_s: 1, first: 0, times: 3, stretches: cycle }];
      living.play(all, performance.now());
      const playing = document.getAnimations();
      const shown = [0.6, 1.2, 2.5, 3.3].map((t_s) => {
        for (const one of playing) {
          one.pause();
          one.currentTime = t_s * 1000;
        }
        return boxes();
      });
      const at = figure.loop ? [0.3, 0.6, 1.25, 1.65] : [0.3, 0.6, 1, 1.3];
      shown.forEach((played, i) => {
        living.set(at[i]);
        off[slug] = Math.max(off[slug], apart(played, boxes()));
      });
      if (document.getAnimations().length) off[slug] = Infinity;
    }
    living.destroy();
    host.remove();
  }
  return off;
}"""


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    with frontend_served() as base:
        page = browser.new_page()
        page.goto(f"{base}/figure/draw.js")
        page.set_content("<!doctype html><body></body>")
        yield page
        page.close()


@pytest.fixture(scope="module")
def seen(sheet: Page) -> dict[str, Any]:
    looked: dict[str, Any] = sheet.evaluate(LOOK, figures())
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


def test_what_the_browser_plays_is_what_is_drawn_standing_still(sheet: Page) -> None:
    off: dict[str, float] = sheet.evaluate(PLAY, figures())
    assert len(off) == len(figures())
    assert {slug: px for slug, px in off.items() if px > SEEN_PX} == {}


def test_a_figure_taken_away_no_longer_moves(sheet: Page) -> None:
    states = sheet.evaluate(
        """async (figure) => {
          const { mountFigure } = await import("/figure/draw.js");
          const living = mountFigure(document.body, figure);
          const stretches = [{ s: 2, from: 0, to: 1 }, { s: 1, from: 1, to: 2 }];
          living.play([{ begin_s: 0, first: 0, times: Infinity, stretches }], performance.now());
          const moving = document.getAnimations();
          const before = moving.map(({ playState }) => playState);
          living.destroy();
          return [before, moving.map(({ playState }) => playState)];
        }""",
        figures()["goblet-squat"],
    )
    before, after = states
    assert before
    assert set(before) == {"running"}
    assert set(after) == {"idle"}


def test_every_pace_of_a_set_begins_in_its_own_time_and_goes_on_from_the_one_before(
    sheet: Page,
) -> None:
    """A bound to both sides: two contacts of a second are a round, three slower ones follow."""
    shown: dict[str, Any] = sheet.evaluate(
        """async (figure) => {
          const { mountFigure } = await import("/figure/draw.js");
          const [played, still] = [0, 1].map(() => document.body.appendChild(
            document.createElement("div")));
          const living = mountFigure(played, figure, { size: 330 });
          const stood = mountFigure(still, figure, { size: 330 });
          const contact = (s) => [{ s, from: 0, to: 1 }];
          const cycles = [
            { begin_s: 3, first: 0, times: 1, stretches: contact(1) },
            { begin_s: 4, first: 1, times: 3, stretches: contact(2) },
          ];
          const boxes = (host) => {
            const { left, top } = host.getBoundingClientRect();
            return [...host.querySelectorAll("path")].flatMap((part) => {
              const box = part.getBoundingClientRect();
              return [box.left - left, box.top - top];
            });
          };
          const off = {};
          const moments = [[2, 0], [3.5, 0.5], [5, 1.5], [6.5, 2.25], [9, 3.5], [12, 4]];
          for (const [t_s, position] of moments) {
            living.play(cycles, document.timeline.currentTime - t_s * 1000);
            stood.set(position);
            const [a, b] = [played, still].map(boxes);
            off[t_s] = Math.max(...a.map((edge, i) => Math.abs(edge - b[i])));
          }
          living.destroy();
          stood.destroy();
          return off;
        }""",
        figures()["skater-bound"],
    )
    assert {t_s: px for t_s, px in shown.items() if px > SEEN_PX} == {}
