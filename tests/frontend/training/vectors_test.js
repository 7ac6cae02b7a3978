/// <reference lib="deno.ns" />
/** The phone's rules give what the server's give: every vector of tests/vectors/generate.py. */
import { advance } from "../../../frontend/training/advance.js";
import { explain } from "../../../frontend/training/explain.js";
import { lately, niggles } from "../../../frontend/training/lately.js";
import { next_session } from "../../../frontend/training/next_session.js";
import { closed_on } from "../../../frontend/training/opens.js";
import { outcomes } from "../../../frontend/training/outcome.js";
import { prescribe } from "../../../frontend/training/prescribe.js";
import { readiness } from "../../../frontend/training/readiness.js";

const FOLDER = new URL("../../vectors/", import.meta.url);
const shared = read("shared");

/** @type {Record<string, (given: any) => unknown>} */
const twins = {
  advance: (i) => advance(i.position, i.outcome, i.ladder, i.policy),
  explain: (i) => explain(i.reason, i.policy, i.units),
  lately: (i) => lately(i.checkins, i.day, i.policy),
  closed_on: (i) => closed_on(i.closed, i.by_rest, i.done, i.day, i.policy, i.since),
  niggles: (i) => niggles(i.changes, i.day),
  next_session: (i) => next_session(i.plan, i.done, i.day, i.policy),
  outcome: outcomes,
  prescribe,
  readiness: (i) => readiness(i.checkin, i.baseline, i.policy, i.lasting),
};

for (const [file, twin] of Object.entries(twins)) {
  Deno.test(`${file}: phone and server agree on every vector and change no argument`, () => {
    const cases = read(file);
    if (cases.length < 50) throw new Error(`only ${cases.length} cases in ${file}.json`);
    for (const { name, in: given, out } of cases) {
      const filled = Object.fromEntries(Object.entries(given).map(([k, v]) => [k, fill(v)]));
      const before = canonical(filled);
      const [got, want] = [canonical(twin(filled)), canonical(out)];
      if (got !== want) throw new Error(`${file}: ${name}\n  expected ${want}\n       got ${got}`);
      if (canonical(filled) !== before) throw new Error(`${file}: ${name} changed its arguments`);
    }
  });
}

/** @param {string} name */
function read(name) {
  return JSON.parse(Deno.readTextFileSync(new URL(`${name}.json`, FOLDER)));
}

/**
 * A text beginning with "@" stands for a shared value, "@name/key" for one in it.
 * @param {any} value
 */
function fill(value) {
  if (typeof value !== "string" || !value.startsWith("@")) return value;
  return value.slice(1).split("/").reduce((within, key) => within[key], shared);
}

/** JSON with sorted keys: the order of writing is no part of a value. @param {unknown} value */
function canonical(value) {
  return JSON.stringify(value, (_, each) => {
    if (!each || typeof each !== "object" || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
