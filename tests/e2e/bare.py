"""A page with nothing but the store on it, and what a test does with one."""

import random
import time
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

from tests.conftest import PASSWORD, Server

Phone = Callable[..., BrowserContext]
PATIENCE_S = 20

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
SYNC = "() => store.syncNow().then(() => store.sync.peek())"
WITHOUT_NETWORK = """() => {
  const real = fetch;
  window.fetch = () => Promise.reject(new TypeError("offline"));
  window.reconnect = () => { window.fetch = real; };
}"""


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
