/** What a server refuses, or takes only in smaller pieces, holds up nothing else. */
import { equal, failure, ok } from "./expect.js";
import { FakeServer } from "./fake_server.js";
import { NOW, Phone } from "./phone.js";

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
