"""The plan: the next sessions as a queue, each with a suggested day and the reasons for it."""

from dataclasses import dataclass

from midstance.training.day import add_days, monday, weekday
from midstance.training.next_session import HOURS_A_DAY, pending
from midstance.training.plan_values import History, Plan, PlanItem, StageNow
from midstance.training.program_values import Program, Stage, Template
from midstance.training.stage import trained_weeks
from midstance.training.values import Done, Policy, Profile, Reason
from midstance.training.week import Week, choose_week

WEEK_DAYS = 7


@dataclass(frozen=True)
class Ahead:
    """What the queue and its days are laid out from."""

    profile: Profile
    stage: Stage
    turn: list[Template]
    sessions: list[Done]
    week: Week
    closed: list[str]
    policy: Policy


def plan(
    profile: Profile,
    program: Program,
    history: History,
    day: str,
    policy: Policy,
    *,
    now: StageNow,
) -> Plan:
    """The plan from `day` on, for the stage the runner is in.

    Ids count the stage's queue from its beginning, so they stay the same in every later plan. A
    stage is never left ahead of time: its sessions repeat until the gate is shown.
    """
    stage = next(s for s in program["stages"] if s["number"] == now["number"])
    templates = {t["slug"]: t for t in program["templates"]}
    turn = [templates[slug] for slug in stage["templates"]]
    heavy = any(t["kind"] == "strength" for t in turn)
    week = choose_week(profile, stage, heavy, policy)
    closed = _closed(profile, heavy, policy)
    ahead = Ahead(profile, stage, turn, history["sessions"], week, closed, policy)
    race: list[Reason] = (
        [{"rule": "race", "values": {"days": policy["plan"]["race_last_heavy_days"]}}]
        if any(day <= d < add_days(day, policy["plan"]["days"]) for d in closed)
        else []
    )
    return {
        "from": day,
        "days": policy["plan"]["days"],
        "sessions": _queue(ahead, _days(ahead, day)),
        "open": week.open,
        "open_light": week.open,
        "closed": dict.fromkeys(closed, "rest_closed"),
        "closed_light": dict.fromkeys(closed, "rest_closed"),
        "counted": [s["session"] for s in history["sessions"]],
        "gaps": {t["slug"]: t["gap_h"] for t in program["templates"]},
        "turns": [stage["templates"]],
        "reasons": [{"rule": "per_week", "values": {"sessions": len(week.days)}}, *race],
    }


def deload_weeks(trained: set[str], until: str, every: int) -> set[str]:
    """The deload weeks among `trained` Mondays up to `until`: each that ends a run of `every`.

    A week off breaks the run: rest taken is not prescribed again.
    """
    found, run = set(), 0
    week = min(trained, default=until)
    while week <= until:
        run = run + 1 if week in trained else 0
        if run == every:
            found.add(week)
            run = 0
        week = add_days(week, WEEK_DAYS)
    return found


def _queue(ahead: Ahead, days: list[str]) -> list[PlanItem]:
    """What is pending of the stage's endless rotation of templates, laid on `days`."""
    stage, turn = ahead.stage, ahead.turn
    trained = trained_weeks(stage, ahead.sessions)
    heavy = {monday(s["day"]) for s in ahead.sessions if s["heavy"]}
    own = [s for s in ahead.sessions if s["template"] in stage["templates"]]
    rotation = [_numbered(stage, turn, k) for k in range(len(own) + len(days) + len(turn))]
    queue: list[PlanItem] = []
    for item, day in zip(pending(rotation, own, len(turn)), days, strict=False):
        this_week = monday(day)
        week = len({m for m in trained if m < this_week}) + 1
        heavy = heavy | {this_week} if item["heavy"] else heavy
        every = _deload_every(ahead.profile, day, ahead.policy)
        deload = item["heavy"] and this_week in deload_weeks(heavy, this_week, every)
        reasons = [ahead.week.why[weekday(day)]] if weekday(day) in ahead.week.why else []
        if not ahead.sessions and not queue:
            reasons.insert(0, {"rule": "first_day"})
        if deload:
            reasons.append({"rule": "deload"})
        queue.append(
            {
                **item,
                "day": day,
                "week": week,
                "ease": ["deload"] if deload else [],
                "reasons": reasons,
            }
        )
        trained = trained | {this_week}
    return queue


def _numbered(stage: Stage, turn: list[Template], index: int) -> PlanItem:
    template = turn[index % len(turn)]
    return {
        "id": f"{stage['number']}-{index + 1}",
        "template": template["slug"],
        "day": "",
        "stage": stage["number"],
        "week": 0,
        "ease": [],
        "heavy": template["kind"] == "strength",
        "reasons": [],
    }


def _days(ahead: Ahead, day: str) -> list[str]:
    """The days for sessions from `day` on; a first or a missed one comes as soon as it may."""
    week, begin = ahead.week, ahead.profile["start_day"]
    gap = max(1, ahead.turn[0]["gap_h"] // HOURS_A_DAY)
    last = ahead.sessions[-1] if ahead.sessions else None
    free = max(begin, add_days(last["day"], gap if last["heavy"] else 1)) if last else begin
    late = last is None or any(
        weekday(d) in week.days and d >= free and d not in ahead.closed
        for d in (add_days(day, -back) for back in range(1, WEEK_DAYS))
    )
    found = []
    for d in (add_days(day, after) for after in range(ahead.policy["plan"]["days"])):
        wanted = weekday(d) in week.days or (late and weekday(d) in week.open)
        if d >= free and d not in ahead.closed and wanted:
            found.append(d)
            free, late = add_days(d, gap), False
    return found


def _closed(profile: Profile, heavy: bool, policy: Policy) -> list[str]:
    """The days around a race that stay free of sessions of this kind."""
    race, numbers = profile.get("race_day"), policy["plan"]
    if not race:
        return []
    before = numbers["race_last_heavy_days"] if heavy else numbers["race_clear_days"]
    return [add_days(race, d) for d in range(-before, numbers["race_off_days"] + 1)]


def _deload_every(profile: Profile, day: str, policy: Policy) -> int:
    """Every how many weeks; high mileage and masters as often as a novice."""
    numbers = policy["deload"]
    born = profile.get("birth_year")
    masters = born is not None and int(day[:4]) - born >= numbers["masters_age"]
    often = masters or profile["weekly_distance_m"] >= numbers["high_distance_m"]
    return int(numbers["every_weeks"]["novice" if often else profile["experience"]])
