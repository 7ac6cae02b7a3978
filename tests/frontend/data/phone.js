/** A phone for tests of the sync: its database, its own clock, and what a runner does with it. */
import { writeEntries } from "../../../frontend/data/disk.js";
import { shown, uuid7 } from "../../../frontend/data/journal.js";
import { syncRound } from "../../../frontend/data/sync.js";
import { dice } from "./expect.js";
import { Memory } from "./memory.js";

/** @typedef {import("./fake_server.js").FakeServer} FakeServer */

export const NOW = Date.parse("2026-11-22T10:00:00.000Z");
export const RECORD = "00000000-0000-7000-8000-00000000000a";

export class Phone {
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
