"""Signing out: what is not synced stays, and nobody else sees it."""

from tests.conftest import Server
from tests.e2e.bare import (
    LOG,
    SIGN_IN,
    SIGN_UP,
    STORED,
    WITHOUT_NETWORK,
    Phone,
    open_tab,
    signed_in_tab,
    until_synced,
)


def test_signing_out_keeps_what_is_not_synced_and_another_athlete_does_not_see_it(
    phone: Phone, club: Server
) -> None:
    page = signed_in_tab(phone, club, "Ada")
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


def test_what_was_being_read_at_a_sign_out_is_shown_to_nobody(phone: Phone, club: Server) -> None:
    page = signed_in_tab(phone, club)
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


def test_signed_out_without_a_network_the_next_start_is_quiet(phone: Phone, club: Server) -> None:
    page = signed_in_tab(phone, club)
    until_synced(page)
    page.evaluate(WITHOUT_NETWORK)
    page.evaluate("() => store.signOut()")
    page.close()
    page.context.route(f"{club.url}/api/devices/current", lambda route: route.abort())
    tab = open_tab(page.context, club, boot=False)
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
