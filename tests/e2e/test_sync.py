"""The phone and the server: from one tab, to one account, with what was refused set aside."""

import itertools
from functools import partial
from typing import Any

from tests.conftest import PASSWORD, Server
from tests.e2e.bare import (
    LOG,
    PROFILE,
    SIGN_IN,
    STORED,
    SYNC,
    Phone,
    open_tab,
    shows_sets,
    signed_in_tab,
    until,
    until_synced,
)


def test_an_entry_reaches_the_server_and_another_phone(phone: Phone, club: Server) -> None:
    first = signed_in_tab(phone, club)
    record = first.evaluate(LOG, {"reps": 8, "load_g": 12000})["record"]
    first.wait_for_function("() => store.sync.peek().state === 'synced'")
    assert first.evaluate(STORED) == {"entries": 1, "records": 1, "outbox": 0, "attention": 0}

    second = open_tab(phone(service_workers="block"), club)
    second.evaluate(SIGN_IN, "Ada")
    until_synced(second)
    sets = second.evaluate("() => store.records('set')")
    assert [(s["record"], s["set"]) for s in sets] == [(record, {"reps": 8, "load_g": 12000})]


def test_two_tabs_share_one_lock_and_show_the_same(phone: Phone, club: Server) -> None:
    one = signed_in_tab(phone, club)
    until_synced(one)
    two = open_tab(one.context, club)
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
    # Each then goes on until it was let in three times: one round may carry what both have written.
    start = """() => {
      window.written = (async () => {
        const pause = () => new Promise((resolve) => setTimeout(resolve, 40));
        for (let i = 0; i < 12; i++) {
          await store.append("set", store.newRecord(), { reps: i });
          store.syncNow();
          await pause();
        }
        while (calls.filter(({ path }) => path === "/api/sync").length < 3) {
          await store.syncNow();
          await pause();
        }
      })();
    }"""
    for tab in (one, two):
        tab.evaluate(start)
    for tab in (one, two):
        tab.evaluate("() => written")
        until(partial(shows_sets, tab, 24))
        until_synced(tab)
    calls: list[dict[str, Any]] = sorted(
        (c for tab in (one, two) for c in tab.evaluate("() => calls") if c["path"] == "/api/sync"),
        key=lambda call: call["from"],
    )
    assert len(calls) >= 6
    for earlier, later in itertools.pairwise(calls):
        assert later["from"] >= earlier["to"], "two tabs were syncing at once"
    readings = one.evaluate("() => store.records('set').then((sets) => sets.map(({ at }) => at))")
    assert len(set(readings)) == 24, "two tabs read the same clock"


def test_an_expired_login_stops_the_sync_and_not_the_session(phone: Phone, club: Server) -> None:
    page = signed_in_tab(phone, club)
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
    phone: Phone, club: Server
) -> None:
    page = signed_in_tab(phone, club, "Ada")
    until_synced(page)
    # Grace signs in behind the app's back: the cookie is hers, this journal is Ada's.
    body = {"name": "Grace", "password": PASSWORD, "device_name": "x"}
    page.context.request.post(f"{club.url}/api/accounts", data=body)
    page.close()
    tab = open_tab(page.context, club)
    tab.evaluate(LOG)
    told = tab.evaluate(SYNC)
    assert (told["state"], told["waiting"]) == ("sign_in", 1)
    answer = tab.context.request.post(
        f"{club.url}/api/sync", data={"cursor": 0, "chain": "0" * 32, "entries": []}
    )
    assert answer.json()["entries"] == []


def test_a_refused_entry_waits_for_attention_and_is_in_the_export(
    phone: Phone, club: Server
) -> None:
    page = signed_in_tab(phone, club)
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


def test_the_catalog_is_here_though_the_pack_could_not_be_had(phone: Phone, club: Server) -> None:
    first = signed_in_tab(phone, club)
    first.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until_synced(first)
    tab = open_tab(phone(service_workers="block"), club)
    tab.context.route(f"{club.url}/api/pack?*", lambda route: route.abort())
    tab.evaluate(SIGN_IN, "Ada")
    tab.wait_for_function("() => store.sync.peek().state === 'offline'")
    assert tab.evaluate("() => store.catalog.peek().length") > 20
