"""The schema of the policy's tables on what the body says: pain, soreness, tiredness, sides."""

from typing import Annotated

from pydantic import Field

from midstance.content.quantities import AtLeastOne, Count, Fraction, Percent, Positive, Seven, Ten
from midstance.content.vocabulary import Key, Part, Pattern, Some


class Pain(Part):
    hold_from: Ten
    regress_from: Ten
    morning_rise: Ten
    long_days: AtLeastOne
    down_least: Fraction
    down_most: Fraction
    rest_days: Count
    clinician_sessions: AtLeastOne


class Soreness(Part):
    lighter_from: Ten
    mobility_from: Ten
    slow_lower_s: AtLeastOne
    sets_dropped: Count
    long_checkins: AtLeastOne


class Wellness(Part):
    item_from: Seven
    sd_above: Positive
    sd_floor: Positive
    min_entries: AtLeastOne
    window_days: AtLeastOne
    sets_dropped: Count
    rir_added: Count
    light_sd: Positive
    light_days: AtLeastOne
    row_gap_days: AtLeastOne


class RedFlags(Part):
    emergency: Some[Key]
    illness: Some[Key]
    recent_days: AtLeastOne


class Asymmetry(Part):
    act_below: Percent
    stop_from: Percent
    tests_alike: AtLeastOne
    tests_seen: AtLeastOne
    pair_days: AtLeastOne
    weeks_least: AtLeastOne
    weeks_most: AtLeastOne
    patterns: Annotated[dict[Key, Some[Pattern]], Field(min_length=1)]


class Assessment(Part):
    again_weeks: AtLeastOne


class Quality(Part):
    progress_from: Annotated[int, Field(ge=0, le=4)]
