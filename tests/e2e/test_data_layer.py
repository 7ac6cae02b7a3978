"""The phone's data layer in a real browser: what is saved stays saved, and syncs from one tab."""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from midstance.settings import Settings
from tests.conftest import PASSWORD, Server, serving

Phone = Callable[..., BrowserContext]
PATIENCE_S = 15
DAY_S = 86_400

OPEN = """async ({ base, boot }) => {
  window.store = await import(`${base}/data/store.js`);
  if (boot) await store.boot();
}"""
SIGN_UP = f"name => store.signUp({{ name, password: {PASSWORD!r} }})"
SIGN_IN = f"name => store.signIn({{ name, password: {PASSWORD!r} }})"
LOG = """async (fields) => {
  try { return await store.append("set", store.newRecord(), fields ?? { reps: 8 }); }
  catch (error) { return { code: error.code, detail: error.detail }; }
}"""
STORED = """() => new Promise((resolve, reject) => {
  const open = indexedDB.open(`midstance-${store.account.peek().athlete}`);
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const names = ["entries", "records", "outbox", "attention"];
    const tx = open.result.transaction(names);
    const counts = names.map((name) => [name, tx.objectStore(name).count()]);
    tx.oncomplete = () => {
      open.result.close();
      resolve(Object.fromEntries(counts.map(([name, asked]) => [name, asked.result])));
    };
  };
})"""
SYNC = "() => store.syncNow().then(() => store.sync.peek())"
WITHOUT_NETWORK = """() => {
  const real = fetch;
  window.fetch = () => Promise.reject(new TypeError("offline"));
  window.reconnect = () => { window.fetch = real; };
}"""


@pytest.fixture
def server(sqlite_url: str) -> Iterator[Server]:
    with serving(Settings(database_url=sqlite_url, signup="open", rate_limit="off")) as server:
        yield server


def open_tab(context: BrowserContext, server: Server, *, boot: bool = True) -> Page:
    """A page with nothing but the store on it, as `store`."""
    context.route(f"{server.url}/bare", lambda route: route.fulfill(body="<!doctype html>"))
    page = context.new_page()
    page.goto(f"{server.url}/bare")
    release = page.request.get(f"{server.url}/api/health").json()["release"]
    page.evaluate(OPEN, {"base": f"/a/{release}", "boot": boot})
    return page


def signed_in_tab(phone: Phone, server: Server, name: str = "Ada") -> Page:
    page = open_tab(phone(service_workers="block"), server)
    page.evaluate(SIGN_UP, name)
    return page


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)


def shows_sets(page: Page, count: int) -> bool:
    return len(page.evaluate("() => store.records('set')")) == count


def until_synced(page: Page) -> None:
    page.wait_for_function("() => store.sync.peek().state === 'synced'")


def random_text(length: int) -> str:
    """Text that a database cannot compress away."""
    return random.Random(length).randbytes(length // 2).hex()


def test_an_entry_is_saved_when_the_disk_has_it_not_before(phone: Phone, server: Server) -> None:
    page = open_tab(phone(service_workers="block"), server)
    page.evaluate(
        """() => {
          window.seen = [];
          const real = IDBDatabase.prototype.transaction;
          IDBDatabase.prototype.transaction = function (...all) {
            const tx = real.apply(this, all);
            if (tx.mode === "readwrite") {
              seen.push({ durability: tx.durability, stores: [...tx.objectStoreNames] });
              tx.addEventListener("complete", () => { window.completed = tx; });
            }
            return tx;
          };
        }"""
    )
    page.evaluate(SIGN_UP, "Ada")
    until_synced(page)
    saved = page.evaluate(
        f"""async () => {{
          window.seen.length = 0;
          window.completed = null;
          const saved = await ({LOG})();
          return {{ saved, completed: window.completed !== null, first: seen[0] }};
        }}"""
    )
    assert saved["completed"]
    assert saved["first"] == {
        "durability": "strict",
        "stores": ["docs", "entries", "outbox", "records"],
    }
    durabilities = set(page.evaluate("() => seen.map(({ durability }) => durability)"))
    assert durabilities == {"strict"}


def test_an_entry_reaches_the_server_and_another_phone(phone: Phone, server: Server) -> None:
    first = signed_in_tab(phone, server)
    record = first.evaluate(LOG, {"reps": 8, "load_g": 12000})["record"]
    first.wait_for_function("() => store.sync.peek().state === 'synced'")
    assert first.evaluate(STORED) == {"entries": 1, "records": 1, "outbox": 0, "attention": 0}

    second = open_tab(phone(service_workers="block"), server)
    second.evaluate(SIGN_IN, "Ada")
    until_synced(second)
    sets = second.evaluate("() => store.records('set')")
    assert [(s["record"], s["set"]) for s in sets] == [(record, {"reps": 8, "load_g": 12000})]


def test_a_reload_without_a_network_shows_all_that_was_logged(phone: Phone, server: Server) -> None:
    page = signed_in_tab(phone, server)
    until_synced(page)
    page.evaluate(WITHOUT_NETWORK)
    page.evaluate("() => store.saveCheckin({ sleep: 2, fatigue: 3, stress: 1 })")
    page.evaluate(LOG)
    page.evaluate("() => store.saveActive({ session: 'x', phase: 'rest' })")
    page.evaluate("() => store.setPlace('gym')")

    again = open_tab(page.context, server, boot=False)
    page.close()
    again.evaluate(WITHOUT_NETWORK)
    again.evaluate("() => store.boot()")
    shown = again.evaluate(
        """async () => ({
          booted: store.booted.peek(), name: store.account.peek().name,
          checkin: store.checkin.peek(), active: store.active.peek(), place: store.place.peek(),
          sets: (await store.records("set")).length,
        })"""
    )
    assert shown == {
        "booted": True,
        "name": "Ada",
        "checkin": {"sleep": 2, "fatigue": 3, "stress": 1},
        "active": {"session": "x", "phase": "rest"},
        "place": "gym",
        "sets": 1,
    }
    told = again.evaluate(SYNC)
    assert (told["state"], told["waiting"], told["waiting_sets"]) == ("offline", 2, 1)
    again.evaluate("() => reconnect()")
    assert again.evaluate(SYNC)["state"] == "synced"


def test_a_connection_that_the_system_took_away_is_opened_again(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server)
    until_synced(page)
    page.evaluate(
        """() => {
          const real = IDBDatabase.prototype.transaction;
          let times = 0;
          IDBDatabase.prototype.transaction = function (...all) {
            times += 1;
            if (times === 1) this.close();  // as iOS does while the page is in the background
            return real.apply(this, all);
          };
        }"""
    )
    assert page.evaluate(LOG)["set"] == {"reps": 8}
    assert page.evaluate("() => store.records('set').then((sets) => sets.length)") == 1


def test_a_full_disk_is_said_and_leaves_nothing_half_written(phone: Phone, server: Server) -> None:
    page = open_tab(phone(service_workers="block"), server)
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": server.url, "quotaSize": 400_000})
    page.evaluate(SIGN_UP, "Ada")
    until_synced(page)
    refused, saved = None, 0
    while saved < 40 and refused is None:
        before = page.evaluate(STORED)
        answer = page.evaluate(LOG, {"note": random_text(60_000)})
        refused, saved = (answer, saved) if "code" in answer else (None, saved + 1)
    assert refused == {
        "code": "storage_full",
        "detail": "The phone's storage is full. Nothing was lost: free some space, "
        "then tap Log again.",
    }
    after = page.evaluate(STORED)
    assert (after["entries"], after["records"]) == (before["entries"], before["records"])
    assert len(page.evaluate("() => store.records('set')")) == saved


def test_two_tabs_share_one_lock_and_show_the_same(phone: Phone, server: Server) -> None:
    one = signed_in_tab(phone, server)
    until_synced(one)
    two = open_tab(one.context, server)
    until_synced(two)
    spy = """() => {
      window.calls = [];
      const real = fetch;
      window.fetch = async (path, ...rest) => {
        const call = { path, from: performance.timeOrigin + performance.now() };
        if (path === "/api/sync") await new Promise((resolve) => setTimeout(resolve, 60));
        try { return await real(path, ...rest); } finally {
          call.to = performance.timeOrigin + performance.now();
          calls.push(call);
        }
      };
    }"""
    for tab in (one, two):
        tab.evaluate(spy)
    start = """() => {
      for (let i = 0; i < 12; i++) {
        const log = () => { store.append("set", store.newRecord(), { reps: i }); store.syncNow(); };
        setTimeout(log, i * 40);
      }
    }"""
    for tab in (one, two):
        tab.evaluate(start)
    for tab in (one, two):
        until(partial(shows_sets, tab, 24))
        until_synced(tab)
    calls: list[dict[str, Any]] = sorted(
        (c for tab in (one, two) for c in tab.evaluate("() => calls") if c["path"] == "/api/sync"),
        key=lambda call: call["from"],
    )
    assert len(calls) > 2
    for earlier, later in itertools.pairwise(calls):
        assert later["from"] >= earlier["to"], "two tabs were syncing at once"
    readings = one.evaluate("() => store.records('set').then((sets) => sets.map(({ at }) => at))")
    assert len(set(readings)) == 24, "two tabs read the same clock"


def test_signing_out_keeps_what_is_not_synced_and_another_athlete_does_not_see_it(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server, "Ada")
    until_synced(page)
    page.evaluate(WITHOUT_NETWORK)
    mine = page.evaluate(LOG)["id"]
    assert page.evaluate("() => store.signOut()") == {"kept": 1}
    assert page.evaluate("() => store.account.peek()") is None
    page.evaluate("() => reconnect()")

    page.evaluate(SIGN_UP, "Grace")
    until_synced(page)
    assert page.evaluate("() => store.records('set')") == []
    page.evaluate("() => store.signOut()")

    page.evaluate(SIGN_IN, "Ada")
    until_synced(page)
    assert page.evaluate(STORED) == {"entries": 1, "records": 1, "outbox": 0, "attention": 0}
    file = page.evaluate("() => store.exportAll().then((blob) => blob.text()).then(JSON.parse)")
    assert [entry["id"] for entry in file["entries"]] == [mine]


def test_what_was_being_read_at_a_sign_out_is_shown_to_nobody(phone: Phone, server: Server) -> None:
    page = signed_in_tab(phone, server)
    until_synced(page)
    page.evaluate(
        """async () => {
          const { athlete } = store.account.peek();
          const other_tab = new BroadcastChannel(`midstance-${athlete}`);
          const news = setInterval(() => {
            for (let i = 0; i < 20; i++) other_tab.postMessage("records");
          });
          await store.signOut();
          clearInterval(news);
          await new Promise((resolve) => setTimeout(resolve, 500));
        }"""
    )
    assert page.evaluate("() => store.account.peek()") is None


def test_signed_out_without_a_network_the_next_start_is_quiet(phone: Phone, server: Server) -> None:
    page = signed_in_tab(phone, server)
    until_synced(page)
    page.evaluate(WITHOUT_NETWORK)
    page.evaluate("() => store.signOut()")
    page.close()
    page.context.route(f"{server.url}/api/devices/current", lambda route: route.abort())
    tab = open_tab(page.context, server, boot=False)
    tab.evaluate(
        """() => {
          window.faults = [];
          addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
        }"""
    )
    with tab.expect_event("requestfailed"):
        tab.evaluate("() => store.boot()")
    tab.wait_for_timeout(200)
    assert tab.evaluate("() => faults") == []


def test_an_expired_login_stops_the_sync_and_not_the_session(phone: Phone, server: Server) -> None:
    page = signed_in_tab(phone, server)
    until_synced(page)
    page.context.clear_cookies()
    page.evaluate(LOG)
    told = page.evaluate(SYNC)
    assert (told["state"], told["waiting"]) == ("sign_in", 1)
    page.evaluate(LOG)
    page.evaluate(SIGN_IN, "Ada")
    until_synced(page)
    assert page.evaluate(STORED) == {"entries": 2, "records": 2, "outbox": 0, "attention": 0}


def test_entries_never_reach_the_account_whose_cookie_another_tab_fetched(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server, "Ada")
    until_synced(page)
    # Grace signs in behind the app's back: the cookie is hers, this journal is Ada's.
    body = {"name": "Grace", "password": PASSWORD, "device_name": "x"}
    page.context.request.post(f"{server.url}/api/accounts", data=body)
    page.close()
    tab = open_tab(page.context, server)
    tab.evaluate(LOG)
    told = tab.evaluate(SYNC)
    assert (told["state"], told["waiting"]) == ("sign_in", 1)
    answer = tab.context.request.post(
        f"{server.url}/api/sync", data={"cursor": 0, "chain": "0" * 32, "entries": []}
    )
    assert answer.json()["entries"] == []


def test_a_refused_entry_waits_for_attention_and_is_in_the_export(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server)
    refused = page.evaluate(LOG, {"reps": "many"})
    page.evaluate(LOG, {"reps": 8})
    until_synced(page)
    parked = page.evaluate("() => store.attention()")
    assert [(p["id"], p["code"], p["entry"]) for p in parked] == [
        (refused["id"], "invalid", refused)
    ]
    assert "reps" in parked[0]["detail"]
    assert page.evaluate("() => store.sync.peek().attention") == 1
    file = page.evaluate("async () => JSON.parse(await (await store.exportAll()).text())")
    assert file["format"] == "midstance-journal-1"
    assert len(file["entries"]) == 2
    assert file["attention"] == parked


def test_an_edit_keeps_the_day_and_a_set_has_the_day_of_its_session(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server)
    days = page.evaluate(
        """async () => {
          const [session, set] = [store.newRecord(), store.newRecord()];
          await store.append("session", session, { template: "x" }, { day: "2026-01-02" });
          await store.append("set", set, { session, reps: 8 });
          const edit = await store.append("set", set, { reps: 9 });
          return [edit.day, (await store.records("set"))[0].day];
        }"""
    )
    assert days == ["2026-01-02", "2026-01-02"]


PROFILE = {
    "experience": "returning",
    "units": "kg",
    "run_days": [2, 4, 7],
    "long_run_day": 7,
    "quality_days": [2],
    "weekly_distance_m": 30_000,
    "minutes": 35,
    "equipment": {"home": {"dumbbells_g": [6000, 8000, 12000], "items": ["step", "chair"]}},
    "default_place": "home",
    "screening": {"answers": {}, "cleared": True},
    "program": "stronger-strides",
}
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
    assert own["readiness"]["level"] == told["readiness"]["level"]
    assert plain(own["workout"]) == plain(told["workout"])
    return str(own["kind"])


def test_the_phone_computes_the_same_day_as_the_server(phone: Phone, server: Server) -> None:
    page = signed_in_tab(phone, server)
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


def test_a_newer_pack_is_not_replaced_by_the_one_that_was_being_read(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server)
    page.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until(lambda: page.evaluate("() => store.today.peek() !== null"))
    until_synced(page)
    shown = page.evaluate(
        """async () => {
          const { athlete } = store.account.peek();
          const newer = { ...store.pack.peek(), newer: true };
          const open = indexedDB.open(`midstance-${athlete}`);
          await new Promise((resolve) => { open.onsuccess = resolve; });
          const tx = open.result.transaction("docs", "readwrite");
          tx.objectStore("docs").put({ key: "pack", value: newer });
          await new Promise((resolve) => { tx.oncomplete = resolve; });
          const other_tab = new BroadcastChannel(`midstance-${athlete}`);
          for (const news of ["pack", "records", "records"]) other_tab.postMessage(news);
          await new Promise((resolve) => setTimeout(resolve, 500));
          return store.pack.peek().newer ?? false;
        }"""
    )
    assert shown


def test_the_catalog_is_here_though_the_pack_could_not_be_had(phone: Phone, server: Server) -> None:
    first = signed_in_tab(phone, server)
    first.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until_synced(first)
    tab = open_tab(phone(service_workers="block"), server)
    tab.context.route(f"{server.url}/api/pack?*", lambda route: route.abort())
    tab.evaluate(SIGN_IN, "Ada")
    tab.wait_for_function("() => store.sync.peek().state === 'offline'")
    assert tab.evaluate("() => store.catalog.peek().length") > 20


def test_six_weeks_offline_and_a_sync_later_phone_and_server_agree(
    phone: Phone, server: Server
) -> None:
    page = signed_in_tab(phone, server)
    page.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until_synced(page)
    until(lambda: page.evaluate("() => store.today.peek() !== null"))
    page.evaluate(WITHOUT_NETWORK)
    begin_s, trained = time.time(), 0
    for day in range(1, 42):
        page.clock.set_fixed_time(begin_s + day * DAY_S)
        page.evaluate("() => dispatchEvent(new Event('visibilitychange'))")
        if day % 5 == 0:
            answers = {"sleep": 2, "fatigue": 2, "stress": 2, "pain_morning": {"calf": day % 6}}
            page.evaluate("answers => store.saveCheckin(answers)", answers)
        if page.evaluate("() => store.today.peek().kind") == "session" and day % 11:
            page.evaluate(TRAIN)
            trained += 1
    assert trained >= 8
    offline = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    page.evaluate("() => reconnect()")
    assert page.evaluate(SYNC)["state"] == "synced"
    agree(page)
    online = page.evaluate("() => JSON.parse(JSON.stringify(store.today.peek()))")
    assert online["positions"] == offline["positions"]
