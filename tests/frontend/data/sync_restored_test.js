/** A server restored from a backup is healed by its phones, in whatever order things go wrong. */
import { merge, shown } from "../../../frontend/data/journal.js";
import { dice, equal, failure, ok } from "./expect.js";
import { FakeServer } from "./fake_server.js";
import { Phone } from "./phone.js";

Deno.test("a server restored from a backup, once or twice, is healed by its phone", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  await phone.log({ reps: 1 });
  await phone.sync();
  const old = server.backup();
  for (let reps = 2; reps <= 5; reps++) await phone.log({ reps });
  await phone.sync();
  const all = [...server.ids].sort();
  for (let time = 0; time < 2; time++) {
    server.log = [...old];
    server.faults = time === 0 ? ["", "answer lost"] : [];
    await phone.sync().catch(() => {});
    server.log = [...old];
    await phone.sync();
    equal([...server.ids].sort(), all);
    equal(phone.waiting, []);
  }
});

Deno.test("a server restored in the middle of a round is healed in that same round", async () => {
  const server = new FakeServer();
  const [other, phone] = [new Phone(server, "0000000b"), new Phone(server)];
  for (let reps = 1; reps <= 3; reps++) await other.log({ reps });
  await other.sync();
  const { id } = await phone.log({ load_g: 1000 });
  server.page = 1;
  const post = server.post;
  server.post = (push) => {
    if (server.asked.length === 3) server.log = [];
    return post(push);
  };
  server.asked = [];
  await phone.sync();
  ok(server.ids.includes(id), "the entry was offered before the restore and not again");
});

Deno.test("a restored server that grew past the cursor again is noticed by its chain", async () => {
  const server = new FakeServer();
  const [phone, other] = [new Phone(server, "0000000a"), new Phone(server, "0000000b")];
  const mine = await phone.log({ reps: 1 });
  await phone.sync();
  server.log = [];
  for (let reps = 5; reps < 9; reps++) await other.log({ load_g: reps });
  await other.sync();
  await phone.sync();
  ok(server.ids.includes(mine.id), "the phone's entry is back");
  await other.sync();
  equal(phone.records, other.records);
});

Deno.test("a server that always asks to start over is given up, not asked for ever", async () => {
  const phone = new Phone(new FakeServer());
  await phone.log({ reps: 1 });
  let asked = 0;
  phone.server.post = () => {
    asked += 1;
    return Promise.reject(Object.assign(new Error("reset"), { status: 409 }));
  };
  equal((await failure(() => phone.sync())).status, 409);
  ok(asked < 10, `asked ${asked} times`);
  equal(phone.waiting.length, 1);
});

Deno.test("phones, faults and restores in any order lose nothing and end equal", async () => {
  for (let seed = 1; seed <= 60; seed++) await anyOrder(seed);
});

const FAULTS = ["request lost", "answer lost", "twice", "down", "", ""];
const YEAR_MS = 365 * 86_400_000;

/** Sixty random steps, then all faults end and everybody syncs. @param {number} seed */
async function anyOrder(seed) {
  const random = dice(seed);
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const server = new FakeServer();
  server.page = pick([1, 2, 3, 500]);
  server.most = pick([2, 500]);
  const phones = ["00000001", "00000002", "00000003"].map((device) => new Phone(server, device));
  phones.forEach((phone) => phone.now_ms += pick([0, 3_600_000, -3_600_000, YEAR_MS, -YEAR_MS]));
  const records = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
  /** @type {Set<string>} */
  const logged = new Set();
  /** @type {ReturnType<FakeServer["backup"]>[]} */
  const backups = [[]];
  for (let step = 0; step < 60; step++) {
    const phone = pick(phones);
    phone.now_ms += Math.floor(random() * 1000);
    server.now_ms += Math.floor(random() * 1000);
    const dice_ = random();
    if (dice_ < 0.45) {
      phone.db.crashes = random() < 0.1 ? 1 : 0;
      const set = { [pick(["reps", "load_g"])]: step };
      await phone.log(set, pick(records)).then(
        (/** @type {any} */ entry) => logged.add(entry.id),
        () => {},
      );
    } else if (dice_ < 0.9) {
      server.faults = [pick(FAULTS), pick(FAULTS), pick(FAULTS)];
      phone.db.crashes = random() < 0.2 ? 1 : 0;
      await phone.sync().catch(() => {});
      server.faults = [];
    } else if (dice_ < 0.95) backups.push(server.backup());
    else server.log = [...pick(backups)];
    phone.db.crashes = 0;
  }
  // Twice: a phone that synced early has not heard what the last one brought back.
  for (const phone of [...phones, ...phones, ...phones]) await phone.sync();
  equal([...new Set(server.ids)].length, server.ids.length, `seed ${seed}: stored twice`);
  equal([...server.ids].sort(), [...logged].sort(), `seed ${seed}: lost or invented`);
  const truth = foldAll(server.entries);
  for (const phone of phones) {
    equal(phone.waiting, [], `seed ${seed}: still waiting`);
    equal(phone.records, truth, `seed ${seed}: phone ${phone.device} shows something else`);
  }
}

/** @param {import("../../../frontend/data/types.d.ts").Entry[]} entries */
function foldAll(entries) {
  /** @type {Map<string, any>} */
  const records = new Map();
  for (const entry of entries) records.set(entry.record, merge(records.get(entry.record), entry));
  return [...records].sort(([a], [b]) => a < b ? -1 : 1).map(([, held]) => shown(held));
}
