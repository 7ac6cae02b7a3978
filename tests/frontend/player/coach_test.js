/// <reference lib="deno.ns" />
/** The conductor on a page of our own: slow disks, late timers, failing writes. */
import { computed } from "../../../frontend/vendor/preact.js";
import { equal, ok } from "./expect.js";
import { ending, page, soon } from "./page.js";
import { bridge, session, split_squat, walk } from "./workouts.js";

Deno.test("a set that ends while the disk is slow begins its other side, once", async () => {
  const { coach, draw } = page(ending(session([split_squat])), { save: () => soon(300) });
  coach.tap({ type: "pause" });
  coach.tap({ type: "resume" });
  for (let frame = 0; frame < 40; frame++) {
    draw();
    await soon(20);
  }
  const { phase, at } = coach.state.value;
  equal([phase, at.side], ["work", "right"]);
  coach.close();
});

Deno.test("the end of a rest is said once, however long its writing takes", async () => {
  const now_ms = Date.now();
  const resting = { ...session([bridge]), opened: true, phase: /** @type {const} */ ("rest") };
  const rest = { from: now_ms - 60_000, until: now_ms + 40 };
  const { coach, draw, said } = page({ ...resting, rest }, { save: () => soon(200) });
  coach.tap({ type: "extend_rest", s: 0 });
  for (let frame = 0; frame < 15; frame++) {
    draw();
    await soon(20);
  }
  await soon(200);
  equal([said, coach.state.value.phase], [["Rest over."], "ready"]);
  coach.close();
});

Deno.test("after a write that failed the next tap works", async () => {
  let full = true;
  const disk = () => full ? Promise.reject({ detail: "The phone is full." }) : soon();
  const { coach } = page(session([bridge]), { disk });
  equal(await coach.tap({ type: "start" }), false);
  equal([coach.state.value.phase, coach.trouble.value?.detail], ["ready", "The phone is full."]);
  full = false;
  equal(await coach.tap({ type: "start" }), true);
  equal([coach.state.value.phase, coach.trouble.value], ["work", null]);
  coach.close();
});

Deno.test("an action that breaks does not take the later ones with it", async () => {
  let broken = true;
  const save = () => {
    if (!broken) return soon();
    broken = false;
    throw new Error("a fault of ours");
  };
  const { coach } = page(session([bridge]), { save });
  ok(await coach.tap({ type: "start" }).then(() => false, () => true), "the fault is not hidden");
  equal(await coach.tap({ type: "pause" }), true);
  ok(coach.state.value.paused_at !== null);
  coach.close();
});

Deno.test("a second tap on undo, while the first is written, takes nothing more back", async () => {
  const { coach } = page(ending(session([bridge])), { disk: () => soon(60) });
  await coach.tap({ type: "finish_set" });
  equal(coach.state.value.phase, "log");
  await coach.tap({ type: "log" });
  const first = coach.tap({ type: "back" });
  await Promise.all([first, coach.tap({ type: "back" })]);
  equal(coach.state.value.phase, "log");
  equal(Object.keys(coach.state.value.draft), ["both"]);
  coach.close();
});

Deno.test("a second tap on the end of a side leaves nothing of the other one out", async () => {
  const { coach } = page(ending(session([walk])), { save: () => soon(60) });
  const first = coach.tap({ type: "finish_set" });
  await Promise.all([first, coach.tap({ type: "finish_set" })]);
  const { phase, at } = coach.state.value;
  equal([phase, at.side], ["work", "right"]);
  coach.close();
});

Deno.test("a closed coach finishes what it was writing and starts no timer", async () => {
  const found = { ...ending(session([bridge])), phase_started_at: Date.now() - 52_700 };
  let saves = 0;
  const save = () => soon(50).then(() => saves++);
  const { coach } = page(found, { save });
  const resumed = coach.tap({ type: "pause" }).then(() => coach.tap({ type: "resume" }));
  await soon(20);
  coach.close();
  await resumed;
  await soon(600);
  equal([saves, coach.state.value.phase], [2, "work"]);
});

Deno.test("a session taken back from the bin keeps the screen on again", async () => {
  const { coach, locks } = page(session([bridge]));
  await coach.tap({ type: "discard" });
  await soon();
  await coach.tap({ type: "undo_discard" });
  await soon();
  equal(locks.length, 2);
  coach.close();
});

Deno.test("a session thrown away is not kept to go on with, until it is taken back", async () => {
  /** @type {(string|undefined)[]} */
  const kept = [];
  const { coach } = page(session([bridge]), {
    save: (state) => Promise.resolve(kept.push(state?.phase)),
  });
  await coach.tap({ type: "start" });
  await coach.tap({ type: "discard" });
  await coach.tap({ type: "undo_discard" });
  equal(kept, ["work", undefined, "ready"]);
  coach.close();
});

Deno.test("frames are asked for only while a set runs, and only where a number changes", async () => {
  const { coach, draw, frames } = page({ ...session([split_squat]), ready_s: 0 });
  equal(frames.length, 0);
  await coach.tap({ type: "start" });
  let drawn = 0;
  for (let look = 0; look < 120; look++) {
    drawn += frames.length;
    draw();
    await soon(10);
  }
  ok(drawn > 3 && drawn < 40, `${drawn} frames in 1.2 s`);
  await coach.tap({ type: "pause" });
  draw();
  await soon(150);
  equal(frames.length, 0);
  await coach.tap({ type: "resume" });
  drawn = 0;
  for (let look = 0; look < 120; look++) {
    drawn += frames.length;
    draw();
    await soon(10);
  }
  ok(drawn > 0, "no frame after the pause");
  coach.close();
});

Deno.test("what is drawn of a set follows a change of its pace at once", async () => {
  const { coach } = page(session([split_squat]));
  const rep_s = computed(() => coach.timeline()?.rep_s);
  const before_s = rep_s.value ?? 0;
  await coach.tap({ type: "pace", s: 1 });
  equal(rep_s.value, before_s + 1);
  coach.close();
});

Deno.test("where a set stands can be asked for at any time, also when nothing moves", async () => {
  const { coach } = page(session([split_squat]));
  equal(coach.standing().position, 0);
  await coach.tap({ type: "start" });
  await coach.tap({ type: "pause" });
  const { type, left_s } = coach.standing();
  equal(type, "ready");
  await soon(50);
  equal(coach.standing().left_s, left_s);
  coach.close();
});

Deno.test("a rest counts down by itself, without frames", async () => {
  const now_ms = Date.now();
  const resting = { ...session([bridge]), opened: true, phase: /** @type {const} */ ("rest") };
  const rest = { from: now_ms - 60_000, until: now_ms + 2_500 };
  const { coach, frames } = page({ ...resting, rest });
  equal([coach.rest_s.value, frames.length], [3, 0]);
  await soon(1200);
  equal(coach.rest_s.value, 2);
  coach.close();
});

Deno.test("the first count waits for a slow disk, so that none is lost", async () => {
  const { coach } = page(session([bridge]), { disk: () => soon(900) });
  const tapped_ms = coach.now();
  await coach.tap({ type: "start" });
  const { phase, phase_started_at } = coach.state.value;
  equal(phase, "work");
  ok(phase_started_at - tapped_ms > 1100);
  coach.close();
});

Deno.test("a set that ended while the page slept is asked about, not taken for done", async () => {
  const { coach } = page(session([bridge]));
  await coach.tap({ type: "start" });
  const steady = performance.now;
  const asleep_ms = 10 * 60_000;
  performance.now = () => steady.call(performance) + asleep_ms;
  document.dispatchEvent(new Event("visibilitychange"));
  await soon(50);
  performance.now = steady;
  equal(coach.state.value.notice?.key, "left");
  coach.close();
});
