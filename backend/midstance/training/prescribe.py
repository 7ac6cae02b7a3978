"""Today's workout: a template filled from the runner's ladders, eased where today asks for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from midstance.training.ease import Today
from midstance.training.fit import budget_s, contacts_of, fit, minutes_of, seconds, sides_of
from midstance.training.item import item_of
from midstance.training.plan_values import Readiness
from midstance.training.program_values import Exercise, Slot, Template, TemplateSlot
from midstance.training.values import (
    Asymmetry,
    Dropped,
    EaseKind,
    Item,
    Ladder,
    Ladders,
    Policy,
    Position,
    Positions,
    Reason,
    Workout,
)

USUAL: Readiness = {
    "level": "go",
    "sets_dropped": 0,
    "rir_added": 0,
    "blocked": [],
    "reasons": [],
}
"""A day that takes nothing away: workouts are fitted to it, so that an easier one adds nothing."""

Fits = Callable[[list[Item]], bool]

RULES: dict[EaseKind, str] = {
    "race": "race_week",
    "after_race": "after_race",
    "after_illness": "after_illness",
    "deload": "deload",
    "spike": "spike",
    "no_new": "no_new",
}


def prescribe(
    *,
    template: Template,
    program_slots: Mapping[str, Slot],
    ladders: Ladders,
    positions: Positions,
    exercises: Mapping[str, Exercise],
    place: str,
    minutes: int,
    readiness: Readiness,
    policy: Policy,
    day: str,
    ease: Iterable[EaseKind] = (),
    closed: Mapping[str, list[Reason]] | None = None,
    asymmetry: Asymmetry | None = None,
) -> Workout:
    """The workout of `template` for `day`, within `minutes` plus the policy's tolerance.

    Every load is one of the ladders', so it exists. `ease` says why the plan has the session
    lighter; that, a layoff and a poor day take the largest of their cuts, never their sum, and the
    minutes they free stay free. Slots in `closed` are left out for the reasons given there.
    """
    easing = frozenset(ease)
    trained, done = _trained(positions)
    today = Today(exercises, easing, readiness, policy, day, template["kind"], trained, done)
    usual = replace(today, ease=frozenset[EaseKind](), readiness=USUAL)
    chosen: list[tuple[TemplateSlot, Item]] = []
    dropped: list[Dropped] = []

    def made(on: Today, place_in: TemplateSlot) -> Item | list[Reason]:
        slot = place_in["slot"]
        if slot in (closed or {}):
            return list((closed or {})[slot])
        ladder, position = ladders.get(slot, {}).get(place), _here(positions.get(slot, {}), place)
        return item_of(on, program_slots[slot], place_in, ladder, position)

    for place_in in template["slots"] if readiness["level"] != "stop" else []:
        item = made(usual, place_in)
        if isinstance(item, list):
            dropped.append({"slot": place_in["slot"], "reasons": item})
        else:
            full = _full(place_in, ladders[place_in["slot"]][place])
            chosen.append((place_in, {**item, "sets": full}))
    fitting, left_out = fit(chosen, template["kind"], minutes, policy)
    places = {place_in["slot"]: place_in for place_in, _ in chosen}
    items: list[Item] = []
    for kept in fitting:
        item = made(today, places[kept["slot"]])
        if isinstance(item, list):
            dropped.append({"slot": kept["slot"], "reasons": item})
        else:
            items.append(_within(item, kept))
    # A lighter load may come with more reps, and those take longer.
    eased = [(places[item["slot"]], item) for item in items]
    items, too_long = fit(eased, template["kind"], minutes, policy)
    if "race" in easing:
        items = _few_jumps(items, policy)
    if asymmetry:
        most_s = budget_s(template["kind"], minutes, policy)
        items = _sided(
            items,
            asymmetry,
            program_slots,
            lambda more: seconds(more, template["kind"], policy) <= most_s,
        )
    planned: list[Reason] = [{"rule": rule} for kind, rule in RULES.items() if kind in easing]
    return {
        "template": template["slug"],
        "name": template["name"],
        "stage": template["stage"],
        "kind": template["kind"],
        "place": place,
        "minutes": minutes_of(items, template["kind"], policy),
        "items": items,
        "dropped": [*dropped, *left_out, *too_long],
        "reasons": [*planned, *readiness["reasons"], *_weaker_first(items, asymmetry)],
    }


def _trained(positions: Positions) -> tuple[frozenset[str], frozenset[str]]:
    """The days on which some slot was trained last, anywhere, and the exercises done then."""
    places = [place for slot in positions.values() for place in slot.values()]
    days = frozenset(place["last_day"] for place in places if "last_day" in place)
    return days, frozenset(place["last"]["exercise"] for place in places if "last" in place)


def _here(places: Mapping[str, Position], place: str) -> Position | None:
    """The position at a place; days off are counted from the slot's last day at any of them."""
    here = places.get(place)
    if here is None or "last_day" not in here:
        return here
    return {**here, "last_day": max(at["last_day"] for at in places.values() if "last_day" in at)}


def _full(place_in: TemplateSlot, ladder: Ladder) -> int:
    return place_in.get("sets") or ladder["sets"]


def _within(item: Item, kept: Item) -> Item:
    """The item with no more sets than the time left of it."""
    if item["sets"] <= kept["sets"]:
        return item
    fewer = [reason for reason in kept["reasons"] if reason["rule"] == "fewer_sets"]
    return {**item, "sets": kept["sets"], "reasons": [*item["reasons"], *fewer]}


def _few_jumps(items: list[Item], policy: Policy) -> list[Item]:
    """The contacts of a race week are few in all: the first jumps take what there is."""
    left, few = int(policy["race_week"]["contacts_most"]), list[Item]()
    for item in items:
        if "contacts" not in item:
            few.append(item)
            continue
        sets = item["sets"] if item["sets"] * sides_of(item) <= left else 1
        contacts = min(item["contacts"], left // (sets * sides_of(item)))
        if contacts > 0:
            few.append({**item, "sets": sets, "contacts": contacts})
            left -= contacts_of(few[-1])
    return few


def _sided(
    items: list[Item], asymmetry: Asymmetry, slots: Mapping[str, Slot], fits: Fits
) -> list[Item]:
    """Each side in turn from the weaker one on, which gets a set on top where time allows."""
    side = asymmetry["side"]
    sided: list[Item] = [
        {**item, "first": side} if item["sides"] == "each" else item for item in items
    ]
    for at, item in enumerate(sided):
        weak = slots[item["slot"]]["pattern"] in asymmetry["patterns"]
        whole = item["sides"] == "each" and item["block"] == "main" and "eased" not in item
        if asymmetry["extra_set"] and weak and whole:
            because: Reason = {"rule": "extra_set", "values": {"side": side}}
            more: Item = {
                **item,
                "extra": {"side": side, "sets": 1},
                "reasons": [because, *item["reasons"]],
            }
            if fits([*sided[:at], more, *sided[at + 1 :]]):
                sided[at] = more
    return sided


def _weaker_first(items: list[Item], asymmetry: Asymmetry | None) -> list[Reason]:
    if asymmetry is None or not any("first" in item for item in items):
        return []
    return [{"rule": "weaker_first", "values": {"side": asymmetry["side"]}}]
