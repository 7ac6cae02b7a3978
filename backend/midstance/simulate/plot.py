"""A simulated life as a picture: loads, sets, contacts and effort over the stages."""

from collections.abc import Callable, Sequence
from itertools import groupby

from midstance.simulate.life import Life
from midstance.simulate.svg import INKS, Svg
from midstance.simulate.weeks import CLASSES, Week, weeks_of

WIDTH, LEFT, RIGHT, TOP = 960, 64, 150, 74
PANEL, GAP = 132, 38
GRAMS = {"kg": 1000.0, "lb": 453.59237}
LIFTS = ("squat", "hinge", "one leg", "calf")
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200)
TICKS = 4


class Plot:
    """Panels below each other with the weeks of one life from left to right."""

    def __init__(self, life: Life) -> None:
        self.life, self.weeks = life, weeks_of(life)
        runner = life.runner
        title = f"{life.world.program['name']}: {runner.kind} {runner.seed}"
        self.height = TOP + 4 * (PANEL + GAP)
        self.svg = Svg(WIDTH, self.height, title)
        self.step = (WIDTH - LEFT - RIGHT) / len(self.weeks)
        self.top = float(TOP)
        self._bands(title)

    def draw(self) -> str:
        """The SVG file."""
        units = self.life.runner.units
        self._lines(
            f"Heaviest load, {units}",
            {at: [_load(week, at, GRAMS[units]) for week in self.weeks] for at in LIFTS},
        )
        self._bars("Heavy sets", ("heavy",), lambda week: [week.heavy_sets])
        self._bars("Contacts", CLASSES, lambda week: [week.contacts[kind] for kind in CLASSES])
        self._lines(
            "Effort and pain",
            {
                "reps in reserve": [week.rir for week in self.weeks],
                "worst pain": [float(week.pain) or None for week in self.weeks],
            },
        )
        return self.svg.done()

    def _bands(self, title: str) -> None:
        """Stages as bands through all panels, lighter weeks shaded, weeks numbered below."""
        svg, bottom = self.svg, self.height - GAP
        svg.text(LEFT, 24, title, "title")
        for number, (stage, run) in enumerate(groupby(self.weeks, key=lambda week: week.stage)):
            own = list(run)
            x = self._x(own[0].number)
            if number % 2 == 0:
                svg.rect(x, TOP - 24, self.step * len(own), bottom - TOP + 24, "band")
            svg.text(x + 4, TOP - 10, f"stage {stage}" if len(own) > 1 else f"{stage}", "quiet")
        for week in self.weeks:
            if "deload" in week.ease:
                svg.rect(self._x(week.number), TOP, self.step, bottom - TOP, "light")
            if week.number % 2:
                x = self._x(week.number) + self.step / 2
                svg.text(x, bottom + 16, str(week.number), "quiet middle")
        svg.text(LEFT, bottom + 32, "weeks; shaded ones are lighter on purpose", "quiet")

    def _x(self, number: int) -> float:
        return LEFT + (number - 1) * self.step

    def _axis(self, name: str, most: float) -> Callable[[float], float]:
        """The frame of the next panel; the answer turns a value into its height on the page."""
        svg, top = self.svg, self.top
        step = next((each for each in STEPS if each * TICKS >= most), STEPS[-1])
        end = max(step, -(-most // step) * step)

        def y(value: float) -> float:
            return top + PANEL - value / end * PANEL

        for tick in range(0, int(end) + 1, step):
            svg.rule(LEFT, y(tick), WIDTH - RIGHT, y(tick))
            svg.text(LEFT - 8, y(tick) + 4, str(tick), "quiet end")
        svg.text(WIDTH - RIGHT + 14, top + 10, name, "head")
        self.top += PANEL + GAP
        return y

    def _lines(self, name: str, values: dict[str, list[float | None]]) -> None:
        top = self.top
        y = self._axis(name, max((v for own in values.values() for v in own if v), default=1))
        for number, (key, own) in enumerate(values.items()):
            points = [
                (self._x(week.number) + self.step / 2, y(value))
                for week, value in zip(self.weeks, own, strict=True)
                if value is not None
            ]
            if points:
                self.svg.line(points, number)
                for x, at in points:
                    self.svg.dot(x, at, INKS[number])
            x, at = WIDTH - RIGHT + 14, top + 28 + 20 * number
            self.svg.line([(x, at), (x + 24, at)], number)
            self.svg.text(x + 30, at + 4, key)

    def _bars(self, name: str, keys: Sequence[str], parts: Callable[[Week], Sequence[int]]) -> None:
        top = self.top
        y = self._axis(name, max(sum(parts(week)) for week in self.weeks))
        for week in self.weeks:
            below = 0
            for number, part in enumerate(parts(week)):
                high = y(below) - y(below + part)
                x = self._x(week.number) + 0.2 * self.step
                self.svg.rect(x, y(below + part), 0.6 * self.step, high, INKS[number])
                below += part
        for number, key in enumerate(keys if len(keys) > 1 else ()):
            x, at = WIDTH - RIGHT + 14, top + 32 + 20 * number
            self.svg.rect(x, at - 9, 10, 10, INKS[number])
            self.svg.text(x + 16, at, key)


def plot(life: Life) -> str:
    """The SVG file of one life."""
    return Plot(life).draw()


def _load(week: Week, lift: str, grams: float) -> float | None:
    return week.loads_g[lift] / grams if lift in week.loads_g else None
