"""Why a prescription is as it is: its sets, range, reserve and rest, and its tempo."""

from typing import Any, cast

from midstance.training.program_values import Range, Slot
from midstance.training.rungs import amount, measure
from midstance.training.values import Ladder, Policy, Reason, Rung

UNITS = {"reps": "", "hold_s": " s", "contacts": " contacts", "distance_m": " m"}


def dose(
    rung: Rung, slot: Slot, ladder: Ladder, sets: int, *, light: bool, policy: Policy
) -> list[Reason]:
    """The reasons of a full session's dose at `rung`; what today cuts has reasons of its own."""
    key = measure(rung)
    heavy = key == "reps" and rung["load"] in policy["ladder"]["heavy_loads"]
    reach = cast(dict[str, Any], slot)["heavy_reps" if heavy and "heavy_reps" in slot else key]
    values = {"sets": sets, "amount": _amount(reach) + UNITS[key], "rest_s": ladder["rest_s"]}
    if key != "reps":
        rule = "dose_contacts" if key == "contacts" else "dose_hold"
        return [{"rule": rule, "values": values}]
    values["rir"] = ladder["rir"]
    asked: Reason = {"rule": "dose_light" if light else "dose", "values": values}
    reasons = [asked]
    if amount(rung, key) > reach["max"]:
        reasons.append({"rule": "beyond", "values": {"amount": reach["max"]}})
    if tempo := rung.get("tempo"):
        rule = "tempo_fast" if "X" in tempo else "tempo"
        reasons.append({"rule": rule, "values": {"tempo": tempo}})
    return reasons


def _amount(reach: Range) -> str:
    low, high = reach["min"], reach["max"]
    return str(low) if low == high else f"{low} to {high}"
