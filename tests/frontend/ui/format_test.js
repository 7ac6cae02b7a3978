/// <reference lib="deno.ns" />
/** How values read on the screen: in the runner's units, with the reader's decimal sign. */
import {
  change,
  dayFrom,
  dayName,
  distance,
  duration,
  inUnits,
  load,
  loadWord,
  measure,
  parseNumber,
  setsLine,
  toGrams,
  weekdayName,
} from "../../../frontend/ui/format.js";
import { equal } from "./expect.js";

const flat = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");

/** @type {[string, string, string][]} what happens, what is read, what is meant */
const READINGS = [
  ["a load in kilograms keeps the quarter of a small plate", load(6250, "kg", "en"), "6.25 kg"],
  ["a load in pounds is rounded to the half pound", load(12000, "lb", "en"), "26.5 lb"],
  ["a German reader gets a decimal comma", load(12500, "kg", "de"), "12,5 kg"],
  [
    "two dumbbells are told as the pair one picks up",
    loadWord({ load: "dumbbells", load_g: 16000 }, "kg", "en"),
    "2 × 8 kg",
  ],
  [
    "one dumbbell is told alone",
    loadWord({ load: "dumbbell", load_g: 16000 }, "kg", "en"),
    "16 kg",
  ],
  [
    "a band is told by its number",
    loadWord({ load: "band", band: 2, load_g: 0 }, "kg", "en"),
    "band 2",
  ],
  [
    "no load on a loaded exercise is the body",
    loadWord({ load: "body", load_g: 0 }, "kg", "en"),
    "body",
  ],
  ["an exercise that is never loaded says nothing", loadWord({ load: "none" }, "kg", "en"), ""],
  ["repetitions are a bare number", measure({ reps: 8 }), "8"],
  ["a hold says its seconds", measure({ hold_s: 30 }), "30 s"],
  ["jumps say contacts", measure({ contacts: 20 }), "20 contacts"],
  [
    "sides done one after the other are each",
    setsLine({ sets: 3, reps: 8, sides: "each" }),
    "3 × 8 each",
  ],
  ["sides done together are not", setsLine({ sets: 2, hold_s: 30, sides: "both" }), "2 × 30 s"],
  ["a time below an hour has minutes and seconds", duration(95), "1:35"],
  ["a time above an hour has hours", duration(3725), "1:02:05"],
  ["a week of running in kilometers", distance(42200, "kg", "en"), "42.2 km"],
  ["a week of running in miles", distance(42195, "lb", "en"), "26.2 mi"],
  ["a day says its weekday and date", dayName("2026-11-24"), "Tuesday, November 24"],
  ["a day alone is its weekday", dayName("2026-11-24", "weekday"), "Tuesday"],
  ["Monday is the first weekday", weekdayName(1, "long"), "Monday"],
  ["the next day is tomorrow", dayFrom("2026-11-25", "2026-11-24"), "tomorrow"],
  ["a day this week goes by its weekday", dayFrom("2026-11-27", "2026-11-24"), "Friday"],
  ["a day next week needs its date", dayFrom("2026-12-01", "2026-11-24"), "Tue, Dec 1"],
];

for (const [what, read, meant] of READINGS) {
  Deno.test(what, () => equal(flat(read), meant));
}

const squat = { exercise: "split-squat", load: "dumbbells", load_g: 16000, reps: 8, sets: 3 };

Deno.test("more load shows as the step", () => {
  const item = { ...squat, change: { from: { ...squat, load_g: 14000 }, by: "load" } };
  equal(change(item, "kg", "en"), { text: "+2\u00a0kg", trend: "up" });
});

Deno.test("fewer repetitions show with a true minus", () => {
  const item = { ...squat, change: { from: { ...squat, reps: 9 }, by: "reps" } };
  equal(change(item, "kg", "en"), { text: "\u22121\u00a0rep", trend: "down" });
});

Deno.test("after a new load the load is told, not that the repetitions begin again", () => {
  const item = { ...squat, change: { from: { ...squat, load_g: 14000, reps: 12 }, by: "load" } };
  equal(change(item, "kg", "en").trend, "up");
});

Deno.test("another exercise is new", () => {
  const item = { ...squat, change: { from: { ...squat, exercise: "lunge" }, by: "exercise" } };
  equal(change(item, "kg", "en"), { text: "new", trend: "new" });
});

Deno.test("an unchanged place on the ladder is the same", () => {
  equal(change(squat, "kg", "en"), { text: "same", trend: "same" });
});

Deno.test("an exercise met for the first time is new", () => {
  equal(change({ ...squat, reasons: [{ rule: "start" }] }, "kg", "en").trend, "new");
});

Deno.test("a weight typed with a comma is understood", () => equal(parseNumber(" 7,5 "), 7.5));

Deno.test("words are no weight", () => equal(parseNumber("seven"), null));

Deno.test("pounds survive the way to grams and back", () => {
  for (let lb = 2.5; lb <= 500; lb += 2.5) equal(inUnits(toGrams(lb, "lb"), "lb"), lb);
});
