/** How long a phone waits before it tries again, and what it calls itself. */
import { deviceName } from "../../../frontend/data/account.js";
import { backoff } from "../../../frontend/data/schedule.js";
import { dice, equal, ok } from "./expect.js";

Deno.test("each failure doubles the wait up to five minutes", () => {
  const longest = () => 1;
  const waits = [1, 2, 3, 8, 50]
    .map((failures) => backoff({ failures, retry_after_s: 0 }, longest));
  equal(waits, [2_000, 4_000, 8_000, 256_000, 300_000]);
});

Deno.test("phones that failed together do not come back together", () => {
  const random = dice(3);
  const fifth = { failures: 5, retry_after_s: 0 };
  const waits = Array.from({ length: 50 }, () => backoff(fifth, random));
  ok(new Set(waits.map(Math.round)).size > 45, "the waits are alike");
  ok(waits.every((wait) => wait >= 16_000 && wait <= 32_000), `${waits}`);
});

Deno.test("a server that asks for patience gets at least what it asks for", () => {
  const random = dice(4);
  for (let i = 0; i < 50; i++) {
    const wait = backoff({ failures: 1, retry_after_s: 60 }, random);
    ok(wait >= 60_000 && wait <= 75_000, `waits ${wait} ms`);
  }
});

Deno.test("a device is named so that its owner knows it in the list", () => {
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 27_2 like Mac OS X) AppleWebKit/605.1.15 " +
    "(KHTML, like Gecko) Version/27.2 Mobile/15E148 Safari/604.1";
  const android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) " +
    "Chrome/156.0.0.0 Mobile Safari/537.36";
  equal(deviceName(iphone), "iPhone, Safari");
  equal(deviceName(android), "Android, Chrome");
  equal(deviceName("something else"), "Browser");
});
