"""The phone's day is the server's, on the same morning and after six weeks apart."""

import time
from typing import Any

from playwright.sync_api import Page

from tests.conftest import Server
from tests.e2e.bare import PROFILE, SYNC, WITHOUT_NETWORK, Phone, signed_in_tab, until, until_synced

DAY_S = 86_400
TRAIN = """async () => {
  const { workout } = store.today.peek();
  const session = store.newRecord();
  const items = workout.items;
  const now = Date.now();
  await store.append("session", session,
    { template: workout.template, place: workout.place, started_at: now, items });
  await store.appendAll(items.flatMap((item, order) =>
    (item.sides === "each" ? ["left", "right"] : ["both"]).flatMap((side) =>
      Array.from({ length: item.sets }, (_, i) => ({
        kind: "set", record: store.newRecord(), set: {
          session, slot: item.slot, exercise: item.exercise, index: i + 1, side,
          ...(item.reps !== undefined && { reps: item.reps + 2 }),
          ...(item.hold_s !== undefined && { hold_s: item.hold_s }),
          ...(item.contacts !== undefined && { contacts: item.contacts }),
          ...(item.distance_m !== undefined && { distance_m: item.distance_m }),
          load_g: item.load_g, rir: 3, pain: 0, quality: 4, started_at: now + order * 1000 + i,
        },
      })))));
  await store.append("session", session, { ended_at: Date.now(), rpe: 6 });
}"""


NIGGLE_DAY = 10
NIGGLE = """() => store.append("plan_change", store.newRecord(),
  { change: "niggle", region: "calf", from: store.day.peek(), to: null })"""


def answers(day: int) -> dict[str, Any]:
    """Mornings as they come: pain now and then, a sore week, a tired one."""
    rested = 5 if 24 <= day <= 29 else 2
    said: dict[str, Any] = {"sleep": rested, "fatigue": rested, "stress": rested}
    if day % 5 == 0:
        said["pain_morning"] = {"calf": day % 6}
    if 31 <= day <= 34:
        said["soreness"] = {"quads": 4}
    return said


def plain(workout: dict[str, Any] | None) -> Any:
    """A workout without the sentences that the server adds to its reasons."""
    if workout is None:
        return None
    keys = ("slot", "exercise", "sets", "reps", "hold_s", "contacts", "load_g", "rung", "rir")
    items = [{key: item.get(key) for key in keys} for item in workout["items"]]
    return workout["template"], workout["place"], workout["minutes"], items


def agree(page: Page) -> str:
    """The phone's day must be the server's; says which kind of day it is."""
    day = page.evaluate("() => store.day.peek()")
    told = page.evaluate("day => fetch(`/api/today?day=${day}`).then((it) => it.json())", day)
    own = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    assert own["kind"] == told["kind"]
    assert own["readiness"]["blocked"] == told["readiness"]["blocked"]
    assert [reason["rule"] for reason in own["readiness"]["reasons"]] == [
        reason["rule"] for reason in told["readiness"]["reasons"]
    ]
    assert plain(own["workout"]) == plain(told["workout"])
    return str(own["kind"])


def test_the_phone_computes_the_same_day_as_the_server(phone: Phone, club: Server) -> None:
    page = signed_in_tab(phone, club)
    page.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until_synced(page)
    until(lambda: page.evaluate("() => store.today.peek() !== null"))
    assert page.evaluate("() => store.catalog.peek().length") > 20
    first = agree(page)
    page.evaluate("() => store.saveCheckin({ sleep: 7, fatigue: 6, stress: 5 })")
    until_synced(page)
    agree(page)

    page.evaluate(WITHOUT_NETWORK)
    assert first in ("session", "rest")
    page.evaluate(TRAIN)
    offline = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    assert offline["kind"] == "done"
    page.evaluate("() => reconnect()")
    assert page.evaluate(SYNC)["state"] == "synced"
    assert agree(page) == "done"
    online = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    assert online["positions"] == offline["positions"]


def test_six_weeks_offline_and_a_sync_later_phone_and_server_agree(
    phone: Phone, club: Server
) -> None:
    page = signed_in_tab(phone, club)
    page.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until_synced(page)
    until(lambda: page.evaluate("() => store.today.peek() !== null"))
    page.evaluate(WITHOUT_NETWORK)
    begin_s, trained, kinds = time.time(), 0, set()
    for day in range(1, 42):
        page.clock.set_fixed_time(begin_s + day * DAY_S)
        page.evaluate("() => dispatchEvent(new Event('visibilitychange'))")
        page.evaluate("answers => store.saveCheckin(answers)", answers(day))
        if day == NIGGLE_DAY:
            page.evaluate(NIGGLE)
        today = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
        kinds |= {reason["rule"] for reason in today["readiness"]["reasons"]}
        if today["kind"] == "session" and day % 11:
            page.evaluate(TRAIN)
            trained += 1
    assert kinds >= {"ready", "ready_niggle", "ready_light", "ready_pain_amber", "sore_long"}
    assert trained >= 8
    offline = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    page.evaluate("() => reconnect()")
    assert page.evaluate(SYNC)["state"] == "synced"
    agree(page)
    online = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    assert online["positions"] == offline["positions"]
