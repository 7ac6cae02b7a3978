/** What a pocket feels of a set: phases, the last rep, the last seconds; never every frame. */
import { felt } from "../../../frontend/player/haptics.js";
import { at, compile } from "../../../frontend/player/tempo.js";
import { equal } from "./expect.js";

/** All that is felt when the set is looked at sixty times a second. @param {any} plan */
function pocket(plan) {
  const timeline = compile(plan);
  /** @type {import("../../../frontend/player/tempo.js").Standing|null} */
  let before = null;
  const events = [];
  for (let t_s = 0; t_s < timeline.duration_s; t_s += 1 / 60) {
    const now = at(timeline, t_s);
    const event = felt(before, now);
    if (event) events.push(event);
    before = now;
  }
  return events;
}

Deno.test("three counts, each phase once, and the last rep told apart", () => {
  const rep = ["lower", "pause_low", "lift"];
  equal(pocket({ measure: "reps", reps: 3, tempo: "3-1-1-0" }), [
    "ready",
    "count",
    "count",
    ...rep,
    ...rep,
    "last_rep",
    ...rep.slice(1),
  ]);
});

Deno.test("a long get-ready is quiet until its last three seconds", () => {
  const events = pocket({ measure: "reps", reps: 1, tempo: "1-0-1-0", ready_s: 10 });
  equal(events, ["ready", "count", "count", "count", "lower", "lift"]);
});

Deno.test("the last five seconds of a hold are felt one by one", () => {
  const events = pocket({ measure: "hold", hold_s: 20, ready_s: 0 });
  equal(events, ["hold", "count", "count", "count", "count", "count"]);
});
