"""Slots that open later: jumps by class, once the class before them was done well."""

from midstance.training.evidence import Asked
from midstance.training.gate import gate_lines
from midstance.training.layoff import days_off
from midstance.training.plan_values import GateLine, History
from midstance.training.program_values import Program, Tests
from midstance.training.shown import Shown
from midstance.training.values import Policy, Reason


def closed_slots(
    program: Program, history: History, day: str, policy: Policy, *, tests: Tests
) -> dict[str, list[Reason]]:
    """The slots not open on `day`, each with a reason for all that is still to show.

    Sessions of the whole program count. After a layoff the classes of jumps open one by one again.
    """
    later = {name: slot["opens"] for name, slot in program["slots"].items() if slot.get("opens")}
    if not later:
        return {}
    again_days, longest = policy["layoff"]["jumps_again_days"], policy["layoff"]["again_days"]
    templates = [template["slug"] for template in program["templates"]]
    ends = [begun for begun, days in days_off(history["sessions"], day) if days > longest]
    shown = Shown(again_days)
    shown.begin(templates, "", max(ends, default=""))
    shown.take_before(history, None)
    shown.rest_until(day)
    asked = Asked(policy, tests, day)
    still = {name: _open(gate_lines(opens, shown, asked)) for name, opens in later.items()}
    return {name: [_reason(line) for line in lines] for name, lines in still.items() if lines}


def _open(lines: list[GateLine]) -> list[GateLine]:
    return [line for line in lines if line["blocks"] and not line["done"]]


def _reason(line: GateLine) -> Reason:
    values = {"what": line["text"], "value": line.get("value", 0), "need": line.get("need", 0)}
    return {"rule": "slot_closed", "values": values}
