/// <reference lib="deno.ns" />
/**
 * The profile while it is filled in: nothing is skipped that safety needs, nothing saved that is
 * not so.
 */
import {
  begin,
  fields,
  missing,
  QUESTIONS,
  standardGym,
} from "../../../frontend/ui/profile_draft.js";
import { equal } from "./expect.js";

const healthy = { answers: {}, none: true, acknowledged: false, adult: true };

/** @param {object} some @returns {Record<string, any>} */
const draft = (some) => ({
  ...begin(null),
  health: healthy,
  experience: "novice",
  weekly_distance_m: 30000,
  ...some,
});

Deno.test("a new runner cannot pass the health questions without an answer", () => {
  equal(missing(begin(null), 1), "Tick what applies, or “None of these”.");
});

Deno.test("a yes lets nobody through until a clinician has agreed", () => {
  const health = {
    answers: { heart_condition: true },
    none: false,
    acknowledged: false,
    adult: true,
  };
  equal(missing(draft({ health }), 1) !== "", true);
  equal(missing(draft({ health: { ...health, acknowledged: true } }), 1), "");
});

Deno.test("the program is for adults", () => {
  equal(
    missing(draft({ health: { ...healthy, adult: false } }), 1),
    "Please confirm that you are 18 or older.",
  );
});

Deno.test("no running at all is an answer, an empty field is not", () => {
  equal(missing(draft({ weekly_distance_m: 0 }), 3), "");
  equal(missing(draft({ weekly_distance_m: null }), 3) !== "", true);
});

Deno.test("every health question is saved with a plain yes or no", () => {
  const { screening } = fields(draft({}), "2026-11-24");
  equal(Object.keys(screening.answers), QUESTIONS.map(({ key }) => key));
  equal(Object.values(screening.answers).every((answer) => answer === false), true);
  equal(screening.cleared, true);
});

Deno.test("a long run or a hard day on a day without a run is dropped", () => {
  const saved = fields(
    draft({ run_days: [6, 2], long_run_day: 7, quality_days: [2, 4] }),
    "2026-11-24",
  );
  equal([saved.run_days, saved.long_run_day, saved.quality_days], [[2, 6], null, [2]]);
});

Deno.test("without a gym the usual place is home", () => {
  equal(fields(draft({ default_place: "gym" }), "2026-11-24").default_place, "home");
});

Deno.test("what only the form knows is not saved", () => {
  equal("health" in fields(draft({}), "2026-11-24"), false);
});

Deno.test("an edit keeps the day on which the program began", () => {
  equal(fields(draft({ start_day: "2026-09-01" }), "2026-11-24").start_day, "2026-09-01");
});

Deno.test("a saved profile opens complete", () => {
  const saved = fields(draft({}), "2026-11-24");
  equal([1, 2, 3, 4, 5].map((step) => missing(begin(saved), step)), ["", "", "", "", ""]);
});

Deno.test("a standard gym in pounds has whole grams", () => {
  const { dumbbells_g, barbell, stack_g } = standardGym("lb");
  const all = [
    ...dumbbells_g,
    barbell.bar_g,
    ...barbell.plates_g,
    ...Object.values(stack_g).flat(),
  ];
  equal(all.every(Number.isInteger), true);
});
