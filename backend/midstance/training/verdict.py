"""What a rule says about a session: where it puts the runner, and why."""

from collections.abc import Callable
from dataclasses import dataclass

from midstance.training.case import Case
from midstance.training.values import Reason


@dataclass(frozen=True)
class Verdict:
    """Where a rule puts the runner and why.

    `kept` leaves all counts as they were; `tells` is whether the session says what the runner can
    do: one held back by pain or soreness does not.
    """

    rung: int
    reason: Reason
    streak: int = 0
    misses: int = 0
    kept: bool = False
    tells: bool = True
    blocked_until: str | None = None


Rule = Callable[[Case], Verdict | None]
