/** The timeline of a set: what it is made of, and where it stands at any second. */
import {
  achieved,
  at,
  compile,
  FAST_S,
  parseTempo,
  STRIDE_S,
} from "../../../frontend/player/tempo.js";
import { ringShape } from "../../../frontend/player/ring_shape.js";
import { setSounds } from "../../../frontend/player/sounds.js";
import { chance, close, equal, ok } from "./expect.js";

/** Many different sets, the same ones at every run. @param {number} seed */
function anySet(seed) {
  const dice = chance(seed);
  const digit = () => (dice(8) === 0 ? "X" : String(dice(6)));
  const measure = /** @type {const} */ (["reps", "hold", "contacts", "distance"])[dice(4)];
  return {
    measure,
    reps: 1 + dice(20),
    hold_s: 1 + dice(60),
    contacts: 1 + dice(60),
    distance_m: 5 + dice(60),
    tempo: `${digit()}-${digit()}-${digit()}-${digit()}`,
    starts: /** @type {const} */ (["top", "bottom"])[dice(2)],
    ready_s: dice(6),
    contact_s: [0.5, 1.2, 4][dice(3)],
  };
}
const manySets = Array.from({ length: 400 }, (_, seed) => anySet(seed + 1));

Deno.test("a tempo is read as lower, pause, lift, pause and X is fast", () => {
  equal(parseTempo("3-1-1-0"), { lower: 3, pause_low: 1, lift: 1, pause_high: 0 });
  equal(parseTempo("2-0-x-1"), { lower: 2, pause_low: 0, lift: FAST_S, pause_high: 1 });
  equal(parseTempo("X"), { lower: FAST_S, pause_low: 0, lift: FAST_S, pause_high: 0 });
});

Deno.test("what is no tempo is null, never a set without length", () => {
  for (
    const text of ["", "3-1-1", "a-b-c-d", "0-0-0-0", "3-1-1-0-2", "-1-0-1-0", null, undefined]
  ) {
    equal(parseTempo(text), null);
  }
});

Deno.test("eight reps at 3-1-1-0 are forty seconds of tension after a get-ready of three", () => {
  const timeline = compile({ measure: "reps", reps: 8, tempo: "3-1-1-0" });
  equal([timeline.under_tension_s, timeline.duration_s], [40, 43]);
  equal(timeline.events.filter((e) => e.rep === 1).map((e) => e.type), [
    "rep",
    "lower",
    "pause_low",
    "lift",
  ]);
});

Deno.test("a rep from the bottom lifts first", () => {
  const timeline = compile({
    measure: "reps",
    reps: 1,
    tempo: "3-1-1-2",
    starts: "bottom",
    ready_s: 0,
  });
  const order = timeline.events.filter((e) => e.duration_s > 0).map((e) => e.type);
  equal(order, ["lift", "pause_high", "lower", "pause_low"]);
  equal(at(timeline, 0).position, 1);
});

Deno.test("phases follow one another without gap or overlap, and none is empty", () => {
  for (const set of manySets) {
    const timeline = compile(set);
    let end_s = 0;
    for (const event of timeline.events) {
      close(event.t_s, end_s, 0.002);
      ok(event.duration_s > 0 || ["rep", "last_rep", "done", "switch"].includes(event.type));
      end_s = event.t_s + event.duration_s;
    }
    close(end_s, timeline.duration_s, 0.002);
  }
});

Deno.test("the standing agrees with the events at every tenth of a second", () => {
  for (const set of manySets.slice(0, 150)) {
    const timeline = compile(set);
    for (let t_s = 0; t_s < timeline.duration_s; t_s += 0.1) {
      const now = at(timeline, t_s);
      const event = timeline.events[now.index];
      ok(event.t_s <= t_s + 1e-6 && t_s <= event.t_s + event.duration_s + 1e-6);
      close(now.left_s, event.t_s + event.duration_s - t_s, 1e-6);
      const pose = now.position / (set.measure === "contacts" ? timeline.total : 2);
      for (const share of [now.phase_fraction, now.rep_fraction, now.turn, pose]) {
        ok(share >= 0 && share <= 1);
      }
      ok(now.count >= 1 && now.count <= Math.ceil(event.duration_s));
    }
  }
});

Deno.test("a phase of three seconds counts 3, 2, 1 and never 0", () => {
  const timeline = compile({ measure: "reps", reps: 2, tempo: "3-0-1-0", ready_s: 0 });
  equal([0, 0.99, 1, 1.5, 2, 2.99].map((t_s) => at(timeline, t_s).count), [3, 3, 2, 2, 1, 1]);
});

Deno.test("the pose never jumps within a rep set", () => {
  for (
    const set of manySets.filter((s) => s.measure === "reps" && !/(^|-)0-\d-\d$|0/.test(s.tempo))
  ) {
    const timeline = compile(set);
    let before = at(timeline, 0).position;
    for (let t_s = 0; t_s < timeline.duration_s; t_s += 0.02) {
      const { position } = at(timeline, t_s), moved = Math.abs(position - before);
      // The way back ends at 2, where a rep begins: at 0.
      ok(Math.min(moved, 2 - moved) < 0.05);
      before = position;
    }
  }
});

Deno.test("a jump counts its landings: every beat falls on a foot coming down", () => {
  for (const contact_s of [0.5, 0.6, 2.2]) {
    const timeline = compile({ measure: "contacts", contacts: 6, contact_s, ready_s: 3 });
    const beats = setSounds(timeline).filter(({ at_s }) => at_s > 3 && at_s < timeline.duration_s);
    for (const [i, { at_s }] of beats.entries()) close(at(timeline, at_s).position, i + 1, 1e-6);
    ok(beats.length === 5);
    equal([0, 3].map((t_s) => at(timeline, t_s).position), [0, 0]);
    close(at(timeline, 3 + 2.5 * contact_s).position, 2.5, 1e-6);
    equal(at(timeline, 99).position, 6);
  }
});

Deno.test("reps only rise, one at a time, and the last is called once", () => {
  for (const set of manySets.filter((s) => s.measure === "reps")) {
    const timeline = compile(set);
    let rep = 1;
    for (let t_s = 0; t_s <= timeline.duration_s; t_s += 0.2) {
      const now = at(timeline, t_s).rep;
      ok(now === rep || now === rep + 1);
      rep = now;
    }
    equal(timeline.events.filter((e) => e.type === "last_rep").length, 1);
  }
});

Deno.test("leaving a set counts whole reps only, and the tension of each phase until then", () => {
  const timeline = compile({ measure: "reps", reps: 8, tempo: "3-1-1-0", ready_s: 3 });
  equal(achieved(timeline, 2), { done: 0, under_tension_s: 0, tension_s: {} });
  equal(achieved(timeline, 3 + 9.5).done, 1);
  equal(achieved(timeline, 3 + 10).done, 2);
  equal(achieved(timeline, 43), {
    done: 8,
    under_tension_s: 40,
    tension_s: { lower: 24, pause_low: 8, lift: 8 },
  });
});

Deno.test("a whole set achieves what it prescribes, whatever its tempo", () => {
  for (const set of manySets) {
    const timeline = compile(set);
    equal(achieved(timeline, timeline.duration_s).done, timeline.total);
  }
});

Deno.test("who carries beyond the estimate walks on in the picture", () => {
  const timeline = compile({ measure: "distance", distance_m: 20 });
  const steps = [0, 0.35, 0.7].map((s) => at(timeline, 60 + s).position);
  equal(at(timeline, 60 + STRIDE_S).position.toFixed(6), steps[0].toFixed(6));
  ok(steps.every((step) => step >= 0 && step < 2) && new Set(steps).size === 3, `${steps}`);
});

Deno.test("a distance is over when the runner says so", () => {
  const timeline = compile({ measure: "distance", distance_m: 20 });
  equal(at(timeline, 500).type, "carry");
  equal(achieved(timeline, 63).under_tension_s, 60);
});

Deno.test("the arcs close the ring, each as long as its phase, a dot for inner seconds", () => {
  for (const set of manySets) {
    const { arcs, dots } = ringShape(compile(set));
    equal(arcs[0].from, 0);
    close(arcs[arcs.length - 1].to, 1, 1e-6);
    arcs.slice(1).forEach((arc, i) => close(arc.from, arcs[i].to, 1e-6));
    ok(dots.every((dot) => dot > 0 && dot < 1));
  }
  equal(ringShape(compile({ measure: "reps", reps: 8, tempo: "3-1-1-0" })).dots, [0.2, 0.4]);
});
