"""The plain values of a runner and a session: JSON shapes, the same in Python and JavaScript.

Days are ISO dates (`2026-11-22`), loads are grams, times seconds. An absent key means "not known".
"""

from typing import Any, Literal, NotRequired, TypedDict

from midstance.training.runner_values import Checkin

Eased = Literal["deload", "layoff", "return", "lighter", "spike", "race"]
EaseKind = Literal["deload", "spike", "race", "after_race", "after_illness", "no_new"]
"""Why a planned session is lighter: `no_new` alone leaves it whole and only shuts out the new."""


Policy = dict[str, Any]
"""Every number of the rules by its name: policy.toml as it is read."""


class Reason(TypedDict):
    """Why a rule decided as it did; `rule` is a key of the policy's reasons."""

    rule: str
    values: NotRequired[dict[str, Any]]
    entries: NotRequired[list[str]]


class Explained(TypedDict):
    text: str
    source: str


# --- ladders and where the runner stands ---------------------------------------------------


class Rung(TypedDict):
    exercise: str
    load_g: int
    load: str
    reps: NotRequired[int]
    hold_s: NotRequired[int]
    contacts: NotRequired[int]
    distance_m: NotRequired[int]
    band: NotRequired[int]
    tempo: NotRequired[str]


class Ladder(TypedDict):
    """Every prescription a slot can take at a place, easiest first.

    `chain` keeps the whole order of exercises, also those that cannot be done here, so that a
    prescription from before an equipment change can still be placed. `first_why` says why the
    runner begins at `first_rung`, where that is more than the program's word.
    """

    slot: str
    place: str
    sets: int
    rest_s: int
    rir: int
    chain: list[str]
    first_rung: int
    rungs: list[Rung]
    first_why: NotRequired[Reason]


class Blocked(TypedDict):
    region: str
    until: NotRequired[str]


class Exposure(TypedDict):
    """One full session in a slot: its best estimate of one rep in grams, or its best amount.

    It compares with those `of` the same.
    """

    day: str
    of: str
    value: int
    rir: NotRequired[int]


class Position(TypedDict):
    """Where the runner stands in one slot at one place.

    `exposures` counts sessions at this exercise and load; `last` is what was last prescribed and
    done, with `last_rir` in reserve where that was said, `why` the reasons that led here. `recent`
    are the last full sessions that compare with each other, `raised` is the first day of as much,
    `amber` counts sessions in a row that hurt, `plateaus` the plateaus named since the last gain.
    """

    rung: int
    streak: int
    misses: int
    exposures: int
    blocked: NotRequired[Blocked]
    last_day: NotRequired[str]
    last: NotRequired[Rung]
    last_rir: NotRequired[int]
    why: NotRequired[list[Reason]]
    recent: NotRequired[list[Exposure]]
    raised: NotRequired[str]
    amber: NotRequired[int]
    plateaus: NotRequired[int]


# `from` is a keyword, so the values with that key are written as calls.
Change = TypedDict("Change", {"from": Rung, "by": str})


class Extra(TypedDict):
    """Sets of one side alone, after the others: logged with the indexes that follow them."""

    side: Literal["left", "right"]
    sets: int


class Asymmetry(TypedDict):
    """The weaker side, the patterns it shows in, and whether it gets one more set."""

    side: Literal["left", "right"]
    patterns: list[str]
    extra_set: bool


class Item(TypedDict):
    """One slot of a workout, frozen into the session when it starts.

    Neighbors with one `group` are done in rounds. `first` is the side to begin with; the sets of
    `extra` are on top and never missed. `place` says where, once a session has moved midway.
    """

    slot: str
    name: str
    block: str
    exercise: str
    sets: int
    load_g: int
    load: str
    sides: Literal["both", "each"]
    rest_s: int
    rir: int
    rung: int
    regions: list[str]
    reasons: list[Reason]
    reps: NotRequired[int]
    hold_s: NotRequired[int]
    contacts: NotRequired[int]
    contact_s: NotRequired[float]
    distance_m: NotRequired[int]
    band: NotRequired[int]
    tempo: NotRequired[str]
    eased: NotRequired[Eased]
    change: NotRequired[Change]
    group: NotRequired[str]
    first: NotRequired[Literal["left", "right"]]
    extra: NotRequired[Extra]
    place: NotRequired[str]


class Dropped(TypedDict):
    slot: str
    reasons: list[Reason]


class Workout(TypedDict):
    template: str
    name: str
    stage: int
    kind: str
    place: str
    minutes: int
    items: list[Item]
    dropped: list[Dropped]
    reasons: list[Reason]


class Attendance(TypedDict):
    """The sessions a week that were planned, and the days of those done in the weeks before."""

    per_week: int
    days: list[str]


class LoggedSet(TypedDict):
    """One set as logged; `record` is its journal record, `exercise` what was really done.

    `index` counts the sets of a slot from 1; those above the sets asked for came on top.
    """

    side: Literal["left", "right", "both"]
    index: int
    load_g: NotRequired[int]
    reps: NotRequired[int]
    hold_s: NotRequired[int]
    contacts: NotRequired[int]
    distance_m: NotRequired[int]
    rir: NotRequired[int]
    pain: NotRequired[int]
    sharp: NotRequired[bool]
    quality: NotRequired[int]
    slot: NotRequired[str]
    exercise: NotRequired[str]
    record: NotRequired[str]


class Outcome(TypedDict):
    """What happened in one slot of one session.

    `others` are sets of another exercise that came after those of the prescribed one.
    """

    prescribed: Item
    sets: list[LoggedSet]
    day: str
    entries: list[str]
    others: NotRequired[list[LoggedSet]]
    pain_before: NotRequired[int]
    pain_morning: NotRequired[int]
    soreness: NotRequired[int]
    red_flag: NotRequired[bool]
    skipped: NotRequired[bool]
    swapped: NotRequired[bool]
    attendance: NotRequired[Attendance]


class Advanced(TypedDict):
    position: Position
    reasons: list[Reason]


class EndedSession(TypedDict):
    """One ended session with all that is needed to judge it."""

    session: str
    day: str
    place: str
    items: list[Item]
    sets: list[LoggedSet]
    checkin: NotRequired[Checkin | None]
    morning: NotRequired[Checkin | None]
    attendance: NotRequired[Attendance | None]


Positions = dict[str, dict[str, Position]]
Ladders = dict[str, dict[str, Ladder]]
