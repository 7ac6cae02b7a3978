/// <reference lib="deno.ns" />
/** What a runner changes in the plan: what holds today, how it ends, and what waits for the plan. */
import {
  closing,
  ended,
  holding,
  lacking,
  reopened,
  stageChange,
} from "../../../frontend/data/changes.js";
import { equal } from "./expect.js";

const DAY = "2026-11-22";

/** @param {object} set @param {string} [record] */
const change = (set, record = "r") => ({
  record,
  kind: "plan_change",
  day: DAY,
  zone: "UTC",
  deleted: false,
  set,
  at: `2026-11-22T08:00:00.000Z-000000-${record}`,
});

const calf = change({ change: "niggle", region: "calf", from: "2026-11-20" });

Deno.test("a niggle without an end holds, one that ended yesterday does not", () => {
  const over = change({ change: "niggle", region: "knee", from: "2026-11-10", to: "2026-11-21" });
  equal(holding([calf, over], DAY), [calf]);
  equal(holding([over], "2026-11-21"), [over]);
});

Deno.test("days away that begin later are shown before they begin", () => {
  const away = change({ change: "away", from: "2026-11-25", to: "2026-11-28" });
  equal(holding([away], DAY), [away]);
});

Deno.test("a gate passed on one's word is not something off", () => {
  equal(holding([change({ change: "gate", stage: 1, from: DAY })], DAY), []);
});

/** @type {{from: string, days: number} & Record<"closed" | "closed_light", Record<string, string>>} */
const plan = {
  from: DAY,
  days: 42,
  closed: { "2026-11-24": "rest_run" },
  closed_light: {},
};
const policy = { plan: { illness_clear_days: 1 } };

Deno.test("days ill are closed, and the one without symptoms after them", () => {
  const ill = change({ change: "illness", from: "2026-11-21", to: "2026-11-23" });
  const { closed, closed_light } = closing(plan, [ill], policy);
  const days = ["2026-11-22", "2026-11-23", "2026-11-24"];
  equal(Object.keys(closed_light), days);
  equal(days.map((day) => closed[day]), ["rest_ill", "rest_ill", "rest_run"]);
});

Deno.test("days away are closed to the last and not a day longer", () => {
  const away = change({ change: "away", from: "2026-11-25", to: "2026-11-26" });
  equal(closing(plan, [away], policy).closed_light, {
    "2026-11-25": "rest_away",
    "2026-11-26": "rest_away",
  });
});

Deno.test("who is well again trains before the server has heard of it", () => {
  const shut = { ...plan, closed: { ...plan.closed, "2026-11-30": "rest_ill" } };
  equal(closing(shut, [], policy).closed, plan.closed);
});

Deno.test("an illness without an end closes the whole plan", () => {
  const ill = change({ change: "illness", from: DAY });
  equal(Object.keys(closing(plan, [ill], policy).closed_light).length, 43);
});

Deno.test("it ends with yesterday, so that today is free again, and that can be taken back", () => {
  equal(ended(calf, DAY).set, { to: "2026-11-21" });
  equal(reopened(calf), { kind: "plan_change", record: "r", set: { to: null }, deleted: false });
});

Deno.test("what began today and ends today was never there", () => {
  equal(ended(change({ change: "illness", from: DAY }), DAY).deleted, true);
});

Deno.test("a niggle needs its region, days away their last day, and no span runs backward", () => {
  const from = DAY;
  equal(lacking({ change: "niggle", from }), "Choose where it is.");
  equal(lacking({ change: "away", from }), "Choose the last day you are away.");
  equal(
    lacking({ change: "illness", from, to: "2026-11-20" }),
    "The last day is before the first.",
  );
  equal(lacking({ change: "illness", from }), "");
});

Deno.test("going on past a gate waits for the plan until the plan is in the next stage", () => {
  const on = change({ change: "gate", stage: 1, from: DAY, reason: "a coach looked at it" });
  equal(stageChange([on], { number: 1 }), on);
  equal(stageChange([on], { number: 2 }), undefined);
});

Deno.test("of several words on the stage the last one counts", () => {
  const on = change({ change: "gate", stage: 3, from: DAY }, "a");
  const back = change({ change: "stage", stage: 2, from: DAY }, "b");
  equal(stageChange([on, back], { number: 3 }), back);
  equal(stageChange([on, back], { number: 2 }), undefined);
});

Deno.test("a change that the plan names as its reason waits no longer", () => {
  const back = change({ change: "stage", stage: 1, from: DAY }, "b");
  equal(stageChange([back], { number: 2, reasons: [{ entries: ["b"] }] }), undefined);
});
