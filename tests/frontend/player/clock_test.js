/** The session's clock and its mapping onto the audio clock, with clocks that misbehave. */
import {
  pairing,
  sessionClock,
  toContext,
  USUAL_LATENCY_S,
  watchdog,
} from "../../../frontend/player/clock.js";
import { chance, close, equal, ok } from "./expect.js";

/** Two clocks one can turn by hand. */
function hands() {
  const at = { wall: 1_700_000_000_000, steady: 5000 };
  const clock = sessionClock({ wall: () => at.wall, steady: () => at.steady });
  return {
    at,
    clock,
    pass: (/** @type {number} */ ms) => {
      at.wall += ms;
      at.steady += ms;
    },
  };
}

Deno.test("a corrected wall clock moves nothing while the page is looked at", () => {
  const { at, clock, pass } = hands();
  const before = clock.now();
  pass(1000);
  at.wall += 3_600_000;
  equal(clock.now() - before, 1000);
});

Deno.test("sleep that steady time missed is caught up on return", () => {
  const { at, clock, pass } = hands();
  const before = clock.now();
  clock.hide();
  pass(2000);
  at.wall += 60_000;
  equal(clock.woke(), 60_000);
  equal(clock.now() - before, 62_000);
});

Deno.test("a return without sleep changes nothing, nor does a wall clock set back", () => {
  const { at, clock, pass } = hands();
  clock.hide();
  pass(30_000);
  equal(clock.woke(), 0);
  clock.hide();
  at.wall -= 500_000;
  equal(clock.woke(), 0);
});

Deno.test("an epoch time and its steady time are the same moment", () => {
  const { at, clock, pass } = hands();
  pass(777);
  equal(clock.toSteady(clock.now()), at.steady);
});

Deno.test("a sane output timestamp is the mapping, so Bluetooth delay is in it", () => {
  const pair = pairing({ currentTime: 10.25 }, { contextTime: 10, performanceTime: 4000 }, 4000);
  equal(pair, { context_s: 10, steady_ms: 4000 });
  close(toContext(pair, 5500), 11.5, 1e-9);
});

Deno.test("absurd output timestamps give way to the output latency, or the usual one", () => {
  const absurd = [
    null,
    {},
    { contextTime: 0, performanceTime: 0 },
    { contextTime: 12, performanceTime: 4000 },
    { contextTime: 3, performanceTime: 4000 },
    { contextTime: 10, performanceTime: 90 },
  ];
  for (const stamp of absurd) {
    close(pairing({ currentTime: 10, outputLatency: 0.2 }, stamp, 4000).context_s, 9.8, 1e-9);
    close(pairing({ currentTime: 10 }, stamp, 4000).context_s, 10 - USUAL_LATENCY_S, 1e-9);
    close(
      pairing({ currentTime: 10, outputLatency: 60 }, stamp, 4000).context_s,
      10 - USUAL_LATENCY_S,
      1e-9,
    );
  }
});

Deno.test("the mapping keeps every distance between sounds", () => {
  const dice = chance(3);
  for (let i = 0; i < 200; i++) {
    const pair = pairing({ currentTime: 1 + dice(100) }, null, dice(100000));
    const [a, b] = [dice(100000), dice(100000)];
    close(toContext(pair, b) - toContext(pair, a), (b - a) / 1000, 1e-9);
  }
});

Deno.test("an audio clock standing still is noticed within two seconds, a slow one is not", () => {
  const still = watchdog();
  ok(![0, 250, 500, 750].some((ms) => still.stuck(4, ms)));
  ok(still.stuck(4.1, 1001));
  const slow = watchdog();
  for (let ms = 0; ms < 20000; ms += 16) ok(!slow.stuck(ms / 1000 * 0.9, ms));
});

Deno.test("a page that was asleep is no frozen audio clock", () => {
  const dog = watchdog();
  dog.stuck(1, 0);
  ok(!dog.stuck(1, 600_000));
});
