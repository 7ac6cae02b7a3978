/** The programs a runner can choose from; whole ones are long, so only their heads are kept. */
import { request } from "./api.js";

/** @typedef {{slug: string, name: string, summary: string, stages: number}} Program */

/** @returns {Promise<Program[]>} @throws {import("./api.js").Problem} */
export async function programs() {
  /** @type {(Omit<Program, "stages"> & {stages: unknown[]})[]} */
  const all = (await request("GET", "/api/programs"))?.body ?? [];
  return all
    .map(({ slug, name, summary, stages }) => ({ slug, name, summary, stages: stages.length }))
    .sort((a, b) => b.stages - a.stages || (a.name < b.name ? -1 : 1));
}
