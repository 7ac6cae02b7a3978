"""Which stage the runner is in, and what is still open to leave it."""

from midstance.training.day import add_days, days_between, monday
from midstance.training.plan_values import GateLine, History, StageNow
from midstance.training.program_values import Criterion, Program, Stage, Tests
from midstance.training.values import Assessment, Done, Policy, Profile


def stage_now(
    profile: Profile, program: Program, history: History, day: str, policy: Policy, *, tests: Tests
) -> StageNow:
    """The stage on `day`: each is left the day after its gate is shown, no sooner than its weeks.

    The last stage of the program repeats. Past the longest weeks with the gate still open, `review`
    asks for a look at why; nobody is moved up for being late.
    """
    entry: int = policy["entry"][profile["experience"]]
    stages = [s for s in program["stages"] if s["number"] >= entry] or program["stages"][-1:]
    since, number = profile["start_day"], 0
    while number < len(stages) - 1:
        left = _left_on(stages[number], since, history, day, policy)
        if left is None:
            break
        since, number = left, number + 1
    stage = stages[number]
    lines = gate(stage, history["sessions"], history["assessments"], policy)
    week = 1 + len({m for m in trained_weeks(stage, history["sessions"]) if m < monday(day)})
    return {
        "number": stage["number"],
        "name": stage["name"],
        "goal": stage["goal"],
        "since": since,
        "week": week,
        "weeks": stage["weeks"],
        "weeks_left": max(0, stage["weeks"]["min"] - week + 1),
        "reasons": [],
        "gate": lines,
        "review": week > stage["weeks"]["max"] and not _shown(lines),
    }


def gate(
    stage: Stage, sessions: list[Done], assessments: list[Assessment], policy: Policy
) -> list[GateLine]:
    """Each criterion of the stage's gate with its value so far; one not measured is not done.

    `sessions` are ended ones, oldest first; only those of the stage's templates count.
    """
    own = [s for s in sessions if s["template"] in stage["templates"]]
    return [_line(criterion, stage, own, assessments, policy) for criterion in stage["gate"]]


def trained_weeks(stage: Stage, sessions: list[Done]) -> set[str]:
    """The Mondays of the weeks with a session of this stage."""
    return {monday(s["day"]) for s in sessions if s["template"] in stage["templates"]}


def _left_on(stage: Stage, since: str, history: History, day: str, policy: Policy) -> str | None:
    """The first day up to `day` on which everything before it shows the gate, or None."""
    earliest = add_days(since, 7 * stage["weeks"]["min"])
    seen = [*history["sessions"], *history["assessments"]]
    days = {max(earliest, add_days(one["day"], 1)) for one in seen}
    for on in sorted(d for d in days if d <= day):
        sessions = [s for s in history["sessions"] if s["day"] < on]
        assessments = [a for a in history["assessments"] if a["day"] < on]
        enough = len(trained_weeks(stage, sessions)) >= stage["weeks"]["min"]
        if enough and _shown(gate(stage, sessions, assessments, policy)):
            return on
    return None


def _shown(lines: list[GateLine]) -> bool:
    return all(line["done"] or not line["blocks"] for line in lines)


def _line(
    criterion: Criterion,
    stage: Stage,
    sessions: list[Done],
    assessments: list[Assessment],
    policy: Policy,
) -> GateLine:
    value = _value(criterion, stage, sessions, assessments, policy)
    least, most = criterion.get("min"), criterion.get("max")
    line: GateLine = {
        "key": criterion["key"],
        "text": criterion["text"],
        "done": value is not None
        and (least is None or value >= least)
        and (most is None or value <= most),
        "blocks": criterion.get("blocks", True),
    }
    need = least if least is not None else most
    if need is not None:
        line["need"] = need
    if value is not None:
        line["value"] = value
    return line


def _value(
    criterion: Criterion,
    stage: Stage,
    sessions: list[Done],
    assessments: list[Assessment],
    policy: Policy,
) -> float | None:
    """What the records say for a criterion; None while they say nothing."""
    last = sessions[-policy["plan"]["gate_sessions"] :]
    test, slot = criterion.get("test", ""), criterion.get("slot", "")
    found: list[float] = []
    match criterion["evidence"]:
        case "sessions":
            found = [len(sessions)]
        case "share_done" if sessions:
            found = [_share_done(stage, sessions)]
        case "pain":
            found = [max(s.get("pain", 0) for s in last)] if last else []
        case "soreness":
            found = [max(s.get("soreness", 0) for s in last)] if last else []
        case "set":
            best = [s["best"][slot] for s in sessions if slot in s.get("best", {})]
            found = [max(best)] if best else []
        case "assessment":
            found = sorted(_latest(test, assessments).values())
        case "side_difference":
            sides = _latest(test, assessments)
            found = [abs(sides["left"] - sides["right"])] if "left" in sides else []
    return found[0] if found else None


def _share_done(stage: Stage, sessions: list[Done]) -> float:
    """Sessions done of those planned from the first to the last one, in hundredths."""
    weeks = days_between(monday(sessions[0]["day"]), sessions[-1]["day"]) // 7 + 1
    planned = weeks * stage["per_week"]["min"]
    return min(100, int(100 * len(sessions) / planned + 0.5)) / 100


def _latest(test: str, assessments: list[Assessment]) -> dict[str, float]:
    """The last value by side; a side alone tells nothing yet, so it is left out."""
    found = {a["side"]: a["value"] for a in assessments if a["test"] == test}
    if "left" in found and "right" in found:
        return {"left": found["left"], "right": found["right"]}
    return {"both": found["both"]} if "both" in found else {}
