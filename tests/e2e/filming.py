"""What is on the screen and when: the frames a browser shows, also while its page stands still."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

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


class Film:
    """The screen from now on. Frames come while something changes and carry their own time.

    A small picture, `width` pixels at most, is taken faster than a large one.
    """

    def __init__(self, page: Page, width: int | None = None) -> None:
        self._page = page
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
        self._camera.send("Page.stopScreencast")
        page_ms: float = self._page.evaluate("() => Date.now() - performance.now()")
        frames = [(at - page_ms, data) for at, data in self._frames if at - page_ms >= since_ms]
        read = self._page.evaluate(READ, [[data for _, data in frames], x, y])
        return [(at, tuple(color)) for (at, _), color in zip(frames, read, strict=True)]


def unlike(one: Color, other: Color) -> bool:
    """Whether two colors are not the same, apart from what a JPEG does to them."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) > UNLIKE
