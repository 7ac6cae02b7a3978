/** Identities, the hybrid clock, and entries that fold into records in any order. */
import { makeEntry, merge, same, shown, tick, uuid7 } from "../../../frontend/data/journal.js";
import { dice, equal, ok } from "./expect.js";

/** @typedef {import("../../../frontend/data/types.d.ts").Entry} Entry */

const NOW = Date.parse("2026-11-22T10:00:00.000Z");
const ME = "0a1b2c3d";
const OTHER = "ffffffff";
const RANDOM = new Uint8Array([0xff, 0xee, 0xff, 4, 5, 6, 7, 8, 9, 10]);

Deno.test("an id is a UUID of version 7 that begins with the moment it was made", () => {
  const id = uuid7(NOW, RANDOM);
  ok(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id), id);
  equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), NOW);
  ok(uuid7(NOW, RANDOM) < uuid7(NOW + 1, new Uint8Array(10)), "later ids sort later");
});

Deno.test("the clock reads as the contract writes it", () => {
  equal(tick({ last: null, now_ms: NOW, device: ME }), "2026-11-22T10:00:00.000Z-000000-0a1b2c3d");
});

Deno.test("two readings in one millisecond differ by the counter", () => {
  const first = tick({ last: null, now_ms: NOW, device: ME });
  const second = tick({ last: first, now_ms: NOW, device: ME });
  equal(second, "2026-11-22T10:00:00.000Z-000001-0a1b2c3d");
});

Deno.test("a clock set back still goes forward", () => {
  const last = `2026-11-22T10:00:00.000Z-000041-${ME}`;
  const next = tick({ last, now_ms: NOW - 3_600_000, device: ME });
  equal(next, "2026-11-22T10:00:00.000Z-000042-0a1b2c3d");
});

Deno.test("an edit of what another device wrote beats it, however fast its clock", () => {
  const seen = `2027-11-22T10:00:00.000Z-00000a-${OTHER}`;
  const next = tick({ last: seen, now_ms: NOW, device: "00000000" });
  ok(next > seen, next);
});

Deno.test("a full counter moves on to the next millisecond instead of overflowing", () => {
  const last = `2026-11-22T10:00:00.000Z-ffffff-${ME}`;
  equal(tick({ last, now_ms: NOW, device: ME }), "2026-11-22T10:00:00.001Z-000000-0a1b2c3d");
});

Deno.test("readings are later than all before, whatever the wall clock does", () => {
  const random = dice(7);
  let last = tick({ last: null, now_ms: NOW, device: ME });
  for (let i = 0; i < 2000; i++) {
    const now_ms = NOW + Math.floor((random() - 0.5) * 2 * 365 * 86_400_000);
    const next = tick({ last, now_ms, device: random() < 0.5 ? ME : OTHER });
    ok(next > last, `${next} is not later than ${last}`);
    last = next;
  }
});

Deno.test("an entry says nothing of deletion unless its writer does", () => {
  ok(!("deleted" in entry({ at: 1, set: {} })), "deleted is there");
  equal(entry({ at: 1, set: {}, deleted: false }).deleted, false);
});

Deno.test("the last writer of a field wins that field only", () => {
  const record = fold([
    entry({ at: 1, set: { reps: 8, load_g: 10000 } }),
    entry({ at: 3, set: { reps: 10 } }),
    entry({ at: 2, set: { reps: 9, load_g: 12000 } }),
  ]);
  equal(record.set, { reps: 10, load_g: 12000 });
});

Deno.test("null clears a field and an older value does not bring it back", () => {
  const record = fold([
    entry({ at: 2, set: { note: null } }),
    entry({ at: 1, set: { note: "left knee", rpe: 7 } }),
  ]);
  equal(record.set, { rpe: 7 });
});

Deno.test("a deleted record stays so when an older edit arrives, and returns when undone", () => {
  const edits = [
    entry({ at: 1, set: { reps: 8 } }),
    entry({ at: 3, set: {}, deleted: true }),
    entry({ at: 2, set: { reps: 9 } }),
  ];
  equal(fold(edits).deleted, true);
  equal(fold([...edits, entry({ at: 4, set: {}, deleted: false })]).deleted, false);
  equal(fold([...edits, entry({ at: 5, set: { reps: 1 } })]).deleted, true);
});

Deno.test("day and zone follow the latest entry", () => {
  const record = fold([
    { ...entry({ at: 2, set: {} }), day: "2026-11-21", zone: "Asia/Tokyo" },
    entry({ at: 1, set: {} }),
  ]);
  equal([record.day, record.zone], ["2026-11-21", "Asia/Tokyo"]);
});

Deno.test("at the same reading the higher entry id wins, as on the server", () => {
  const low = { ...entry({ at: 1, set: { reps: 8 } }), id: "00000000-0000-7000-8000-000000000001" };
  const high = { ...low, id: "00000000-0000-7000-8000-000000000002", set: { reps: 5 } };
  equal(fold([low, high]).set, { reps: 5 });
  equal(fold([high, low]).set, { reps: 5 });
});

Deno.test("fields with the names of the envelope or of JavaScript are fields like others", () => {
  const record = fold([
    entry({ at: 1, set: { day: "x", deleted: true, constructor: 1, toString: 2 } }),
  ]);
  equal(record.set, { day: "x", deleted: true, constructor: 1, toString: 2 });
  equal([record.day, record.deleted], ["2026-11-22", false]);
});

Deno.test("any order and any repetition of entries makes the same record", () => {
  const random = dice(42);
  for (let round = 0; round < 200; round++) {
    const entries = Array.from({ length: 8 }, (_, i) => {
      const deleted = [undefined, true, false][Math.floor(random() * 3)];
      const set = { [`f${Math.floor(random() * 3)}`]: random() < 0.2 ? null : i };
      return entry({ at: Math.floor(random() * 5), set, deleted });
    });
    const shuffled = [...entries, ...entries].sort(() => random() - 0.5);
    equal(fold(shuffled), fold(entries));
  }
});

Deno.test("merging changes neither of its arguments", () => {
  const held = Object.freeze(merge(null, entry({ at: 1, set: { reps: 8 } })));
  const before = JSON.stringify(held);
  merge(held, entry({ at: 2, set: { reps: 9, load_g: 1 }, deleted: true }));
  equal(JSON.stringify(held), before);
});

Deno.test("the order of keys is no content", () => {
  ok(same({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }), "differ");
  ok(!same({ a: [1, 2] }, { a: [2, 1] }), "order of a list is content");
  ok(!same({ a: 1 }, { a: 1, b: null }), "an extra key is content");
});

let made = 0;

/** @param {{at: number, set: Record<string, unknown>, deleted?: boolean}} parts @returns {Entry} */
function entry({ at, set, deleted }) {
  made += 1;
  return makeEntry({
    id: uuid7(made, RANDOM),
    record: "00000000-0000-7000-8000-00000000000a",
    kind: "set",
    day: "2026-11-22",
    zone: "UTC",
    at: `2026-11-22T10:00:00.00${at}Z-000000-${ME}`,
    deleted,
    set,
  });
}

/** @param {Entry[]} entries */
function fold(entries) {
  const held = entries.reduce(
    merge,
    /** @type {import("../../../frontend/data/types.d.ts").Held | null} */ (null),
  );
  if (!held) throw new Error("nothing to fold");
  return shown(held);
}
