"""A run far longer than the longest of late: the next strength day is a light one."""

from midstance.training.day import add_days
from midstance.training.runner_values import Done, Run
from midstance.training.values import Policy, Reason


def spike(runs: list[Run], sessions: list[Done], day: str, policy: Policy) -> Reason | None:
    """The reason to make the next strength day light, if the last days' runs give one.

    `runs` and `sessions` come oldest first. A strength session on a later day than the run has
    taken care of it; without any run before it there is nothing to compare with.
    """
    numbers = policy["plan"]
    since = add_days(day, -numbers["spike_days"])
    trained = max((one["day"] for one in sessions[-1:-8:-1] if one["heavy"]), default="")
    far = add_days(since, -numbers["spike_window_days"])
    recent = [run for run in runs if far <= run["day"] <= day]
    for run in reversed(recent):
        if run["day"] < since or run["day"] < trained:
            return None
        window = add_days(run["day"], -numbers["spike_window_days"])
        before = [each["distance_m"] for each in recent if window <= each["day"] < run["day"]]
        if before and run["distance_m"] > max(before) * (1 + numbers["spike_over"]):
            values = {
                "run_m": run["distance_m"],
                "longest_run_m": max(before),
                "days": numbers["spike_window_days"],
            }
            return {"rule": "run_spike", "values": values}
    return None
