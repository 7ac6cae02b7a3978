"""What the phone keeps: saved when the disk has it, shown after a reload, never half-written."""

from tests.conftest import Server
from tests.e2e.bare import (
    LOG,
    PROFILE,
    SIGN_UP,
    STORED,
    SYNC,
    WITHOUT_NETWORK,
    Phone,
    open_tab,
    random_text,
    signed_in_tab,
    until,
    until_synced,
)


def test_an_entry_is_saved_when_the_disk_has_it_not_before(phone: Phone, club: Server) -> None:
    page = open_tab(phone(service_workers="block"), club)
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


def test_a_reload_without_a_network_shows_all_that_was_logged(phone: Phone, club: Server) -> None:
    page = signed_in_tab(phone, club)
    until_synced(page)
    page.evaluate(WITHOUT_NETWORK)
    page.evaluate("() => store.saveCheckin({ sleep: 2, fatigue: 3, stress: 1 })")
    page.evaluate(LOG)
    page.evaluate("() => store.saveActive({ session: 'x', phase: 'rest' })")
    page.evaluate("() => store.setPlace('gym')")

    again = open_tab(page.context, club, boot=False)
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


def test_a_connection_that_the_system_took_away_is_opened_again(phone: Phone, club: Server) -> None:
    page = signed_in_tab(phone, club)
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


def test_a_full_disk_is_said_and_leaves_nothing_half_written(phone: Phone, club: Server) -> None:
    page = open_tab(phone(service_workers="block"), club)
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": club.url, "quotaSize": 400_000})
    page.evaluate(SIGN_UP, "Ada")
    until_synced(page)
    refused, saved = None, 0
    while saved < 40 and refused is None:
        before = page.evaluate(STORED)
        answer = page.evaluate(LOG, {"note": random_text(60_000)})
        refused, saved = (answer, saved) if "code" in answer else (None, saved + 1)
    assert refused == {
        "code": "storage_full",
        "detail": "The phone's storage is full. Nothing was lost: free some space, then try again.",
    }
    after = page.evaluate(STORED)
    assert (after["entries"], after["records"]) == (before["entries"], before["records"])
    assert len(page.evaluate("() => store.records('set')")) == saved


def test_an_edit_keeps_the_day_and_a_set_has_the_day_of_its_session(
    phone: Phone, club: Server
) -> None:
    page = signed_in_tab(phone, club)
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


def test_a_newer_pack_is_not_replaced_by_the_one_that_was_being_read(
    phone: Phone, club: Server
) -> None:
    page = signed_in_tab(phone, club)
    page.evaluate("profile => store.saveProfile(profile)", PROFILE)
    until(lambda: page.evaluate("() => store.today.peek() !== null"))
    until_synced(page)
    # No other news than the one this is about.
    page.wait_for_load_state("networkidle")
    page.route("**/api/**", lambda route: route.abort())
    page.evaluate(
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
        }"""
    )
    page.wait_for_function("() => store.pack.peek().newer")
    page.wait_for_timeout(500)
    assert page.evaluate("() => store.pack.peek().newer")
