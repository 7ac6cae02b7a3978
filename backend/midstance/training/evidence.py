"""What a criterion looks at: its value by kind of evidence, None while nothing is known."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, takewhile

from midstance.training.asymmetry import percent_shown
from midstance.training.day import add_days, days_between, monday
from midstance.training.program_values import Criterion, Tests
from midstance.training.runner_values import Profile
from midstance.training.shown import Shown
from midstance.training.values import Policy

Evidence = Callable[[Shown, Criterion, "Asked"], float | None]


@dataclass(frozen=True)
class Asked:
    """What a criterion is judged with; `planned` sessions a week are asked for `weeks` at least."""

    policy: Policy
    tests: Tests
    day: str
    profile: Profile | None = None
    planned: int = 1
    weeks: int = 1


def value_of(shown: Shown, criterion: Criterion, asked: Asked) -> float | None:
    """What the records say for a criterion; one of a kind not known here is never shown."""
    found = EVIDENCE.get(criterion["evidence"])
    return found(shown, criterion, asked) if found else None


def _share_done(shown: Shown, _: Criterion, asked: Asked) -> float | None:
    """Sessions done of those planned in the last `weeks` weeks of training, in hundredths."""
    if not shown.recent:
        return None
    end, begin = shown.recent[-1]["day"], monday(shown.recent[0]["day"])
    first = max(begin, add_days(monday(end), -7 * (asked.weeks - 1)))
    planned = (days_between(first, end) // 7 + 1) * asked.planned
    done = len(list(takewhile(lambda one: one["day"] >= first, reversed(shown.recent))))
    return min(100, int(100 * done / planned + 0.5)) / 100


def _pain(shown: Shown, criterion: Criterion, asked: Asked) -> float | None:
    last = shown.recent[-_times(criterion, asked) :]
    return max((one.get("pain", 0) for one in last), default=None)


def _soreness(shown: Shown, criterion: Criterion, asked: Asked) -> float | None:
    """The worst of the last sessions after which anything was said of it."""
    times = _times(criterion, asked)
    said = (one["soreness"] for one in reversed(shown.recent) if "soreness" in one)
    last = list(islice(said, times))
    return max(last) if len(last) == times else None


def _contacts(shown: Shown, criterion: Criterion, asked: Asked) -> float | None:
    """What was reached so many times in sessions that went clean."""
    times = _times(criterion, asked)
    return shown.contacts[-times] if len(shown.contacts) >= times else None


def _rep_ratio(shown: Shown, criterion: Criterion, _: Asked) -> float | None:
    one = shown.last.get(criterion.get("slot", ""))
    return one.get("rep_ratio", {}).get(criterion.get("slot", "")) if one else None


def _quality(shown: Shown, criterion: Criterion, _: Asked) -> float | None:
    one = shown.last.get(criterion.get("slot", ""))
    return one.get("quality", {}).get(criterion.get("slot", "")) if one else None


def _best(shown: Shown, criterion: Criterion, _: Asked) -> float | None:
    slot = criterion.get("slot", "")
    return max(
        (shown.best[each][slot] for each in shown.own if slot in shown.best[each]), default=None
    )


def _assessment(shown: Shown, criterion: Criterion, _: Asked) -> float | None:
    """The weaker side, which is the higher number where less is better."""
    found = shown.both(criterion.get("test", "")).values()
    less = "max" in criterion and "min" not in criterion
    return (max if less else min)(found, default=None)


def _side_difference(shown: Shown, criterion: Criterion, _: Asked) -> float | None:
    sides = shown.both(criterion.get("test", ""))
    return abs(sides["left"] - sides["right"]) if "left" in sides else None


def _symmetry(shown: Shown, _: Criterion, asked: Asked) -> float | None:
    return percent_shown(shown.assessed, asked.policy)


def _times(criterion: Criterion, asked: Asked) -> int:
    return criterion.get("times", int(asked.policy["plan"]["gate_sessions"]))


EVIDENCE: dict[str, Evidence] = {
    "sessions": lambda shown, *_: sum(shown.sessions[each] for each in shown.own),
    "share_done": _share_done,
    "weeks_strength": lambda shown, *_: len(shown.strength_weeks),
    "jump_sessions": lambda shown, *_: sum(shown.jump_sessions[each] for each in shown.own),
    "clean_sessions": lambda shown, criterion, _: shown.clean[criterion.get("slot", "")],
    "contacts": _contacts,
    "pain": _pain,
    "soreness": _soreness,
    "set": _best,
    "rep_ratio": _rep_ratio,
    "quality": _quality,
    "assessment": _assessment,
    "norm": _assessment,
    "side_difference": _side_difference,
    "symmetry": _symmetry,
}
