/** Where the sounds of a set fall, as a plan and before any audio exists. */
import { restSounds, setSounds } from "../../../frontend/player/sounds.js";
import { compile } from "../../../frontend/player/tempo.js";
import { equal, ok } from "./expect.js";

/** @param {import("../../../frontend/player/sounds.js").Sound[]} sounds */
const heard = (sounds) => sounds.map(({ at_s, kind }) => `${at_s} ${kind}`);

Deno.test("a set is heard as counts, go, fall, tick, rise, and a call for the last rep", () => {
  const timeline = compile({ measure: "reps", reps: 2, tempo: "3-2-1-0" });
  equal(heard(setSounds(timeline)), [
    "0 count",
    "1 count",
    "2 count",
    "3 go",
    "3 fall",
    "6 tick",
    "7 tick",
    "8 rise",
    "9 last_rep",
    "9 fall",
    "12 tick",
    "13 tick",
    "14 rise",
    "15 done",
  ]);
});

Deno.test("the glide lasts exactly as long as its phase", () => {
  const fall = setSounds(compile({ measure: "reps", reps: 1, tempo: "4-0-X-0" })).find((s) =>
    s.kind === "fall"
  );
  equal(fall, { at_s: 3, kind: "fall", duration_s: 4, from: 0 });
});

Deno.test("taken up in the middle of a phase, the glide goes on from where it was", () => {
  const timeline = compile({ measure: "reps", reps: 1, tempo: "4-0-1-0" });
  const [first] = setSounds(timeline, 6);
  equal(first, { at_s: 6, kind: "fall", duration_s: 1, from: 0.75 });
});

Deno.test("nothing sounds before the moment a set is taken up, and nothing later is lost", () => {
  for (const reps of [1, 5, 12]) {
    const timeline = compile({ measure: "reps", reps, tempo: "2-1-2-1", starts: "bottom" });
    const all = setSounds(timeline);
    for (let from_s = 0; from_s < timeline.duration_s; from_s += 0.7) {
      const later = setSounds(timeline, from_s);
      ok(later.every((sound) => sound.at_s >= from_s - 1e-6));
      const missed = all.filter((a) =>
        a.at_s > from_s && !later.some((b) => b.at_s === a.at_s && b.kind === a.kind)
      );
      equal(missed, []);
    }
  }
});

Deno.test("a hold ticks every second and its last three are told apart", () => {
  const kinds = heard(setSounds(compile({ measure: "hold", hold_s: 6, ready_s: 0 })));
  equal(kinds, ["1 tick", "2 tick", "3 end_tick", "4 end_tick", "5 end_tick", "6 done"]);
});

Deno.test("contacts are a metronome and the first of two sides ends with the switch call", () => {
  const timeline = compile({
    measure: "contacts",
    contacts: 4,
    contact_s: 0.5,
    ready_s: 0,
    ends: "switch",
  });
  equal(heard(setSounds(timeline)), ["0 step", "0.5 step", "1 step", "1.5 step", "2 switch"]);
});

Deno.test("a long get-ready is counted only at its end", () => {
  const sounds = setSounds(compile({ measure: "hold", hold_s: 1, ready_s: 8 }));
  equal(heard(sounds).slice(0, 4), ["5 count", "6 count", "7 count", "8 go"]);
});

Deno.test("a distance has no sound for its end, which only the runner knows", () => {
  ok(!setSounds(compile({ measure: "distance", distance_m: 20 })).some((s) => s.kind === "done"));
});

Deno.test("a rest is announced ten seconds before its end and at its end", () => {
  equal(heard(restSounds(90)), ["80 rest_soon", "90 rest_over"]);
  equal(heard(restSounds(90, 85)), ["90 rest_over"]);
  equal(heard(restSounds(15)), ["15 rest_over"]);
  equal(restSounds(0), []);
});
