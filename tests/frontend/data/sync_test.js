/** What a round of sync does when all goes well, and when requests, answers or pages are lost. */
import { equal, failure, ok } from "./expect.js";
import { FakeServer } from "./fake_server.js";
import { NOW, Phone } from "./phone.js";

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
