"""A simulated life as a table, a line for each week."""

from midstance.simulate.life import Life
from midstance.simulate.weeks import CLASSES, Week, weeks_of
from midstance.training.explain import load_text

LIFTS = ("squat", "hinge", "one leg", "calf")
HEAD = (
    f"{'week':>4} {'stage':>5} {'done':>5} {'heavy':>5} {'low':>4} {'med':>4} {'high':>4} "
    + " ".join(f"{lift:>11}" for lift in LIFTS)
    + f" {'RIR':>4} {'pain':>4}  what decided most"
)


def table(life: Life) -> str:
    """Sessions done of those due, heavy sets, contacts by class, heaviest loads, effort, pain."""
    runner, program = life.runner, life.world.program
    profile = runner.profile
    runs = ", ".join(str(day) for day in profile["run_days"])
    about = [
        f"{program['name']}: {runner.kind} {runner.seed}, {profile['experience']}",
        f"equipment {runner.kit}{' and gym' if 'gym' in runner.places else ''}, "
        f"{runner.minutes} minutes, runs on weekdays {runs}, "
        f"{profile['weekly_distance_m'] // 1000} km a week"
        + (f", race on {profile['race_day']}" if profile.get("race_day") else ""),
        "",
        HEAD,
    ]
    return "\n".join([*about, *(_line(week, runner.units) for week in weeks_of(life)), *_end(life)])


def _line(week: Week, units: str) -> str:
    loads = (load_text(week.loads_g[at], units) if at in week.loads_g else "" for at in LIFTS)
    decided = ", ".join(rule.replace("_", " ") for rule in [*week.ease, *week.decided])
    rir = "" if week.rir is None else f"{week.rir:.1f}"
    return (
        f"{week.number:>4} {week.stage:>5} {f'{week.sessions}/{week.planned}':>5} "
        f"{week.heavy_sets or '':>5} "
        + " ".join(f"{week.contacts[kind] or '':>4}" for kind in CLASSES)
        + " "
        + " ".join(f"{load:>11}" for load in loads)
        + f" {rir:>4} {week.pain or '':>4}  {decided}"
    )


def _end(life: Life) -> list[str]:
    """What is still open where the runner ends, and whether the phone ever went astray."""
    if life.end is None:
        return []
    open_ = [line["text"] for line in life.end.stage["gate"] if line["blocks"] and not line["done"]]
    said = ["", f"Ends in stage {life.end.stage['number']}, {life.end.stage['name']}."]
    said += [f"Still to show: {'; '.join(open_)}."] if open_ else []
    apart = f"apart on {', '.join(life.apart)}" if life.apart else "in the same positions"
    return [*said, f"Phone and server were {apart}."]
