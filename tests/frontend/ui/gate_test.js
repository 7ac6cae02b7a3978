/// <reference lib="deno.ns" />
/** A gate in numbers a runner reads: what is shown, what is missing, and what holds nobody back. */
import { isOpen, standing, summary, valueWord } from "../../../frontend/ui/gate.js";
import { equal } from "./expect.js";

const text = "Asked for";
const ankle = {
  key: "knee_to_wall_mm",
  name: "Knee to wall",
  unit: "mm",
  sides: /** @type {const} */ ("each"),
};

/** @param {string} words */
const plain = (words) => words.replaceAll("\u00a0", " ");

/** @param {object} some @param {import("../../../frontend/ui/gate.js").Test} [test] */
function told(some, test) {
  const { now, missing } = standing({ key: "k", text, done: false, blocks: true, ...some }, test);
  return [plain(now), plain(missing)];
}

Deno.test("a count says how many are still missing", () => {
  equal(told({ value: 4, need: 6 }), ["now 4 of 6", "2 to go"]);
});

Deno.test("what is shown has nothing missing", () => {
  equal(told({ value: 7, need: 6, done: true }), ["now 7", ""]);
});

Deno.test("what may not be higher says so instead of counting down", () => {
  equal(told({ value: 4, need: 2 }), ["now 4", "at most 2"]);
});

Deno.test("a part of one is told in percent", () => {
  equal(told({ value: 0.55, need: 0.8 }), ["now 55 % of 80 %", "25 % to go"]);
});

Deno.test("a comparison in percent is not counted as if it were reps", () => {
  equal(told({ text: "No side under 85 %", value: 70, need: 85 }), [
    "now 70 % of 85 %",
    "15 % to go",
  ]);
});

Deno.test("a test's value has the unit of its ruler", () => {
  equal(told({ value: 65, need: 90, test: ankle.key }, ankle), [
    "now 6.5 cm of 9 cm",
    "2.5 cm to go",
  ]);
});

Deno.test("a test not taken says so, and one side alone asks for the other", () => {
  equal(told({ need: 90, test: ankle.key }, ankle), ["", "not measured yet"]);
  equal(told({ need: 90, test: ankle.key, sides: { left: 95 } }, ankle), [
    "",
    "the right side is missing",
  ]);
});

Deno.test("yes and no, points and seconds are said as such", () => {
  equal(
    [valueWord(1, "yes_no"), valueWord(0, "yes_no"), plain(valueWord(3, "score"))],
    ["yes", "no", "3 of 4"],
  );
  equal(plain(valueWord(30, "s")), "30 s");
});

Deno.test("an open line that blocks nobody leaves the gate open", () => {
  const gate = [
    { key: "a", text, done: true, blocks: true },
    { key: "b", text, done: false, blocks: false },
  ];
  equal([isOpen(gate), plain(summary(gate))], [true, "1 of 1"]);
  equal(isOpen([...gate, { key: "c", text, done: false, blocks: true }]), false);
});
