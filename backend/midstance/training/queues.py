"""The queues of a stage: its templates take turns for ever, each kind on its own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, cycle, islice

from midstance.training.plan_values import PlanItem
from midstance.training.program_values import Program, Stage, Template
from midstance.training.runner_values import Done

HOURS_A_DAY = 24


@dataclass(frozen=True)
class Queues:
    """What comes next of each kind, in order; `turns` are the slugs that take turns."""

    strength: list[PlanItem]
    light: list[PlanItem]
    turns: list[list[str]]


def queues(program: Program, stage: Stage, done: list[Done], length: int) -> Queues:
    """The next `length` sessions of each kind, without those done.

    Ids count a queue from the stage's first day, so they stay the same in every later plan.
    """
    templates = {template["slug"]: template for template in program["templates"]}
    own = [templates[slug] for slug in stage["templates"]]
    strength = [template for template in own if template["kind"] == "strength"]
    light = [template for template in own if template["kind"] == "light"]
    mark = "l" if strength else ""
    return Queues(
        list(islice(_queue(strength, stage, "", done), length)),
        list(islice(_queue(light, stage, mark, done), length)),
        [[template["slug"] for template in turn] for turn in (strength, light) if turn],
    )


def gaps_h(program: Program, times: Mapping[str, int]) -> dict[str, int]:
    """The hours after each template before the next heavy session, by the `times` each was done.

    What a template brings is new the first time: until it was done twice its first gap holds.
    """
    return {
        slug: _gap_h(template, times.get(slug, 0))
        for template in program["templates"]
        for slug in [template["slug"]]
    }


def gap_days(program: Program, times: Mapping[str, int], ahead: list[PlanItem]) -> list[int]:
    """The days to keep free of heavy sessions after each of those `ahead`."""
    templates = {template["slug"]: template for template in program["templates"]}
    times, found = Counter(times), []
    for item in ahead:
        times[item["template"]] += 1
        hours = _gap_h(templates[item["template"]], times[item["template"]])
        found.append(max(1, hours // HOURS_A_DAY))
    return found


def _gap_h(template: Template, times: int) -> int:
    """The hours after a template that was then done so many times."""
    return template.get("first_gap_h", template["gap_h"]) if times < 2 else template["gap_h"]


def _queue(turn: list[Template], stage: Stage, mark: str, done: list[Done]) -> Iterator[PlanItem]:
    """The endless rotation without what was done, each looked for one turn ahead."""
    rotation = cycle(template["slug"] for template in turn)
    slugs, numbers = list(islice(rotation, len(turn))), list(range(len(turn)))
    following = count(len(turn))

    def take(at: int) -> tuple[int, str]:
        numbers.append(next(following))
        slugs.append(next(rotation))
        return numbers.pop(at), slugs.pop(at)

    for one in done:
        if one["template"] in slugs:
            take(slugs.index(one["template"]))
    while turn:
        number, slug = take(0)
        yield {
            "id": f"{stage['number']}-{mark}{number + 1}",
            "template": slug,
            "day": "",
            "stage": stage["number"],
            "week": 0,
            "ease": [],
            "heavy": turn[0]["kind"] == "strength",
            "reasons": [],
        }
