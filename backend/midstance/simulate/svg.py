"""A small writer of SVG: lines, bars, bands and words, readable in light and in dark."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

STYLE = """
  svg { --ink: #1c2330; --quiet: #667085; --line: #d5dae3; --ground: #ffffff; --band: #eef1f6;
    --a: #0b6e99; --b: #b4540a; --c: #5b4bb5; --d: #2f7d4f; background: var(--ground); }
  @media (prefers-color-scheme: dark) { svg { --ink: #e8ecf3; --quiet: #98a2b3; --line: #333c4d;
    --ground: #11151d; --band: #1a202c; --a: #4fb3dc; --b: #f0995c; --c: #a79bf0; --d: #6cc492; } }
  text { font: 12px system-ui, sans-serif; fill: var(--ink); }
  .quiet { fill: var(--quiet); font-size: 11px; } .title { font-size: 15px; font-weight: 600; }
  .head { font-weight: 600; } .end { text-anchor: end; } .middle { text-anchor: middle; }
  .band { fill: var(--band); } .grid { stroke: var(--line); stroke-width: 1; }
  .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
  .light { fill: var(--quiet); opacity: 0.18; }
"""
INKS = ("a", "b", "c", "d")
DASHES = ("", "7 4", "2 4", "10 3 2 3")
"""Lines differ by more than their color."""


class Svg:
    """Shapes in the order in which they are drawn; sizes are pixels."""

    def __init__(self, width: int, height: int, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self._shapes: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """A band (`kind` is a class) or a bar (`kind` is an ink)."""
        look = f'fill="var(--{kind})"' if kind in INKS else f'class="{kind}"'
        self._shapes.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {look}/>'
        )

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._shapes.append(
            f'<line class="grid" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
        )

    def line(self, points: Sequence[tuple[float, float]], number: int) -> None:
        """A line through `points`, with the ink and the dash of its number."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        ink, dash = INKS[number % len(INKS)], DASHES[number % len(DASHES)]
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._shapes.append(
            f'<polyline class="line" stroke="var(--{ink})"{dashed} points="{path}"/>'
        )

    def dot(self, x: float, y: float, ink: str) -> None:
        self._shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="var(--{ink})"/>')

    def text(self, x: float, y: float, words: str, kind: str = "") -> None:
        look = f' class="{kind}"' if kind else ""
        self._shapes.append(f'<text x="{x:.1f}" y="{y:.1f}"{look}>{escape(words)}</text>')

    def done(self) -> str:
        """The whole file."""
        size = f'width="{self.width}" height="{self.height}"'
        box = f'viewBox="0 0 {self.width} {self.height}"'
        title = escape(self.title)
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img">',
                f"<title>{title}</title><style>{STYLE}</style>",
                *self._shapes,
                "</svg>\n",
            ]
        )
