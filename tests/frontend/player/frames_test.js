/// <reference lib="deno.ns" />
/** Frames asked for only where a word or number changes, and in time for it. */
import { frames } from "../../../frontend/player/frames.js";
import { compile, at, same_s } from "../../../frontend/player/tempo.js";
import { equal, ok } from "./expect.js";

const FRAME_MS = 16;

/**
 * A page of its own for `act`: time passes only when told to.
 * @param {(page: {now_ms: number, passes: (ms: number) => void}) => void} act
 */
function onPage(act) {
  /** @type {{at_ms: number, call: () => void, id: number}[]} */
  let due = [];
  let id = 0;
  const plan = (/** @type {() => void} */ call, /** @type {number} */ in_ms) => {
    due.push({ at_ms: page.now_ms + in_ms, call, id: ++id });
    return id;
  };
  const drop = (/** @type {number} */ dropped) => void (due = due.filter((one) => one.id !== dropped));
  const page = {
    now_ms: 1000,
    passes(/** @type {number} */ ms) {
      const until_ms = page.now_ms + ms;
      for (;;) {
        const [next] = due.sort((a, b) => a.at_ms - b.at_ms);
        if (!next || next.at_ms > until_ms) break;
        drop(next.id);
        page.now_ms = next.at_ms;
        next.call();
      }
      page.now_ms = until_ms;
    },
  };
  const g = /** @type {any} */ (globalThis);
  const real = [g.requestAnimationFrame, g.cancelAnimationFrame, g.setTimeout, g.clearTimeout];
  const now = performance.now;
  g.requestAnimationFrame = (/** @type {() => void} */ call) =>
    plan(call, FRAME_MS - page.now_ms % FRAME_MS);
  g.cancelAnimationFrame = drop;
  g.setTimeout = plan;
  g.clearTimeout = drop;
  performance.now = () => page.now_ms;
  try {
    act(page);
  } finally {
    [g.requestAnimationFrame, g.cancelAnimationFrame, g.setTimeout, g.clearTimeout] = real;
    performance.now = now;
  }
}

/**
 * Plays a set: which frames were drawn and when a new word or number first stood there.
 * @param {import("../../../frontend/player/tempo.js").SetPlan} plan
 */
function played(plan) {
  const timeline = compile(plan);
  /** @type {number[]} */
  const drawn_ms = [];
  /** @type {number[]} */
  const late_ms = [];
  onPage((page) => {
    const begun_ms = page.now_ms;
    let before = "";
    const film = frames(() => {
      const t_ms = page.now_ms - begun_ms;
      const standing = at(timeline, t_ms / 1000);
      const shown = `${standing.type} ${standing.count}`;
      drawn_ms.push(t_ms);
      // Whole seconds are where anything changes in these sets.
      if (shown !== before && !standing.over) late_ms.push(t_ms % 1000);
      before = shown;
      film.run(!standing.over, 1000 * same_s(standing));
    });
    film.run(true);
    page.passes(timeline.duration_s * 1000 + 1000);
  });
  return { drawn_ms, late_ms };
}

Deno.test("a hold is looked at ten times a second, and every second of it in time", () => {
  const { drawn_ms, late_ms } = played({ measure: "hold", hold_s: 30, ready_s: 3 });
  equal(late_ms.length, 33);
  ok(Math.max(...late_ms) <= FRAME_MS, `${late_ms}`);
  ok(drawn_ms.length < 33 * 15, `${drawn_ms.length} frames`);
  const gaps = drawn_ms.slice(1).map((at_ms, i) => at_ms - drawn_ms[i]);
  ok(Math.max(...gaps) <= 100 + FRAME_MS, "the sound is looked after all the same");
});

Deno.test("a rep is looked at no oftener, and every phase of it in time", () => {
  const { drawn_ms, late_ms } = played({ measure: "reps", reps: 2, tempo: "3-2-1-0", ready_s: 3 });
  equal(late_ms.length, 3 + 2 * 6);
  ok(Math.max(...late_ms) <= FRAME_MS, `${late_ms}`);
  ok(drawn_ms.length < 15 * 16, `${drawn_ms.length} frames`);
});

Deno.test("a walk beyond its estimate is not looked at in every frame", () => {
  const timeline = compile({ measure: "distance", distance_m: 20 });
  equal(same_s(at(timeline, 500)), Infinity);
});

Deno.test("frames that are no longer wanted do not come", () => {
  onPage((page) => {
    let drawn = 0;
    const film = frames(() => void drawn++);
    film.run(true, 1000);
    film.run(false);
    page.passes(2000);
    film.run(true, 1000);
    film.stop();
    page.passes(2000);
    equal(drawn, 0);
  });
});

Deno.test("who taps in a rest between frames is answered by the next one", () => {
  onPage((page) => {
    /** @type {number[]} */
    const drawn_ms = [];
    const film = frames(() => void drawn_ms.push(page.now_ms));
    film.run(true, 1000);
    page.passes(20);
    const tapped_ms = page.now_ms;
    film.run(true, 0);
    page.passes(1000);
    equal(drawn_ms.length, 1);
    ok(drawn_ms[0] - tapped_ms <= FRAME_MS, `${drawn_ms}`);
  });
});
