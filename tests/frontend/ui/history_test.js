/// <reference lib="deno.ns" />
/** Past sessions as history tells them: by week, with sides apart and nothing counted twice. */
import { setWords } from "../../../frontend/ui/sets.js";
import { sourceWords } from "../../../frontend/ui/sources.js";
import { weeks } from "../../../frontend/ui/weeks.js";
import { equal } from "./expect.js";

const T = Date.parse("2026-11-23T17:00:00Z");

/** @param {string} kind @param {string} record @param {string} day @param {object} set */
const record = (kind, record, day, set) => ({
  kind,
  record,
  day,
  zone: "UTC",
  deleted: false,
  set,
  at: "",
});

const monday = record("session", "a", "2026-11-23", {
  workout: "Hips",
  started_at: T,
  ended_at: T + 40 * 60000,
});
const sunday = record("session", "b", "2026-11-22", {
  workout: "Calves",
  started_at: T - 864e5,
  ended_at: T - 864e5 + 30 * 60000,
});
const left = record("set", "l", "2026-11-23", {
  session: "a",
  index: 1,
  side: "left",
  reps: 8,
  load_g: 10000,
});
const right = record("set", "r", "2026-11-23", {
  session: "a",
  index: 1,
  side: "right",
  reps: 7,
  load_g: 10000,
});

Deno.test("a week begins on Monday", () => {
  equal(weeks([sunday, monday], []).map((week) => week.monday), ["2026-11-23", "2026-11-16"]);
});

Deno.test("a week adds up its sets, both sides as one, its minutes and what was lifted", () => {
  const [week] = weeks([monday], [left, right]);
  equal([week.sets, week.minutes, week.tonnage_g], [1, 40, 150000]);
});

Deno.test("a session opened and left without a set is no history", () => {
  const looked = record("session", "c", "2026-11-23", { started_at: T });
  equal(weeks([looked], []), []);
});

Deno.test("a session that was never ended still shows its sets", () => {
  const broken = record("session", "a", "2026-11-23", { started_at: T });
  const [week] = weeks([broken], [left]);
  equal([week.sessions[0].open, week.sessions[0].sets], [true, 1]);
});

Deno.test("left and right are told apart, the load once", () => {
  equal(setWords([left, right], "kg").replaceAll("\u00a0", " "), "L 8 · R 7 · 10 kg");
});

Deno.test("our own default is called that", () => {
  equal(sourceWords("D", {}), "Our own default, where studies give no number");
});

Deno.test("a source is told in full when it is known, by its key when not", () => {
  equal(
    sourceWords("science 3.6, Plo, Xy", { Plo: "Plotkin 2022" }),
    "Science notes, part 3.6. Plotkin 2022. Xy",
  );
});
