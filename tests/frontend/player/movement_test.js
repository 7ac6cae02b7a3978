/** The movement laid out for a figure, against where the tempo clock says that it is. */
import { demonstration, movement } from "../../../frontend/player/movement.js";
import { at, compile } from "../../../frontend/player/tempo.js";
import { equal, ok } from "./expect.js";
import { SETS } from "./sets.js";

/** @typedef {import("../../../frontend/figure/motion.js").Cycle} Cycle */

const STEP_S = 0.037;

Deno.test("at every moment of a set the figure is where the rep is", () => {
  for (const timeline of SETS.map(compile)) {
    const cycles = movement(timeline);
    if (timeline.measure === "hold") {
      equal(cycles, []);
      continue;
    }
    for (let t_s = timeline.ready_s + STEP_S / 3; t_s < timeline.duration_s; t_s += STEP_S) {
      const { position } = at(timeline, t_s);
      const apart = Math.abs(shown(cycles, t_s) - position) % 2;
      ok(Math.min(apart, 2 - apart) < 1e-6, `${timeline.measure} at ${t_s}: ${position}`);
    }
  }
});

Deno.test("a set of one pace is one rep that comes again, and a change of pace begins another", () => {
  const set = { measure: /** @type {const} */ ("reps"), reps: 8, tempo: "3-1-1-0", ready_s: 5 };
  equal(movement(compile(set)).map(({ begin_s, times }) => [begin_s, times]), [[5, 8]]);
  const slower = movement(compile({ ...set, paces: [{ rep: 4, s: 1 }] }));
  equal(slower.map(({ begin_s, first, times }) => [begin_s, first, times]), [[5, 0, 3], [20, 3, 5]]);
});

Deno.test("whoever has not begun is shown a rep again and again, with a breath between", () => {
  const lift = compile({ measure: "reps", reps: 8, tempo: "2-0-1-0", starts: "bottom", ready_s: 5 });
  const [{ times, stretches }] = demonstration(lift);
  equal(times, Infinity);
  equal(stretches, [{ s: 1, from: 1, to: 2 }, { s: 2, from: 0, to: 1 }, { s: 1, from: 1, to: 1 }]);
  equal(demonstration(compile({ measure: "hold", hold_s: 30 })), []);
  const [jump] = demonstration(compile({ measure: "contacts", contacts: 20, contact_s: 0.5 }));
  equal(jump.stretches, [{ s: 0.5, from: 0, to: 1 }]);
});

Deno.test("a loaded walk goes on beyond its estimate", () => {
  const [walk] = movement(compile({ measure: "distance", distance_m: 20, ready_s: 5 }));
  equal([walk.begin_s, walk.times], [5, Infinity]);
});

/** The position that is shown at a second of the set. @param {Cycle[]} cycles @param {number} t_s */
function shown(cycles, t_s) {
  const cycle = cycles.findLast(({ begin_s }) => begin_s <= t_s) ?? cycles[0];
  const round_s = cycle.stretches.reduce((sum, { s }) => sum + s, 0);
  const rep = (t_s - cycle.begin_s) / round_s;
  let left_s = (rep % 1) * round_s;
  const now = cycle.stretches.find(({ s }) => (left_s -= s) < 0) ?? cycle.stretches[0];
  const position = now.to + (now.to - now.from) * left_s / now.s;
  return position + (now.to === 1 && cycle.stretches.length === 1 ? cycle.first + Math.floor(rep) : 0);
}
