"""Slots that open later: jumps by class, once the class before them was done well."""

from midstance.training.day import add_days
from midstance.training.evidence import Asked
from midstance.training.gate import gate_lines
from midstance.training.layoff import days_off
from midstance.training.plan_values import GateLine, History
from midstance.training.program_values import Program, Tests
from midstance.training.runner_values import Done
from midstance.training.shown import Shown
from midstance.training.stage_walk import Way, from_day
from midstance.training.values import Policy, Reason


def closed_slots(
    program: Program,
    history: History,
    day: str,
    policy: Policy,
    *,
    tests: Tests,
    known: Way | None = None,
) -> dict[str, list[Reason]]:
    """The slots not open on `day`, each with a reason for all that is still to show.

    Sessions of the whole program count; there are no last ones of a stage to look at. After a
    layoff the classes of jumps open one by one again. What is `known` of a part of the way is not
    looked for again.
    """
    later = {name: slot["opens"] for name, slot in program["slots"].items() if slot.get("opens")}
    if not later:
        return {}
    numbers = policy["layoff"]
    shown = known.shown.copy() if known else Shown(numbers["jumps_again_days"])
    sessions = from_day(known.until if known else "", history["sessions"])
    long = [begun for begun, days in days_off(sessions, day) if days > numbers["again_days"]]
    floor = add_days(long[-1], numbers["again_days"] + 1) if long else shown.floor
    shown.begin((), "", floor)
    shown.take_before(history, None)
    shown.rest_until(day)
    shown.own = [template["slug"] for template in program["templates"]]
    asked = Asked(policy, tests, day)
    still = {name: _open(gate_lines(opens, shown, asked)) for name, opens in later.items()}
    return {name: [_reason(line) for line in lines] for name, lines in still.items() if lines}


def closed_by_rest(
    program: Program,
    history: History,
    policy: Policy,
    *,
    tests: Tests,
    known: Way | None = None,
) -> dict[str, list[Reason]]:
    """The slots that enough days off after the last session would close, with the same reasons."""
    if not history["sessions"]:
        return {}
    enough: int = policy["layoff"]["jumps_again_days"] + 1
    day = add_days(history["sessions"][-1]["day"], enough)
    return closed_slots(program, history, day, policy, tests=tests, known=known)


def closed_on(
    closed: dict[str, list[Reason]],
    by_rest: dict[str, list[Reason]],
    done: list[Done],
    day: str,
    policy: Policy,
    *,
    since: str,
) -> dict[str, list[Reason]]:
    """What is closed on `day`, as known `since` a day: all that enough days off after it close.

    `done` are the sessions, oldest first, with those from before that day.
    """
    enough: int = policy["layoff"]["jumps_again_days"]
    off = (begun for begun, days in days_off(done, day) if days > enough)
    again = any(add_days(begun, enough) >= since for begun in off)
    return by_rest | closed if again else closed


def _open(lines: list[GateLine]) -> list[GateLine]:
    return [line for line in lines if line["blocks"] and not line["done"]]


def _reason(line: GateLine) -> Reason:
    values = {"what": line["text"], "value": line.get("value", 0), "need": line.get("need", 0)}
    return {"rule": "slot_closed", "values": values}
