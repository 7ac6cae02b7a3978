"""Rules for a stage's week: at the top of all its ladders it stays under the policy's caps."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from midstance.content.check.gates import JUMPS
from midstance.content.check.loose import number, string, strings, table, tables
from midstance.content.check.templates import sets_of
from midstance.content.read import Document, Problem

Tables = Mapping[str, Mapping[str, Any]]


class Load(NamedTuple):
    """What sessions ask for: jumps by class at the top and bottom of their ladders, and sets."""

    top: Counter[str]
    bottom: Counter[str]
    reps: Counter[str]
    heavy_sets: float = 0


def caps_problems(
    program: Document, policy: Mapping[str, Any], catalog: Tables
) -> Iterator[Problem]:
    """Sessions and weeks of `program` above a cap, by their template or stage."""
    caps, slots = table(policy.get("caps")), table(program.data.get("slots"))
    loads: dict[str, Load] = {}
    for index, template in enumerate(tables(program.data.get("templates"))):
        load = _load(template, slots, catalog)
        loads[string(template.get("slug"))] = load
        key = f"templates[{index}].slots"
        for told in _above(load.top.total(), caps, "session_contacts", "contacts in one session"):
            yield Problem(program.file, key, told)
    for index, stage in enumerate(tables(program.data.get("stages"))):
        for told in sorted(_week(stage, program, policy, loads)):
            yield Problem(program.file, f"stages[{index}].templates", told)


def weeks_of(
    stage: Mapping[str, Any], program: Document, policy: Mapping[str, Any]
) -> set[tuple[str, ...]]:
    """The sessions, by template, of every week a stage can have by the policy's rows."""
    kinds = {
        string(t.get("slug")): string(t.get("kind")) for t in tables(program.data.get("templates"))
    }
    listed = strings(stage.get("templates"))
    turns = {kind: [s for s in listed if kinds.get(s) == kind] for kind in ("strength", "light")}
    most = int(number(table(stage.get("per_week")).get("max")) or 0)
    rows = tables(table(policy.get("plan")).get("by_distance"))
    counts = {
        (min(most, int(number(row.get("strength")) or 0)), int(number(row.get("light")) or 0))
        for row in rows
    }
    if not turns["strength"]:
        counts = {(0, most)}
    return {
        (*heavy, *light)
        for strength, lighter in counts
        for heavy, light in product(
            _in_turn(turns["strength"], strength), _in_turn(turns["light"], lighter)
        )
    }


def _in_turn(turn: Sequence[str], count: int) -> set[tuple[str, ...]]:
    """The ways in which `count` sessions of a rotation can follow each other."""
    if not turn:
        return {()}
    return {tuple(turn[(at + k) % len(turn)] for k in range(count)) for at in range(len(turn))}


def _week(
    stage: Mapping[str, Any],
    program: Document,
    policy: Mapping[str, Any],
    loads: Mapping[str, Load],
) -> set[str]:
    caps = table(policy.get("caps"))
    share = number(caps.get("high_share"))
    told: set[str] = set()
    for week in weeks_of(stage, program, policy):
        load = _sum([loads[slug] for slug in week if slug in loads])
        low, medium, high = (load.top[f"{JUMPS}{kind}"] for kind in ("low", "medium", "high"))
        starts = load.bottom[f"{JUMPS}low"], load.bottom[f"{JUMPS}medium"]
        told.update(
            [
                *_above(low, caps, "low_contacts_week", "low contacts a week"),
                *_above(medium + high, caps, "hard_contacts_week", "hard contacts a week"),
                *_above(starts[0], caps, "low_start_week", "low contacts to start with"),
                *_above(starts[1], caps, "hard_start_week", "medium contacts to start with"),
                *_above(load.heavy_sets, caps, "heavy_sets_week", "heavy sets a week"),
            ]
        )
        if share is not None and high > share * (starts[1] + high):
            told.add(f"{high:g} high contacts a week are more than {share:g} of the hard ones")
        for slug, reps in load.reps.items():
            told.update(_above(reps, table(caps.get("reps_week")), slug, f"reps of {slug} a week"))
    return told


def _above(value: float, caps: Mapping[str, Any], name: str, what: str) -> list[str]:
    cap = number(caps.get(name))
    return [f"{value:g} {what}, the cap is {cap:g}"] if cap is not None and value > cap else []


def _load(template: Mapping[str, Any], slots: Mapping[str, Any], catalog: Tables) -> Load:
    load = Load(Counter(), Counter(), Counter())
    for place in tables(template.get("slots")):
        slot = table(slots.get(string(place.get("slot"))))
        sets = number(sets_of(place, slot)) or 0
        chain = [table(catalog.get(slug)) for slug in strings(slot.get("chain"))]
        pattern, contacts = string(slot.get("pattern")), table(slot.get("contacts"))
        for end, found in (("max", load.top), ("min", load.bottom)):
            amounts = [(number(contacts.get(end)) or 0) * _sides(each) for each in chain]
            wanted = max if end == "max" else min
            found[pattern] += int(sets * wanted(amounts, default=0))
        for slug in strings(slot.get("chain")):
            load.reps[slug] += int(sets * (number(table(slot.get("reps")).get("max")) or 0))
        if place.get("block") == "main" and any("heavy" in _tags(each) for each in chain):
            load = load._replace(heavy_sets=load.heavy_sets + sets)
    return load


def _sum(loads: Sequence[Load]) -> Load:
    total = Load(Counter(), Counter(), Counter())
    for load in loads:
        for mine, other in zip(total[:3], load[:3], strict=True):
            mine.update(other)
    return total._replace(heavy_sets=sum(load.heavy_sets for load in loads))


def _sides(exercise: Mapping[str, Any]) -> int:
    return 2 if exercise.get("laterality") == "unilateral" else 1


def _tags(exercise: Mapping[str, Any]) -> list[str]:
    return strings(exercise.get("tags"))
