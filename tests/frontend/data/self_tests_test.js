/// <reference lib="deno.ns" />
/** Self-tests: results by day and side, sides compared only when both exist, norms, what is due. */
import { due, norm, results, sides } from "../../../frontend/data/self_tests.js";
import { equal } from "./expect.js";

/** @type {import("../../../frontend/ui/gate.js").Test} */
const raises = {
  key: "heel_raise",
  name: "Heel raises",
  unit: "reps",
  sides: "each",
  good: "more",
  norms: { female: { "20": 30, "30": 27 }, male: { "20": 37, "30": 32 } },
};
let made = 0;

/** @param {string} day @param {object} set */
const measured = (day, set) => ({
  record: `r${++made}`,
  kind: "assessment",
  day,
  zone: "UTC",
  deleted: false,
  set: { test: raises.key, ...set },
  at: `${day}T08:00:00.000Z-${String(made).padStart(6, "0")}-00000000`,
});

Deno.test("two sides of a day are one result, and the newest day comes first", () => {
  const all = [
    measured("2026-11-01", { side: "left", value: 12 }),
    measured("2026-11-20", { side: "left", value: 16 }),
    measured("2026-11-20", { side: "right", value: 20, pain: 2 }),
  ];
  const [now, before] = results(all, raises.key);
  equal([now.day, now.left, now.right, now.pain], ["2026-11-20", 16, 20, 2]);
  equal([before.left, before.right], [12, undefined]);
});

Deno.test("of two tries on one day the later counts, whatever order they are read in", () => {
  const first = measured("2026-11-20", { side: "left", value: 12 });
  const second = measured("2026-11-20", { side: "left", value: 15 });
  equal(results([second, first], raises.key)[0].left, 15);
});

Deno.test("the sides are compared only once both are there", () => {
  equal(sides({ day: "d", left: 16, records: [] }, raises), undefined);
  equal(sides({ day: "d", left: 16, right: 20, records: [] }, raises), {
    percent: 80,
    weaker: "left",
    apart: 4,
  });
});

Deno.test("two alike have no weaker side, and two noughts are alike", () => {
  equal(sides({ day: "d", left: 0, right: 0, records: [] }, raises), {
    percent: 100,
    weaker: null,
    apart: 0,
  });
});

Deno.test("where less is better the higher side is the weaker one", () => {
  const less = { ...raises, good: /** @type {const} */ ("less") };
  equal(sides({ day: "d", left: 3, right: 5, records: [] }, less)?.weaker, "right");
});

Deno.test("a norm needs age and sex, and goes by the decade", () => {
  const day = "2026-11-22";
  equal(norm(raises, { sex: "female" }, day), undefined);
  equal(norm(raises, { birth_year: 1990 }, day), undefined);
  equal(norm(raises, { sex: "female", birth_year: 1990 }, day)?.value, 27);
  equal(norm(raises, { sex: "male", birth_year: 2008 }, day), {
    value: 37,
    decade: 20,
    sex: "male",
  });
});

Deno.test("a test that is due stays due until every side of it was taken here", () => {
  const pack = {
    day: "2026-11-22",
    tests: [raises],
    measured: [{ test: raises.key, due: true, reasons: [{ rule: "test_baseline" }] }],
  };
  const left = measured("2026-11-22", { side: "left", value: 12 });
  const right = measured("2026-11-22", { side: "right", value: 12 });
  equal(due(pack, []).length, 1);
  equal(due(pack, [left]).length, 1);
  equal(due(pack, [left, right]), []);
});

Deno.test("a pack without tests asks for none", () => {
  equal(due({ day: "2026-11-22" }, []), []);
});
