/** The training day and the arithmetic of days. */
import { addDays, trainingDay, weekday } from "../../../frontend/data/day.js";
import { equal } from "./expect.js";

/** @param {string} zone @param {string} utc */
function dayIn(zone, utc) {
  const ms = Date.parse(utc);
  const clock = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const told = clock.formatToParts(ms).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = told.match(/GMT([+-])(\d+):(\d+)/) ?? ["", "+", "0", "0"];
  return trainingDay(ms, Number(`${sign}1`) * (60 * Number(hours) + Number(minutes)));
}

Deno.test("a session after midnight belongs to the evening before", () => {
  equal(dayIn("UTC", "2026-11-22T23:30:00Z"), "2026-11-22");
  equal(dayIn("UTC", "2026-11-23T03:59:59Z"), "2026-11-22");
  equal(dayIn("UTC", "2026-11-23T04:00:00Z"), "2026-11-23");
});

Deno.test("the day turns by the wall clock of the zone, also when the clocks change", () => {
  // Berlin goes from 02:00 to 03:00 on 2026-03-29: four o'clock is 02:00 UTC there, not 03:00.
  equal(dayIn("Europe/Berlin", "2026-03-29T01:59:59Z"), "2026-03-28");
  equal(dayIn("Europe/Berlin", "2026-03-29T02:00:00Z"), "2026-03-29");
  equal(dayIn("Europe/Berlin", "2026-10-25T02:59:59Z"), "2026-10-24");
  equal(dayIn("Europe/Berlin", "2026-10-25T03:00:00Z"), "2026-10-25");
});

Deno.test("zones far from Greenwich have their own date", () => {
  equal(dayIn("Pacific/Kiritimati", "2026-11-22T16:00:00Z"), "2026-11-23");
  equal(dayIn("Pacific/Pago_Pago", "2026-11-22T12:00:00Z"), "2026-11-21");
  equal(dayIn("Asia/Kathmandu", "2026-11-21T22:20:00Z"), "2026-11-22");
});

Deno.test("days are added over months, leap days and years", () => {
  equal(addDays("2026-11-30", 1), "2026-12-01");
  equal(addDays("2028-02-28", 1), "2028-02-29");
  equal(addDays("2027-01-01", -1), "2026-12-31");
  equal(addDays("2026-11-22", 42), "2027-01-03");
});

Deno.test("the week begins on Monday as 1 and ends on Sunday as 7", () => {
  equal(weekday("2026-11-22"), 7);
  equal(weekday("2026-11-23"), 1);
});
