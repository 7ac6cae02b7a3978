"""A gate: each thing to show before a stage is left or a slot opens, with how far it is shown."""

from math import ceil, inf

from midstance.training.evidence import Asked, value_of
from midstance.training.plan_values import GateLine
from midstance.training.program_values import Criterion, Test
from midstance.training.runner_values import Profile
from midstance.training.shown import Shown


def gate_lines(criteria: list[Criterion], shown: Shown, asked: Asked) -> list[GateLine]:
    """Each criterion with its value so far; one that nothing is known of is not done."""
    return [_line(criterion, shown, asked) for criterion in criteria]


def still_shut(criteria: list[Criterion], shown: Shown, asked: Asked) -> Criterion | None:
    """The first criterion that blocks and is not shown; None with an open gate."""
    return next(
        (
            criterion
            for criterion in criteria
            if criterion.get("blocks", True) and not _is_done(criterion, shown, asked)
        ),
        None,
    )


def _line(criterion: Criterion, shown: Shown, asked: Asked) -> GateLine:
    value = value_of(shown, criterion, asked)
    least, most = _least(criterion, asked), criterion.get("max")
    line: GateLine = {
        "key": criterion["key"],
        "text": criterion["text"],
        "done": _is_done(criterion, shown, asked),
        "blocks": criterion.get("blocks", True),
    }
    need = least if least is not None else most
    if need is not None and need != inf:
        line["need"] = need
    if value is not None:
        line["value"] = value
    if "source" in criterion:
        line["source"] = criterion["source"]
    if "test" in criterion:
        line["test"] = criterion["test"]
        if sides := shown.sides.get(criterion["test"]):
            line["sides"] = dict(sides)
    return line


def _is_done(criterion: Criterion, shown: Shown, asked: Asked) -> bool:
    value = value_of(shown, criterion, asked)
    if value is None:
        return False
    least, most = _least(criterion, asked), criterion.get("max")
    return (least is None or value >= least) and (most is None or value <= most)


def _least(criterion: Criterion, asked: Asked) -> float | None:
    """What the value must reach; of a norm whichever is lower, its part or `or_min`."""
    least = criterion.get("min")
    if criterion["evidence"] != "norm":
        return least
    test = asked.tests.get(criterion.get("test", ""))
    norm = norm_for(test, asked.profile, asked.day) if test else None
    part = ceil(norm * least) if norm is not None and least is not None else None
    known = [each for each in (part, criterion.get("or_min")) if each is not None]
    return min(known, default=inf)


def norm_for(test: Test, profile: Profile | None, day: str) -> int | None:
    """The norm for the runner's age and sex on `day`; None where one of them is unknown.

    Who is younger or older than the table goes by its nearest decade.
    """
    born = profile.get("birth_year") if profile else None
    by_age = test.get("norms", {}).get(profile.get("sex", "") if profile else "", {})
    if born is None or not by_age:
        return None
    age = int(day[:4]) - born
    ages = sorted(int(each) for each in by_age)
    return by_age[str(max((each for each in ages if each <= age), default=ages[0]))]
