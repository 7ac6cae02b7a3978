"""Rules of one program file, within itself and towards the catalog."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from midstance.content.check.assessments import test_keys
from midstance.content.check.caps import caps_problems
from midstance.content.check.dose import dose_problems
from midstance.content.check.gates import gate_problems
from midstance.content.check.links import harder_than
from midstance.content.check.loose import number, numbers, string, strings, table, tables
from midstance.content.check.slots import slot_problems
from midstance.content.check.templates import template_problems
from midstance.content.read import Document, Problem, Tree
from midstance.content.vocabulary import HOME

Catalog = Mapping[str, Mapping[str, Any]]


def program_problems(tree: Tree) -> Iterator[Problem]:
    """Stages, templates, slots and chains that do not fit together or ask for what is not there."""
    catalog = {exercise.stem: exercise.data for exercise in tree.exercises}
    harder = harder_than(tree.exercises)
    policy = tree.policy.data if tree.policy else {}
    caps = table(policy.get("caps"))
    contacts_step, jumps_gap_h = (number(caps.get(k)) for k in ("contacts_step", "jumps_gap_h"))
    everywhere = {
        slot_id: table(slot)
        for program in tree.programs
        for slot_id, slot in table(program.data.get("slots")).items()
    }
    for program in tree.programs:
        if (slug := program.data.get("slug")) is not None and slug != program.stem:
            yield Problem(program.file, "slug", f"must be the file's name, {program.stem!r}")
        yield from _stages(program)
        yield from _templates(program)
        yield from _stage_of_slots(program, catalog)
        yield from template_problems(program, jumps_gap_h)
        yield from gate_problems(program, test_keys(tree.assessments))
        yield from slot_problems(program, everywhere, catalog)
        yield from caps_problems(program, policy, catalog)
        for slot_id, slot in table(program.data.get("slots")).items():
            yield from _chain(program, slot_id, table(slot), catalog, harder)
            key = f"slots.{slot_id}"
            yield from dose_problems(program.file, key, table(slot), catalog, contacts_step)


def _stages(program: Document) -> Iterator[Problem]:
    stages = tables(program.data.get("stages"))
    templates = {string(t.get("slug")): t for t in tables(program.data.get("templates"))}
    listed: set[str] = set()
    for index, stage in enumerate(stages):
        key = f"stages[{index}]"
        if (given := number(stage.get("number"))) is not None and given != index + 1:
            yield Problem(program.file, f"{key}.number", f"must be {index + 1}: stages follow on")
        for span in ("weeks", "per_week"):
            yield from _span(program.file, f"{key}.{span}", table(stage.get(span)))
        for place, slug in enumerate(strings(stage.get("templates"))):
            listed.add(slug)
            if slug and slug not in templates:
                yield Problem(
                    program.file, f"{key}.templates[{place}]", f"there is no template {slug!r}"
                )
            elif slug and templates[slug].get("stage") != given:
                yield Problem(
                    program.file, f"{key}.templates[{place}]", f"{slug!r} is of another stage"
                )
    yield from _taken(program.file, "stages", stages)
    for index, template in enumerate(tables(program.data.get("templates"))):
        if string(template.get("slug")) not in listed:
            yield Problem(program.file, f"templates[{index}].slug", "no stage lists this template")


def _templates(program: Document) -> Iterator[Problem]:
    templates = tables(program.data.get("templates"))
    slots = table(program.data.get("slots"))
    used: set[str] = set()
    for index, template in enumerate(templates):
        places = tables(template.get("slots"))
        named = [string(place.get("slot")) for place in places]
        used.update(named)
        for at, slot in enumerate(named):
            key = f"templates[{index}].slots[{at}].slot"
            if slot and slot not in slots:
                yield Problem(program.file, key, f"there is no slot {slot!r}")
            if slot and slot in named[:at]:
                yield Problem(program.file, key, f"{slot!r} is already in this template")
        if places and not any(place.get("priority") == 1 for place in places):
            yield Problem(
                program.file, f"templates[{index}].slots", "none has priority 1: all may be dropped"
            )
    yield from _taken(program.file, "templates", templates)
    for slot_id in slots:
        if slot_id not in used:
            yield Problem(program.file, f"slots.{slot_id}", "no template uses this slot")


def _stage_of_slots(program: Document, catalog: Catalog) -> Iterator[Problem]:
    """A slot in a template needs at least one exercise meant for that template's stage."""
    slots = table(program.data.get("slots"))
    levels = {
        number(stage.get("number")): number(stage.get("level", stage.get("number")))
        for stage in tables(program.data.get("stages"))
    }
    for index, template in enumerate(tables(program.data.get("templates"))):
        stage = levels.get(number(template.get("stage")), number(template.get("stage")))
        for at, place in enumerate(tables(template.get("slots"))):
            slot = table(slots.get(string(place.get("slot"))))
            known = [catalog[slug] for slug in strings(slot.get("chain")) if slug in catalog]
            if (
                known
                and stage
                and not any(stage in numbers(exercise.get("stages")) for exercise in known)
            ):
                yield Problem(
                    program.file,
                    f"templates[{index}].slots[{at}].slot",
                    f"no exercise of its chain is meant for stage {stage:g}",
                )


def _chain(
    program: Document,
    slot_id: str,
    slot: Mapping[str, Any],
    catalog: Catalog,
    harder: Mapping[str, set[str]],
) -> Iterator[Problem]:
    chain = strings(slot.get("chain"))
    key = f"slots.{slot_id}.chain"
    for index, slug in enumerate(chain):
        if slug and slug not in catalog:
            yield Problem(program.file, f"{key}[{index}]", f"there is no exercise {slug!r}")
        for earlier in chain[:index]:
            if earlier in harder.get(slug, ()):
                yield Problem(
                    program.file, f"{key}[{index}]", f"easier than {earlier!r} by the catalog"
                )
    known = [catalog[slug] for slug in chain if slug in catalog]
    if known and not any(_at_home(exercise) for exercise in known):
        yield Problem(
            program.file, key, "nothing of it is possible with a stair, a chair and a backpack"
        )
    pattern = string(slot.get("pattern"))
    if known and pattern and pattern not in {string(exercise.get("pattern")) for exercise in known}:
        yield Problem(
            program.file, f"slots.{slot_id}.pattern", f"no exercise of the chain is a {pattern!r}"
        )


def _at_home(exercise: Mapping[str, Any]) -> bool:
    return any(
        set(strings(alternative.get("needs"))) <= HOME
        for alternative in tables(exercise.get("equipment"))
    )


def _span(file: str, key: str, span: Mapping[str, Any]) -> Iterator[Problem]:
    low, high = number(span.get("min")), number(span.get("max"))
    if low is not None and high is not None and low > high:
        yield Problem(file, f"{key}.min", f"{low:g} is above the maximum, {high:g}")


def _taken(file: str, part: str, items: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    slugs = [string(item.get("slug")) for item in items]
    for index, slug in enumerate(slugs):
        if slug and slug in slugs[:index]:
            yield Problem(file, f"{part}[{index}].slug", f"{slug!r} is already taken")
