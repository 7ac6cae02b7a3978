"""The schema of policy.toml: every number of the rules, and the sentence behind each reason.

What each number means is said beside it in policy.toml. Tables that the schema names must be there
with all of their keys; the rules in `training/` read them by name.
"""

from typing import Annotated, Literal

from pydantic import Field

from midstance.content.policy_signs import (
    Assessment,
    Asymmetry,
    Pain,
    Quality,
    RedFlags,
    Soreness,
    Wellness,
)
from midstance.content.quantities import AtLeastOne, Cost, Count, Fraction, Positive, Ten
from midstance.content.vocabulary import (
    Key,
    LoadKind,
    Part,
    Slug,
    Some,
    Source,
    StageNumber,
    Text,
)


class Reason(Part):
    """The sentence for one rule, `{placeholders}` filled from a reason's values, and its source."""

    text: Text
    source: Source


class Day(Part):
    rollover_h: Annotated[int, Field(ge=0, le=12)]


class Entry(Part):
    novice: StageNumber
    returning: StageNumber
    experienced: StageNumber
    body_mass_g: AtLeastOne


class Misses(Part):
    lower_after: AtLeastOne


class TwoForTwo(Part):
    sessions: AtLeastOne
    over_reps: AtLeastOne
    over_hold_s: AtLeastOne
    over_contacts: AtLeastOne
    over_distance_m: AtLeastOne


class Reserve(Part):
    load_per_rep: Fraction
    load_up_most: Fraction
    far_above: AtLeastOne
    far_too_light: AtLeastOne
    far_below: AtLeastOne
    load_down_most: Fraction
    levels_weeks: Count
    levels_reps: AtLeastOne
    bigger_step: AtLeastOne
    up_bilateral_g: Count
    up_unilateral_g: Count


class BigStep(Part):
    above: Fraction
    per_rep: Positive
    per_rep_moved: Positive
    band_reps: AtLeastOne
    patient_sessions: AtLeastOne
    patient_most: Fraction


class Ladder(Part):
    useful_step_bilateral: Fraction
    useful_step_unilateral: Fraction
    least_load_g: Count
    most_rungs: AtLeastOne
    step_growth: Annotated[float, Field(gt=1)]
    gives_way_bilateral: Fraction
    gives_way_unilateral: Fraction
    harder_begins: Fraction
    heavy_loads: Some[LoadKind]
    bar_most_g: AtLeastOne


class Session(Part):
    change_s: Count
    light_most_min: AtLeastOne
    warm_up_light_s: Count
    warm_up_strength_s: Count
    default_rep_s: Positive
    fast_s: Positive
    contact_s: Positive
    carry_m_per_s: Positive
    over_budget: Fraction
    least_sets: AtLeastOne


class ByExperience(Part):
    novice: AtLeastOne
    returning: AtLeastOne
    experienced: AtLeastOne


class Plateau(Part):
    exposures: AtLeastOne
    days: AtLeastOne
    within: Fraction
    gap_days: AtLeastOne
    early: AtLeastOne
    remembered: AtLeastOne
    adherence: Fraction
    adherence_days: AtLeastOne
    down_least: Fraction
    down_most: Fraction


class Deload(Part):
    sets_kept: Fraction
    load_down_least: Fraction
    load_down_most: Fraction
    contacts_kept: Fraction
    rir_least: Ten
    early_signs: AtLeastOne
    strength_down: Fraction
    strength_days: AtLeastOne
    masters_age: AtLeastOne
    high_distance_m: AtLeastOne
    every_weeks: ByExperience


class LayoffRow(Part):
    days: AtLeastOne
    load_down_least: Fraction
    load_down_most: Fraction
    sets_off: Count
    sets_kept: Fraction
    contacts_kept: Fraction
    settles: bool


class Layoff(Part):
    back_days: AtLeastOne
    again_days: AtLeastOne
    again_stages: StageNumber
    weeks_kept: Fraction
    jumps_again_days: AtLeastOne
    slot_days: AtLeastOne
    rows: Annotated[Some[LayoffRow], Field(min_length=1)]


class RaceWeek(Part):
    sets_most: AtLeastOne
    reps: AtLeastOne
    load_down_least: Fraction
    load_down_most: Fraction
    rir_least: Ten
    contacts_most: Count


class Caps(Part):
    low_contacts_week: AtLeastOne
    low_start_week: AtLeastOne
    hard_contacts_week: AtLeastOne
    hard_start_week: AtLeastOne
    high_share: Fraction
    jumps_gap_h: AtLeastOne
    session_contacts: AtLeastOne
    contacts_step: Fraction
    contacts_rise_days: AtLeastOne
    heavy_sets_week: AtLeastOne
    reps_week: dict[Slug, AtLeastOne]


class ByDistance(Part):
    below_m: AtLeastOne
    strength: AtLeastOne
    light: Count


class RaceOff(Part):
    below_m: AtLeastOne
    days: Count


class Plan(Part):
    days: AtLeastOne
    light_gap_h: Count
    illness_clear_days: Count
    after_days: Count
    race_new_days: Count
    race_first_last_heavy_days: Count
    race_last_heavy_days: Count
    race_light_days: AtLeastOne
    race_clear_days: Count
    race_unknown_m: Count
    race_off: Annotated[Some[RaceOff], Field(min_length=1)]
    spike_over: Fraction
    spike_window_days: AtLeastOne
    spike_days: Count
    short_min: Count
    gate_sessions: AtLeastOne
    light: ByExperience
    strength: ByExperience
    by_distance: Annotated[Some[ByDistance], Field(min_length=1)]


class Week(Part):
    gap_days: AtLeastOne
    long_run_eve: Cost
    quality_eve: Cost
    quality_day: Cost
    easy_day: Cost
    rest_day: Cost
    light_key_eve: Cost
    light_long_run_day: Cost
    uneven: Cost


class Policy(Part):
    version: Literal[1]
    day: Day
    entry: Entry
    pain: Pain
    soreness: Soreness
    wellness: Wellness
    red_flags: RedFlags
    asymmetry: Asymmetry
    assessment: Assessment
    quality: Quality
    misses: Misses
    two_for_two: TwoForTwo
    reserve: Reserve
    big_step: BigStep
    ladder: Ladder
    session: Session
    plateau: Plateau
    deload: Deload
    layoff: Layoff
    race_week: RaceWeek
    caps: Caps
    plan: Plan
    week: Week
    reasons: Annotated[dict[Key, Reason], Field(min_length=1)]
