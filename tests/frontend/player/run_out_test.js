/// <reference lib="deno.ns" />
/** When the time of a set or a rest is up: out of sight, behind other taps, on a full disk. */
import { equal, ok } from "./expect.js";
import { ending, page, soon, until } from "./page.js";
import { bridge, circuit, play, session, split_squat } from "./workouts.js";

/** @typedef {import("../../../frontend/player/types.d.ts").Active} Active */

/** A card whose rest is over in `left_ms`. @param {number} left_ms @returns {Active} */
function carded(left_ms) {
  const { state } = play(session([bridge])).do("start").whole();
  const now_ms = Date.now();
  return { ...state, rest: { from: now_ms - 60_000, until: now_ms + left_ms } };
}

Deno.test("a tab that nobody sees or hears ends no set: it may run in another one", async () => {
  const { coach, look } = page(ending(session([split_squat])), { deaf: true });
  look("hidden");
  await until(() => coach.now() > coach.state.value.phase_started_at + 43_300);
  await soon();
  const { phase, at, notice } = coach.state.value;
  equal([phase, at.side, notice], ["work", "left", null]);
  coach.close();
});

Deno.test("whoever looks again soon enough finds the next side begun", async () => {
  const { coach, look } = page(ending(session([split_squat])), { deaf: true });
  look("hidden");
  await until(() => coach.now() > coach.state.value.phase_started_at + 43_300);
  look("visible");
  await until(() => coach.state.value.at.side === "right");
  equal(coach.state.value.notice, null);
  coach.close();
});

Deno.test("a circuit that the disk stopped goes on by itself once there is room", async () => {
  let full = true;
  const disk = () => full ? Promise.reject({ detail: "The phone is full." }) : soon();
  const { coach } = page(ending(session(circuit)), { disk });
  await until(() => coach.trouble.value);
  full = false;
  await until(() => coach.state.value.phase === "rest");
  equal([coach.state.value.logged.length, coach.trouble.value], [1, null]);
  equal(coach.state.value.notice, null);
  coach.close();
});

Deno.test("a phone that slept through a rest, out of sight, begins no set by itself", async () => {
  const { now } = Date;
  let slept_ms = 0;
  Date.now = () => now() + slept_ms;
  try {
    const { state } = play(session(circuit)).do("start").whole();
    const rest = { from: now() - 6900, until: now() + 100 };
    const { coach, look } = page({ ...state, rest });
    look("hidden");
    slept_ms = 300_000;
    await until(() => coach.state.value.phase !== "rest");
    equal(coach.state.value.phase, "ready");
    coach.close();
  } finally {
    Date.now = now;
  }
});

Deno.test("a rest that ends under an open card is said, and nothing else happens", async () => {
  const { coach, said } = page(carded(60));
  await until(() => said.length > 0);
  await soon(50);
  equal([said, coach.state.value.phase], [["Rest over."], "log"]);
  coach.close();
});

Deno.test("a card opened again after its rest tells of no rest", async () => {
  const { coach, said } = page(carded(-5000));
  await coach.tap({ type: "edit", side: "both", fields: { pain: 2 } });
  equal(said, []);
  coach.close();
});

Deno.test("a rest made longer in the last moment, on a slow disk, is not over", async () => {
  const now_ms = Date.now();
  const resting = { ...session([bridge]), opened: true, phase: /** @type {const} */ ("rest") };
  const rest = { from: now_ms - 60_000, until: now_ms + 100 };
  const { coach } = page({ ...resting, rest }, { save: () => soon(300) });
  coach.tap({ type: "get_ready", s: 10 });
  const longer = coach.tap({ type: "extend_rest" });
  await until(() => coach.now() > now_ms + 200);
  await longer;
  await coach.tap({ type: "get_ready", s: 5 });
  equal(coach.state.value.phase, "rest");
  coach.close();
});

Deno.test("a rep taken back in the last moment, on a slow disk, is done again", async () => {
  const { coach } = page(ending(session([split_squat])), { save: () => soon(300) });
  coach.tap({ type: "get_ready", s: 10 });
  coach.tap({ type: "pace", s: 1 });
  const began_ms = coach.now();
  const back = coach.tap({ type: "minus_rep" });
  await until(() => coach.now() > began_ms + 250);
  await back;
  await coach.tap({ type: "get_ready", s: 5 });
  equal(coach.state.value.at.side, "left");
  coach.close();
});

Deno.test("where no sound can be had the button for it makes room for what was there", async () => {
  const { coach, draw } = page(session([bridge]), { deaf: true });
  await coach.tap({ type: "start" });
  ok(coach.silent.value);
  coach.unmute();
  draw();
  ok(!coach.silent.value);
  coach.close();
});

Deno.test("quick taps on a stepper all count, however slow the disk is", async () => {
  const { coach } = page(carded(60_000), { save: () => soon(60) });
  const before = coach.state.value.draft.both?.amount ?? 0;
  const more = () =>
    coach.tap({
      type: "edit",
      side: "both",
      fields: ({ amount }) => ({ amount: amount + 1 }),
    });
  await Promise.all([more(), more(), more()]);
  equal(coach.state.value.draft.both?.amount, before + 3);
  coach.close();
});
