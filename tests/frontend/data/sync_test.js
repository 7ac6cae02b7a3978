/** What a round of sync does when all goes well, and what it never loses when it does not. */
import { writeEntries } from "../../../frontend/data/disk.js";
import { merge, shown, uuid7 } from "../../../frontend/data/journal.js";
import { syncRound } from "../../../frontend/data/sync.js";
import { dice, equal, failure, ok } from "./expect.js";
import { FakeServer } from "./fake_server.js";
import { Memory } from "./memory.js";

const NOW = Date.parse("2026-11-22T10:00:00.000Z");
const RECORD = "00000000-0000-7000-8000-00000000000a";

/** A phone: its database, its own clock, and what a runner does with it. */
class Phone {
  db = new Memory();

  /** @param {FakeServer} server @param {string} [device] */
  constructor(server, device = "0000000a") {
    this.server = server;
    this.device = device;
    this.now_ms = NOW;
    this.random = dice(Number.parseInt(device, 16));
  }

  /** @param {Record<string, unknown>} set @param {string} [record] */
  async log(set, record = RECORD) {
    const random = Uint8Array.from({ length: 10 }, () => Math.floor(this.random() * 256));
    const draft = { id: uuid7(this.now_ms, random), kind: "set", record, set };
    const here = { device: this.device, day: "2026-11-22", zone: "UTC", now_ms: this.now_ms };
    const [entry] = await writeEntries(this.db, [draft], here);
    return entry;
  }

  sync() {
    return syncRound(this.db, this.server.post, () => this.now_ms);
  }

  get waiting() {
    return this.db.all("outbox").map(({ id }) => id);
  }

  get records() {
    return this.db.all("records").map(shown);
  }

  get place() {
    return this.db.all("docs").find(({ key }) => key === "sync")?.value;
  }
}

Deno.test("what is logged reaches the server and leaves the outbox on its return", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  const { id } = await phone.log({ reps: 8 });
  equal(phone.waiting, [id]);
  equal(await phone.sync(), { changed: true });
  equal(server.ids, [id]);
  equal(phone.waiting, []);
  equal(phone.place.cursor, 1);
});

Deno.test("a second phone gets it, and both show the same record", async () => {
  const server = new FakeServer();
  const [one, two] = [new Phone(server, "0000000a"), new Phone(server, "0000000b")];
  await one.log({ reps: 8, load_g: 10000 });
  await one.sync();
  await two.sync();
  await two.log({ reps: 9 });
  await two.sync();
  await one.sync();
  equal(one.records, two.records);
  equal(one.records[0].set, { reps: 9, load_g: 10000 });
});

Deno.test("a round without news says that nothing changed", async () => {
  const phone = new Phone(new FakeServer());
  equal(await phone.sync(), { changed: false });
});

Deno.test("a lost request or answer means sending again, and nothing is stored twice", async () => {
  for (const fault of ["request lost", "answer lost"]) {
    const server = new FakeServer();
    const phone = new Phone(server);
    const { id } = await phone.log({ reps: 8 });
    server.faults = [fault];
    equal((await failure(() => phone.sync())).status, 0, fault);
    equal(phone.waiting, [id], fault);
    await phone.sync();
    equal(server.ids, [id], fault);
    equal(phone.waiting, [], fault);
  }
});

Deno.test("a request that arrives twice changes nothing", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  await phone.log({ reps: 8 });
  server.faults = ["twice"];
  await phone.sync();
  equal(server.log.length, 1);
  equal(phone.waiting, []);
});

Deno.test("an acknowledged entry stays in the outbox until it comes back", async () => {
  const server = new FakeServer();
  const [other, phone] = [new Phone(server, "0000000b"), new Phone(server)];
  for (let reps = 1; reps <= 4; reps++) await other.log({ reps });
  await other.sync();
  const { id } = await phone.log({ load_g: 1000 });
  server.page = 2;
  server.faults = ["", "down"];
  await failure(() => phone.sync());
  ok(server.ids.includes(id), "the server has accepted it");
  equal(phone.waiting, [id]);
  await phone.sync();
  equal(phone.waiting, []);
});

Deno.test("within a round nothing is sent twice while pages come in", async () => {
  const server = new FakeServer();
  const [other, phone] = [new Phone(server, "0000000b"), new Phone(server)];
  for (let reps = 1; reps <= 5; reps++) await other.log({ reps });
  await other.sync();
  await phone.log({ load_g: 1000 });
  server.page = 1;
  server.asked = [];
  await phone.sync();
  equal(server.asked.map(({ entries }) => entries.length), [1, 0, 0, 0, 0, 0]);
  equal(phone.db.all("entries").length, 6);
});

Deno.test("a crash while a page is stored leaves page and cursor both undone", async () => {
  const server = new FakeServer();
  const [other, phone] = [new Phone(server, "0000000b"), new Phone(server)];
  await other.log({ reps: 8 });
  await other.sync();
  phone.db.crashes = 1;
  await failure(() => phone.sync());
  equal([phone.db.all("entries"), phone.place], [[], undefined]);
  await phone.sync();
  equal([phone.db.all("entries").length, phone.place.cursor], [1, 1]);
});

Deno.test("a refused entry is set aside with its reason and holds up no other", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  const bad = await phone.log({ reps: "many" });
  const good = await phone.log({ load_g: 1000 });
  server.invalid.set(bad.id, "reps must be a whole number.");
  await phone.sync();
  equal(server.ids, [good.id]);
  equal(phone.waiting, []);
  const detail = "reps must be a whole number.";
  equal(phone.db.all("attention"), [{ id: bad.id, code: "invalid", detail, entry: bad }]);
  equal(phone.db.all("entries").length, 2);
});

Deno.test("an entry without a readable id is found by its place in the push", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  const bad = await phone.log({ reps: 8 });
  server.post = (push) =>
    Promise.resolve({
      cursor: push.cursor,
      chain: push.chain,
      accepted: [],
      rejected: [{ id: null, index: 0, code: "invalid", detail: "no" }],
      entries: [],
      more: false,
      server_time: NOW,
    });
  await phone.sync();
  equal(phone.db.all("attention").map(({ id }) => id), [bad.id]);
});

Deno.test("when another entry has the id, ours is set aside, the journal's counts", async () => {
  const server = new FakeServer();
  const [one, two] = [new Phone(server, "0000000a"), new Phone(server, "0000000a")];
  await one.log({ reps: 8 });
  const ours = await two.log({ reps: 80, note: "mine" });
  await one.sync();
  await two.sync();
  equal(two.records, one.records);
  equal(two.db.all("attention").map(({ code, entry }) => [code, entry]), [["id_reused", ours]]);
  equal(two.waiting, []);
  await two.sync();
  equal(two.db.all("attention").length, 1);
});

Deno.test("pushes stay within 500 entries, and are halved when the server takes less", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  for (let i = 0; i < 620; i++) await phone.log({ reps: i });
  server.most = 200;
  await phone.sync();
  equal(server.asked.map(({ entries }) => entries.length), [500, 250, 125, 125, 125, 125, 120]);
  equal(server.log.length, 620);
  equal(phone.waiting, []);
});

Deno.test("pushes stay below 900 KiB", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  for (let i = 0; i < 40; i++) await phone.log({ note: "å".repeat(30_000) });
  await phone.sync();
  const sizes = server.asked.map((push) => new TextEncoder().encode(JSON.stringify(push)).length);
  ok(sizes.length > 2 && sizes.every((size) => size < 1024 * 1024), `sizes were ${sizes}`);
  equal(server.log.length, 40);
});

Deno.test("one entry that is too large for any push is set aside", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  const { id } = await phone.log({ note: "x" });
  server.most = 0;
  await phone.sync();
  equal(phone.db.all("attention").map((row) => [row.id, row.code]), [[id, "too_large"]]);
  equal(phone.waiting, []);
});

Deno.test("an expired login stops the round and takes nothing away", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  const { id } = await phone.log({ reps: 8 });
  server.faults = ["signed out"];
  equal((await failure(() => phone.sync())).status, 401);
  equal(phone.waiting, [id]);
  equal(phone.records[0].set, { reps: 8 });
});

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

Deno.test("what is logged during a round goes along with it", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  await phone.log({ reps: 1 });
  const post = server.post;
  let late = false;
  server.post = async (push) => {
    if (!late) {
      late = true;
      await phone.log({ reps: 2 });
    }
    return post(push);
  };
  await phone.sync();
  equal(server.log.length, 2);
  equal(phone.waiting, []);
});

Deno.test("a page that another tab overtook is dropped: no cursor steps back", async () => {
  const server = new FakeServer();
  const [other, phone] = [new Phone(server, "0000000b"), new Phone(server)];
  for (let reps = 0; reps < 4; reps++) await other.log({ reps });
  await other.sync();
  const post = server.post;
  let overtaken = false;
  server.post = async (push) => {
    const answer = await post({ ...push });
    if (overtaken) return answer;
    overtaken = true;
    server.page = 500;
    await phone.sync();
    return answer;
  };
  server.page = 1;
  await phone.sync();
  equal(server.asked.at(-1)?.cursor, 4);
  equal([phone.place.cursor, phone.db.all("entries").length], [4, 4]);
});

Deno.test("after a sync the clock runs by the server's, never behind what was seen", async () => {
  const server = new FakeServer();
  const phone = new Phone(server);
  phone.now_ms = NOW - 3_600_000;
  await phone.sync();
  const { at } = await phone.log({ reps: 8 });
  equal(at.slice(0, 24), "2026-11-22T10:00:00.000Z");
  const fast = new Phone(server, "0000000f");
  fast.now_ms = NOW + 365 * 86_400_000;
  const ahead = await fast.log({ reps: 9 });
  await fast.sync();
  await phone.sync();
  ok((await phone.log({ reps: 10 })).at > ahead.at, "an edit of what was seen must win");
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
