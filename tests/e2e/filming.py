"""What is on the screen and when: the frames a browser shows, also while its page stands still."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import FloatRect, Page

Color = tuple[int, ...]
UNLIKE = 60

# The color of one point, in the page's own pixels, of each picture.
READ = """async ([pictures, x, y]) => {
  const found = [];
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
    const scale = image.width / innerWidth;
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.drawImage(image, -Math.round(x * scale), -Math.round(y * scale));
    found.push([...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]);
  }
  return found;
}"""

# How much of a piece of the page looks unlike the picture before: of its cells, so many across.
MOVED = """async ([pictures, box, cells, unlike]) => {
  const moved = [];
  let before = null;
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
    const scale = image.width / innerWidth;
    const canvas = new OffscreenCanvas(cells, cells).getContext("2d");
    const piece = [box.x, box.y, box.width, box.height].map((edge) => edge * scale);
    canvas.drawImage(image, ...piece, 0, 0, cells, cells);
    const { data } = canvas.getImageData(0, 0, cells, cells);
    const off = (i) => [0, 1, 2].reduce((sum, n) => sum + Math.abs(data[i + n] - before[i + n]), 0);
    let changed = 0;
    for (let i = 0; before && i < data.length; i += 4) changed += off(i) > unlike;
    moved.push(changed / cells ** 2);
    before = data;
  }
  return moved;
}"""
CELLS = 48


class Film:
    """The screen from now on. Frames come while something changes and carry their own time.

    A small picture, `width` pixels at most, is taken faster than a large one.
    """

    def __init__(self, page: Page, width: int | None = None) -> None:
        self._page = page
        # Frames carry the time of day: where the page's own clock began, read once for all of them.
        self._page_ms: float = page.evaluate("() => Date.now() - performance.now()")
        self._frames: list[tuple[float, str]] = []
        self._camera = page.context.new_cdp_session(page)
        self._camera.on("Page.screencastFrame", self._keep)
        small = {"maxWidth": width} if width else {}
        self._camera.send("Page.startScreencast", {"format": "jpeg", "quality": 80, **small})

    def _keep(self, event: dict[str, Any]) -> None:
        self._frames.append((event["metadata"]["timestamp"] * 1000, event["data"]))
        self._camera.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    def colors(self, x: float, y: float, since_ms: float) -> list[tuple[float, Color]]:
        """What color a point had in the frames from a time of the page's clock on, with theirs."""
        frames = self._since(since_ms)
        read = self._page.evaluate(READ, [[data for _, data in frames], x, y])
        return [(at, tuple(color)) for (at, _), color in zip(frames, read, strict=True)]

    def movement(self, box: FloatRect, since_ms: float) -> list[tuple[float, float]]:
        """What part of a piece of the page changed with each frame, with the frames' own times."""
        frames = self._since(since_ms)
        pictures = [data for _, data in frames]
        moved = self._page.evaluate(MOVED, [pictures, box, CELLS, UNLIKE])
        return [(at, part) for (at, _), part in zip(frames, moved, strict=True)]

    def _since(self, since_ms: float) -> list[tuple[float, str]]:
        """The pictures from a time of the page's clock on; the film is over."""
        self._camera.send("Page.stopScreencast")
        frames = ((at - self._page_ms, data) for at, data in self._frames)
        return [(at, data) for at, data in frames if at >= since_ms]


def unlike(one: Color, other: Color) -> bool:
    """Whether two colors are not the same, apart from what a JPEG does to them."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) > UNLIKE
